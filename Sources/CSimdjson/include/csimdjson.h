// A C face on simdjson: parses one JSON document into a flat tree that Swift walks without copying.
#ifndef THEMARADAR_CSIMDJSON_H
#define THEMARADAR_CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  tj_null = 0,
  tj_false = 1,
  tj_true = 2,
  tj_number = 3,
  tj_string = 4,
  tj_array = 5,
  tj_object = 6
};

enum {
  tj_ok = 0,
  // The document ends before it is complete.
  tj_truncated = 1,
  // Not JSON; `position` says where.
  tj_syntax = 2,
  // Deeper than allowed.
  tj_depth = 3,
  // Not UTF-8.
  tj_encoding = 4,
  // No document at all: only white space.
  tj_empty = 5,
  // Too large for 32-bit offsets, or out of memory.
  tj_size = 6
};

// A value. Values stand in document order; those of an object as key, value, key, value.
typedef struct tj_node {
  // Kind: tj_null … tj_object.
  uint32_t kind;
  // Index of the node behind this one and all that is in it.
  uint32_t next;
  // Strings and numbers: where their bytes start in `text`.
  uint32_t offset;
  // Strings and numbers: how many bytes; arrays: how many elements; objects: how many members.
  uint32_t length;
} tj_node;

typedef struct tj_document {
  int32_t status;
  // Byte offset of the trouble, where it is known.
  size_t position;
  const tj_node *nodes;
  size_t node_count;
  const char *text;
  size_t text_count;
  // Index of the node of the first key that its object holds twice; 0 where there is none.
  uint32_t duplicate_key;
  // How many halves of surrogate pairs stood alone and became U+FFFD.
  uint32_t replaced_surrogates;
} tj_document;

typedef struct tj_parser tj_parser;

// NULL when there is no memory.
tj_parser *tj_parser_create(void);
void tj_parser_free(tj_parser *parser);

// Parses `length` bytes. What `document` points at belongs to the parser and lives until its next call.
void tj_parse(tj_parser *parser, const uint8_t *bytes, size_t length, uint32_t maximum_depth,
              tj_document *document);

#ifdef __cplusplus
}
#endif

#endif
