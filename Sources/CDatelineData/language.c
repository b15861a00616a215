#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char language[] = {
#embed "weights/language.bin"
};

dateline_data dateline_weights_language(void) {
  return (dateline_data){language, sizeof language};
}
