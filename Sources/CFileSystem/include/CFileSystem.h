/// Calls of Linux that Swift's Glibc and Musl modules do not show.
#ifndef MCCTL_CFILESYSTEM_H
#define MCCTL_CFILESYSTEM_H

/// syncfs(2): sees to it that all that was written to the file system of an open file is on the disk. 0, or -1 with errno.
/// Where there is no such call, fsync(2) of that file alone.
int mcctl_syncfs(int file);

#endif
