#include "layout/layout.h"

#include <string.h>

#include "layout/markers.h"
#include "layout/number.h"
#include "layout/pages.h"
#include "layout/references.h"

/* ---- what paragraphs ask ---- */

static const char *page_number(void *context, const fo_node *node, bool *known) {
  layout *l = context;
  if (node->element != FO_ELEMENT_PAGE_NUMBER) return references_number(l->references, node, known);
  *known = l->now != NULL;
  if (l->now) return l->now->label;
  const fo_node *s = node;
  while (s && s->element != FO_ELEMENT_PAGE_SEQUENCE) s = s->parent;
  return number_format(l->sequence, l->next_number, (s ? s : node)->style->page);
}

static const fo_node *marker(void *context, const fo_node *retrieve) {
  layout *l = context;
  return l->now ? markers_retrieve(l->markers, l->fo, retrieve) : NULL;
}

void layout_report_excess(layout *l, diag_code code, const fo_node *node, const char *what, mpt64 excess) {
  arena_mark m = arena_save(l->scratch);
  strbuf points = strbuf_new(l->scratch);
  strbuf_milli(&points, excess);
  if (what) diag_add_once(l->diags, code, fo_place(l->fo, node), what, points.at, (const char *)NULL);
  else diag_add(l->diags, code, fo_place(l->fo, node), fo_element_name(node->element), points.at, (const char *)NULL);
  arena_restore(l->scratch, m);
}

/* ---- the document ---- */

static const fo_node *next_sequence(const fo_node *n) {
  while (n && n->element != FO_ELEMENT_PAGE_SEQUENCE) n = n->next;
  return n;
}

static void lay_out(layout *l) {
  const fo_node *root = l->fo->root;
  l->masters = fo_masters_build(l->document, l->fo, l->diags);
  l->references = references_new(l);
  l->markers = markers_new(l->document);
  for (const fo_node *s = next_sequence(root->first); s;) {
    const fo_node *next = next_sequence(s->next);
    uint32_t before = l->page_count;
    int number = l->next_number;
    layout_page_sequence(l, s, next);
    if (before == 0 && l->page_count) {
      references_begin(l->references, root, number, number_format(l->document, number, s->style->page));
    }
    if (l->page_count > before && !next) {
      int last = l->next_number - 1;
      references_end(l->references, root, last, number_format(l->document, last, s->style->page));
    }
    s = next;
  }
  references_finish(l->references);
}

static void free_arenas(layout *l) {
  arena_free(l->sequence);
  arena_free(l->page);
  arena_free(l->scratch);
}

uint32_t layout_document(const layout_input *in) {
  layout *const l = ARENA_NEW(in->document, layout);
  *l = (layout){.fo = in->fo, .text = in->text, .images = in->images, .diags = in->diags};
  l->document = in->document;
  l->sink = in->sink;
  l->dump_items = in->dump_items;
  l->next_number = 1;
  trap outer = *in->trap; /* armed by the caller; it gets what comes here after the arenas are gone */
  if (TRAP_ARM(in->trap)) {
    trap fallen = *in->trap;
    free_arenas(l);
    *in->trap = outer;
    trap_fail(in->trap, fallen.reason, "%s", fallen.detail);
  }
  l->sequence = arena_new(in->trap, in->memory_limit);
  l->page = arena_new(in->trap, in->memory_limit);
  l->scratch = arena_new(in->trap, in->memory_limit);
  l->text_context = (text_context){.engine = in->text,
                                   .document = in->fo,
                                   .images = in->images,
                                   .diags = in->diags,
                                   .scratch = l->scratch,
                                   .page_number = page_number,
                                   .marker = marker,
                                   .context = l};
  lay_out(l);
  uint32_t pages = l->page_count;
  free_arenas(l);
  *in->trap = outer;
  return pages;
}
