#include "base/strbuf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

strbuf strbuf_new(arena *a) {
  strbuf b = {a, NULL, 0, 0};
  b.cap = 64;
  b.at = arena_alloc(a, b.cap);
  return b;
}

void strbuf_reset(strbuf *b) {
  b->n = 0;
  b->at[0] = 0;
}

static void reserve(strbuf *b, size_t more) {
  size_t want = b->n + more + 1;
  if (want <= b->cap) return;
  size_t cap = b->cap * 2 > want ? b->cap * 2 : want;
  b->at = arena_grow(b->arena, b->at, b->cap, cap);
  b->cap = cap;
}

void strbuf_put(strbuf *b, const void *data, size_t n) {
  if (!n) return;
  reserve(b, n);
  memcpy(b->at + b->n, data, n);
  b->n += n;
  b->at[b->n] = 0;
}

void strbuf_puts(strbuf *b, const char *s) {
  strbuf_put(b, s, strlen(s));
}

void strbuf_putc(strbuf *b, char c) {
  reserve(b, 1);
  b->at[b->n++] = c;
  b->at[b->n] = 0;
}

void strbuf_printf(strbuf *b, const char *format, ...) {
  va_list ap, again;
  va_start(ap, format);
  va_copy(again, ap);
  int n = vsnprintf(NULL, 0, format, ap);
  va_end(ap);
  if (n > 0) {
    reserve(b, (size_t)n);
    vsnprintf(b->at + b->n, (size_t)n + 1, format, again);
    b->n += (size_t)n;
  }
  va_end(again);
}

void strbuf_int(strbuf *b, int64_t v) {
  char digits[24];
  size_t i = sizeof digits;
  uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
  do digits[--i] = (char)('0' + u % 10);
  while (u /= 10);
  if (v < 0) digits[--i] = '-';
  strbuf_put(b, digits + i, sizeof digits - i);
}

void strbuf_milli(strbuf *b, int64_t v) {
  uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
  unsigned frac = (unsigned)(u % 1000);
  if (v < 0) strbuf_putc(b, '-');
  if (u >= 1000 || !frac) strbuf_int(b, (int64_t)(u / 1000));
  if (!frac) return;
  char d[4] = {'.', (char)('0' + frac / 100), (char)('0' + frac / 10 % 10), (char)('0' + frac % 10)};
  size_t n = frac % 10 ? 4 : frac / 10 % 10 ? 3 : 2;
  strbuf_put(b, d, n);
}
