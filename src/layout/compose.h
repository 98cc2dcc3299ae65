/* compose: leaves to areas (list.h); what it shares with the files that compose pieces of their own. */
#ifndef PLIEGO_LAYOUT_COMPOSE_H
#define PLIEGO_LAYOUT_COMPOSE_H

#include "layout/list.h"

/* A node with an id, or a marker, has its first / last area on the page, at (x, y) of parent. */
void compose_anchor(compose *c, const fo_node *node, area *parent, mpt x, mpt y);
void compose_anchor_end(compose *c, const fo_node *node);

/* `tag`, or the artifact in running heads and repeated headers. */
tag_id compose_tag(const compose *c, tag_id tag);

#endif
