// The labelled posts and the ranking that come with the program, as bytes within the program itself.
#ifndef THEMARADAR_TRIAGE_DATA_H
#define THEMARADAR_TRIAGE_DATA_H

#include <stddef.h>

/// The labelled posts, NDJSON {id,text,classes,unlabelled?}; sets how many bytes they take.
const unsigned char *_Nonnull themaradar_triage_examples(size_t *_Nonnull size);

/// The ranking that `themaradar train` made of them; sets how many bytes it takes.
const unsigned char *_Nonnull themaradar_triage_ranking(size_t *_Nonnull size);

#endif
