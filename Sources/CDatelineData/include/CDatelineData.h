#ifndef CDATELINE_DATA_H
#define CDATELINE_DATA_H

#include <stddef.h>

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
dateline_data dateline_weights_tagger(void);
dateline_data dateline_weights_parser_actions(void);
dateline_data dateline_weights_parser_relations(void);

/* Asks the processor to fetch the line of memory at address, which Swift cannot say. */
static inline void dateline_prefetch(const void *address) {
  __builtin_prefetch(address);
}

#endif
