#ifndef CDEFLATE_H
#define CDEFLATE_H

#include <stddef.h>
#include <stdint.h>

/* The most bytes that `count` bytes can be packed in. */
size_t dateline_packed_bound(size_t count);

/* Packs bytes into `room` bytes (RFC 1951, without a header): how many it took, 0 where they do not
   fit or there is no memory. */
size_t dateline_pack(const uint8_t *bytes, size_t count, uint8_t *packed, size_t room);

/* Unpacks into `count` bytes: 1 where the packed bytes make just as many, else 0. */
int dateline_unpack(const uint8_t *packed, size_t packedCount, uint8_t *bytes, size_t count);

#endif
