/* region: the regions of a page as areas: backgrounds, borders, static content in its place. */
#ifndef PLIEGO_LAYOUT_REGION_H
#define PLIEGO_LAYOUT_REGION_H

#include "layout/layout.h"

/* The turn of a region's content (reference-orientation): 0, 90, 180, 270. */
int region_rotation(const fo_region *r);
/* Length of its lines, and extent in the direction in which blocks stack. */
mpt region_width(const fo_region *r);
mpt region_height(const fo_region *r);

/* Appends the region's background and borders to the page's areas and gives its viewport, not yet appended. */
area *region_open(compose *c, const fo_region *r, area *page_areas);

/* Composes the static content of a region that the page's master has into the page's areas, if the page sequence has
 * any for it. */
void region_static(compose *c, fo_region_kind kind, area *page_areas);

#endif
