#include "CDatelineLab.h"

#include <string.h>

/*
 * Most of the time of training: eight products are made at once where the processor can. No two
 * steps are made one, so that it comes to the same bytes where it cannot.
 *
 * The right side is taken in strips of sixteen columns, which are copied to lie together: a strip
 * stays in the nearest memory while all rows of the left side meet it.
 */

#pragma STDC FP_CONTRACT OFF

typedef float eight __attribute__((vector_size(32)));

enum { strip = 16, deepest = 2048, tallest = 4 };

/* One to four rows by eight or sixteen columns, whose rows on the right are step apart. */
__attribute__((always_inline)) static inline void
block(dateline_matrix left, const float *right, ptrdiff_t step, float *result, size_t rows,
      size_t parts, size_t inner, size_t columns) {
  eight sums[tallest][2];
  memset(sums, 0, sizeof sums);
  const float *first = left.start;
  for (size_t index = 0; index < inner; index++) {
    eight values[2];
    for (size_t part = 0; part < parts; part++) memcpy(&values[part], right + 8 * part, 32);
    for (size_t row = 0; row < rows; row++) {
      const float factor = first[(ptrdiff_t)row * left.row];
      for (size_t part = 0; part < parts; part++) sums[row][part] += factor * values[part];
    }
    first += left.column;
    right += step;
  }
  for (size_t row = 0; row < rows; row++) {
    for (size_t part = 0; part < parts; part++) {
      float *target = result + row * columns + 8 * part;
      eight sum;
      memcpy(&sum, target, 32);
      sum += sums[row][part];
      memcpy(target, &sum, 32);
    }
  }
}

/* All rows by the columns of one strip. */
__attribute__((always_inline)) static inline void
column(dateline_matrix left, const float *right, ptrdiff_t step, float *result, size_t rows,
       size_t parts, size_t inner, size_t columns) {
  size_t row = 0;
  for (; row + tallest <= rows; row += tallest) {
    block(left, right, step, result + row * columns, tallest, parts, inner, columns);
    left.start += tallest * left.row;
  }
  for (; row < rows; row++) {
    block(left, right, step, result + row * columns, 1, parts, inner, columns);
    left.start += left.row;
  }
}

__attribute__((always_inline)) static inline void
product(dateline_matrix left, dateline_matrix right, float *result, size_t rows, size_t inner,
        size_t columns) {
  float copy[deepest * strip];
  const int isCopied = inner <= deepest && rows > tallest;
  for (size_t start = 0; start < columns; start += strip) {
    const size_t width = columns - start < strip ? columns - start : strip;
    const float *from = right.start + start;
    ptrdiff_t step = right.row;
    if (isCopied) {
      for (size_t index = 0; index < inner; index++) {
        memcpy(copy + index * strip, from + (ptrdiff_t)index * right.row, width * sizeof *copy);
      }
      from = copy;
      step = strip;
    }
    if (width == strip) {
      column(left, from, step, result + start, rows, 2, inner, columns);
    } else {
      column(left, from, step, result + start, rows, 1, inner, columns);
    }
  }
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void
product_avx2(dateline_matrix left, dateline_matrix right, float *result, size_t rows, size_t inner,
             size_t columns) {
  product(left, right, result, rows, inner, columns);
}

#endif

void dateline_lab_add_product(dateline_matrix left, dateline_matrix right, float *result,
                              size_t rows, size_t inner, size_t columns) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    product_avx2(left, right, result, rows, inner, columns);
    return;
  }
#endif
  product(left, right, result, rows, inner, columns);
}
