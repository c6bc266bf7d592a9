#define _GNU_SOURCE
#include "CCurl.h"

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

// By number, as the headers built with may be older than the library run with. The numbers are part of libcurl's ABI.
const CURLoption mcctl_curl_option_ca_blob = (CURLoption)(CURLOPTTYPE_BLOB + 309);
const CURLoption mcctl_curl_option_proxy_ca_blob = (CURLoption)(CURLOPTTYPE_BLOB + 310);
const CURLoption mcctl_curl_option_quick_exit = (CURLoption)(CURLOPTTYPE_LONG + 322);

const CURLcode mcctl_curl_code_client_certificate = (CURLcode)98;
const long mcctl_curl_auth_basic = CURLAUTH_BASIC;

CURLcode mcctl_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

CURLcode mcctl_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

CURLcode mcctl_curl_set_offset(CURL *handle, CURLoption option, int64_t value) {
  return curl_easy_setopt(handle, option, (curl_off_t)value);
}

CURLcode mcctl_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *list) {
  return curl_easy_setopt(handle, option, list);
}

CURLcode mcctl_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

CURLcode mcctl_curl_set_blob(CURL *handle, CURLoption option, const void *bytes, size_t count) {
  struct curl_blob blob = {.data = (void *)bytes, .len = count, .flags = CURL_BLOB_COPY};
  return curl_easy_setopt(handle, option, &blob);
}

CURLcode mcctl_curl_set_header_callback(CURL *handle, mcctl_curl_receive callback, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

CURLcode mcctl_curl_set_body_callback(CURL *handle, mcctl_curl_receive callback, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

CURLcode mcctl_curl_set_upload_callback(CURL *handle, mcctl_curl_provide callback, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_READDATA, context);
}

CURLcode mcctl_curl_set_seek_callback(CURL *handle, mcctl_curl_seek callback, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_SEEKDATA, context);
}

CURLcode mcctl_curl_set_socket_callback(CURL *handle, mcctl_curl_socket_made callback,
                                        void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_SOCKOPTDATA, context);
}

long mcctl_curl_get_long(CURL *handle, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

int64_t mcctl_curl_get_offset(CURL *handle, CURLINFO info) {
  curl_off_t value = 0;
  return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

void *mcctl_curl_get_private(CURL *handle) {
  char *value = NULL;
  return curl_easy_getinfo(handle, CURLINFO_PRIVATE, &value) == CURLE_OK ? value : NULL;
}

const struct curl_certinfo *mcctl_curl_get_certificates(CURL *handle) {
  struct curl_certinfo *value = NULL;
  return curl_easy_getinfo(handle, CURLINFO_CERTINFO, &value) == CURLE_OK ? value : NULL;
}

CURLcode mcctl_curl_resume(CURL *handle) { return curl_easy_pause(handle, CURLPAUSE_CONT); }

CURLMcode mcctl_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

const long mcctl_errno_connection_refused = ECONNREFUSED;

void mcctl_error_text(long number, char *text, size_t size) {
  // Known numbers have fixed texts, so strerror's shared buffer is not in play.
  snprintf(text, size, "%s", strerror((int)number));
}

bool mcctl_is_connected(curl_socket_t socket) {
  struct sockaddr_storage peer;
  socklen_t size = sizeof peer;
  return getpeername(socket, (struct sockaddr *)&peer, &size) == 0;
}

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

int mcctl_curl_start_thread(void (*body)(void *), void *context) {
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

int mcctl_curl_memory_file(const void *bytes, size_t count) {
#ifdef __linux__
  int descriptor = memfd_create("mcctl-ca", MFD_CLOEXEC);
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
  return -1;
#endif
}
