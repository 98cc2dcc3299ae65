/* marker: the content of fo:marker inherits from the place where it is shown, not from where it stands (XSL 1.1, 6.13.6). So its
 * elements keep what they were given, and a copy is resolved anew under each fo:retrieve-marker.
 */
#include "fo/build.h"

typedef struct kept {
  const fo_attribute *at;
  size_t n;
} kept;

static fo_slice keep_slice(arena *a, fo_slice s) {
  return (fo_slice){arena_copy(a, s.at, s.n), s.n};
}

void fo_marker_remember(fo_build *b, const fo_node *n) {
  const fo_resolver *r = b->resolver;
  if (!r->attributes.n) return;
  kept *k = ARENA_NEW(b->arena, kept);
  fo_attribute *at = ARENA_ARRAY(b->arena, fo_attribute, r->attributes.n);
  for (size_t i = 0; i < r->attributes.n; i++) {
    const fo_attribute *from = &r->attributes.at[i];
    at[i] = (fo_attribute){from->meaning, keep_slice(b->arena, from->name), keep_slice(b->arena, from->value)};
  }
  *k = (kept){at, r->attributes.n};
  map_put(&b->document->marker_attributes, &n, sizeof n, k);
}

typedef struct copier {
  const fo_document *document;
  arena *arena;
} copier;

static const fo_style *restyle(const copier *c, const fo_node *n, const fo_style_scope *outer) {
  fo_resolver *r = c->document->resolver;
  const kept *k = map_find(&c->document->marker_attributes, &n, sizeof n);
  fo_resolver_begin(r, n->element, outer, fo_place(c->document, n));
  for (size_t i = 0; k && i < k->n; i++) fo_resolver_put(r, k->at[i].meaning, k->at[i].name, k->at[i].value);
  return fo_resolver_finish(r);
}

/* Recurses as deep as the tree is: at most FO_DEPTH_LIMIT. */
static void copy_children(const copier *c, fo_node *to, const fo_node *from, fo_style_scope *scope) {
  for (const fo_node *n = from->first; n; n = n->next) {
    fo_node *m = ARENA_NEW(c->arena, fo_node);
    *m = *n;
    m->parent = to;
    m->first = m->last = m->next = NULL;
    m->previous = to->last;
    if (to->last) to->last->next = m;
    else to->first = m;
    to->last = m;
    m->style = to->style;
    if (n->element == FO_TEXT) continue;
    m->style = restyle(c, n, scope);
    fo_style_scope inner = {.outer = scope, .element = m->element, .style = m->style, .columns = scope->columns};
    fo_columns_open(c->arena, &inner, m);
    copy_children(c, m, n, &inner);
    fo_columns_close(&inner, m);
  }
}

const fo_node *fo_marker_copy(const fo_document *d, arena *a, const fo_node *marker, const fo_node *retrieve) {
  copier c = {d, a};
  fo_resolver *r = d->resolver;
  diag_list *diags = r->diags;
  r->diags = diag_list_new(a); /* all has been said when the marker itself was read */
  fo_style_scope above = {.element = retrieve->element, .style = retrieve->style};
  fo_resolver_begin(r, FO_ELEMENT_MARKER, &above, fo_place(d, marker));
  fo_node *copy = ARENA_NEW(a, fo_node);
  *copy = *marker;
  copy->style = fo_resolver_finish(r);
  copy->parent = (fo_node *)(uintptr_t)retrieve;
  copy->previous = copy->next = copy->first = copy->last = NULL;
  fo_style_scope scope = {.outer = &above, .element = FO_ELEMENT_MARKER, .style = copy->style};
  copy_children(&c, copy, marker, &scope);
  r->diags = diags;
  return copy;
}
