#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char irregular_verbs[] = {
#embed "lexicon/irregular-verbs.tsv"
};

static const unsigned char cues[] = {
#embed "lexicon/cues.tsv"
};

dateline_data dateline_lexicon_irregular_verbs(void) {
  return (dateline_data){irregular_verbs, sizeof irregular_verbs};
}

dateline_data dateline_lexicon_cues(void) {
  return (dateline_data){cues, sizeof cues};
}
