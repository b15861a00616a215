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
 * One step of a recurrent layer, in one direction: from the sums of the candidates, of what is kept
 * and of what is told (state numbers each, brought to scale by scales and bias) follow what is kept
 * now and what is told, in whole numbers of which unit make one. input, where there is one, is added
 * to what is told.
 */
void dateline_advance(const int32_t *restrict sums, const float *restrict scales,
                      const float *restrict bias, size_t state, float unit,
                      float *restrict kept, const int16_t *restrict input,
                      int16_t *restrict output);

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
