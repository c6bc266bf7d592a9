/// libcurl for Swift: loaded when it is first needed, and typed where libcurl's own functions are variadic.
///
/// libcurl brings some thirty libraries with it, which take longer to load than a short command to run. So the program
/// is not linked with it: mcctl_curl_load() opens it, and the functions below, named after libcurl's own with a
/// prefix, lead there. None but mcctl_curl_load() may be called before that has succeeded.
///
/// libcurl's constants and types come with <curl/curl.h>. Builds with and runs on 7.74 and newer; options younger than
/// that are named here and answered with CURLE_UNKNOWN_OPTION where they do not exist.
#ifndef MCCTL_CCURL_H
#define MCCTL_CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CSystem.h"

/// Opens the system's libcurl and initialises it. When that is not possible, writes why into `reason`, which has room
/// for `size` bytes, and returns false. Not to be called by two threads at once.
bool mcctl_curl_load(char *reason, size_t size);

// Names for what Swift does not see or older headers do not have.

/// CURLOPT_CAINFO_BLOB (7.77): authorities to trust, PEM.
extern const CURLoption mcctl_curl_option_ca_blob;
/// CURLOPT_PROXY_CAINFO_BLOB (7.77): authorities to trust an https proxy by, PEM.
extern const CURLoption mcctl_curl_option_proxy_ca_blob;
/// CURLOPT_QUICK_EXIT (7.87): whether a transfer may end without waiting for its name lookup.
extern const CURLoption mcctl_curl_option_quick_exit;
/// CURLE_SSL_CLIENTCERT (7.77): the server wants a client certificate.
extern const CURLcode mcctl_curl_code_client_certificate;
/// CURLAUTH_BASIC, a macro with a cast.
extern const long mcctl_curl_auth_basic;

// Transfers.

/// A new transfer, or NULL without memory.
CURL *mcctl_curl_easy_init(void);
/// Frees a transfer, which must not be in a multi handle.
void mcctl_curl_easy_cleanup(CURL *handle);
/// Lets a transfer that was paused go on.
CURLcode mcctl_curl_easy_resume(CURL *handle);
/// What a code means in general.
const char *mcctl_curl_easy_strerror(CURLcode code);
/// The list with a copy of `text` at its end, or NULL without memory.
struct curl_slist *mcctl_curl_slist_append(struct curl_slist *list, const char *text);
/// Frees a list.
void mcctl_curl_slist_free_all(struct curl_slist *list);

// Options of a transfer. Each gives curl_easy_setopt's answer.

/// For options that take a long.
CURLcode mcctl_curl_set_long(CURL *handle, CURLoption option, long value);
/// For options that take a string, which is copied; NULL resets the option.
CURLcode mcctl_curl_set_string(CURL *handle, CURLoption option, const char *value);
/// For options that take a curl_off_t, such as sizes.
CURLcode mcctl_curl_set_offset(CURL *handle, CURLoption option, int64_t value);
/// For options that take a list, which must live as long as the transfer.
CURLcode mcctl_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *list);
/// For options that take a pointer handed back to callbacks or asked for with CURLINFO_PRIVATE.
CURLcode mcctl_curl_set_pointer(CURL *handle, CURLoption option, void *value);
/// For options that take bytes, which are copied.
CURLcode mcctl_curl_set_blob(CURL *handle, CURLoption option, const void *bytes, size_t count);

/// Receives `size * count` bytes of a head or of a body and returns how many it took.
typedef size_t (*mcctl_curl_receive)(char *bytes, size_t size, size_t count, void *context);
/// Fills at most `size * count` bytes and returns how many it gave, 0 at the end.
typedef size_t (*mcctl_curl_provide)(char *bytes, size_t size, size_t count, void *context);
/// Goes to `offset` as fseek does; CURL_SEEKFUNC_OK when done.
typedef int (*mcctl_curl_seek)(void *context, curl_off_t offset, int origin);
/// Told of every socket libcurl makes; CURL_SOCKOPT_OK to go on.
typedef int (*mcctl_curl_socket_made)(void *context, curl_socket_t socket, curlsocktype purpose);

/// CURLOPT_HEADERFUNCTION with CURLOPT_HEADERDATA.
CURLcode mcctl_curl_set_header_callback(CURL *handle, mcctl_curl_receive callback, void *context);
/// CURLOPT_WRITEFUNCTION with CURLOPT_WRITEDATA.
CURLcode mcctl_curl_set_body_callback(CURL *handle, mcctl_curl_receive callback, void *context);
/// CURLOPT_READFUNCTION with CURLOPT_READDATA.
CURLcode mcctl_curl_set_upload_callback(CURL *handle, mcctl_curl_provide callback, void *context);
/// CURLOPT_SEEKFUNCTION with CURLOPT_SEEKDATA.
CURLcode mcctl_curl_set_seek_callback(CURL *handle, mcctl_curl_seek callback, void *context);
/// CURLOPT_SOCKOPTFUNCTION with CURLOPT_SOCKOPTDATA.
CURLcode mcctl_curl_set_socket_callback(CURL *handle, mcctl_curl_socket_made callback,
                                        void *context);

// Facts about a transfer; 0 or NULL when not known.

/// For facts that are a long.
long mcctl_curl_get_long(CURL *handle, CURLINFO info);
/// For facts that are a curl_off_t, such as sizes and times in microseconds.
int64_t mcctl_curl_get_offset(CURL *handle, CURLINFO info);
/// CURLINFO_PRIVATE: the pointer set as CURLOPT_PRIVATE.
void *mcctl_curl_get_private(CURL *handle);
/// CURLINFO_CERTINFO: the server's chain, its own certificate first. Belongs to the handle.
const struct curl_certinfo *mcctl_curl_get_certificates(CURL *handle);

// Multi handles.

/// A new multi handle, or NULL without memory.
CURLM *mcctl_curl_multi_init(void);
/// Takes a transfer in, which starts with the next mcctl_curl_multi_perform().
CURLMcode mcctl_curl_multi_add_handle(CURLM *multi, CURL *handle);
/// Lets go of a transfer, finished or not.
CURLMcode mcctl_curl_multi_remove_handle(CURLM *multi, CURL *handle);
/// Does what can be done without waiting.
CURLMcode mcctl_curl_multi_perform(CURLM *multi);
/// Waits for something to do, for mcctl_curl_multi_wakeup(), or for `milliseconds`.
CURLMcode mcctl_curl_multi_poll(CURLM *multi, int milliseconds);
/// Ends the wait; may be called by any thread.
CURLMcode mcctl_curl_multi_wakeup(CURLM *multi);
/// The next transfer that has ended with its code, or NULL.
CURL *mcctl_curl_multi_next_done(CURLM *multi, CURLcode *code);
/// Connections for the transfers whose CURLOPT_SHARE this is, apart from those of their multi handle; without locks, so
/// for one thread. NULL without memory.
CURLSH *mcctl_curl_share_connections(void);
/// For options that take a long.
CURLMcode mcctl_curl_multi_set_long(CURLM *multi, CURLMoption option, long value);

#endif
