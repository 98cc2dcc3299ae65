/* markers: which marker a retrieve-marker shows (XSL 1.1, 6.13.6).
 *
 * Markers of a class come and go as the FOs that they hang on begin and end:
 *
 *     page 4        page 5         page 6
 *   [A.........][B....... | ..........]  [C ...        first-including-carryover on 5: B  (B goes on from 4)
 *                                                      first-starting-within-page on 6: C
 *
 * A page without any marker of a class shows the last one of the pages before, if the boundary allows.
 */
#ifndef PLIEGO_LAYOUT_MARKERS_H
#define PLIEGO_LAYOUT_MARKERS_H

#include "layout/layout.h"

markers *markers_new(arena *document);
/* Markers that were open are not any more: nothing goes on over the end of a flow. */
void markers_begin_sequence(markers *m);
void markers_begin_page(markers *m);
/* The FO that `marker` hangs on has its first, its last area on this page. */
void markers_begin(markers *m, const fo_node *marker);
void markers_end(markers *m, const fo_node *marker);
/* The marker to show, its content inheriting from the place where it is shown; NULL for none. */
const fo_node *markers_retrieve(markers *m, const fo_document *d, const fo_node *retrieve);

#endif
