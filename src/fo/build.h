/* build: what the parts of the tree builder share (tree.c, content.c, structure.c, check.c, columns.c, marker.c, tree_metadata.c). */
#ifndef PLIEGO_FO_BUILD_H
#define PLIEGO_FO_BUILD_H

#include "fo/resolve.h"

#define FO_DEPTH_LIMIT 256 /* elements in each other; what is deeper keeps its text only */
#define FO_NAME_CACHE 512  /* powers of two */
#define FO_ELEMENT_CACHE 64

typedef struct fo_build {
  arena *arena;
  diag_list *diags;
  fo_document *document;
  fo_resolver *resolver;
  map elements; /* local name -> fo_element_entry */
  VEC(const fo_node *) references;
  uint32_t expanded; /* nodes out of entities */
  /* libxml2 keeps one copy of each name, so that a pointer nearly always tells the name */
  struct {
    const void *text;
    fo_name name;
  } names[FO_NAME_CACHE];
  struct {
    const void *text, *space;
    const struct fo_element_entry *entry;
  } element_names[FO_ELEMENT_CACHE];
} fo_build;

typedef struct fo_element_entry {
  const char *name; /* "fo:block" */
  fo_element element;
  bool later;
  bool skip; /* it and what is in it: only numbered */
} fo_element_entry;

/* What a block has in it: decides its role. */
typedef struct fo_contents {
  bool blocks, inlines;
} fo_contents;

/* An open element. Children go to `node`, which for a wrapper among table rows is the table's part itself. */
typedef struct fo_scope {
  fo_style_scope style;
  struct fo_scope *outer;
  fo_node *node;
  fo_element model; /* what says which children are right: the innermost element that is no wrapper */
  uint16_t depth;
  uint64_t seen; /* bits of the children that it has */
  /* structure.c */
  tag_id tag;
  tag_role role;       /* of tag */
  tag_role list, item; /* roles of the innermost list-block and list-item */
  tag_id run;          /* the P for inline content between blocks; 0: none open */
  tag_id row;          /* the TR for cells without a row; 0: none open */
  bool artifact, table, mixed, header;
  bool marker;                    /* inside fo:marker */
  const char *language, *country; /* that the tag has */
} fo_scope;

/* content.c */
const fo_element_entry *fo_content_find_element(const fo_build *b, fo_slice local_name);
void fo_content_fill(fo_build *b);
bool fo_content_allows(fo_element parent, fo_element child);
/* How many elements must be put around the child so that it can stand in parent: -1 when that does not help. */
int fo_content_distance(fo_element parent, fo_element child);
fo_element fo_content_around(fo_element parent);
/* Nothing may stand in it. */
bool fo_content_empty(fo_element e);
/* Only elements of certain kinds may stand in it, neither text nor blocks. */
bool fo_content_structural(fo_element e);
void fo_content_report_missing(fo_build *b, const fo_scope *s);

/* structure.c */
void fo_structure_open(fo_build *b, fo_scope *s, fo_node *n, fo_contents contents);
void fo_structure_close(fo_build *b, fo_scope *s, const fo_node *n);
/* The tag of text, or of an inline, that stands directly in s; `block` when it is a block. */
void fo_structure_child(fo_build *b, fo_scope *s, bool block);
tag_id fo_structure_text(const fo_scope *s);

/* columns.c */
void fo_columns_open(arena *a, fo_style_scope *s, const fo_node *n);
void fo_columns_close(fo_style_scope *s, const fo_node *n);

/* marker.c: keeps the attributes of the element just resolved, for fo_marker_copy. */
void fo_marker_remember(fo_build *b, const fo_node *n);

/* check.c: needs the whole tree */
void fo_check_node(fo_build *b, fo_node *n);
void fo_check_references(fo_build *b);
void fo_collect_bookmarks(fo_build *b);
/* All text in a node, white space to single blanks. */
const char *fo_node_text(arena *a, const fo_node *n);

/* tree_metadata.c; `declarations` is the xmlNode of fo:declarations */
void fo_metadata_read(fo_build *b, void *declarations);
void fo_metadata_complete(fo_build *b);

#endif
