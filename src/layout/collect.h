/* collect: what list.c and collect.c share with the other files that fill lists. */
#ifndef PLIEGO_LAYOUT_COLLECT_H
#define PLIEGO_LAYOUT_COLLECT_H

#include "layout/list.h"

/* A builder for the content of `container`; list_builder_finish ends its list. */
list_builder list_builder_new(layout *l, arena *a, const fo_node *container, mpt width);
void list_builder_finish(list_builder *b);

/* A reference area begins or ends here inside the list: space on both sides of its edge does not meet, and conditional
 * space at its start and end is discarded. */
void list_fence(list_builder *b, bool begin);

/* The node's id and markers begin with the next leaf; end with the last. */
void list_anchor_node(list_builder *b, const fo_node *node);
void list_anchor_node_end(list_builder *b, const fo_node *node, bool had_leaf);

/* What a page break behind line i of a paragraph breaks: widows and orphans, a hyphen. `rest`: the lines are those of a
 * paragraph that began on an earlier page. */
typedef struct line_join {
  int keep, penalty;
} line_join;
line_join collect_line_join(const fo_text_style *t, const text_breaks *b, uint32_t i, bool rest);

/* White space only. */
bool collect_is_blank(const fo_node *n);

#endif
