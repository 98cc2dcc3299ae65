#include "layout/markers.h"

typedef struct marker_class {
  VEC(const fo_node *) open;           /* begun and not ended, in order */
  const fo_node *first_any, *last_any; /* of this page, areas that go on from earlier pages included */
  const fo_node *first_start, *last_start, *last_end;
  const fo_node *before; /* what the pages before leave */
  uint32_t before_sequence;
} marker_class;

struct markers {
  arena *arena;
  map classes;
  map copies; /* (marker, retrieve-marker) -> the copy */
  uint32_t sequence;
};

markers *markers_new(arena *document) {
  markers *m = ARENA_NEW(document, markers);
  m->arena = document;
  m->classes = map_new(document);
  m->copies = map_new(document);
  return m;
}

static marker_class *class_at(const markers *m, size_t i) {
  return m->classes.entries.at[i].value;
}

static void turn_page(const markers *m, marker_class *c) {
  const fo_node *left = c->last_end ? c->last_end : c->last_any;
  if (left) {
    c->before = left;
    c->before_sequence = m->sequence;
  }
  c->first_start = c->last_start = c->last_end = NULL;
  c->first_any = c->open.n ? c->open.at[0] : NULL;
  c->last_any = c->open.n ? c->open.at[c->open.n - 1] : NULL;
}

void markers_begin_sequence(markers *m) {
  for (size_t i = 0; i < m->classes.entries.n; i++) {
    class_at(m, i)->open.n = 0;
    turn_page(m, class_at(m, i));
  }
  m->sequence++;
}

void markers_begin_page(markers *m) {
  for (size_t i = 0; i < m->classes.entries.n; i++) turn_page(m, class_at(m, i));
}

static marker_class *class_of(markers *m, const fo_node *marker) {
  const char *name = marker->style->reference->marker_class;
  if (!name) return NULL;
  marker_class *c = map_find_str(&m->classes, name);
  if (!c) {
    c = ARENA_NEW(m->arena, marker_class);
    map_put_str(&m->classes, name, c);
  }
  return c;
}

void markers_begin(markers *m, const fo_node *marker) {
  marker_class *c = class_of(m, marker);
  if (!c) return;
  if (!c->first_any) c->first_any = marker;
  if (!c->first_start) c->first_start = marker;
  c->last_any = c->last_start = marker;
  VEC_PUSH(m->arena, c->open, marker);
}

void markers_end(markers *m, const fo_node *marker) {
  marker_class *c = class_of(m, marker);
  if (!c) return;
  /* Of FOs that end here the one whose last area comes latest: an outer one ends with its inner ones, but before them
   * in order. */
  if (!c->last_end || c->last_end->number < marker->number) c->last_end = marker;
  size_t kept = 0;
  for (size_t i = 0; i < c->open.n; i++) {
    if (c->open.at[i] != marker) c->open.at[kept++] = c->open.at[i];
  }
  c->open.n = kept;
}

static const fo_node *on_page(const marker_class *c, fo_enum position) {
  switch (position) {
  case FO_FIRST_INCLUDING_CARRYOVER: return c->first_any;
  case FO_LAST_STARTING_WITHIN_PAGE: return c->last_start ? c->last_start : c->last_any;
  case FO_LAST_ENDING_WITHIN_PAGE: return c->last_end ? c->last_end : c->last_any;
  default: return c->first_start ? c->first_start : c->first_any;
  }
}

static const fo_node *find(const markers *m, const fo_node *retrieve) {
  const fo_reference_style *s = retrieve->style->reference;
  const marker_class *c = s->retrieve_class ? map_find_str(&m->classes, s->retrieve_class) : NULL;
  if (!c) return NULL;
  const fo_node *here = on_page(c, s->retrieve_position);
  if (here || s->retrieve_boundary == FO_PAGE) return here;
  return s->retrieve_boundary == FO_DOCUMENT || c->before_sequence == m->sequence ? c->before : NULL;
}

const fo_node *markers_retrieve(markers *m, const fo_document *d, const fo_node *retrieve) {
  const fo_node *found = find(m, retrieve);
  if (!found) return NULL;
  const fo_node *key[2] = {found, retrieve};
  const fo_node *copy = map_find(&m->copies, key, sizeof key);
  if (copy) return copy;
  copy = fo_marker_copy(d, m->arena, found, retrieve);
  map_put(&m->copies, key, sizeof key, (void *)copy);
  return copy;
}
