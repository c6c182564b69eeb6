// Finds the text of a mail through GMime.
#include "cmail.h"

#include <gmime/gmime.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void) { g_mime_init(); }

typedef struct search {
  GMimePart *plain;
  GMimePart *html;
  int32_t attachments;
  int32_t parts;
  int32_t maximum_depth;
  int32_t maximum_parts;
  int32_t status;
} search;

static void look(GMimeObject *object, int32_t depth, search *found) {
  if (found->status != tm_ok || object == NULL) return;
  if (depth > found->maximum_depth) {
    found->status = tm_too_deep;
    return;
  }
  if (++found->parts > found->maximum_parts) {
    found->status = tm_too_many_parts;
    return;
  }
  if (GMIME_IS_MULTIPART(object)) {
    GMimeMultipart *multipart = GMIME_MULTIPART(object);
    int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count; i++) look(g_mime_multipart_get_part(multipart, i), depth + 1, found);
  } else if (GMIME_IS_PART(object)) {
    GMimeContentType *type = g_mime_object_get_content_type(object);
    const char *disposition = g_mime_object_get_disposition(object);
    int attached = disposition != NULL && g_ascii_strcasecmp(disposition, "attachment") == 0;
    if (!attached && g_mime_content_type_is_type(type, "text", "html")) {
      if (found->html == NULL) found->html = GMIME_PART(object);
    } else if (!attached && g_mime_content_type_is_type(type, "text", "*")) {
      if (found->plain == NULL) found->plain = GMIME_PART(object);
    } else {
      found->attachments++;
    }
  } else {
    found->attachments++;
  }
}

void tm_read(const uint8_t *message, size_t length, int32_t maximum_depth, int32_t maximum_parts, tm_text *text) {
  memset(text, 0, sizeof *text);
  pthread_once(&once, start);
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)message, length);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage *parsed = g_mime_parser_construct_message(parser, NULL);
  g_object_unref(parser);
  g_object_unref(stream);
  if (parsed == NULL) {
    text->status = tm_unreadable;
    return;
  }
  search found = {.maximum_depth = maximum_depth, .maximum_parts = maximum_parts};
  look(g_mime_message_get_mime_part(parsed), 0, &found);
  text->status = found.status;
  text->attachments = found.attachments;
  GMimePart *part = found.plain != NULL ? found.plain : found.html;
  if (found.status == tm_ok && part != NULL) {
    text->is_html = found.plain == NULL;
    const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    if (charset != NULL) text->charset = strdup(charset);
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (content != NULL) {
      GMimeStream *memory = g_mime_stream_mem_new();
      g_mime_data_wrapper_write_to_stream(content, memory);
      GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
      if (bytes != NULL && bytes->len > 0) {
        text->bytes = malloc(bytes->len);
        if (text->bytes != NULL) {
          memcpy(text->bytes, bytes->data, bytes->len);
          text->length = bytes->len;
        }
      }
      g_object_unref(memory);
    }
  }
  g_object_unref(parsed);
}

void tm_text_clear(tm_text *text) {
  free(text->bytes);
  free(text->charset);
  memset(text, 0, sizeof *text);
}

char *tm_decode_header(const char *value) {
  pthread_once(&once, start);
  char *decoded = g_mime_utils_header_decode_text(NULL, value);
  if (decoded == NULL) return NULL;
  char *copy = strdup(decoded);
  g_free(decoded);
  return copy;
}

char *tm_convert(const char *charset, const uint8_t *bytes, size_t length, size_t *converted_length) {
  pthread_once(&once, start);
  const char *known = g_mime_charset_iconv_name(charset);
  gsize written = 0;
  char *converted = g_convert((const char *)bytes, (gssize)length, "UTF-8", known ? known : charset, NULL, &written, NULL);
  if (converted == NULL) return NULL;
  char *copy = malloc(written + 1);
  if (copy != NULL) {
    memcpy(copy, converted, written);
    copy[written] = 0;
    *converted_length = written;
  }
  g_free(converted);
  return copy;
}

void tm_free(void *pointer) { free(pointer); }
