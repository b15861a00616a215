#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char furniture[] = {
#embed "lexicon/furniture.tsv"
};

dateline_data dateline_lexicon_furniture(void) {
  return (dateline_data){furniture, sizeof furniture};
}
