/* flows: the flow of a page sequence as one list for each width that its page bodies have, made when first needed, and
 * how a place in one list is found in another.
 *
 *     width 1   [p: line line line line line] [q: line ...       units p, q, ... are the same in all lists;
 *     width 2   [p: line line line] [q: ...                      the lines in them are not
 *
 * Where a page ends between units, the place in the other list is the same unit's first leaf. Where it ends inside a
 * paragraph, the rest of the paragraph is broken anew at the other width, and takes the place of the last leaves of that
 * paragraph in the other list. A table or list item that is cut goes on with the pieces that it has.
 */
#ifndef PLIEGO_LAYOUT_FLOWS_H
#define PLIEGO_LAYOUT_FLOWS_H

#include "layout/layout.h"

typedef struct flows flows;

flows *flows_new(layout *l, const fo_node *flow);
layout_list *flows_list(flows *f, mpt width);

/* The list for `width`, and in *at the place in it where leaves `from` .. of `list` go on. */
layout_list *flows_go_on(flows *f, const layout_list *list, uint32_t from, mpt width, uint32_t *at);

#endif
