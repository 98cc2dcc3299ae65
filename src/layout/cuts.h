/* cuts: where content that stands side by side (the cells of a row group, a list item's label and body) may be cut.
 *
 *     cell A      cell B         cut 0 ----------------  y = 0, nothing consumed
 *    [line 1]    [line 1]        cut 1 ------  y1: A 1 line, B 1 line
 *    [line 2]    [line 2]        cut 2 ------  y2 ...
 *    [line 3]                    cut n: all consumed
 *
 * Each column is a break list of its own. A cut takes from every column all leaves that end at or above y and at
 * whose end the column may be broken. What it leaves of a started column may need more room than the distance to the
 * end: that difference is `post`. Columns may begin at different heights (`start`; row spans).
 */
#ifndef PLIEGO_LAYOUT_CUTS_H
#define PLIEGO_LAYOUT_CUTS_H

#include "layout/list.h"

typedef struct cut_column {
  const layout_list *list;
  mpt start;       /* y of its first leaf */
  mpt lead, trail; /* border + padding above and below the content (repeated at a break when retained) */
  bool retain;     /* lead and trail are repeated at each break */
} cut_column;

typedef struct cut {
  mpt y;              /* extent of everything above the cut, with the trail of what is cut */
  mpt post;           /* room that the rest needs beyond (height - y) */
  uint32_t *consumed; /* leaves consumed per column */
  uint16_t keep;      /* strongest keep broken (KEEP_WEIGHT_...) */
  int32_t penalty;
  bool must; /* a forced break inside a column */
} cut;

typedef struct cut_set {
  cut *at; /* cut 0 .. n: n + 1 entries; pieces are between cuts */
  uint32_t n;
  mpt height; /* of the whole, uncut */
} cut_set;

/* `height`: at least this high (the tallest column decides otherwise). */
cut_set layout_cuts(arena *a, arena *scratch, const cut_column *columns, uint32_t n, mpt height);

#endif
