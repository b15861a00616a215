#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char timewords[] = {
#embed "lexicon/timewords.tsv"
};

static const unsigned char holidays[] = {
#embed "lexicon/holidays.tsv"
};

static const unsigned char movable[] = {
#embed "lexicon/movable.tsv"
};

static const unsigned char offices[] = {
#embed "lexicon/offices.tsv"
};

dateline_data dateline_lexicon_timewords(void) {
  return (dateline_data){timewords, sizeof timewords};
}

dateline_data dateline_lexicon_holidays(void) {
  return (dateline_data){holidays, sizeof holidays};
}

dateline_data dateline_lexicon_movable(void) {
  return (dateline_data){movable, sizeof movable};
}

dateline_data dateline_lexicon_offices(void) {
  return (dateline_data){offices, sizeof offices};
}
