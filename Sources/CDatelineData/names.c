#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char actors[] = {
#embed "lexicon/actors.tsv"
};

static const unsigned char bodies[] = {
#embed "lexicon/bodies.tsv"
};

static const unsigned char aliases[] = {
#embed "lexicon/aliases.tsv"
};

static const unsigned char common[] = {
#embed "lexicon/common.tsv"
};

static const unsigned char name_cues[] = {
#embed "lexicon/namecues.tsv"
};

static const unsigned char kinds[] = {
#embed "lexicon/kinds.tsv"
};

static const unsigned char metonyms[] = {
#embed "lexicon/metonyms.tsv"
};

static const unsigned char people[] = {
#embed "lexicon/people.tsv"
};

static const unsigned char places[] = {
#embed "lexicon/places.tsv"
};

static const unsigned char proper[] = {
#embed "lexicon/proper.tsv"
};

/* One bucket of weights is one cache line. */
_Alignas(64) static const unsigned char name_weights[] = {
#embed "weights/names.bin"
};

dateline_data dateline_lexicon_actors(void) {
  return (dateline_data){actors, sizeof actors};
}

dateline_data dateline_lexicon_bodies(void) {
  return (dateline_data){bodies, sizeof bodies};
}

dateline_data dateline_lexicon_aliases(void) {
  return (dateline_data){aliases, sizeof aliases};
}

dateline_data dateline_lexicon_common(void) {
  return (dateline_data){common, sizeof common};
}

dateline_data dateline_lexicon_name_cues(void) {
  return (dateline_data){name_cues, sizeof name_cues};
}

dateline_data dateline_lexicon_kinds(void) {
  return (dateline_data){kinds, sizeof kinds};
}

dateline_data dateline_lexicon_metonyms(void) {
  return (dateline_data){metonyms, sizeof metonyms};
}

dateline_data dateline_lexicon_people(void) {
  return (dateline_data){people, sizeof people};
}

dateline_data dateline_lexicon_places(void) {
  return (dateline_data){places, sizeof places};
}

dateline_data dateline_lexicon_proper(void) {
  return (dateline_data){proper, sizeof proper};
}

dateline_data dateline_weights_names(void) {
  return (dateline_data){name_weights, sizeof name_weights};
}
