/// What the event loop around libcurl needs of the system.
#ifndef MCCTL_CSYSTEM_H
#define MCCTL_CSYSTEM_H

#include <stdbool.h>
#include <stddef.h>

/// Runs `body` with `context` in a new detached thread in which every signal is blocked: SIGPIPE because a
/// connection may end while it is written to, the others because they are for the program to handle.
/// Returns 0, or an errno.
int mcctl_start_thread(void (*body)(void *), void *context);
/// A file in memory that holds `bytes`, for options that take a path only; its descriptor, or -1.
int mcctl_memory_file(const void *bytes, size_t count);
/// Whether `socket` is connected to anybody.
bool mcctl_is_connected(int socket);
/// errno of a connection nobody listens for.
extern const long mcctl_errno_connection_refused;
/// Writes what the system calls the errno `number` into `text`, which has room for `size` bytes.
void mcctl_error_text(long number, char *text, size_t size);

#endif
