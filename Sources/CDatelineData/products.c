#include "CDatelineData.h"

/*
 * What the syntax network does most of the time: it gains much from instructions that work on many
 * numbers at once, some of which not every processor has. Sums of whole numbers are exact, and no
 * two steps on others are made one, so all ways give the same bytes.
 */

#pragma STDC FP_CONTRACT OFF

/* Made for processors with the wider registers as well, and chosen when the program starts. */
#if defined(__x86_64__)
#define WIDEST __attribute__((target_clones("avx2", "default")))
#else
#define WIDEST
#endif

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

static int int_at(const void *values) {
  int value;
  memcpy(&value, values, sizeof value);
  return value;
}

/* As many rows as sums of two times eight columns fit the registers beside what they are made of. */
enum { most_rows = 6, most_byte_rows = 4 };

/* One to six rows by sixteen columns. */
__attribute__((target("avx2"), always_inline)) static inline void
block_avx2(const int16_t *left, size_t step, size_t rows, size_t pairs, const int16_t *right,
           size_t columns, int32_t *result) {
  __m256i sums[most_rows][2];
  for (size_t row = 0; row < rows; row++) {
    sums[row][0] = sums[row][1] = _mm256_setzero_si256();
  }
  for (size_t pair = 0; pair < pairs; pair++) {
    const int16_t *line = right + pair * columns * 2;
    __m256i low = _mm256_loadu_si256((const __m256i *)line);
    __m256i high = _mm256_loadu_si256((const __m256i *)(line + 16));
    for (size_t row = 0; row < rows; row++) {
      __m256i value = _mm256_set1_epi32(int_at(left + row * step + 2 * pair));
      sums[row][0] = _mm256_add_epi32(sums[row][0], _mm256_madd_epi16(low, value));
      sums[row][1] = _mm256_add_epi32(sums[row][1], _mm256_madd_epi16(high, value));
    }
  }
  for (size_t row = 0; row < rows; row++) {
    _mm256_storeu_si256((__m256i *)(result + row * columns), sums[row][0]);
    _mm256_storeu_si256((__m256i *)(result + row * columns + 8), sums[row][1]);
  }
}

/* All rows go by one part of the columns before the next, so that the part stays in the cache. */
__attribute__((target("avx2"))) static void
products_avx2(const int16_t *left, size_t rows, size_t pairs, const int16_t *right, size_t columns,
              int32_t *result) {
  for (size_t column = 0; column < columns; column += 16) {
    const int16_t *part = right + 2 * column;
    for (size_t row = 0; row < rows; row += most_rows) {
      const int16_t *first = left + row * pairs * 2;
      int32_t *target = result + row * columns + column;
      switch (rows - row) {
      case 1: block_avx2(first, 2 * pairs, 1, pairs, part, columns, target); break;
      case 2: block_avx2(first, 2 * pairs, 2, pairs, part, columns, target); break;
      case 3: block_avx2(first, 2 * pairs, 3, pairs, part, columns, target); break;
      case 4: block_avx2(first, 2 * pairs, 4, pairs, part, columns, target); break;
      case 5: block_avx2(first, 2 * pairs, 5, pairs, part, columns, target); break;
      default: block_avx2(first, 2 * pairs, most_rows, pairs, part, columns, target);
      }
    }
  }
}

/* The sum of eight products by column, of two groups of four: it fits sixteen bits. */
__attribute__((target("avx2"), always_inline)) static inline __m256i
eight_products(__m256i left, __m256i next, __m256i right, __m256i below) {
  const __m256i sums =
      _mm256_add_epi16(_mm256_maddubs_epi16(left, right), _mm256_maddubs_epi16(next, below));
  return _mm256_madd_epi16(sums, _mm256_set1_epi16(1));
}

/* One to four rows by sixteen columns. */
__attribute__((target("avx2"), always_inline)) static inline void
byte_block_avx2(const uint8_t *left, size_t rows, size_t groups, const int8_t *right,
                size_t columns, int32_t *result) {
  __m256i sums[most_byte_rows][2];
  for (size_t row = 0; row < rows; row++) {
    sums[row][0] = sums[row][1] = _mm256_setzero_si256();
  }
  for (size_t group = 0; group < groups; group += 2) {
    const int8_t *line = right + group * columns * 4;
    const int8_t *below = line + columns * 4;
    __m256i low = _mm256_loadu_si256((const __m256i *)line);
    __m256i high = _mm256_loadu_si256((const __m256i *)(line + 32));
    __m256i low_below = _mm256_loadu_si256((const __m256i *)below);
    __m256i high_below = _mm256_loadu_si256((const __m256i *)(below + 32));
    for (size_t row = 0; row < rows; row++) {
      const uint8_t *values = left + 4 * (row * groups + group);
      __m256i four = _mm256_set1_epi32(int_at(values));
      __m256i next = _mm256_set1_epi32(int_at(values + 4));
      sums[row][0] = _mm256_add_epi32(sums[row][0], eight_products(four, next, low, low_below));
      sums[row][1] = _mm256_add_epi32(sums[row][1], eight_products(four, next, high, high_below));
    }
  }
  for (size_t row = 0; row < rows; row++) {
    _mm256_storeu_si256((__m256i *)(result + row * columns), sums[row][0]);
    _mm256_storeu_si256((__m256i *)(result + row * columns + 8), sums[row][1]);
  }
}

__attribute__((target("avx2"))) static void
byte_products_avx2(const uint8_t *left, size_t rows, size_t groups, const int8_t *right,
                   size_t columns, int32_t *result) {
  for (size_t column = 0; column < columns; column += 16) {
    const int8_t *part = right + 4 * column;
    for (size_t row = 0; row < rows; row += most_byte_rows) {
      const uint8_t *first = left + 4 * row * groups;
      int32_t *target = result + row * columns + column;
      switch (rows - row) {
      case 1: byte_block_avx2(first, 1, groups, part, columns, target); break;
      case 2: byte_block_avx2(first, 2, groups, part, columns, target); break;
      case 3: byte_block_avx2(first, 3, groups, part, columns, target); break;
      default: byte_block_avx2(first, most_byte_rows, groups, part, columns, target);
      }
    }
  }
}

/* One or two rows by sixteen columns. */
__attribute__((always_inline)) static inline void
block_sse2(const int16_t *left, size_t step, size_t rows, size_t pairs, const int16_t *right,
           size_t columns, int32_t *result) {
  __m128i sums[2][4];
  for (size_t row = 0; row < rows; row++) {
    for (size_t part = 0; part < 4; part++) sums[row][part] = _mm_setzero_si128();
  }
  for (size_t pair = 0; pair < pairs; pair++) {
    const int16_t *line = right + pair * columns * 2;
    for (size_t row = 0; row < rows; row++) {
      __m128i value = _mm_set1_epi32(int_at(left + row * step + 2 * pair));
      for (size_t part = 0; part < 4; part++) {
        __m128i weights = _mm_loadu_si128((const __m128i *)(line + 8 * part));
        sums[row][part] = _mm_add_epi32(sums[row][part], _mm_madd_epi16(weights, value));
      }
    }
  }
  for (size_t row = 0; row < rows; row++) {
    for (size_t part = 0; part < 4; part++) {
      _mm_storeu_si128((__m128i *)(result + row * columns + 4 * part), sums[row][part]);
    }
  }
}

static void products(const int16_t *left, size_t rows, size_t pairs, const int16_t *right,
                     size_t columns, int32_t *result) {
  for (size_t row = 0; row < rows; row += 2) {
    const int16_t *first = left + row * pairs * 2;
    for (size_t column = 0; column < columns; column += 16) {
      int32_t *target = result + row * columns + column;
      const int16_t *part = right + 2 * column;
      if (rows - row == 1) {
        block_sse2(first, 2 * pairs, 1, pairs, part, columns, target);
      } else {
        block_sse2(first, 2 * pairs, 2, pairs, part, columns, target);
      }
    }
  }
}

void dateline_products(const int16_t *left, size_t rows, size_t pairs, const int16_t *right,
                       size_t columns, int32_t *result) {
  if (__builtin_cpu_supports("avx2")) {
    products_avx2(left, rows, pairs, right, columns, result);
  } else {
    products(left, rows, pairs, right, columns, result);
  }
}

#else

void dateline_products(const int16_t *left, size_t rows, size_t pairs, const int16_t *right,
                       size_t columns, int32_t *result) {
  for (size_t row = 0; row < rows; row++) {
    int32_t *target = result + row * columns;
    for (size_t column = 0; column < columns; column++) target[column] = 0;
    for (size_t pair = 0; pair < pairs; pair++) {
      const int32_t first = left[(row * pairs + pair) * 2];
      const int32_t second = left[(row * pairs + pair) * 2 + 1];
      const int16_t *line = right + pair * columns * 2;
      for (size_t column = 0; column < columns; column++) {
        target[column] += first * line[2 * column] + second * line[2 * column + 1];
      }
    }
  }
}

#endif

/* The same of bytes, on processors without an instruction for it. */
static void
plain_byte_products(const uint8_t *restrict left, size_t rows, size_t groups,
                    const int8_t *restrict right, size_t columns, int32_t *restrict result) {
  for (size_t row = 0; row < rows; row++) {
    int32_t *target = result + row * columns;
    for (size_t column = 0; column < columns; column++) target[column] = 0;
    for (size_t group = 0; group < groups; group++) {
      const uint8_t *four = left + 4 * (row * groups + group);
      const int8_t *line = right + 4 * group * columns;
      for (size_t column = 0; column < columns; column++) {
        const int8_t *weights = line + 4 * column;
        target[column] += four[0] * weights[0] + four[1] * weights[1] + four[2] * weights[2] +
                          four[3] * weights[3];
      }
    }
  }
}

void dateline_byte_products(const uint8_t *left, size_t rows, size_t groups, const int8_t *right,
                            size_t columns, int32_t *result) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    byte_products_avx2(left, rows, groups, right, columns, result);
    return;
  }
#endif
  plain_byte_products(left, rows, groups, right, columns, result);
}

WIDEST void
dateline_narrow(const int16_t *restrict values, size_t count, int16_t factor,
                uint8_t *restrict result) {
  for (size_t index = 0; index < count; index++) {
    const int32_t value = ((int32_t)values[index] * factor + 16384) >> 15;
    result[index] = (uint8_t)(128 + (value < -128 ? -128 : value > 127 ? 127 : value));
  }
}

__attribute__((always_inline)) static inline float between(float value, float low, float high) {
  return value < low ? low : value > high ? high : value;
}

/* Eight lanes of a layer, as the registers of most processors hold them. */
enum { lanes = 8 };
typedef float floats __attribute__((vector_size(4 * lanes)));
typedef int32_t ints __attribute__((vector_size(4 * lanes)));
typedef int16_t shorts __attribute__((vector_size(2 * lanes)));

#define LOAD(type, target, source) \
  type target; \
  __builtin_memcpy(&target, source, sizeof target)
#define BETWEEN(value, low, high) \
  __builtin_elementwise_min(__builtin_elementwise_max(value, (floats){} + (low)), (floats){} + (high))

/*
 * One way over the positions for some lanes, what is kept of them in registers: blocks of them at
 * once, so that one is worked on while another waits for its last result.
 */
__attribute__((always_inline)) static inline void
recur_blocks(const dateline_layer layer, const int32_t *sums, size_t count, bool is_backward,
             const int16_t *input, int16_t *output, size_t first, size_t blocks) {
  const size_t state = layer.state;
  floats kept[2] = {{0}, {0}};
  for (size_t step = 0; step < count; step++) {
    const size_t position = is_backward ? count - 1 - step : step;
#pragma clang loop unroll(full)
    for (size_t block = 0; block < blocks; block++) {
      const size_t lane = first + block * lanes;
      floats gates[3];
      for (size_t gate = 0; gate < 3; gate++) {
        const size_t column = gate * state + lane;
        LOAD(ints, sum, sums + position * layer.columns + column);
        LOAD(floats, scale, layer.scales + column);
        LOAD(floats, bias, layer.bias + column);
        gates[gate] = __builtin_convertvector(sum, floats) * scale + bias;
      }
      const floats candidate = BETWEEN(gates[0], -1.0f, 1.0f);
      const floats keep = BETWEEN(gates[1] * 0.25f + 0.5f, 0.0f, 1.0f);
      const floats tell = BETWEEN(gates[2] * 0.25f + 0.5f, 0.0f, 1.0f);
      const floats value = candidate + keep * (kept[block] - candidate);
      kept[block] = value;
      /* What is told lies between plus and minus unit: made positive, it is rounded by being cut. */
      const floats told = tell * value * layer.unit + (layer.unit + 0.5f);
      const ints whole = __builtin_convertvector(told, ints) - (int32_t)layer.unit;
      shorts result = __builtin_convertvector(whole, shorts);
      const size_t place = position * layer.width + lane;
      if (input) {
        LOAD(shorts, before, input + place);
        result += before;
      }
      __builtin_memcpy(output + place, &result, sizeof result);
    }
  }
}

__attribute__((always_inline)) static inline void
recur(const dateline_layer layer, const int32_t *sums, size_t count, bool is_backward,
      const int16_t *input, int16_t *output) {
  size_t first = 0;
  for (; first + 2 * lanes <= layer.state; first += 2 * lanes) {
    recur_blocks(layer, sums, count, is_backward, input, output, first, 2);
  }
  if (first < layer.state) {
    recur_blocks(layer, sums, count, is_backward, input, output, first, 1);
  }
}

WIDEST void
dateline_recur(const dateline_layer *layer, const int32_t *sums, size_t count, bool is_backward,
               const int16_t *input, int16_t *output) {
  recur(*layer, sums, count, is_backward, input, output);
}

WIDEST void
dateline_scale(const int32_t *restrict sums, const float *restrict scales,
               const float *restrict bias, size_t count, float unit, bool is_cut,
               int16_t *restrict result) {
  const float low = is_cut ? 0 : -32000;
  for (size_t index = 0; index < count; index++) {
    const float value = ((float)sums[index] * scales[index] + bias[index]) * unit;
    /* Adding this constant leaves the nearest whole number in the low bits. */
    const float rounded = between(value, low, 32000) + 12582912.0f;
    int32_t bits;
    __builtin_memcpy(&bits, &rounded, sizeof bits);
    result[index] = (int16_t)bits;
  }
}

WIDEST void
dateline_join(const int16_t *restrict left, const int16_t *restrict right, size_t count,
              int16_t *restrict result) {
  for (size_t index = 0; index < count; index++) {
    const int32_t sum = left[index] + right[index];
    result[index] = (int16_t)(sum < 0 ? 0 : sum > 32000 ? 32000 : sum);
  }
}
