#include "layout/area.h"

area *area_new(arena *a, area_kind kind, const fo_node *node, tag_id tag, mpt x, mpt y, mpt width, mpt height) {
  area *n = ARENA_NEW(a, area);
  n->kind = kind;
  n->node = node;
  n->tag = tag;
  n->x = x;
  n->y = y;
  n->width = width;
  n->height = height;
  return n;
}

void area_append(area *parent, area *child) {
  if (parent->last) parent->last->next = child;
  else parent->first = child;
  parent->last = child;
}
