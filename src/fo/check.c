/* What must be there and what must be found: required properties, ids, references; and the bookmarks that use them. */
#include <string.h>

#include "fo/build.h"

static void check_needs(fo_build *b, const fo_node *n) {
  const fo_style *s = n->style;
  const char *missing = NULL;
  switch (n->element) {
#define FO_NEEDS(element, member, name, other)                                                                         \
  case FO_ELEMENT_##element:                                                                                           \
    missing = s->member || s->other ? NULL : name;                                                                     \
    break;
#include "fo/needs.def"
#undef FO_NEEDS
  default: break;
  }
  if (missing) diag_add(b->diags, DIAG_MISSING_PROPERTY, fo_place(b->document, n), missing, (const char *)NULL);
}

static void remember_id(fo_build *b, fo_node *n) {
  const char *id = n->style->reference->id;
  if (!id) return;
  if (map_find_str(&b->document->ids, id))
    diag_add(b->diags, DIAG_DUPLICATE_ID, fo_place(b->document, n), id, (const char *)NULL);
  else map_put_str(&b->document->ids, id, n);
}

/* Regions and containers are turned; whole pages are not. */
static void check_turned_page(fo_build *b, const fo_node *n) {
  static const char what[] = "reference-orientation of fo:simple-page-master";
  if (n->element != FO_ELEMENT_SIMPLE_PAGE_MASTER || !n->style->inherited->reference_orientation) return;
  b->resolver->place = fo_place(b->document, n);
  fo_resolver_later(b->resolver, (fo_slice){what, sizeof what - 1});
}

void fo_check_node(fo_build *b, fo_node *n) {
  const fo_reference_style *r = n->style->reference;
  check_needs(b, n);
  check_turned_page(b, n);
  remember_id(b, n);
  if (r->ref_id || r->internal_destination) VEC_PUSH(b->arena, b->references, n);
}

static void check_reference(fo_build *b, const fo_node *n, const char *id) {
  if (id && !map_find_str(&b->document->ids, id))
    diag_add(b->diags, DIAG_DANGLING_REFERENCE, fo_place(b->document, n), id, (const char *)NULL);
}

void fo_check_references(fo_build *b) {
  for (size_t i = 0; i < b->references.n; i++) {
    const fo_node *n = b->references.at[i];
    check_reference(b, n, n->style->reference->ref_id);
    check_reference(b, n, n->style->reference->internal_destination);
  }
}

static void put_text(strbuf *out, const fo_node *n) {
  for (uint32_t i = 0; i < n->text_size; i++) {
    char c = n->text[i];
    bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) strbuf_putc(out, c);
    else if (out->n && out->at[out->n - 1] != ' ') strbuf_putc(out, ' ');
  }
}

const char *fo_node_text(arena *a, const fo_node *n) {
  strbuf out = strbuf_new(a);
  const fo_node *c = n->first;
  while (c && c != n) {
    if (c->element == FO_TEXT) put_text(&out, c);
    if (c->first) {
      c = c->first;
      continue;
    }
    while (c != n && !c->next) c = c->parent;
    if (c != n) c = c->next;
  }
  if (out.n && out.at[out.n - 1] == ' ') out.at[--out.n] = 0;
  return out.at;
}

static void collect(fo_build *b, const fo_node *parent, uint32_t depth) {
  for (const fo_node *n = parent->first; n; n = n->next) {
    if (n->element != FO_ELEMENT_BOOKMARK) continue;
    const fo_node *title = n->first;
    while (title && title->element != FO_ELEMENT_BOOKMARK_TITLE) title = title->next;
    const fo_reference_style *r = n->style->reference;
    fo_bookmark m = {.title = title ? fo_node_text(b->arena, title) : "",
                     .internal_destination = r->internal_destination,
                     .external_destination = r->external_destination,
                     .open = r->starting_state == FO_SHOW,
                     .depth = depth,
                     .line = n->line,
                     .node = n->number};
    VEC_PUSH(b->arena, b->document->bookmarks, m);
    collect(b, n, depth + 1);
  }
}

void fo_collect_bookmarks(fo_build *b) {
  for (const fo_node *n = b->document->root->first; n; n = n->next)
    if (n->element == FO_ELEMENT_BOOKMARK_TREE) collect(b, n, 0);
}
