/* tree: from libxml2's document to fo_nodes. One walk in document order; each element is
 *
 *   found      by its name (content.c), or taken for a wrapper whose text is kept
 *   placed     under its parent; where it may not stand, what is missing around it is put there:
 *              table > block   becomes   table > (body > row > cell) > block
 *   resolved   to a style (resolve.c)
 *   tagged     (structure.c)
 *
 * The walk recurses, at most FO_DEPTH_LIMIT deep; what is deeper is flattened to its text without recursion.
 * No call into libxml2 here allocates or calls back, so that the arena's trap may be sprung anywhere.
 */
#include <libxml/tree.h>
#include <string.h>

#include "fo/build.h"

#define FO_NAMESPACE "http://www.w3.org/1999/XSL/Format"
#define FOX_NAMESPACE "http://xmlgraphics.apache.org/fop/extensions"
#define XML_SPACE "http://www.w3.org/XML/1998/namespace"
#define ENTITY_DEPTH 20     /* entities in each other */
#define ENTITY_LIMIT 100000 /* nodes that a document's entities may be expanded to */
#define SCOPE_LIMIT 5       /* the scope of an element and those of what is put around its children */

static const fo_element_entry unknown_element = {"?", FO_ELEMENT_UNKNOWN, false, false};

diag_place fo_place(const fo_document *d, const fo_node *n) {
  return (diag_place){
      .file = d->file, .line = d->file ? n->line : 0, .element = fo_element_name(n->element), .node = n->number};
}

static fo_slice slice_of(const xmlChar *s) {
  return (fo_slice){(const char *)s, s ? strlen((const char *)s) : 0};
}

static bool is_space_text(fo_slice s) {
  for (size_t i = 0; i < s.n; i++)
    if (s.at[i] != ' ' && s.at[i] != '\n' && s.at[i] != '\t' && s.at[i] != '\r') return false;
  return true;
}

static bool is_text(const xmlNode *x) {
  return x->type == XML_TEXT_NODE || x->type == XML_CDATA_SECTION_NODE || x->type == XML_ENTITY_REF_NODE;
}

/* ---- names ---- */

static size_t cache_slot(const void *p, size_t slots) {
  return ((uintptr_t)p >> 3 ^ (uintptr_t)p >> 12) & (slots - 1);
}

static bool is_namespace(const xmlNs *ns, const char *uri) {
  return ns && ns->href && !strcmp((const char *)ns->href, uri);
}

static const fo_element_entry *find_entry(fo_build *b, const xmlNode *x) {
  if (!is_namespace(x->ns, FO_NAMESPACE)) return &unknown_element;
  const fo_element_entry *e = fo_content_find_element(b, slice_of(x->name));
  return e ? e : &unknown_element;
}

static const fo_element_entry *element_of(fo_build *b, const xmlNode *x) {
  const void *space = x->ns;
  size_t i = cache_slot(x->name, FO_ELEMENT_CACHE);
  if (b->element_names[i].text != x->name || b->element_names[i].space != space) {
    b->element_names[i].text = x->name;
    b->element_names[i].space = space;
    b->element_names[i].entry = find_entry(b, x);
  }
  return b->element_names[i].entry;
}

/* The property of an attribute; id FO_PROPERTY_NONE when it is unknown, false when it is none of XSL's. */
static bool name_of(fo_build *b, const xmlAttr *a, fo_name *out) {
  fo_slice local = slice_of(a->name);
  if (!a->ns) {
    size_t i = cache_slot(a->name, FO_NAME_CACHE);
    if (b->names[i].text != a->name) {
      b->names[i].text = a->name;
      b->names[i].name = fo_name_find(&b->resolver->names, local);
    }
    *out = b->names[i].name;
    return true;
  }
  const char *qualified = NULL;
  if (is_namespace(a->ns, XML_SPACE) && fo_slice_is(local, "lang")) qualified = "xml:lang";
  else if (is_namespace(a->ns, FOX_NAMESPACE) && fo_slice_is(local, "alt-text")) qualified = "fox:alt-text";
  if (!qualified) return false;
  *out = fo_name_find(&b->resolver->names, (fo_slice){qualified, strlen(qualified)});
  return true;
}

/* ---- text ---- */

typedef struct text_run {
  strbuf joined; /* used from the second piece on */
  fo_slice text;
  int pieces;
  int line; /* of its first piece; 0: not known */
} text_run;

static void run_add(fo_build *b, text_run *t, fo_slice piece) {
  if (!piece.n) return;
  if (t->pieces == 1) {
    t->joined = strbuf_new(b->arena);
    strbuf_put(&t->joined, t->text.at, t->text.n);
  }
  if (t->pieces++) {
    strbuf_put(&t->joined, piece.at, piece.n);
    piece = (fo_slice){t->joined.at, t->joined.n};
  }
  t->text = piece;
}

/* Text of a reference to an entity that the parser left in place: internal ones, without elements. */
static void run_add_entity(fo_build *b, text_run *t, const xmlNode *reference, int depth) {
  const xmlEntity *e = (const xmlEntity *)reference->children;
  if (!e || e->type != XML_ENTITY_DECL || depth > ENTITY_DEPTH || b->expanded > ENTITY_LIMIT) return;
  if (!e->children) {
    b->expanded++;
    run_add(b, t, slice_of(e->content));
  }
  for (const xmlNode *x = e->children; x && b->expanded <= ENTITY_LIMIT; x = x->next) {
    b->expanded++;
    if (x->type == XML_ENTITY_REF_NODE) run_add_entity(b, t, x, depth + 1);
    else if (is_text(x)) run_add(b, t, slice_of(x->content));
    if (x == e->last) break;
  }
}

static void run_add_node(fo_build *b, text_run *t, const xmlNode *x) {
  if (!t->pieces) t->line = (int)xmlGetLineNo(x);
  if (x->type == XML_ENTITY_REF_NODE) run_add_entity(b, t, x, 0);
  else run_add(b, t, slice_of(x->content));
}

static fo_slice value_of(fo_build *b, const xmlAttr *a) {
  const xmlNode *x = a->children;
  if (!x) return (fo_slice){"", 0};
  if (!x->next && x->type == XML_TEXT_NODE) return slice_of(x->content);
  text_run t = {.text = {"", 0}};
  for (; x; x = x->next)
    if (is_text(x)) run_add_node(b, &t, x);
  return t.text;
}

/* White space between blocks makes no line unless it is preserved (4.7.2, 7.17.3). */
static bool vanishes(const fo_scope *s, const fo_node *previous) {
  const fo_text_style *t = s->style.style->text;
  fo_element e = s->node->element;
  if (e == FO_ELEMENT_INLINE || e == FO_ELEMENT_BASIC_LINK) return false; /* it may part two words */
  if (!t->white_space_collapse || t->linefeed_treatment == FO_PRESERVE || t->white_space_treatment == FO_PRESERVE)
    return false;
  return !previous || fo_element_has_margins(previous->element);
}

static fo_node *append(fo_build *b, fo_scope *s, fo_element e) {
  fo_node *n = ARENA_NEW(b->arena, fo_node), *parent = s->node;
  n->element = e;
  n->style = s->style.style;
  n->parent = parent;
  n->previous = parent->last;
  if (parent->last) parent->last->next = n;
  else parent->first = n;
  parent->last = n;
  return n;
}

static void append_text(fo_build *b, fo_scope *s, fo_slice text) {
  fo_structure_child(b, s, false);
  fo_node *n = append(b, s, FO_TEXT);
  n->number = s->node->number;
  n->tag = fo_structure_text(s);
  n->text = arena_copy(b->arena, text.at, text.n);
  n->text_size = text.n > UINT32_MAX ? UINT32_MAX : (uint32_t)text.n;
}

/* ---- what is in a block ---- */

static void survey(fo_build *b, const xmlNode *x, fo_contents *has, int depth) {
  for (const xmlNode *c = x->children; c && !(has->blocks && has->inlines); c = c->next) {
    if (c->type == XML_ENTITY_REF_NODE || (is_text(c) && !is_space_text(slice_of(c->content)))) has->inlines = true;
    if (c->type != XML_ELEMENT_NODE) continue;
    const fo_element_entry *entry = element_of(b, c);
    fo_element e = entry->element;
    if (entry->skip || e == FO_ELEMENT_MARKER || e == FO_ELEMENT_LEADER) continue;
    if (e != FO_ELEMENT_WRAPPER && e != FO_ELEMENT_UNKNOWN) {
      if (fo_element_is_inline(e)) has->inlines = true;
      else has->blocks = true;
    } else if (depth < 8) {
      survey(b, c, has, depth + 1);
    } else {
      has->inlines = true;
    }
  }
}

static bool transparent(fo_element e) {
  return e == FO_ELEMENT_WRAPPER || e == FO_ELEMENT_UNKNOWN;
}

static bool has_interest(fo_element e) {
  return e == FO_ELEMENT_BLOCK || e == FO_ELEMENT_INLINE || e == FO_ELEMENT_BASIC_LINK || transparent(e);
}

/* ---- scopes ---- */

/* The scopes of one element: its own at [0] and those that are put around its children. */
typedef struct scope_stack {
  fo_scope at[SCOPE_LIMIT];
  int n;
} scope_stack;

static void scope_open(fo_scope *s, fo_scope *outer, fo_node *n, const fo_style *style) {
  *s = *outer;
  s->outer = outer;
  s->style =
      (fo_style_scope){.outer = &outer->style, .element = n->element, .style = style, .columns = outer->style.columns};
  s->node = n;
  s->model = n->element;
  s->depth = (uint16_t)(outer->depth + 1);
  s->seen = 0;
}

static void close_scope(fo_build *b, fo_scope *s) {
  fo_content_report_missing(b, s);
  fo_columns_close(&s->style, s->node);
  fo_structure_close(b, s, s->node);
}

static void close_down_to(fo_build *b, scope_stack *t, int n) {
  while (t->n > n) close_scope(b, &t->at[--t->n]);
}

/* Puts an element of no source around what follows. */
static void open_around(fo_build *b, scope_stack *t, fo_element e, diag_place place, int line, uint32_t number) {
  fo_scope *outer = &t->at[t->n - 1], *s = &t->at[t->n++];
  bool block = fo_element_has_margins(e);
  fo_structure_child(b, outer, block);
  fo_node *n = append(b, outer, e);
  n->number = number;
  n->line = line;
  fo_resolver_begin(b->resolver, e, &outer->style, place);
  n->style = fo_resolver_finish(b->resolver);
  scope_open(s, outer, n, n->style);
  fo_columns_open(b->arena, &s->style, n);
  fo_structure_open(b, s, n, (fo_contents){.inlines = e == FO_ELEMENT_BLOCK});
  outer->seen |= UINT64_C(1) << e;
}

/* The scope in which a child shall stand, with what is needed put around it; NULL when nothing helps. */
static fo_scope *place_child(fo_build *b, scope_stack *t, fo_element child, diag_place place, int line,
                             uint32_t number) {
  for (int i = 0; i < t->n; i++) {
    if (!fo_content_allows(t->at[i].model, child)) continue;
    close_down_to(b, t, i + 1);
    return &t->at[i];
  }
  int from = t->n - 1, distance = -1;
  while (from >= 0 && (distance = fo_content_distance(t->at[from].model, child)) < 0) from--;
  if (from < 0 || from + distance >= SCOPE_LIMIT) return NULL;
  close_down_to(b, t, from + 1);
  fo_element parent = t->at[from].model, first = fo_content_around(parent);
  if (child == FO_TEXT) {
    place.element = fo_element_name(parent);
    diag_add(b->diags, DIAG_MISPLACED_TEXT, place, fo_element_name(parent), fo_element_name(first), (const char *)NULL);
  } else {
    diag_add(b->diags, DIAG_MISPLACED_WRAPPED, place, fo_element_name(parent), fo_element_name(first),
             (const char *)NULL);
  }
  for (; distance; distance--) open_around(b, t, fo_content_around(t->at[t->n - 1].model), place, line, number);
  return &t->at[t->n - 1];
}

/* Wrappers let through what may stand here; those of inline content stand with the text around them. */
static fo_scope *place_transparent(fo_build *b, scope_stack *t, fo_contents has, diag_place place, int line) {
  if (has.inlines && !has.blocks && !fo_content_structural(t->at[0].model))
    return place_child(b, t, FO_TEXT, place, line, place.node);
  close_down_to(b, t, 1);
  return &t->at[0];
}

/* ---- elements ---- */

static void build_children(fo_build *b, fo_scope *s, const xmlNode *x);

/* Elements below x are counted as they would be if they were built. */
static void count_below(fo_build *b, const xmlNode *x) {
  const xmlNode *c = x->children;
  while (c && c != x) {
    if (c->type == XML_ELEMENT_NODE) b->document->node_count++;
    if (c->type == XML_ELEMENT_NODE && c->children) {
      c = c->children;
      continue;
    }
    while (c != x && !c->next) c = c->parent;
    if (c != x) c = c->next;
  }
}

/* All text below x, when elements stand in each other too deep to go on. */
static void flatten(fo_build *b, fo_scope *s, const xmlNode *x, diag_place place) {
  if (fo_resolver_first(b->resolver, DIAG_TOO_DEEP, (fo_slice){"", 0}))
    diag_add(b->diags, DIAG_TOO_DEEP, place, arena_printf(b->arena, "%d", FO_DEPTH_LIMIT), (const char *)NULL);
  const xmlNode *c = x->children;
  while (c && c != x) {
    if (c->type == XML_ELEMENT_NODE) b->document->node_count++;
    if (is_text(c) && c->type != XML_ENTITY_REF_NODE && !is_space_text(slice_of(c->content)))
      append_text(b, s, slice_of(c->content));
    if (c->type == XML_ELEMENT_NODE && c->children) {
      c = c->children;
      continue;
    }
    while (c != x && !c->next) c = c->parent;
    if (c != x) c = c->next;
  }
}

static const fo_style *resolve(fo_build *b, const fo_scope *outer, fo_element e, const xmlNode *x, diag_place place) {
  fo_resolver *r = b->resolver;
  fo_resolver_begin(r, e, &outer->style, place);
  for (const xmlAttr *a = x->properties; a; a = a->next) {
    fo_name name;
    if (!name_of(b, a, &name)) continue;
    fo_slice text = slice_of(a->name);
    if (name.id != FO_PROPERTY_NONE) fo_resolver_put(r, name, text, value_of(b, a));
    else if (fo_resolver_first(r, DIAG_UNKNOWN_PROPERTY, text))
      diag_add(b->diags, DIAG_UNKNOWN_PROPERTY, place, fo_resolver_quote(r, text), (const char *)NULL);
  }
  return fo_resolver_finish(r);
}

static const char *qualified_name(fo_build *b, const xmlNode *x) {
  const char *local = fo_resolver_quote(b->resolver, slice_of(x->name));
  if (!x->ns || !x->ns->prefix) return local;
  return arena_printf(b->arena, "%s:%s", fo_resolver_quote(b->resolver, slice_of(x->ns->prefix)), local);
}

/* What has no row in the tables, and what has but is not laid out yet. */
static void report_kind(fo_build *b, const fo_element_entry *entry, diag_place place) {
  if (entry == &unknown_element) {
    const char *name = place.element;
    if (fo_resolver_first(b->resolver, DIAG_UNKNOWN_ELEMENT, (fo_slice){name, strlen(name)}))
      diag_add(b->diags, DIAG_UNKNOWN_ELEMENT, place, name, (const char *)NULL);
  } else if (entry->later) {
    b->resolver->place = place;
    fo_resolver_later(b->resolver, (fo_slice){entry->name, strlen(entry->name)});
  }
}

static void build_special(fo_build *b, fo_node *n, const xmlNode *x) {
  const xmlNode *c = x->children;
  if (n->element == FO_ELEMENT_INSTREAM_FOREIGN_OBJECT) {
    while (c && c->type != XML_ELEMENT_NODE) c = c->next;
    n->foreign = (void *)(uintptr_t)c;
  } else {
    fo_metadata_read(b, (void *)(uintptr_t)x);
  }
  count_below(b, x);
}

static void build_node(fo_build *b, fo_scope *outer, fo_element e, fo_contents has, const xmlNode *x, diag_place place,
                       int line) {
  const fo_style *style = resolve(b, outer, e, x, place);
  bool own = !transparent(e) || !fo_content_structural(outer->model);
  if (own && e != FO_ELEMENT_MARKER) fo_structure_child(b, outer, has.blocks || fo_element_has_margins(e));
  fo_node *n = own ? append(b, outer, e) : outer->node;
  if (own) {
    n->number = place.node;
    n->line = line;
    n->style = style;
  }
  if (own && outer->marker) fo_marker_remember(b, n);
  fo_scope s;
  scope_open(&s, outer, n, style);
  s.marker = s.marker || e == FO_ELEMENT_MARKER;
  memcpy(s.style.specified, b->resolver->specified, sizeof s.style.specified);
  outer->seen |= UINT64_C(1) << e;
  if (transparent(e)) s.model = outer->model;
  if (own) {
    fo_structure_open(b, &s, n, has);
    fo_columns_open(b->arena, &s.style, n);
    fo_check_node(b, n);
  } else {
    s.style.element = outer->style.element;
  }
  if (e == FO_ELEMENT_INSTREAM_FOREIGN_OBJECT || e == FO_ELEMENT_DECLARATIONS) build_special(b, n, x);
  else if (s.depth >= FO_DEPTH_LIMIT) flatten(b, &s, x, place);
  else build_children(b, fo_content_empty(e) && !transparent(e) ? outer : &s, x);
  if (own) close_scope(b, &s);
  else outer->seen |= s.seen;
}

static void build_element(fo_build *b, scope_stack *t, const xmlNode *x) {
  const fo_element_entry *entry = element_of(b, x);
  fo_element e = entry->element;
  int line = (int)xmlGetLineNo(x);
  diag_place place = {.file = b->document->file,
                      .line = b->document->file ? line : 0,
                      .element = entry == &unknown_element ? qualified_name(b, x) : entry->name,
                      .node = ++b->document->node_count};
  if (entry == &unknown_element || entry->later) report_kind(b, entry, place);
  if (entry->skip) {
    count_below(b, x);
    return;
  }
  fo_contents has = {false, false};
  if (has_interest(e)) survey(b, x, &has, 0);
  fo_scope *s =
      transparent(e) ? place_transparent(b, t, has, place, line) : place_child(b, t, e, place, line, place.node);
  if (!s) {
    s = &t->at[t->n - 1];
    diag_add(b->diags, DIAG_MISPLACED_ELEMENT, place, fo_element_name(s->model), (const char *)NULL);
    e = FO_ELEMENT_UNKNOWN;
    survey(b, x, &has, 0);
  }
  build_node(b, s, e, has, x, place, line);
}

static void build_text(fo_build *b, scope_stack *t, text_run *run, const xmlNode *x, const xmlNode *after) {
  fo_slice text = run->text;
  int line = run->line > 0 ? run->line : (int)xmlGetLineNo(x);
  *run = (text_run){.text = {"", 0}};
  if (!text.n) return;
  fo_scope *inner = &t->at[t->n - 1];
  if (is_space_text(text)) {
    bool edge = !after || (after->type == XML_ELEMENT_NODE && fo_element_has_margins(element_of(b, after)->element));
    if (fo_content_allows(inner->model, FO_TEXT) && !(edge && vanishes(inner, inner->node->last)))
      append_text(b, inner, text);
    return;
  }
  diag_place place = {.file = b->document->file, .line = b->document->file ? line : 0, .node = t->at[0].node->number};
  fo_scope *s = place_child(b, t, FO_TEXT, place, line, place.node);
  if (s) {
    append_text(b, s, text);
    return;
  }
  place.element = fo_element_name(inner->model);
  diag_add(b->diags, DIAG_MISPLACED_LOST, place, place.element, (const char *)NULL);
}

static void build_children(fo_build *b, fo_scope *s, const xmlNode *x) {
  scope_stack t;
  t.at[0] = *s;
  t.n = 1;
  text_run run = {.text = {"", 0}};
  for (const xmlNode *c = x->children; c; c = c->next) {
    if (is_text(c)) {
      run_add_node(b, &run, c);
    } else if (c->type == XML_ELEMENT_NODE) {
      build_text(b, &t, &run, x, c);
      build_element(b, &t, c);
    }
  }
  build_text(b, &t, &run, x, NULL);
  close_down_to(b, &t, 1);
  s->seen = t.at[0].seen;
  s->run = t.at[0].run;
  s->row = t.at[0].row;
}

/* ---- the document ---- */

static fo_build *build_new(arena *a, const char *file, diag_list *diags) {
  fo_build *b = ARENA_NEW(a, fo_build);
  b->arena = a;
  b->diags = diags;
  b->resolver = fo_resolver_new(a, diags);
  fo_content_fill(b);
  fo_document *d = ARENA_NEW(a, fo_document);
  d->arena = a;
  d->file = file ? arena_strdup(a, file) : NULL;
  d->tags = tag_tree_new(a);
  d->ids = map_new(a);
  d->marker_attributes = map_new(a);
  d->resolver = b->resolver;
  b->document = d;
  return b;
}

fo_document *fo_document_build(arena *a, void *xml_document, const char *file, diag_list *diags) {
  const xmlNode *x = xmlDocGetRootElement(xml_document);
  fo_build *b = build_new(a, file, diags);
  fo_document *d = b->document;
  if (!x || element_of(b, x)->element != FO_ELEMENT_ROOT) {
    diag_place place = {.file = file, .line = x && file ? (int)xmlGetLineNo(x) : 0, .node = 1};
    diag_add(diags, DIAG_NOT_FO, place, x ? qualified_name(b, x) : "?", (const char *)NULL);
    return NULL;
  }
  fo_node top = {.element = FO_ELEMENT_UNKNOWN};
  fo_scope outer = {.node = &top, .model = FO_ELEMENT_UNKNOWN, .style = {.style = &b->resolver->initial}};
  diag_place place = {
      .file = d->file, .line = file ? (int)xmlGetLineNo(x) : 0, .element = "fo:root", .node = ++d->node_count};
  build_node(b, &outer, FO_ELEMENT_ROOT, (fo_contents){false, false}, x, place, (int)xmlGetLineNo(x));
  d->root = top.first;
  d->root->parent = NULL;
  fo_check_references(b);
  fo_collect_bookmarks(b);
  fo_metadata_complete(b);
  return d;
}
