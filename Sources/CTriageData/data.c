// Takes the files of `pipelines/triage` into the program. #embed is C23; the compiler knows it in C17 as well.
#include "CTriageData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char examples[] = {
#embed "../../pipelines/triage/voorbeelden.ndjson"
};

static const unsigned char ranking[] = {
#embed "../../pipelines/triage/rangschikking.bin"
};

const unsigned char *themaradar_triage_examples(size_t *size) {
  *size = sizeof examples;
  return examples;
}

const unsigned char *themaradar_triage_ranking(size_t *size) {
  *size = sizeof ranking;
  return ranking;
}
