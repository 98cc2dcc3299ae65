/* space: resolution of a sequence of space-specifiers (XSL 1.1, 4.3.1). */
#ifndef PLIEGO_LAYOUT_SPACE_H
#define PLIEGO_LAYOUT_SPACE_H

#include <stddef.h>

#include "fo/style.h"

/* The one space that `n` specifiers in sequence amount to (its min, opt, max). `begins`, `ends`: the sequence begins
 * or ends a reference area, so that conditional ones at that end are discarded. */
fo_space space_resolve(const fo_space *s, size_t n, bool begins, bool ends);

/* It takes no part in any resolution. */
bool space_is_void(const fo_space *s);

#endif
