#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

struct thread_start {
  void (*body)(void *);
  void *context;
};

static void *run_thread(void *argument) {
  struct thread_start start = *(struct thread_start *)argument;
  free(argument);
  start.body(start.context);
  return NULL;
}

int mcctl_start_thread(void (*body)(void *), void *context) {
  struct thread_start *start = malloc(sizeof *start);
  if (start == NULL) return ENOMEM;
  *start = (struct thread_start){body, context};

  // A thread inherits the mask of the one that makes it.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  int failure = pthread_create(&thread, NULL, run_thread, start);
  pthread_sigmask(SIG_SETMASK, &before, NULL);

  if (failure != 0) {
    free(start);
    return failure;
  }
  return pthread_detach(thread);
}

int mcctl_memory_file(const void *bytes, size_t count) {
#ifdef __linux__
  int descriptor = memfd_create("mcctl", MFD_CLOEXEC);
  if (descriptor < 0) return -1;
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, next, count);
    if (written <= 0) {
      close(descriptor);
      return -1;
    }
    next += written;
    count -= (size_t)written;
  }
  return descriptor;
#else
  (void)bytes;
  (void)count;
  return -1;
#endif
}

bool mcctl_is_connected(int socket) {
  struct sockaddr_storage peer;
  socklen_t size = sizeof peer;
  return getpeername(socket, (struct sockaddr *)&peer, &size) == 0;
}

const long mcctl_errno_connection_refused = ECONNREFUSED;

void mcctl_error_text(long number, char *text, size_t size) {
  // Known numbers have fixed texts, so strerror's shared buffer is not in play.
  snprintf(text, size, "%s", strerror((int)number));
}
