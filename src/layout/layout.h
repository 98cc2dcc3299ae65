/* layout: from the FO tree to finished pages, one page sequence after the other. */
#ifndef PLIEGO_LAYOUT_LAYOUT_H
#define PLIEGO_LAYOUT_LAYOUT_H

#include "base/strbuf.h"
#include "layout/area.h"
#include "layout/list.h"

typedef struct references references; /* references.h: ids -> pages, what waits for them */
typedef struct markers markers;       /* markers.h */

struct layout {
  const fo_document *fo;
  const fo_masters *masters;
  text_engine *text;
  image_cache *images;
  diag_list *diags;
  arena *document; /* what outlives its page sequence: references, pending lines */
  arena *sequence; /* reset after each page sequence */
  arena *page;     /* areas and static content of one page: reset when the sink has taken it */
  arena *scratch;
  page_sink sink;
  references *references;
  markers *markers;
  text_context text_context; /* of the flow and of static content; its context is this struct */
  const page *now;           /* the page that is composed; NULL while content is collected and broken */
  mpt body_height;           /* of the tallest page body that the page sequence may use */
  int next_number;           /* of the page after the last one */
  uint32_t page_count;
  strbuf *dump_items; /* not NULL: `--dump items` */
};

typedef struct layout_input {
  const fo_document *fo;
  text_engine *text;
  image_cache *images;
  diag_list *diags;
  trap *trap;
  size_t memory_limit; /* bytes for each arena; 0 none */
  arena *document;
  page_sink sink;
  strbuf *dump_items;
} layout_input;

/* Lays the whole document out. Pages go to the sink in order; returns their number. */
uint32_t layout_document(const layout_input *in);

/* Reports that content exceeds the room of `node` by `excess`: arguments `what` (NULL: the element's name) and the excess
 * in points. */
void layout_report_excess(layout *l, diag_code code, const fo_node *node, const char *what, mpt64 excess);

/* `--dump areas`: one line an area, indented. */
void area_dump(const page *p, strbuf *out);
/* One line of it: for lines that come late. */
void area_dump_late(uint32_t page_index, const area *line, strbuf *out);
/* `--dump items`: one line an item: kind, size, and what is not zero of its join. */
void layout_list_dump(layout *l, const layout_list *list, strbuf *out);

#endif
