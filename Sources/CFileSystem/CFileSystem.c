#define _GNU_SOURCE
#include "CFileSystem.h"

#include <unistd.h>

int mcctl_syncfs(int file) {
#ifdef __linux__
  return syncfs(file);
#else
  return fsync(file);
#endif
}
