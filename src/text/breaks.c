/* breaks: UAX #14 by ICU, tailored for official prose.
 *
 * ICU says where a line may end; this file says how welcome that is. The keys of agreements (IECM/ACU-CG-107/2025)
 * hold together unless nothing else fits; y/o never parts; a number keeps its hyphen (-2026); a line does not begin with a dash.
 *
 * ICU and not libunistring: both cost the same per byte (7 ns), libxml2 has mapped ICU already, and opening its rules
 * takes 0.1 ms once. UText reads the UTF-8 in place.
 */
#include "text/breaks.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

struct line_breaker {
  UBreakIterator *iterator; /* NULL until first used, or when ICU has no rules */
  bool tried;
};

line_breaker *line_breaker_new(arena *session) {
  return ARENA_NEW(session, line_breaker);
}

void line_breaker_free(line_breaker *b) {
  if (b && b->iterator) ubrk_close(b->iterator);
  if (b) b->iterator = NULL;
}

/* Without ICU's rules: behind spaces and hyphens. */
static void find_plainly(const char *text, size_t size, uint8_t *opportunity) {
  for (size_t i = 1; i < size; i++) {
    if (text[i - 1] == '\n') opportunity[i] = OPPORTUNITY_MUST;
    else if (text[i - 1] == ' ' && text[i] != ' ') opportunity[i] = OPPORTUNITY_MAY;
  }
}

void line_breaker_find(line_breaker *b, const char *text, size_t size, uint8_t *opportunity) {
  UErrorCode error = U_ZERO_ERROR;
  if (!b->tried) {
    b->tried = true;
    b->iterator = ubrk_open(UBRK_LINE, "en", NULL, 0, &error);
    if (U_FAILURE(error)) b->iterator = NULL;
  }
  UText source = UTEXT_INITIALIZER;
  if (b->iterator) {
    utext_openUTF8(&source, text, (int64_t)size, &error);
    ubrk_setUText(b->iterator, &source, &error);
  }
  if (!b->iterator || U_FAILURE(error)) {
    utext_close(&source);
    find_plainly(text, size, opportunity);
    return;
  }
  for (int32_t at; (at = ubrk_next(b->iterator)) != UBRK_DONE;)
    opportunity[at] = ubrk_getRuleStatus(b->iterator) >= UBRK_LINE_HARD ? OPPORTUNITY_MUST : OPPORTUNITY_MAY;
  utext_close(&source);
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool starts_with(const char *s, size_t n, const char *prefix) {
  size_t m = strlen(prefix);
  return n >= m && !memcmp(s, prefix, m);
}

token_kind token_classify(const char *s, size_t n) {
  size_t digits = 0, capitals = 0, joints = 0;
  if (starts_with(s, n, "www.")) return TOKEN_ADDRESS;
  for (size_t i = 0; i < n; i++) {
    digits += is_digit(s[i]);
    capitals += s[i] >= 'A' && s[i] <= 'Z';
    joints += s[i] == '-' || s[i] == '/';
    if (s[i] == '@' || (s[i] == ':' && starts_with(s + i, n - i, "://"))) return TOKEN_ADDRESS;
  }
  return digits && capitals >= 2 && joints ? TOKEN_KEY : TOKEN_WORDS;
}

/* Letters and digits next to byte `at`, before (step -1) or from there on (step 1); stops at 4. */
static int piece_length(const char *s, size_t n, size_t at, int step, bool *digits) {
  int count = 0;
  *digits = true;
  while (count < 4) {
    size_t i = at;
    if (step < 0) {
      if (!at) break;
      do at--;
      while (at && ((unsigned char)s[at] & 0xC0) == 0x80);
      i = at;
    } else if (at >= n) {
      break;
    }
    uint32_t cp = utf8_next(s, n, &i);
    if (!u_isalnum((UChar32)cp)) break;
    if (!u_isdigit((UChar32)cp)) *digits = false;
    if (step > 0) at = i;
    count++;
  }
  return count;
}

text_point_kind token_point(token_kind kind, const char *s, size_t n, size_t at) {
  if (kind == TOKEN_KEY) return POINT_KEY;
  if (kind == TOKEN_ADDRESS) return POINT_ADDRESS;
  size_t before = at - 1; /* start of the character before the break */
  while (before && ((unsigned char)s[before] & 0xC0) == 0x80) before--;
  size_t i = before;
  uint32_t cp = utf8_next(s, n, &i);
  bool digits_left, digits_right;
  int left = piece_length(s, n, before, -1, &digits_left), right = piece_length(s, n, at, 1, &digits_right);
  bool is_dash = cp == '-' || cp == 0x2010 || cp == 0x2012 || cp == 0x2013;
  if (cp == '/') return left <= 2 || right <= 2 ? POINT_NONE : POINT_SLASH;
  if (!is_dash) return POINT_OTHER;
  if (!left && digits_right) return POINT_NONE; /* the hyphen belongs to the number */
  return left < 4 || right < 4 || (digits_left && digits_right) ? POINT_COMPOUND_SHORT : POINT_COMPOUND;
}

static size_t dash_at(const char *s, size_t n) {
  if (n && s[0] == '-') return 1;
  if (starts_with(s, n, "\xE2\x80\x93") || starts_with(s, n, "\xE2\x80\x94") || starts_with(s, n, "\xE2\x88\x92"))
    return 3;
  return 0;
}

text_point_kind space_point(const char *before, size_t before_size, const char *after, size_t after_size) {
  size_t dash = dash_at(after, after_size);
  if (dash && dash == after_size) return POINT_SPACE_DASH;
  if (dash && is_digit(after[dash])) return POINT_SPACE_STUCK;
  if (before_size == 1 && (unsigned)(before[0] | 32) - 'a' < 26) return POINT_SPACE_SHORT;
  bool word = before_size > 2 && before[before_size - 1] >= 'a' && before[before_size - 1] <= 'z';
  if (word && after_size && is_digit(after[0])) return POINT_SPACE_NUMBER;
  return POINT_SPACE;
}

bool word_is_divisible(const char *s, size_t n, bool transformed) {
  if (transformed) return true;
  size_t characters = 0, capitals = 0;
  for (size_t i = 0; i < n; characters++) {
    uint32_t cp = utf8_next(s, n, &i);
    capitals += cp < 0x80 ? cp >= 'A' && cp <= 'Z' : u_isupper((UChar32)cp) != 0;
  }
  return capitals < 2 || (capitals == characters && characters > 7);
}
