/* hyphen: where words may be divided, by libhyphen and the dictionaries of the system. */
#ifndef PLIEGO_TEXT_HYPHEN_H
#define PLIEGO_TEXT_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct hyphenator hyphenator;

hyphenator *hyphenator_new(arena *session);
void hyphenator_add_directory(hyphenator *h, const char *path);
void hyphenator_free(hyphenator *h);

/* A language's patterns; loaded when first asked for. NULL when no directory has them. */
typedef struct hyphen_patterns hyphen_patterns;
const hyphen_patterns *hyphenator_find(hyphenator *h, const char *language, const char *country);

/* Byte offsets inside `word` (UTF-8, letters only) before which it may be divided, with at least `remain` characters
 * before and `push` after: written to `points` (room for HYPHEN_POINTS), returns how many. Case does not matter. */
#define HYPHEN_POINTS 32
#define HYPHEN_WORD 128 /* longer words are not divided: bytes */
size_t hyphenator_divide(hyphenator *h, const hyphen_patterns *p, const char *word, size_t size, unsigned remain,
                         unsigned push, uint8_t points[HYPHEN_POINTS]);

#endif
