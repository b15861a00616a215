#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char segmentation[] = {
#embed "lexicon/segmentation.tsv"
};

dateline_data dateline_lexicon_segmentation(void) {
  return (dateline_data){segmentation, sizeof segmentation};
}
