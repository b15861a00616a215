#include "CDatelineData.h"

/* #embed came with C23; clang offers it to older modes and says so. */
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char vocabulary[] = {
#embed "weights/vocabulary.bin"
};

_Alignas(64) static const unsigned char tagger[] = {
#embed "weights/tagger.bin"
};

_Alignas(64) static const unsigned char parser_actions[] = {
#embed "weights/parser-actions.bin"
};

_Alignas(64) static const unsigned char parser_relations[] = {
#embed "weights/parser-relations.bin"
};

dateline_data dateline_weights_vocabulary(void) {
  return (dateline_data){vocabulary, sizeof vocabulary};
}

dateline_data dateline_weights_tagger(void) {
  return (dateline_data){tagger, sizeof tagger};
}

dateline_data dateline_weights_parser_actions(void) {
  return (dateline_data){parser_actions, sizeof parser_actions};
}

dateline_data dateline_weights_parser_relations(void) {
  return (dateline_data){parser_relations, sizeof parser_relations};
}
