/* pair: a list item: its label and its body, side by side (XSL 1.1, 6.8). */
#ifndef PLIEGO_LAYOUT_PAIR_H
#define PLIEGO_LAYOUT_PAIR_H

#include "layout/cuts.h"
#include "layout/list.h"

typedef enum { PAIR_LABEL, PAIR_BODY, PAIR_COLUMNS } pair_column;

struct layout_pair {
  const fo_node *item;
  cut_column column[PAIR_COLUMNS]; /* lists at the full width of the reference area: indents place what is in them */
  cut_set cuts;
};

/* y of the baseline of a list's first line from the list's top (its `lead` included); false when a line does not come
 * first. */
bool layout_list_baseline(const layout_list *list, mpt *baseline);

#endif
