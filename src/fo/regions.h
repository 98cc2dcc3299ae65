/* regions: the rectangles of one fo:simple-page-master (XSL 1.1, 6.4.13-6.4.18). */
#ifndef PLIEGO_FO_REGIONS_H
#define PLIEGO_FO_REGIONS_H

#include "fo/masters.h"

#define FO_PAGE_WIDTH (612 * MPT_PT) /* US Letter, where no size is given */
#define FO_PAGE_HEIGHT (792 * MPT_PT)

/* Fills in everything but m->name. What leaves no room is reported and taken for 0. */
void fo_regions_measure(fo_page_master *m, const fo_document *d, diag_list *diags);
/* The page for a document that defines none: US Letter with margins of an inch. */
void fo_regions_default(fo_page_master *m, const fo_node *node);

#endif
