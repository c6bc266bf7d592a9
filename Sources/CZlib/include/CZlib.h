#ifndef MCCTL_CZLIB_H
#define MCCTL_CZLIB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// zlib, found when it is first needed: libcurl brings it along wherever mcctl runs.

/// Loads the library; false with a reason when it is not there. To be called before anything else.
bool mcctl_zlib_load(char *reason, size_t size);

/// The most bytes that `count` bytes can become as gzip.
size_t mcctl_zlib_bound(size_t count);

/// Compresses to gzip at the best level, with no name and no time in the header. Returns how many bytes were
/// written to `output`, which has to be as large as `mcctl_zlib_bound` says; 0 on failure.
size_t mcctl_zlib_compress(const uint8_t *input, size_t count, uint8_t *output, size_t capacity);

/// The expansion of one gzip member.
typedef struct mcctl_zlib_expansion mcctl_zlib_expansion;

/// What became of a step.
typedef enum {
  mcctl_zlib_more,
  mcctl_zlib_end,
  mcctl_zlib_truncated,
  mcctl_zlib_corrupt,
} mcctl_zlib_state;

/// Begins to expand bytes, which have to stay where they are until the end; NULL without memory.
mcctl_zlib_expansion *mcctl_zlib_begin(const uint8_t *input, size_t count);

/// Writes up to `capacity` further bytes to `output`, and how many these are to `written`.
mcctl_zlib_state mcctl_zlib_step(
  mcctl_zlib_expansion *expansion, uint8_t *output, size_t capacity, size_t *written);

/// How many bytes of the input stand behind the end.
size_t mcctl_zlib_rest(const mcctl_zlib_expansion *expansion);

/// Gives everything back.
void mcctl_zlib_finish(mcctl_zlib_expansion *expansion);

#endif
