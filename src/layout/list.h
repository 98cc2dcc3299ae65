/* list: block-level content as one flat list of break items, and its composition into areas.
 *
 * The FO tree of a container (a flow, a table cell, a list item's label or body, a static-content, a
 * block-container) is collected into leaves in order. A leaf is something that a page break never divides: a line,
 * a border-and-padding edge, a cut of a table or of a list item. The joins between leaves carry spaces, keeps,
 * breaks. Boxes (blocks that have borders, padding or a background) are not leaves: each leaf knows its innermost
 * box and boxes know their parents, so that composition of leaves i..j-1 opens and closes them:
 *
 *      box A [ edge  line line  box B [ edge line | line edge ]  line edge ]
 *                                               page break: A and B are open on both pages
 *
 * An edge (border and padding before or after a box) that is retained at a break shows in `pre`/`post` of the joins
 * inside the box; between an edge and the content next to it no break is allowed.
 *
 * Spaces: between two leaves there is a sequence of space-specifiers, resolved as in XSL 1.1, 4.3.1 (space.h): at a
 * break, the conditional ones are discarded, retained ones give `pre` and `post`; unbroken, forcing and precedence
 * decide the `gap`.
 *
 * Keeps: solver_item.keep is a strength on the scale of the keep properties: 0 none, integers as given (at most
 * 32765), then widows and orphans, then "always". pages.c turns strengths into weights such that one broken keep of a
 * strength costs more than any number of weaker ones.
 */
#ifndef PLIEGO_LAYOUT_LIST_H
#define PLIEGO_LAYOUT_LIST_H

#include "base/solver.h"
#include "layout/area.h"
#include "text/paragraph.h"

#define KEEP_WEIGHT_ALWAYS FO_KEEP_ALWAYS       /* keep="always" */
#define KEEP_WEIGHT_WIDOW (FO_KEEP_ALWAYS - 1)  /* widows, orphans */
#define KEEP_WEIGHT_NUMBER (FO_KEEP_ALWAYS - 2) /* the strongest integer */

typedef struct layout layout; /* one document's layout: layout.h */
typedef struct layout_list layout_list;
typedef struct layout_table layout_table;         /* table.h */
typedef struct layout_pair layout_pair;           /* list item: pair.h */
typedef struct layout_container layout_container; /* container.h */

typedef enum {
  LEAF_LINE,      /* line `index` of `paragraph` as broken in `breaks` */
  LEAF_EDGE,      /* before (index 0) or after (index 1) border + padding of `box` */
  LEAF_CUT,       /* piece `index` of `table`: from cut index to cut index + 1 */
  LEAF_PAIR,      /* piece `index` of list item `pair` */
  LEAF_CONTAINER, /* a block-container that is not divided (fixed height, turned) */
  LEAF_EMPTY      /* what has a place but no content: an id, a marker, an empty page's block; size may be 0 */
} layout_leaf_kind;

typedef struct layout_box {
  const fo_node *node;
  struct layout_box *parent;           /* NULL: the reference area itself */
  uint32_t depth;                      /* 1 for the outermost */
  mpt x, width;                        /* border box, from the reference area's left edge */
  uint32_t first_unit, end_unit;       /* its leaves are those of units first_unit .. end_unit-1 */
  mpt before, after;                   /* border + padding where the box begins and ends */
  mpt retained_before, retained_after; /* the part of them that shows again at a break inside the box */
} layout_box;

typedef struct layout_leaf {
  layout_leaf_kind kind;
  uint32_t index;
  layout_box *box;     /* innermost open box; NULL. Set by list_push */
  const fo_node *node; /* the FO that messages about this leaf name */
  mpt x; /* LINE: left edge of the line area; CUT, PAIR, CONTAINER: of the table ...; from the reference area's left edge */
  union {
    struct {
      text_paragraph *paragraph;
      const text_breaks *breaks;
    } line;
    layout_table *table;
    layout_pair *pair;
    layout_container *container;
  } u;
  /* Nodes with an id, and markers, whose first (anchors) or last (ends) leaf this is; in order. Set by the builder. */
  const fo_node **anchors, **ends;
  uint32_t anchor_count, end_count;
  mpt space_pre, space_post; /* of the join's pre and post what is retained space: set by the builder */
  uint32_t unit;             /* paragraph, table, list item ... it is a part of, counted in the list: the same for every
                                width of the container. Set by the builder */
  uint16_t together;         /* keep-together over the join */
  bool rest;                 /* LINE: of a paragraph that began on a page of another width (flows.h) */
} layout_leaf;

struct layout_list {
  arena *arena;
  const fo_node *container;
  mpt width;
  VEC(solver_item) items; /* items.at[i] belongs to leaves.at[i]; flag: fo_enum of a SOLVER_MUST break */
  VEC(layout_leaf) leaves;
  mpt lead;            /* space before the first leaf (what is not discarded there) */
  fo_enum first_break; /* forced break before the first leaf: FO_AUTO, FO_PAGE, ... */
  int keep_before;     /* keep-with-previous that reaches the container's start (a cell's first block) */
  int keep_after;      /* keep-with-next that reaches its end */
};

/* ---- collecting ---- */

/* Leaves of all block-level children of `container`, at `width`. Everything in `a`. The container's id and markers
 * go with its first and last leaf. Space at its start and end is discarded by the rules of a reference area, but in
 * list-item-label and -body, which are none: there all of it is in `lead` and in the last item's `pre`. */
layout_list *layout_list_build(layout *l, arena *a, const fo_node *container, mpt width);

/* Extent of leaves from .. to-1 broken at both ends (from == 0: `lead` included; to == n: the list's end). */
mpt64 layout_list_extent(const layout_list *list, uint32_t from, uint32_t to);

/* What the builder remembers of an FO between list_open and list_close. */
typedef struct list_frame {
  const fo_node *node;
  uint32_t first_leaf;
  layout_box *box; /* the box that it opened; NULL */
  layout_box *outer_box;
  int outer_together;
  mpt outer_pre, outer_post;
} list_frame;

/* The builder that tables and lists push their pieces into. */
typedef struct list_builder {
  layout *layout;
  arena *arena;
  layout_list *list;
  layout_box *box; /* innermost open box */
  mpt x, width;    /* of the containing reference area: 0, list->width; a block-container changes it for its content */
  bool reference;  /* the container is a reference area: conditional space at its start and end goes */
  VEC(list_frame) frames;

  /* the join that is pending, after the last leaf: */
  VEC(fo_space) spaces;                       /* between the last leaf and the next */
  size_t space_split;                         /* of these, how many stand before the place of a break */
  bool space_fenced;                          /* they begin a reference area: conditional ones go */
  bool space_opened;                          /* a space-before has come: what follows stands behind the break */
  mpt gap, stretch, shrink, pre, post;        /* of spaces that a reference area's edge has closed off */
  int keep;                                   /* strongest keep over the join */
  fo_enum break_kind;                         /* FO_AUTO, FO_COLUMN, FO_PAGE, FO_ODD_PAGE, FO_EVEN_PAGE */
  bool break_empty;                           /* ... and it is that of a block that turned out empty */
  int join_together;                          /* strongest keep-together of the FOs open on both sides */
  mpt join_pre, join_post;                    /* retained edges of the boxes open on both sides */
  VEC(const fo_node *) anchors, pending_ends; /* waiting for the next leaf */

  /* of what is open now: */
  int keep_together; /* strongest keep-together */
  mpt edge_pre, edge_post;
} list_builder;

/* Adds one leaf of `size`, finishing the pending join before it. The builder fills in box, anchors and ends. */
void list_push(list_builder *b, layout_leaf leaf, mpt size);
/* Adds explicit values to the join after the last leaf: a table's footer (pre) and header (post), a penalty, a keep
 * strength. break_kind: SOLVER_MAY; SOLVER_NEVER forbids the break; SOLVER_MUST forces a page break (for another kind
 * use list_break). Only valid after a list_push; nothing when there was none. */
void list_join(list_builder *b, mpt pre, mpt post, int keep_strength, int penalty, uint8_t break_kind);
/* A space-specifier of the pending join: SIDE_BEFORE what a block opens with, SIDE_AFTER what one closes with. */
void list_space(list_builder *b, const fo_space *s, fo_side side);
void list_keep(list_builder *b, int strength);
void list_break(list_builder *b, fo_enum kind);
/* A node with an id, or a marker, begins with the next leaf; it ends with the last one (or, if none came since its
 * begin, with the next). */
void list_anchor(list_builder *b, const fo_node *node);
void list_anchor_end(list_builder *b, const fo_node *node, bool had_leaf);
/* Opens and closes what every block-level FO has: space, breaks, keeps, id, markers, box, border and padding edges.
 * fo:table makes no box and no edges here: table.c paints its borders and background. */
void list_open(list_builder *b, const fo_node *node);
void list_close(list_builder *b, const fo_node *node);
/* All children of a block-level node, in order: paragraphs of inline children, blocks, lists, tables. */
void list_children(list_builder *b, const fo_node *parent);

/* The stronger of the within-page and within-column parts (there is one column). */
int list_keep_strength(fo_keep k);
/* Start and width of a block's content rectangle, from its indents, relative to the list's left edge. */
mpt list_content_x(const list_builder *b, const fo_node *node);
mpt list_content_width(const list_builder *b, const fo_node *node);

/* in table.c and pair.c: push everything of an fo:table / fo:list-block (between list_open and list_close) */
void layout_table_push(list_builder *b, const fo_node *table);
void layout_list_block_push(list_builder *b, const fo_node *list_block);
/* ... of an fo:table-and-caption: its caption before or after the table, kept with it */
void layout_captioned_push(list_builder *b, const fo_node *table_and_caption);

/* ---- composing ---- */

typedef struct compose {
  layout *layout;
  arena *arena;  /* of the areas */
  bool artifact; /* everything is tagged TAG_ARTIFACT (running heads, repeated headers) */
  uint32_t page_index;
  const page *page;
  mpt squeeze; /* what the joins of the list shall give of their shrink (lists inside get 0) */
} compose;

/* Areas of leaves from .. to-1 as children of `parent`, its content beginning at (x, y) of parent. Returns the extent used. */
mpt layout_list_compose(compose *c, const layout_list *list, uint32_t from, uint32_t to, area *parent, mpt x, mpt y);
/* The pieces from .. to-1 of a table / list item at (x, y) of parent: called by layout_list_compose for runs of leaves. */
mpt layout_table_compose(compose *c, layout_table *t, uint32_t from, uint32_t to, area *parent, mpt x, mpt y);
mpt layout_pair_compose(compose *c, layout_pair *p, uint32_t from, uint32_t to, area *parent, mpt x, mpt y);

#endif
