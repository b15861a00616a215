#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char irregular_verbs[] = {
#embed "lexicon/irregular-verbs.tsv"
};

static const unsigned char cues[] = {
#embed "lexicon/cues.tsv"
};

static const unsigned char events[] = {
#embed "lexicon/events.tsv"
};

static const unsigned char event_classes[] = {
#embed "lexicon/event-classes.tsv"
};

static const unsigned char claim_words[] = {
#embed "lexicon/claim-words.tsv"
};

dateline_data dateline_lexicon_claim_words(void) {
  return (dateline_data){claim_words, sizeof claim_words};
}

static const unsigned char referents[] = {
#embed "lexicon/referents.tsv"
};

dateline_data dateline_lexicon_referents(void) {
  return (dateline_data){referents, sizeof referents};
}

dateline_data dateline_lexicon_irregular_verbs(void) {
  return (dateline_data){irregular_verbs, sizeof irregular_verbs};
}

dateline_data dateline_lexicon_cues(void) {
  return (dateline_data){cues, sizeof cues};
}

dateline_data dateline_lexicon_events(void) {
  return (dateline_data){events, sizeof events};
}

dateline_data dateline_lexicon_event_classes(void) {
  return (dateline_data){event_classes, sizeof event_classes};
}
