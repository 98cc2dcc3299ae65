/* number: page numbers as they are printed (XSL 1.1, 7.26; XSLT 1.0, 7.7.1). */
#ifndef PLIEGO_LAYOUT_NUMBER_H
#define PLIEGO_LAYOUT_NUMBER_H

#include "base/arena.h"
#include "fo/style.h"

/* Format tokens: 1, 01 (at least so many digits), i, I, a, A; what stands around the token is kept. Numbers that a
 * numbering cannot say (0, negative, Roman over 3999) come in digits. */
const char *number_format(arena *a, int number, const fo_page_style *s);

#endif
