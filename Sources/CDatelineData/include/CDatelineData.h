#ifndef CDATELINE_DATA_H
#define CDATELINE_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One embedded file: its bytes and their number. */
typedef struct {
  const unsigned char *bytes;
  size_t count;
} dateline_data;

/* One function for each embedded file; see the .c file of the same subject. */
dateline_data dateline_lexicon_countries(void);
dateline_data dateline_lexicon_furniture(void);
dateline_data dateline_lexicon_segmentation(void);
dateline_data dateline_lexicon_holidays(void);
dateline_data dateline_lexicon_movable(void);
dateline_data dateline_lexicon_timewords(void);
dateline_data dateline_lexicon_offices(void);
dateline_data dateline_lexicon_actors(void);
dateline_data dateline_lexicon_aliases(void);
/* Firms, media and other bodies: kind, names. */
dateline_data dateline_lexicon_bodies(void);
dateline_data dateline_lexicon_common(void);
dateline_data dateline_lexicon_name_cues(void);
dateline_data dateline_lexicon_kinds(void);
dateline_data dateline_lexicon_metonyms(void);
dateline_data dateline_lexicon_people(void);
dateline_data dateline_lexicon_places(void);
dateline_data dateline_lexicon_proper(void);
dateline_data dateline_weights_names(void);
dateline_data dateline_weights_language(void);

/* Facts: events, claims. */
dateline_data dateline_lexicon_irregular_verbs(void);
dateline_data dateline_lexicon_cues(void);
dateline_data dateline_lexicon_events(void);
dateline_data dateline_lexicon_event_classes(void);
dateline_data dateline_lexicon_referents(void);
dateline_data dateline_lexicon_claim_words(void);
dateline_data dateline_lexicon_lemma(void);
dateline_data dateline_weights_vocabulary(void);
dateline_data dateline_weights_syntax(void);

/*
 * Writes the product of left and right to result, row by row. left has rows of 2 * pairs numbers;
 * right has columns, a multiple of 16, and for each pair of its rows the two numbers of a column
 * beside each other. Sums wrap around.
 */
void dateline_products(const int16_t *left, size_t rows, size_t pairs, const int16_t *right,
                       size_t columns, int32_t *result);

/*
 * The same of bytes: left has rows of 4 * groups numbers, groups being even; right, whose numbers lie
 * between plus and minus 31, has for each four of its rows the four numbers of a column beside each
 * other. With so small numbers eight products fit sixteen bits, which processors add fastest.
 */
void dateline_byte_products(const uint8_t *left, size_t rows, size_t groups, const int8_t *right,
                            size_t columns, int32_t *result);

/*
 * Brings count numbers to bytes for dateline_byte_products: times factor / 32768, the nearest, within
 * -128 and 127, and 128 more.
 */
void dateline_narrow(const int16_t *restrict values, size_t count, int16_t factor,
                     uint8_t *restrict result);

/*
 * One direction of a recurrent layer: state lanes, a multiple of eight, whose sums are those of the
 * candidates, of what is kept and of what is told, brought to scale by scales and bias. A position
 * has columns sums and width numbers that are told, whole ones of which unit make one.
 */
typedef struct {
  const float *scales, *bias;
  size_t state, columns, width;
  float unit;
} dateline_layer;

/*
 * Runs one direction of a layer over count positions, from the first or from the last. sums, input
 * and output point to its first lane at the first position; input, where there is one, is added to
 * what is told. It may lie where the output goes.
 */
void dateline_recur(const dateline_layer *layer, const int32_t *sums, size_t count,
                    bool is_backward, const int16_t *input, int16_t *output);

/* Writes the sums of two rows, within 0 and 32000. */
void dateline_join(const int16_t *restrict left, const int16_t *restrict right, size_t count,
                   int16_t *restrict result);

/*
 * Brings count sums to scale, then to whole numbers of which unit make one: the nearest, within plus
 * and minus 32000, or where is_cut holds between 0 and 32000.
 */
void dateline_scale(const int32_t *restrict sums, const float *restrict scales,
                    const float *restrict bias, size_t count, float unit, bool is_cut,
                    int16_t *restrict result);

/* Asks the processor to fetch the line of memory at address, which Swift cannot say. */
static inline void dateline_prefetch(const void *address) {
  __builtin_prefetch(address);
}

#endif
