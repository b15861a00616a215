#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char countries[] = {
#embed "lexicon/countries.tsv"
};

dateline_data dateline_lexicon_countries(void) {
  return (dateline_data){countries, sizeof countries};
}
