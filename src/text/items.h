/* items: a paragraph, or a stretch of it, as break items for one width. Private to line breaking. */
#ifndef PLIEGO_TEXT_ITEMS_H
#define PLIEGO_TEXT_ITEMS_H

#include "base/solver.h"
#include "text/inline.h"

/* What gives and takes in a line: word spaces, letter spaces, leaders. */
typedef struct elastic {
  mpt64 space_stretch, space_shrink;
  mpt64 letter_stretch, letter_shrink;
  mpt64 leader_stretch, leader_shrink;
} elastic;
void elastic_add(elastic *sum, const elastic *e);

typedef struct line_item { /* beside solver_item */
  text_place next;         /* where the next line begins if broken behind this item */
  uint8_t kind;            /* text_point_kind of that break */
  uint8_t added;           /* a hyphen is drawn there */
  uint8_t forced;          /* a linefeed, or the paragraph's end */
  uint8_t inside;          /* the item begins inside of a word */
  elastic before;          /* of everything before the item */
  elastic gap;             /* of its join */
} line_item;

typedef struct text_range {
  uint32_t begin, end;
} text_range;

typedef struct item_list {
  VEC(solver_item) items;
  VEC(line_item) lines;
  elastic sum;          /* of everything */
  mpt64 box_shrink;     /* the most that a single item gives */
  bool complete;        /* up to the paragraph's end */
  VEC(text_range) wide; /* items that are wider than the line, by text */
} item_list;

/* Items from `start` on, at most about `most` of them (the list ends before a join that may be broken). `divide`: text
 * in which every cluster may end a line (NULL: nowhere). All in `a`. */
item_list items_build(const text_paragraph *p, arena *a, mpt width, text_place start, uint32_t most,
                      const item_list *divide);

#endif
