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
  mpt start;                   /* y of its box */
  mpt height;                  /* least height of its box; its content decides otherwise */
  mpt lead, trail;             /* border + padding above and below the content */
  mpt lead_again, trail_again; /* what of them is repeated at a break: below and above it */
  bool together;               /* no cut may leave this column not begun when another one is */
} cut_column;

typedef struct cut {
  mpt y;              /* extent of everything above the cut, with the trail of what is cut */
  mpt post;           /* room that the rest needs beyond (height - y); negative where a discarded space followed */
  uint32_t *consumed; /* leaves consumed per column */
  uint16_t keep;      /* strongest keep broken (KEEP_WEIGHT_...) */
  int32_t penalty;    /* of the columns' joins, and of columns that are not begun while others are */
  bool row;           /* a column begins exactly here */
  bool inside;        /* a column that has begun continues below: no mere row boundary */
  fo_enum break_kind; /* of a forced break inside a column; FO_AUTO */
} cut;

typedef struct cut_set {
  cut *at; /* cut 0 .. n: n + 1 entries; pieces are between cuts */
  uint32_t n;
  mpt height; /* of the whole, uncut */
} cut_set;

/* Penalty for each column of which nothing is above a cut while others have begun there. */
#define CUT_PENALTY_NOT_BEGUN 10000

/* `height`: at least this high (the tallest column decides otherwise). `limit`: the tallest page; content that a keep
 * or widow control holds together is cut nevertheless when it is taller than that; 0: nothing is that tall. */
cut_set layout_cuts(arena *a, arena *scratch, const cut_column *columns, uint32_t n, mpt height, mpt limit);

/* That limit for a document: the highest body region of its page masters. */
mpt layout_cuts_limit(const layout *l);

/* y in the part that begins at cut `from` of what is at `y` of the uncut whole; below the cut only. */
static inline mpt cut_shift(const cut_set *set, uint32_t from, mpt y) {
  return from ? mpt_clamp((mpt64)y - set->at[from].y + set->at[from].post) : y;
}

/* Extent of the part between two cuts. */
static inline mpt cut_extent(const cut_set *set, uint32_t from, uint32_t to) {
  return cut_shift(set, from, set->at[to].y);
}

#endif
