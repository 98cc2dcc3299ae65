/* tree: the FO document as the rest of the engine sees it: elements and text, each with its resolved style, its
 * structure tag and its place in the source. Built once from a libxml2 document and immutable after that.
 *
 * Numbers: every element of the result document counts, in document order from 1 (fo:root), whatever its namespace and
 * wherever it stands: metadata in fo:declarations, SVG in fo:instream-foreign-object, unknown elements, elements that
 * are too deep to be built. The run that finds the origins of a template's output counts the same way. What is put
 * around content that may not stand where it does has the number of that content; text has its parent's.
 */
#ifndef PLIEGO_FO_TREE_H
#define PLIEGO_FO_TREE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/strbuf.h"
#include "fo/style.h"
#include "tag/tag.h"

typedef enum {
  FO_TEXT, /* character data */
#define FO_ELEMENT(id, name, content, role, state) FO_ELEMENT_##id,
#include "fo/elements.def"
#undef FO_ELEMENT
  FO_ELEMENT_UNKNOWN, /* laid out as a wrapper: its text is kept */
  FO_ELEMENT_COUNT
} fo_element;

typedef struct fo_node {
  fo_element element;
  uint32_t number;       /* see above */
  tag_id tag;            /* the structure element its content belongs to (its own or the nearest ancestor's) */
  int line;              /* as libxml2 gives it; 0 for text */
  const fo_style *style; /* of text: the parent's */
  struct fo_node *parent, *first, *last, *next, *previous;
  const char *text; /* FO_TEXT: UTF-8, not NUL-terminated, as in the source; FO instream-foreign-object: NULL */
  uint32_t text_size;
  void *foreign; /* instream-foreign-object: the xmlNode of its child, for graphic/; else NULL */
} fo_node;

typedef struct fo_bookmark {
  const char *title;
  const char *internal_destination, *external_destination;
  bool open;      /* starting-state show */
  uint32_t depth; /* from 0 */
  int line;
  uint32_t node;
} fo_bookmark;

typedef struct fo_metadata { /* from fo:declarations/x:xmpmeta and fo:root; NULL where not given */
  const char *title, *author, *subject, *keywords, *creator, *language;
  const char *date; /* ISO 8601 */
} fo_metadata;

typedef struct fo_document {
  arena *arena;
  fo_node *root;
  const char *file; /* for messages when the input itself is FO; NULL if made by a template */
  tag_tree *tags;
  map ids; /* id -> fo_node */
  fo_metadata metadata;
  VEC(fo_bookmark) bookmarks; /* in document order */
  uint32_t node_count;
  map marker_attributes;        /* of nodes in fo:marker: what they were given, for fo_marker_copy */
  struct fo_resolver *resolver; /* makes their styles anew; private to fo/ */
} fo_document;

/* Builds the tree from a libxml2 document (void so that only tree.c sees libxml2). `file` names the input in
 * messages, NULL when a template made it. All in `a`. Never fails: what is wrong is reported and repaired;
 * NULL only when the root is not fo:root. Duplicate ids, dangling references are reported here. */
fo_document *fo_document_build(arena *a, void *xml_document, const char *file, diag_list *diags);

/* The content of an fo:marker as if it stood in place of the fo:retrieve-marker: a copy of the marker whose children
 * inherit from `retrieve` (XSL 1.1, 6.13.6), tags as in the marker. In `a`. Asked for by layout when a page is composed. */
const fo_node *fo_marker_copy(const fo_document *d, arena *a, const fo_node *marker, const fo_node *retrieve);

diag_place fo_place(const fo_document *d, const fo_node *n);
const char *fo_element_name(fo_element e); /* "fo:block" */
const char *fo_keyword_name(fo_enum k);    /* "justify" */

/* `--dump fo`: the resolved tree, indented; only the properties that differ from the parent's/initial value. */
void fo_dump(const fo_document *d, strbuf *out);

#endif
