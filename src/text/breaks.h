/* breaks: where a line may end (UAX #14), and how welcome an end there is. */
#ifndef PLIEGO_TEXT_BREAKS_H
#define PLIEGO_TEXT_BREAKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef enum {
#define POINT(id, justified, ragged, hyphen) POINT_##id,
#include "text/points.def"
#undef POINT
  POINT_KIND_COUNT
} text_point_kind;

typedef struct text_point {
  uint32_t at;   /* byte of the text before which the next line begins */
  uint8_t kind;  /* text_point_kind */
  uint8_t added; /* a hyphen is drawn here */
  uint16_t keep; /* strength of a keep-together.within-line that a break here violates */
} text_point;

typedef struct line_breaker line_breaker;
line_breaker *line_breaker_new(arena *session);
void line_breaker_free(line_breaker *b);

enum { OPPORTUNITY_NONE, OPPORTUNITY_MAY, OPPORTUNITY_MUST };
/* Sets opportunity[i], i in 1..size, for a break before byte i of the text (size: at its end). */
void line_breaker_find(line_breaker *b, const char *text, size_t size, uint8_t *opportunity);

/* What a token (a stretch without white space) is, as far as its breaks go. */
typedef enum { TOKEN_WORDS, TOKEN_KEY, TOKEN_ADDRESS } token_kind;
token_kind token_classify(const char *s, size_t n);
/* The kind of the break that UAX #14 allows before byte `at` of token s; POINT_NONE forbids it. */
text_point_kind token_point(token_kind kind, const char *s, size_t n, size_t at);
/* The kind of the break at a space between two tokens (either may be empty). */
text_point_kind space_point(const char *before, size_t before_size, const char *after, size_t after_size);
/* A word that may be hyphenated, as it stands in the text: no acronym. */
bool word_is_divisible(const char *s, size_t n, bool transformed);

#endif
