#include "CZlib.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// zlib's interface as zlib.h declares it; its layout and numbers are part of the ABI of libz.so.1. They stand here
// so that no header of zlib is needed to build.
typedef struct {
  const unsigned char *next_in;
  unsigned avail_in;
  unsigned long total_in;
  unsigned char *next_out;
  unsigned avail_out;
  unsigned long total_out;
  const char *msg;
  void *state;
  void *(*zalloc)(void *, unsigned, unsigned);
  void (*zfree)(void *, void *);
  void *opaque;
  int data_type;
  unsigned long adler;
  unsigned long reserved;
} stream;

enum { no_flush = 0, finish = 4 };
enum { ok = 0, stream_end = 1, buffer_error = -5 };
enum { best_compression = 9, deflated = 8, gzip_window = 15 + 16, best_memory = 9, default_strategy = 0 };

static struct {
  int (*deflateInit2_)(stream *, int, int, int, int, int, const char *, int);
  unsigned long (*deflateBound)(stream *, unsigned long);
  int (*deflate)(stream *, int);
  int (*deflateEnd)(stream *);
  int (*inflateInit2_)(stream *, int, const char *, int);
  int (*inflate)(stream *, int);
  int (*inflateEnd)(stream *);
  const char *(*zlibVersion)(void);
} zlib;

#ifdef __APPLE__
static const char library_name[] = "libz.1.dylib";
#else
static const char library_name[] = "libz.so.1";
#endif

bool mcctl_zlib_load(char *reason, size_t size) {
  void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    snprintf(reason, size, "%s", dlerror());
    return false;
  }
#define FIND(name)                                                         \
  *(void **)&zlib.name = dlsym(library, #name);                            \
  if (zlib.name == NULL) {                                                 \
    snprintf(reason, size, "%s has no %s", library_name, #name);           \
    return false;                                                          \
  }
  FIND(deflateInit2_)
  FIND(deflateBound)
  FIND(deflate)
  FIND(deflateEnd)
  FIND(inflateInit2_)
  FIND(inflate)
  FIND(inflateEnd)
  FIND(zlibVersion)
  return true;
}

static bool begin_deflate(stream *stream) {
  memset(stream, 0, sizeof *stream);
  return zlib.deflateInit2_(
           stream, best_compression, deflated, gzip_window, best_memory, default_strategy,
           zlib.zlibVersion(), (int)sizeof *stream)
    == ok;
}

size_t mcctl_zlib_bound(size_t count) {
  stream stream;
  if (!begin_deflate(&stream)) return 0;
  size_t bound = zlib.deflateBound(&stream, count);
  zlib.deflateEnd(&stream);
  return bound;
}

size_t mcctl_zlib_compress(const uint8_t *input, size_t count, uint8_t *output, size_t capacity) {
  stream stream;
  if (count > UINT32_MAX || capacity > UINT32_MAX || !begin_deflate(&stream)) return 0;
  stream.next_in = input;
  stream.avail_in = (unsigned)count;
  stream.next_out = output;
  stream.avail_out = (unsigned)capacity;
  int code = zlib.deflate(&stream, finish);
  size_t written = code == stream_end ? stream.total_out : 0;
  zlib.deflateEnd(&stream);
  return written;
}

struct mcctl_zlib_expansion {
  stream stream;
};

mcctl_zlib_expansion *mcctl_zlib_begin(const uint8_t *input, size_t count) {
  if (count > UINT32_MAX) return NULL;
  mcctl_zlib_expansion *expansion = calloc(1, sizeof *expansion);
  if (expansion == NULL) return NULL;
  stream *stream = &expansion->stream;
  stream->next_in = input;
  stream->avail_in = (unsigned)count;
  if (zlib.inflateInit2_(stream, gzip_window, zlib.zlibVersion(), (int)sizeof *stream) != ok) {
    free(expansion);
    return NULL;
  }
  return expansion;
}

mcctl_zlib_state mcctl_zlib_step(
  mcctl_zlib_expansion *expansion, uint8_t *output, size_t capacity, size_t *written) {
  stream *stream = &expansion->stream;
  stream->next_out = output;
  stream->avail_out = (unsigned)capacity;
  int code = zlib.inflate(stream, no_flush);
  *written = capacity - stream->avail_out;
  if (code == stream_end) return mcctl_zlib_end;
  if (code != ok && code != buffer_error) return mcctl_zlib_corrupt;
  bool stands_still = *written == 0 || code == buffer_error;
  return stands_still && stream->avail_in == 0 ? mcctl_zlib_truncated : mcctl_zlib_more;
}

size_t mcctl_zlib_rest(const mcctl_zlib_expansion *expansion) { return expansion->stream.avail_in; }

void mcctl_zlib_finish(mcctl_zlib_expansion *expansion) {
  zlib.inflateEnd(&expansion->stream);
  free(expansion);
}
