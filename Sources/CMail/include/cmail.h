// A C face on GMime: the text of one mail, its decoded headers, and character sets.
#ifndef THEMARADAR_CMAIL_H
#define THEMARADAR_CMAIL_H

#include <stddef.h>
#include <stdint.h>

enum {
  tm_ok = 0,
  // No header and body could be told apart.
  tm_unreadable = 1,
  // Parts within parts beyond the limit.
  tm_too_deep = 2,
  // More parts than the limit.
  tm_too_many_parts = 3
};

typedef struct tm_text {
  int32_t status;
  // The first readable part after its transfer encoding is undone: owned by the caller, freed by tm_text_clear.
  uint8_t *bytes;
  size_t length;
  // Its character set as the mail names it; NULL where it names none.
  char *charset;
  // Whether the part is HTML rather than plain text.
  int32_t is_html;
  // Parts that are files rather than text.
  int32_t attachments;
} tm_text;

// Parses one message (headers, blank line, body) and finds its text: the first text/plain part that is no
// attachment, else the first text/html part.
void tm_read(const uint8_t *message, size_t length, int32_t maximum_depth, int32_t maximum_parts, tm_text *text);
void tm_text_clear(tm_text *text);

// The header value with encoded words (RFC 2047) decoded to UTF-8; freed by tm_free. NULL without memory.
char *tm_decode_header(const char *value);

// Converts bytes from a named character set to UTF-8; freed by tm_free. NULL when the name is unknown or the bytes
// do not fit it.
char *tm_convert(const char *charset, const uint8_t *bytes, size_t length, size_t *converted_length);

void tm_free(void *pointer);

#endif
