/* container: fo:block-container. One of automatic height is divided like any block: its content goes into the list
 * around it, as a reference area of its own. One with a height, or turned, is a single leaf with a list inside. */
#ifndef PLIEGO_LAYOUT_CONTAINER_H
#define PLIEGO_LAYOUT_CONTAINER_H

#include "layout/list.h"

/* Between the spaces around it: opens, pushes the content, closes. */
void layout_container_push(list_builder *b, const fo_node *node);
/* The leaf's content at (x, y) of parent. */
void layout_container_compose(compose *c, const layout_container *k, area *parent, mpt x, mpt y);

/* Composes a whole list into `view`, a viewport of width x height, placed by display-align. Returns by how much the list
 * is higher than the viewport. Shared by containers and regions. */
mpt64 layout_viewport_fill(compose *c, const layout_list *list, area *view, fo_enum display_align);

#endif
