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
  arena *scratch;
  page_sink sink;
  references *references;
  markers *markers;
  text_context text_context; /* for the flow; static content has its own */
  strbuf *dump_items;        /* not NULL: `--dump items` */
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

/* `--dump areas`: one line an area, indented. */
void area_dump(const page *p, strbuf *out);

#endif
