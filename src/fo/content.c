/* Which formatting objects there are, and which may stand in which (XSL 1.1, chapter 6). */
#include <string.h>

#include "fo/build.h"

#define E(id) (UINT64_C(1) << FO_ELEMENT_##id)
#define TEXT (UINT64_C(1) << FO_TEXT)

_Static_assert(FO_ELEMENT_COUNT <= 64, "element sets are 64 bits");

enum { STATE_BUILT, STATE_LATER };

static const struct {
  const char *name, *qualified;
  uint8_t state;
} names[FO_ELEMENT_COUNT] = {
    [FO_TEXT] = {"", "text", STATE_BUILT},
#define FO_ELEMENT(id, name, content, role, state) [FO_ELEMENT_##id] = {name, "fo:" name, STATE_##state},
#include "fo/elements.def"
#undef FO_ELEMENT
    [FO_ELEMENT_UNKNOWN] = {"", "?", STATE_BUILT},
};

static const fo_element_entry stand_ins[] = {
#define FO_ELEMENT_NONE FO_ELEMENT_UNKNOWN
#define SKIP_NONE true
#define SKIP_WRAPPER false
#define SKIP_INLINE false
#define FO_STAND_IN(name, element) {"fo:" name, FO_ELEMENT_##element, true, SKIP_##element},
#include "fo/stand_ins.def"
#undef FO_STAND_IN
};

#define BLOCK_BLOCK(id) | E(id)
#define INLINE_BLOCK(id)
#define OTHER_BLOCK(id)
#define BLOCK_INLINE(id)
#define INLINE_INLINE(id) | E(id)
#define OTHER_INLINE(id)
#define FO_ELEMENT(id, name, content, role, state) content##_BLOCK(id)
static const uint64_t BLOCKS = 0
#include "fo/elements.def"
    ;
#undef FO_ELEMENT
#define FO_ELEMENT(id, name, content, role, state) content##_INLINE(id)
static const uint64_t INLINES = 0
#include "fo/elements.def"
    ;
#undef FO_ELEMENT

/* Also what may stand wherever a block may. */
#define NEUTRAL (E(WRAPPER) | E(UNKNOWN) | E(RETRIEVE_MARKER) | E(RETRIEVE_TABLE_MARKER))

#define FLOWING (BLOCKS | NEUTRAL)

static uint64_t children_of(fo_element parent) {
  switch (parent) {
#define FO_CONTENT(element, around, children)                                                                          \
  case FO_ELEMENT_##element:                                                                                           \
    return children;
#include "fo/content.def"
#undef FO_CONTENT
  default: return 0;
  }
}

const char *fo_element_name(fo_element e) {
  return names[e].qualified;
}

void fo_content_fill(fo_build *b) {
  b->elements = map_new(b->arena);
  for (int e = FO_TEXT + 1; e < FO_ELEMENT_UNKNOWN; e++) {
    fo_element_entry entry = {names[e].qualified, (fo_element)e, names[e].state == STATE_LATER, false};
    map_put_str(&b->elements, names[e].name, arena_copy(b->arena, &entry, sizeof entry));
  }
  for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++)
    map_put_str(&b->elements, stand_ins[i].name + 3, arena_copy(b->arena, &stand_ins[i], sizeof stand_ins[i]));
}

const fo_element_entry *fo_content_find_element(const fo_build *b, fo_slice local_name) {
  return map_find(&b->elements, local_name.at, local_name.n);
}

fo_element fo_content_around(fo_element parent) {
  switch (parent) {
#define FO_CONTENT(element, around, children)                                                                          \
  case FO_ELEMENT_##element:                                                                                           \
    return FO_ELEMENT_##around;
#include "fo/content.def"
#undef FO_CONTENT
  default: return FO_ELEMENT_UNKNOWN;
  }
}

bool fo_content_allows(fo_element parent, fo_element child) {
  return children_of(parent) >> child & 1;
}

int fo_content_distance(fo_element parent, fo_element child) {
  int n = 0;
  for (; parent != FO_ELEMENT_UNKNOWN; parent = fo_content_around(parent), n++)
    if (fo_content_allows(parent, child)) return n;
  return -1;
}

bool fo_content_empty(fo_element e) {
  return !children_of(e);
}

bool fo_content_structural(fo_element e) {
  return !(children_of(e) & (TEXT | BLOCKS)) || e == FO_ELEMENT_TABLE_AND_CAPTION;
}

void fo_content_report_missing(fo_build *b, const fo_scope *s) {
  static const struct {
    fo_element parent, child;
  } needs[] = {
#define FO_NEEDS_CHILD(parent, child) {FO_ELEMENT_##parent, FO_ELEMENT_##child},
#include "fo/needs.def"
#undef FO_NEEDS_CHILD
  };
  for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
    if (needs[i].parent == s->node->element && !(s->seen >> needs[i].child & 1))
      diag_add(b->diags, DIAG_MISSING_CHILD, fo_place(b->document, s->node), fo_element_name(needs[i].child),
               (const char *)NULL);
}
