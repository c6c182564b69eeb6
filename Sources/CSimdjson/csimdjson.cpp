// Walks simdjson's On-Demand parse of a document into the flat tree of csimdjson.h. No exception leaves this file.
#include "csimdjson.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace ondemand = simdjson::ondemand;

struct Failure {
  int32_t status;
  size_t position;
};

// JSON's own grammar of numbers: simdjson is asked for the text, since a Double would change large integers.
bool is_json_number(std::string_view text) {
  size_t i = 0;
  auto digits = [&] {
    size_t start = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') i++;
    return i - start;
  };
  if (i < text.size() && text[i] == '-') i++;
  size_t first = i;
  size_t whole = digits();
  if (whole == 0 || (whole > 1 && text[first] == '0')) return false;
  if (i < text.size() && text[i] == '.') {
    i++;
    if (digits() == 0) return false;
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    i++;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) i++;
    if (digits() == 0) return false;
  }
  return i == text.size();
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_utf8(std::string &out, uint32_t scalar) {
  if (scalar < 0x80) {
    out.push_back(char(scalar));
  } else if (scalar < 0x800) {
    out.push_back(char(0xC0 | (scalar >> 6)));
    out.push_back(char(0x80 | (scalar & 0x3F)));
  } else if (scalar < 0x10000) {
    out.push_back(char(0xE0 | (scalar >> 12)));
    out.push_back(char(0x80 | ((scalar >> 6) & 0x3F)));
    out.push_back(char(0x80 | (scalar & 0x3F)));
  } else {
    out.push_back(char(0xF0 | (scalar >> 18)));
    out.push_back(char(0x80 | ((scalar >> 12) & 0x3F)));
    out.push_back(char(0x80 | ((scalar >> 6) & 0x3F)));
    out.push_back(char(0x80 | (scalar & 0x3F)));
  }
}

// Unescapes the string behind an opening quote; a lone half of a surrogate pair becomes U+FFFD. This is the slow
// way round: simdjson 3.0 refuses such strings, which real chat exports hold.
bool unescape(const char *in, const char *end, std::string &out, uint32_t &replaced) {
  auto unit = [&](const char *at, uint32_t &value) {
    if (end - at < 4) return false;
    value = 0;
    for (int k = 0; k < 4; k++) {
      int digit = hexadecimal(at[k]);
      if (digit < 0) return false;
      value = value * 16 + uint32_t(digit);
    }
    return true;
  };
  while (in < end) {
    char c = *in++;
    if (c == '"') return true;
    if (c != '\\') {
      out.push_back(c);
      continue;
    }
    if (in >= end) return false;
    switch (char escape = *in++) {
      case '"': case '\\': case '/': out.push_back(escape); break;
      case 'b': out.push_back('\b'); break;
      case 'f': out.push_back('\f'); break;
      case 'n': out.push_back('\n'); break;
      case 'r': out.push_back('\r'); break;
      case 't': out.push_back('\t'); break;
      case 'u': {
        uint32_t high = 0, low = 0;
        if (!unit(in, high)) return false;
        in += 4;
        if (high < 0xD800 || high > 0xDFFF) {
          append_utf8(out, high);
        } else if (high < 0xDC00 && end - in >= 6 && in[0] == '\\' && in[1] == 'u' && unit(in + 2, low) &&
                   low >= 0xDC00 && low <= 0xDFFF) {
          in += 6;
          append_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        } else {
          append_utf8(out, 0xFFFD);
          replaced++;
        }
        break;
      }
      default: return false;
    }
  }
  return false;
}

// Whether brackets or a string stand open at the end: then the document was cut, else it is malformed.
bool ends_open(const uint8_t *bytes, size_t length) {
  size_t depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < length; i++) {
    uint8_t c = bytes[i];
    if (in_string) {
      if (c == '\\') i++;
      else if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      depth++;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return false;
      depth--;
    }
  }
  return in_string || depth > 0;
}

}  // namespace

struct tj_parser {
  ondemand::parser parser;
  std::vector<uint8_t> padded;
  std::vector<tj_node> nodes;
  std::string text;
  uint32_t maximum_depth = 0;
  uint32_t duplicate_key = 0;
  uint32_t replaced = 0;
  const char *end = nullptr;
  const char *start = nullptr;

  [[noreturn]] void fail(int32_t status, const char *at) {
    throw Failure{status, at ? size_t(at - start) : 0};
  }

  size_t push(uint32_t kind) {
    if (nodes.size() >= std::numeric_limits<uint32_t>::max()) fail(tj_size, nullptr);
    nodes.push_back({kind, 0, 0, 0});
    return nodes.size() - 1;
  }

  void close(size_t node) { nodes[node].next = uint32_t(nodes.size()); }

  void push_text(uint32_t kind, std::string_view value) {
    size_t node = push(kind);
    nodes[node].offset = uint32_t(text.size());
    nodes[node].length = uint32_t(value.size());
    text.append(value);
    if (text.size() > std::numeric_limits<uint32_t>::max()) fail(tj_size, nullptr);
    close(node);
  }

  void push_string(ondemand::raw_json_string raw) {
    const char *from = raw.raw();
    // A plain string has no escape before its closing quote, and is copied as it stands.
    const char *at = from;
    while (at < end && *at != '"' && *at != '\\') at++;
    if (at < end && *at == '"') {
      push_text(tj_string, std::string_view(from, size_t(at - from)));
      return;
    }
    std::string value;
    if (!unescape(from, end, value, replaced)) fail(tj_syntax, from);
    push_text(tj_string, value);
  }

  // Notes the first key that stands twice among the members pushed since `object`.
  void find_duplicate(size_t object) {
    if (duplicate_key != 0 || nodes[object].length < 2) return;
    std::vector<uint32_t> keys;
    for (uint32_t i = uint32_t(object) + 1; i < nodes.size(); i = nodes[i + 1].next) keys.push_back(i);
    auto view = [&](uint32_t i) { return std::string_view(text).substr(nodes[i].offset, nodes[i].length); };
    if (keys.size() <= 16) {
      for (size_t a = 1; a < keys.size(); a++)
        for (size_t b = 0; b < a; b++)
          if (view(keys[a]) == view(keys[b])) {
            duplicate_key = keys[a];
            return;
          }
      return;
    }
    std::sort(keys.begin(), keys.end(), [&](uint32_t a, uint32_t b) {
      int order = view(a).compare(view(b));
      return order < 0 || (order == 0 && a < b);
    });
    for (size_t a = 1; a < keys.size(); a++)
      if (view(keys[a]) == view(keys[a - 1])) {
        duplicate_key = keys[a];
        return;
      }
  }

  template <typename Value>
  const char *location(Value &value) {
    const char *at = nullptr;
    if (value.current_location().get(at)) return nullptr;
    return at;
  }

  template <typename Value>
  void walk(Value &value, uint32_t depth) {
    ondemand::json_type type;
    if (value.type().get(type)) fail(tj_syntax, location(value));
    switch (type) {
      case ondemand::json_type::array: {
        if (depth >= maximum_depth) fail(tj_depth, location(value));
        size_t node = push(tj_array);
        ondemand::array array;
        if (value.get_array().get(array)) fail(tj_syntax, location(value));
        uint32_t count = 0;
        for (auto element : array) {
          ondemand::value inner;
          if (element.get(inner)) fail(tj_syntax, location(value));
          walk(inner, depth + 1);
          count++;
        }
        nodes[node].length = count;
        close(node);
        break;
      }
      case ondemand::json_type::object: {
        if (depth >= maximum_depth) fail(tj_depth, location(value));
        size_t node = push(tj_object);
        ondemand::object object;
        if (value.get_object().get(object)) fail(tj_syntax, location(value));
        uint32_t count = 0;
        for (auto member : object) {
          ondemand::field field;
          if (std::move(member).get(field)) fail(tj_syntax, location(value));
          push_string(field.key());
          ondemand::value inner = field.value();
          walk(inner, depth + 1);
          count++;
        }
        nodes[node].length = count;
        close(node);
        find_duplicate(node);
        break;
      }
      case ondemand::json_type::string: {
        ondemand::raw_json_string raw;
        if (value.get_raw_json_string().get(raw)) fail(tj_syntax, location(value));
        push_string(raw);
        break;
      }
      case ondemand::json_type::number: {
        const char *at = location(value);
        std::string_view token;
        if (simdjson::error_code(raw_token(value).get(token))) fail(tj_syntax, at);
        while (!token.empty() && strchr(" \t\r\n", token.back())) token.remove_suffix(1);
        if (!is_json_number(token)) fail(tj_syntax, at);
        double ignored;
        // Moves simdjson on; a number beyond a Double's range is kept as text all the same.
        auto error = value.get_double().get(ignored);
        if (error && error != simdjson::NUMBER_ERROR && error != simdjson::NUMBER_OUT_OF_RANGE)
          fail(tj_syntax, at);
        push_text(tj_number, token);
        break;
      }
      case ondemand::json_type::boolean: {
        bool truth = false;
        if (value.get_bool().get(truth)) fail(tj_syntax, location(value));
        close(push(truth ? tj_true : tj_false));
        break;
      }
      case ondemand::json_type::null: {
        const char *at = location(value);
        if (!is_null(value)) fail(tj_syntax, at);
        close(push(tj_null));
        break;
      }
    }
  }

  static simdjson::simdjson_result<std::string_view> raw_token(ondemand::value &value) {
    return value.raw_json_token();
  }
  static simdjson::simdjson_result<std::string_view> raw_token(ondemand::document &value) {
    return value.raw_json_token();
  }
  static bool is_null(ondemand::value &value) {
    bool answer = false;
    return !simdjson::simdjson_result<bool>(value.is_null()).get(answer) && answer;
  }
  static bool is_null(ondemand::document &value) {
    bool answer = false;
    return !simdjson::simdjson_result<bool>(value.is_null()).get(answer) && answer;
  }

  void parse(const uint8_t *bytes, size_t length, uint32_t depth) {
    nodes.clear();
    text.clear();
    duplicate_key = 0;
    replaced = 0;
    maximum_depth = depth;
    if (length > std::numeric_limits<uint32_t>::max() - simdjson::SIMDJSON_PADDING) fail(tj_size, nullptr);
    padded.resize(length + simdjson::SIMDJSON_PADDING);
    if (length) memcpy(padded.data(), bytes, length);
    memset(padded.data() + length, ' ', simdjson::SIMDJSON_PADDING);
    start = reinterpret_cast<const char *>(padded.data());
    end = start + length;
    ondemand::document document;
    auto error = parser.iterate(start, length, padded.size()).get(document);
    switch (error) {
      case simdjson::SUCCESS: break;
      case simdjson::EMPTY: fail(tj_empty, nullptr);
      case simdjson::UTF8_ERROR: fail(tj_encoding, nullptr);
      case simdjson::CAPACITY: case simdjson::MEMALLOC: fail(tj_size, nullptr);
      default: fail(tj_syntax, nullptr);
    }
    walk(document, 0);
    const char *rest = nullptr;
    if (document.current_location().get(rest) != simdjson::OUT_OF_BOUNDS) fail(tj_syntax, rest);
  }
};

tj_parser *tj_parser_create(void) { return new (std::nothrow) tj_parser(); }

void tj_parser_free(tj_parser *parser) { delete parser; }

void tj_parse(tj_parser *parser, const uint8_t *bytes, size_t length, uint32_t maximum_depth,
              tj_document *document) {
  *document = tj_document{};
  try {
    parser->parse(bytes, length, maximum_depth);
  } catch (const Failure &failure) {
    document->status = failure.status;
    document->position = std::min(failure.position, length);
    if (failure.status == tj_syntax && ends_open(bytes, length)) {
      document->status = tj_truncated;
      document->position = length;
    }
    return;
  } catch (const std::bad_alloc &) {
    document->status = tj_size;
    return;
  }
  document->nodes = parser->nodes.data();
  document->node_count = parser->nodes.size();
  document->text = parser->text.data();
  document->text_count = parser->text.size();
  document->duplicate_key = parser->duplicate_key;
  document->replaced_surrogates = parser->replaced;
}
