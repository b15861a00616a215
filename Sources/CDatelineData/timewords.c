#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char timewords[] = {
#embed "lexicon/timewords.tsv"
};

dateline_data dateline_lexicon_timewords(void) {
  return (dateline_data){timewords, sizeof timewords};
}
