/* utf8: the text of a document is valid UTF-8 from the parser on; these read and write it. */
#ifndef PLIEGO_BASE_UTF8_H
#define PLIEGO_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The code point at s[*i], moving *i behind it; U+FFFD (and one byte) where the bytes are not UTF-8. */
uint32_t utf8_next(const char *s, size_t n, size_t *i);
/* Writes 1 to 4 bytes to out; returns how many. Surrogates and values over 10FFFF become U+FFFD. */
size_t utf8_put(char out[4], uint32_t cp);
/* Code points in n bytes. */
size_t utf8_count(const char *s, size_t n);

#endif
