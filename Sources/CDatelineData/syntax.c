#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char vocabulary[] = {
#embed "weights/vocabulary.bin"
};

_Alignas(64) static const unsigned char syntax[] = {
#embed "weights/syntax.bin"
};

dateline_data dateline_weights_vocabulary(void) {
  return (dateline_data){vocabulary, sizeof vocabulary};
}

dateline_data dateline_weights_syntax(void) {
  return (dateline_data){syntax, sizeof syntax};
}
