#include "layout/number.h"

#include <ctype.h>
#include <string.h>

#include "base/strbuf.h"

static void put_roman(strbuf *b, int n, bool upper) {
  static const struct {
    int value;
    const char *digits;
  } table[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
               {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    for (; n >= table[i].value; n -= table[i].value) {
      for (const char *p = table[i].digits; *p; p++) strbuf_putc(b, upper ? (char)toupper((unsigned char)*p) : *p);
    }
  }
}

/* 1 a, 26 z, 27 aa */
static void put_letters(strbuf *b, int n, char first) {
  char digits[8];
  size_t k = 0;
  for (; n > 0 && k < sizeof digits; n = (n - 1) / 26) digits[k++] = (char)(first + (n - 1) % 26);
  while (k) strbuf_putc(b, digits[--k]);
}

static void put_decimal(strbuf *b, int n, size_t least, const fo_page_style *s) {
  char digits[64];
  size_t k = 0;
  unsigned u = n < 0 ? 0u - (unsigned)n : (unsigned)n;
  for (; u || !k; u /= 10) digits[k++] = (char)('0' + u % 10);
  while (k < least && k < sizeof digits) digits[k++] = '0';
  if (n < 0) strbuf_putc(b, '-');
  size_t group = s->grouping_size > 0 ? (size_t)s->grouping_size : 0;
  while (k) {
    strbuf_putc(b, digits[--k]);
    if (group && s->grouping_separator && k && k % group == 0) strbuf_puts(b, s->grouping_separator);
  }
}

/* Length of the digits token at p ("1", "001"): zeros closed by a one. */
static size_t digits_token(const char *p) {
  size_t n = strspn(p, "0");
  return p[n] == '1' ? n + 1 : 0;
}

const char *number_format(arena *a, int number, const fo_page_style *s) {
  const char *format = s->format && *s->format ? s->format : "1";
  const char *p = format;
  while (*p && !digits_token(p) && !strchr("iIaA", *p)) p++;
  strbuf b = strbuf_new(a);
  strbuf_put(&b, format, *p ? (size_t)(p - format) : 0);
  size_t token = *p ? 1 : 0;
  if ((*p == 'i' || *p == 'I') && number > 0 && number < 4000) {
    put_roman(&b, number, *p == 'I');
  } else if ((*p == 'a' || *p == 'A') && number > 0) {
    put_letters(&b, number, *p);
  } else {
    size_t least = digits_token(p);
    if (least) token = least;
    put_decimal(&b, number, least, s);
  }
  strbuf_puts(&b, p + token);
  return b.at;
}
