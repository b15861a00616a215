#include "CDeflate.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

/* zlib behind functions that know only bytes: one block at a time, from memory to memory. */

size_t dateline_packed_bound(size_t count) { return count + count / 1000 + 64; }

/* A stream from one stretch of memory to another; nothing where they are too long for zlib. */
static int is_streamed(z_stream *stream, const uint8_t *from, size_t fromCount, uint8_t *to,
                       size_t toCount) {
  memset(stream, 0, sizeof *stream);
  stream->next_in = (Bytef *)from;
  stream->avail_in = (uInt)fromCount;
  stream->next_out = to;
  stream->avail_out = (uInt)toCount;
  return fromCount <= UINT_MAX && toCount <= UINT_MAX;
}

size_t dateline_pack(const uint8_t *bytes, size_t count, uint8_t *packed, size_t room) {
  z_stream stream;
  if (!is_streamed(&stream, bytes, count, packed, room)) return 0;
  /* A negative number of bits asks for deflate without a header. */
  if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  int status = deflate(&stream, Z_FINISH);
  size_t size = stream.total_out;
  deflateEnd(&stream);
  return status == Z_STREAM_END ? size : 0;
}

int dateline_unpack(const uint8_t *packed, size_t packedCount, uint8_t *bytes, size_t count) {
  z_stream stream;
  if (!is_streamed(&stream, packed, packedCount, bytes, count)) return 0;
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  int status = inflate(&stream, Z_FINISH);
  size_t size = stream.total_out;
  inflateEnd(&stream);
  return status == Z_STREAM_END && size == count;
}
