#include "CCurl.h"

#include <dlfcn.h>
#include <stdio.h>

// By number, as the headers built with may be older than the library run with. The numbers are part of libcurl's ABI.
const CURLoption mcctl_curl_option_ca_blob = (CURLoption)(CURLOPTTYPE_BLOB + 309);
const CURLoption mcctl_curl_option_proxy_ca_blob = (CURLoption)(CURLOPTTYPE_BLOB + 310);
const CURLoption mcctl_curl_option_quick_exit = (CURLoption)(CURLOPTTYPE_LONG + 322);
const CURLcode mcctl_curl_code_client_certificate = (CURLcode)98;
const long mcctl_curl_auth_basic = CURLAUTH_BASIC;

#define FUNCTIONS(f)   \
  f(easy_cleanup)      \
  f(easy_getinfo)      \
  f(easy_init)         \
  f(easy_pause)        \
  f(easy_setopt)       \
  f(easy_strerror)     \
  f(global_init)       \
  f(multi_add_handle)  \
  f(multi_info_read)   \
  f(multi_init)        \
  f(multi_perform)     \
  f(multi_poll)        \
  f(multi_remove_handle) \
  f(multi_setopt)      \
  f(multi_wakeup)      \
  f(share_init)        \
  f(share_setopt)      \
  f(slist_append)      \
  f(slist_free_all)

// libcurl's functions by the types its headers declare.
#define MEMBER(name) __typeof__(&curl_##name) name;
static struct { FUNCTIONS(MEMBER) } curl;

#ifdef __APPLE__
static const char library_name[] = "libcurl.4.dylib";
#else
static const char library_name[] = "libcurl.so.4";
#endif

bool mcctl_curl_load(char *reason, size_t size) {
  void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    snprintf(reason, size, "%s", dlerror());
    return false;
  }
#define FIND(name)                                                                     \
  *(void **)&curl.name = dlsym(library, "curl_" #name);                                \
  if (curl.name == NULL) {                                                             \
    snprintf(reason, size, "%s is too old: it has no curl_" #name, library_name);      \
    return false;                                                                      \
  }
  FUNCTIONS(FIND)
  CURLcode code = curl.global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) {
    snprintf(reason, size, "%s: %s", library_name, curl.easy_strerror(code));
    return false;
  }
  return true;
}

CURL *mcctl_curl_easy_init(void) { return curl.easy_init(); }

void mcctl_curl_easy_cleanup(CURL *handle) { curl.easy_cleanup(handle); }

CURLcode mcctl_curl_easy_resume(CURL *handle) { return curl.easy_pause(handle, CURLPAUSE_CONT); }

const char *mcctl_curl_easy_strerror(CURLcode code) { return curl.easy_strerror(code); }

struct curl_slist *mcctl_curl_slist_append(struct curl_slist *list, const char *text) {
  return curl.slist_append(list, text);
}

void mcctl_curl_slist_free_all(struct curl_slist *list) { curl.slist_free_all(list); }

CURLcode mcctl_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode mcctl_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode mcctl_curl_set_offset(CURL *handle, CURLoption option, int64_t value) {
  return curl.easy_setopt(handle, option, (curl_off_t)value);
}

CURLcode mcctl_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *list) {
  return curl.easy_setopt(handle, option, list);
}

CURLcode mcctl_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode mcctl_curl_set_blob(CURL *handle, CURLoption option, const void *bytes, size_t count) {
  struct curl_blob blob = {.data = (void *)bytes, .len = count, .flags = CURL_BLOB_COPY};
  return curl.easy_setopt(handle, option, &blob);
}

CURLcode mcctl_curl_set_header_callback(CURL *handle, mcctl_curl_receive callback, void *context) {
  CURLcode code = curl.easy_setopt(handle, CURLOPT_HEADERFUNCTION, callback);
  return code != CURLE_OK ? code : curl.easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

CURLcode mcctl_curl_set_body_callback(CURL *handle, mcctl_curl_receive callback, void *context) {
  CURLcode code = curl.easy_setopt(handle, CURLOPT_WRITEFUNCTION, callback);
  return code != CURLE_OK ? code : curl.easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

CURLcode mcctl_curl_set_upload_callback(CURL *handle, mcctl_curl_provide callback, void *context) {
  CURLcode code = curl.easy_setopt(handle, CURLOPT_READFUNCTION, callback);
  return code != CURLE_OK ? code : curl.easy_setopt(handle, CURLOPT_READDATA, context);
}

CURLcode mcctl_curl_set_seek_callback(CURL *handle, mcctl_curl_seek callback, void *context) {
  CURLcode code = curl.easy_setopt(handle, CURLOPT_SEEKFUNCTION, callback);
  return code != CURLE_OK ? code : curl.easy_setopt(handle, CURLOPT_SEEKDATA, context);
}

CURLcode mcctl_curl_set_socket_callback(CURL *handle, mcctl_curl_socket_made callback,
                                        void *context) {
  CURLcode code = curl.easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, callback);
  return code != CURLE_OK ? code : curl.easy_setopt(handle, CURLOPT_SOCKOPTDATA, context);
}

long mcctl_curl_get_long(CURL *handle, CURLINFO info) {
  long value = 0;
  return curl.easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

int64_t mcctl_curl_get_offset(CURL *handle, CURLINFO info) {
  curl_off_t value = 0;
  return curl.easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

void *mcctl_curl_get_private(CURL *handle) {
  char *value = NULL;
  return curl.easy_getinfo(handle, CURLINFO_PRIVATE, &value) == CURLE_OK ? value : NULL;
}

const struct curl_certinfo *mcctl_curl_get_certificates(CURL *handle) {
  struct curl_certinfo *value = NULL;
  return curl.easy_getinfo(handle, CURLINFO_CERTINFO, &value) == CURLE_OK ? value : NULL;
}

CURLM *mcctl_curl_multi_init(void) { return curl.multi_init(); }

CURLMcode mcctl_curl_multi_add_handle(CURLM *multi, CURL *handle) {
  return curl.multi_add_handle(multi, handle);
}

CURLMcode mcctl_curl_multi_remove_handle(CURLM *multi, CURL *handle) {
  return curl.multi_remove_handle(multi, handle);
}

CURLMcode mcctl_curl_multi_perform(CURLM *multi) {
  int running = 0;
  return curl.multi_perform(multi, &running);
}

CURLMcode mcctl_curl_multi_poll(CURLM *multi, int milliseconds) {
  return curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}

CURLMcode mcctl_curl_multi_wakeup(CURLM *multi) { return curl.multi_wakeup(multi); }

CURL *mcctl_curl_multi_next_done(CURLM *multi, CURLcode *code) {
  int remaining = 0;
  for (CURLMsg *message; (message = curl.multi_info_read(multi, &remaining)) != NULL;) {
    if (message->msg == CURLMSG_DONE) {
      *code = message->data.result;
      return message->easy_handle;
    }
  }
  return NULL;
}

CURLSH *mcctl_curl_share_connections(void) {
  CURLSH *share = curl.share_init();
  if (share != NULL) curl.share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_CONNECT);
  return share;
}

CURLMcode mcctl_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl.multi_setopt(multi, option, value);
}
