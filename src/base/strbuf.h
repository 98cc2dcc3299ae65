/* strbuf: text that grows, in an arena; always NUL-terminated. Dumps and PDF content are written into it. */
#ifndef PLIEGO_BASE_STRBUF_H
#define PLIEGO_BASE_STRBUF_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct strbuf {
  arena *arena;
  char *at;
  size_t n, cap;
} strbuf;

strbuf strbuf_new(arena *a);
void strbuf_reset(strbuf *b); /* to empty; the room is kept */
void strbuf_put(strbuf *b, const void *data, size_t n);
void strbuf_puts(strbuf *b, const char *s);
void strbuf_putc(strbuf *b, char c);
void strbuf_printf(strbuf *b, const char *format, ...) __attribute__((format(printf, 2, 3), nonnull));
/* A whole number in decimal: faster than printf. */
void strbuf_int(strbuf *b, int64_t v);
/* v / 1000 in decimal with at most three places and no trailing zeros: 12500 -> 12.5, -40 -> -.04.
 * Millipoints to points. */
void strbuf_milli(strbuf *b, int64_t v);

#endif
