/* regions: where the five regions of a page lie.
 *
 *      page                            margins of the page master around all of it
 *      +----+-----------------+----+
 *      |    |     before      |    |   before, after: their extent is a height
 *      |    +-----------------+    |   start, end: a width
 *      |    | body: its own   |    |
 *      | s  | margins, measured| e |   corners: they belong to start and end, or, with precedence="true",
 *      |    | from the page's |    |   to before or after
 *      |    | margins         |    |
 *      |    +-----------------+    |
 *      |    |     after       |    |
 *      +----+-----------------+----+
 *
 * The body does not look at extents: margins that are too small let it overlap the others, as the standard has it.
 */
#include "fo/regions.h"

#define LEAST_BODY MPT_PT /* less than that is no room for anything */

typedef struct rect {
  mpt x, y, width, height;
} rect;

static const char *const default_names[REGION_COUNT] = {"xsl-region-body", "xsl-region-before", "xsl-region-after",
                                                        "xsl-region-start", "xsl-region-end"};

static fo_region_kind kind_of(fo_element e) {
  switch (e) {
  case FO_ELEMENT_REGION_BODY: return REGION_BODY;
  case FO_ELEMENT_REGION_BEFORE: return REGION_BEFORE;
  case FO_ELEMENT_REGION_AFTER: return REGION_AFTER;
  case FO_ELEMENT_REGION_START: return REGION_START;
  case FO_ELEMENT_REGION_END: return REGION_END;
  default: return REGION_COUNT;
  }
}

static const char *points(diag_list *diags, mpt64 v) {
  strbuf b = strbuf_new(diags->arena);
  strbuf_milli(&b, v);
  return b.at;
}

/* The rectangle without margins; percentages refer to its own width and, above and below, height. False when they
 * leave no room, and then `r` is as before. */
static bool inset(rect *r, const fo_length margin[4]) {
  mpt top = fo_length_at(margin[SIDE_BEFORE], r->height), bottom = fo_length_at(margin[SIDE_AFTER], r->height);
  mpt left = fo_length_at(margin[SIDE_START], r->width), right = fo_length_at(margin[SIDE_END], r->width);
  mpt64 width = (mpt64)r->width - left - right, height = (mpt64)r->height - top - bottom;
  if (width < LEAST_BODY || height < LEAST_BODY || width > MPT_MAX || height > MPT_MAX) return false;
  *r = (rect){r->x + left, r->y + top, (mpt)width, (mpt)height};
  return true;
}

static mpt page_side(const fo_page_master *m, fo_length l, mpt otherwise, const char *name, const fo_document *d,
                     diag_list *diags) {
  if (fo_length_is_auto(l)) return otherwise;
  mpt side = fo_length_at(l, otherwise);
  if (side >= LEAST_BODY) return side;
  diag_add(diags, DIAG_PAGE_SIZE, fo_place(d, m->node), name, points(diags, side), points(diags, otherwise),
           (const char *)NULL);
  return otherwise;
}

static void place_content(fo_region *r) {
  const fo_box_style *box = r->node->style->box;
  mpt64 edge[4];
  for (int i = 0; i < 4; i++) edge[i] = (mpt64)box->border[i].width + fo_length_at(box->padding[i].width, r->width);
  r->content_x = mpt_clamp(r->x + edge[SIDE_START]);
  r->content_y = mpt_clamp(r->y + edge[SIDE_BEFORE]);
  r->content_width = mpt_max(mpt_clamp(r->width - edge[SIDE_START] - edge[SIDE_END]), 0);
  r->content_height = mpt_max(mpt_clamp(r->height - edge[SIDE_BEFORE] - edge[SIDE_AFTER]), 0);
}

static void place_region(fo_page_master *m, fo_region_kind kind, rect r) {
  fo_region *to = &m->region[kind];
  to->x = r.x, to->y = r.y, to->width = mpt_max(r.width, 0), to->height = mpt_max(r.height, 0);
  place_content(to);
}

/* The extent of a region: 0 when the master has none. */
static mpt extent_of(const fo_page_master *m, fo_region_kind kind, mpt base) {
  const fo_node *n = m->region[kind].node;
  return n ? mpt_min(mpt_max(fo_length_at(n->style->page->extent, base), 0), base) : 0;
}

static bool precedes(const fo_page_master *m, fo_region_kind kind) {
  const fo_node *n = m->region[kind].node;
  return n && n->style->page->precedence;
}

static void place_around(fo_page_master *m, rect page) {
  mpt before = extent_of(m, REGION_BEFORE, page.height), after = extent_of(m, REGION_AFTER, page.height);
  mpt start = extent_of(m, REGION_START, page.width), end = extent_of(m, REGION_END, page.width);
  mpt above = precedes(m, REGION_BEFORE) ? before : 0, below = precedes(m, REGION_AFTER) ? after : 0;
  rect across = {page.x + start, page.y, page.width - start - end, 0};
  rect upright = {page.x, page.y + above, 0, page.height - above - below};
  rect r[REGION_COUNT];
  r[REGION_BEFORE] = above ? (rect){page.x, page.y, page.width, before} : across;
  r[REGION_BEFORE].height = before;
  r[REGION_AFTER] = below ? (rect){page.x, 0, page.width, after} : across;
  r[REGION_AFTER].y = page.y + page.height - after;
  r[REGION_AFTER].height = after;
  r[REGION_START] = upright;
  r[REGION_START].width = start;
  r[REGION_END] = upright;
  r[REGION_END].x = page.x + page.width - end;
  r[REGION_END].width = end;
  for (int kind = REGION_BEFORE; kind < REGION_COUNT; kind++)
    if (m->region[kind].node) place_region(m, (fo_region_kind)kind, r[kind]);
}

static void divide_columns(fo_page_master *m, const fo_document *d, diag_list *diags) {
  const fo_region *body = &m->region[REGION_BODY];
  const fo_page_style *p = body->node->style->page;
  m->column_count = p->column_count;
  m->column_gap = m->column_count > 1 ? mpt_max(fo_length_at(p->column_gap, body->content_width), 0) : 0;
  mpt64 width = ((mpt64)body->content_width - (mpt64)m->column_gap * (m->column_count - 1)) / m->column_count;
  if (width < LEAST_BODY && m->column_count > 1) {
    diag_add(diags, DIAG_COLUMNS_NO_ROOM, fo_place(d, body->node), (const char *)NULL);
    m->column_count = 1;
    m->column_gap = 0;
    width = body->content_width;
  }
  m->column_width = mpt_clamp(width);
}

static void find_regions(fo_page_master *m, const fo_document *d, diag_list *diags) {
  for (int kind = 0; kind < REGION_COUNT; kind++) m->region[kind].name = default_names[kind];
  for (const fo_node *n = m->node->first; n; n = n->next) {
    fo_region_kind kind = kind_of(n->element);
    if (kind == REGION_COUNT) continue;
    fo_region *r = &m->region[kind];
    if (r->node) diag_add(diags, DIAG_REGION_TWICE, fo_place(d, n), (const char *)NULL);
    if (r->node) continue;
    r->node = n;
    if (n->style->page->region_name) r->name = n->style->page->region_name;
  }
}

void fo_regions_measure(fo_page_master *m, const fo_document *d, diag_list *diags) {
  const fo_page_style *p = m->node->style->page;
  m->width = page_side(m, p->page_width, FO_PAGE_WIDTH, "page-width", d, diags);
  m->height = page_side(m, p->page_height, FO_PAGE_HEIGHT, "page-height", d, diags);
  rect page = {0, 0, m->width, m->height};
  if (!inset(&page, p->margin)) diag_add(diags, DIAG_PAGE_NO_ROOM, fo_place(d, m->node), (const char *)NULL);
  find_regions(m, d, diags);
  place_around(m, page);
  fo_region *body = &m->region[REGION_BODY];
  rect r = page;
  if (!body->node) body->node = m->node;
  else if (!inset(&r, body->node->style->page->margin))
    diag_add(diags, DIAG_PAGE_NO_ROOM, fo_place(d, body->node), (const char *)NULL);
  place_region(m, REGION_BODY, r);
  divide_columns(m, d, diags);
}

void fo_regions_default(fo_page_master *m, const fo_node *node) {
  const mpt inch = 72 * MPT_PT;
  m->node = node;
  m->name = "";
  m->width = FO_PAGE_WIDTH;
  m->height = FO_PAGE_HEIGHT;
  m->column_count = 1;
  for (int kind = 0; kind < REGION_COUNT; kind++) m->region[kind].name = default_names[kind];
  m->region[REGION_BODY].node = node;
  place_region(m, REGION_BODY, (rect){inch, inch, m->width - 2 * inch, m->height - 2 * inch});
  m->column_width = m->region[REGION_BODY].content_width;
}
