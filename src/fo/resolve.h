/* resolve: from the attributes of one formatting object to its style (XSL 1.1, 5.1-5.9).
 *
 *   attributes --names, shorthands--> specs --sorted by precision--> readers --> workbench (fo_groups) --> interned style
 *
 *   border-top="1pt solid red"        [border-top-width 1pt, level 2] ...        work.box.border[SIDE_BEFORE] ...
 *   border-before-width="2pt"         [border-before-width 2pt, level 3]         later specs overwrite earlier ones
 *
 * Levels of precision (5.2, 5.3.1), each going before the ones above it: shorthands 0, 1, 2; relative names; absolute
 * names; components of either. Before all of them come the properties that others depend on: font-size (em) and a
 * cell's column (from-table-column). Groups that no spec touches are never copied: they stay the parent's or initial.
 */
#ifndef PLIEGO_FO_RESOLVE_H
#define PLIEGO_FO_RESOLVE_H

#include "base/diag.h"
#include "base/map.h"
#include "fo/property.h"
#include "fo/tree.h"

#define FO_PROPERTY_WORDS ((FO_PROPERTY_COUNT + 63) / 64)

/* An open table: the styles of its columns by number, and the rows that cells above still take up in each. */
typedef struct fo_columns {
  VEC(const fo_style *) style;
  VEC(uint32_t) taken;
  uint32_t next; /* the next free column of the row, from 0 */
} fo_columns;

/* An open element, as its descendants' resolution sees it. */
typedef struct fo_style_scope {
  const struct fo_style_scope *outer;
  fo_element element;
  const fo_style *style;
  fo_columns *columns;                   /* of the innermost open table; NULL */
  uint64_t specified[FO_PROPERTY_WORDS]; /* the properties that it specifies: a bit each */
} fo_style_scope;

typedef struct fo_attribute {
  fo_name meaning;
  fo_slice name, value;
} fo_attribute;

typedef struct fo_spec {
  uint16_t property;
  uint8_t component;
  uint8_t order;      /* sorted by it */
  uint16_t attribute; /* index into attributes, for messages */
  fo_slice value;
} fo_spec;

typedef struct fo_resolver {
  arena *arena;
  diag_list *diags;
  fo_name_index names;
  map strings, styles, said;
  map groups[FO_GROUP_COUNT];
  fo_style initial;

  /* the element at work */
  const fo_style_scope *scope; /* its parent's; NULL for the root */
  const fo_style *parent;      /* the parent's style, or &initial */
  fo_element element;
  diag_place place;
  VEC(fo_attribute) attributes;
  VEC(fo_spec) specs;
  uint64_t specified[FO_PROPERTY_WORDS];
  mpt em;              /* the font size that em means now */
  uint32_t touched;    /* bits of the groups that are on the workbench */
  fo_length margin[4]; /* margin-left, margin-right of a block, by fo_side */
  bool margin_given[4];
  bool border_colored[4];
  bool decorated;
  bool line_height_given;
  fo_groups work;
} fo_resolver;

/* In `a`: everything that it makes lives as long as the document. */
fo_resolver *fo_resolver_new(arena *a, diag_list *diags);
/* Begins an element: then fo_resolver_put for each attribute, then fo_resolver_finish. */
void fo_resolver_begin(fo_resolver *r, fo_element element, const fo_style_scope *parent, diag_place place);
void fo_resolver_put(fo_resolver *r, fo_name name, fo_slice attribute, fo_slice value);
const fo_style *fo_resolver_finish(fo_resolver *r);

/* Puts the group on the workbench, if it is not there yet. */
void fo_resolver_touch(fo_resolver *r, fo_group group);
static inline void *fo_resolver_field(fo_resolver *r, uint16_t offset) {
  return (char *)&r->work + offset;
}
/* The trait of a property in a finished style; NULL when the property has none. */
const void *fo_style_field(const fo_style *s, const fo_property *p);
const void *fo_style_group(const fo_style *s, fo_group g);
/* Reads one value into the workbench; false when it is not understood. */
bool fo_resolver_read(fo_resolver *r, fo_property_id id, fo_component c, fo_slice value);
/* Adds the specs of a shorthand; false when the value is not understood. */
bool fo_shorthand_expand(fo_resolver *r, uint16_t shorthand, uint16_t attribute, fo_slice value);
void fo_resolver_add(fo_resolver *r, fo_property_id id, fo_component c, uint8_t level, uint16_t attribute,
                     fo_slice value);

/* True the first time for this code and text, so that a thing is said once. */
bool fo_resolver_first(fo_resolver *r, diag_code code, fo_slice text);
/* NUL-terminated copy for a message, cut where it gets long. */
const char *fo_resolver_quote(fo_resolver *r, fo_slice s);
/* Accepted, not yet laid out: said once for each text. */
void fo_resolver_later(fo_resolver *r, fo_slice what);

/* The block-level FOs that have the common margin properties for blocks (7.11). */
bool fo_element_has_margins(fo_element e);
bool fo_element_is_block(fo_element e);
bool fo_element_is_inline(fo_element e);

#endif
