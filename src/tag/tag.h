/* tag: the document's logical structure tree (ISO 32000-1, 14.7-14.8), independent of any back end.
 *
 * Ids are given in FO order while the FO tree is built, from 1; 0 is "artifact": running heads, repeated
 * table headers, rules, backgrounds. Areas and glyph runs carry an id, nothing else of the structure.
 */
#ifndef PLIEGO_TAG_TAG_H
#define PLIEGO_TAG_TAG_H

#include <stdint.h>

#include "base/arena.h"
#include "base/strbuf.h"

typedef uint32_t tag_id;
#define TAG_ARTIFACT 0u

typedef enum {
#define TAG_ROLE(id, name, level) TAG_##id,
#include "tag/roles.def"
#undef TAG_ROLE
  TAG_ROLE_COUNT
} tag_role;

/* Where ISO 32000-1, 14.8.4 lets an element stand: grouping, block level, inline level, or only in its own family. */
typedef enum { TAG_LEVEL_GROUP, TAG_LEVEL_BLOCK, TAG_LEVEL_INLINE, TAG_LEVEL_OTHER } tag_level;

typedef enum {
#define TAG_NUMBERING(id, name) TAG_NUMBERING_##id,
#include "tag/numberings.def"
#undef TAG_NUMBERING
  TAG_NUMBERING_COUNT
} tag_numbering;

typedef enum { TAG_SCOPE_NONE, TAG_SCOPE_ROW, TAG_SCOPE_COLUMN, TAG_SCOPE_BOTH } tag_scope;

typedef struct tag_node {
  tag_role role;
  tag_id parent;      /* 0: the structure tree root */
  tag_id first, next; /* children in order; 0 ends */
  tag_id last;
  const char *language;           /* xml:lang where it differs from the parent's; NULL */
  const char *alt;                /* alternative text; NULL */
  const char *actual;             /* actual text; NULL */
  const char *id;                 /* the FO's id; NULL */
  int line;                       /* source line, for messages */
  uint32_t fo;                    /* FO node number */
  uint16_t row_span, column_span; /* TD, TH; 1 is the default */
  uint8_t scope;                  /* TH: tag_scope */
  uint8_t numbering;              /* L: tag_numbering */
} tag_node;

typedef struct tag_tree {
  arena *arena;
  VEC(tag_node) nodes; /* nodes.at[id]; [0] stands for the structure tree root */
} tag_tree;

tag_tree *tag_tree_new(arena *a);
/* A new last child of `parent` (0: of the root). */
tag_id tag_add(tag_tree *t, tag_id parent, tag_role role);
/* Valid until the next tag_add. */
tag_node *tag_at(tag_tree *t, tag_id id);

/* The role of that name as ISO 32000 and the FO role property spell it ("H1", "TOCI"); TAG_ROLE_COUNT if none. */
tag_role tag_role_find(const char *name);
const char *tag_role_name(tag_role role); /* "" for TAG_NONE */
tag_level tag_role_level(tag_role role);
const char *tag_numbering_name(uint8_t numbering); /* "LowerAlpha"; "" for none */
const char *tag_scope_name(uint8_t scope);         /* "Column"; "" for none */

/* One line a node, indented by depth: H1 #12 id=cap-1 lang=es alt="...". */
void tag_dump(const tag_tree *t, strbuf *out);

#endif
