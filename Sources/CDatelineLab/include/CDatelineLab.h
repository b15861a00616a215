#ifndef CDATELINELAB_H
#define CDATELINELAB_H

#include <stddef.h>

/* A matrix in memory: where it begins and how far apart its rows and its columns are. */
typedef struct {
  const float *start;
  ptrdiff_t row, column;
} dateline_matrix;

/*
 * Adds the product of left (rows by inner) and right (inner by columns, a multiple of 8, which must
 * be neighbours) to result, whose rows are columns apart. Each number is summed in the order of the
 * inner index and added once, so that every machine comes to the same bytes.
 */
void dateline_lab_add_product(dateline_matrix left, dateline_matrix right, float *result,
                              size_t rows, size_t inner, size_t columns);

#endif
