#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char lemma[] = {
#embed "lexicon/lemma.tsv"
};

dateline_data dateline_lexicon_lemma(void) {
  return (dateline_data){lemma, sizeof lemma};
}
