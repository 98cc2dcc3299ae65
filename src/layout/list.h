/* list: block-level content as one flat list of break items, and its composition into areas.
 *
 * The FO tree of a reference area (a flow, a table cell, a list item's label or body, a static-content, a
 * block-container) is collected into leaves in order. A leaf is something that a page break never divides: a line,
 * a graphic, a border-and-padding edge, a cut of a table or of a list item. The joins between leaves carry spaces,
 * keeps, breaks. Boxes (blocks that have borders, background, an id, ...) are not leaves: each leaf knows its innermost box
 * and boxes know their parents, so that composition of leaves i..j-1 opens and closes them:
 *
 *      box A [ edge  line line  box B [ edge line | line edge ]  line edge ]
 *                                               page break: A and B are open on both pages
 *
 * An edge (border and padding before or after a box) that is retained at a break shows in `pre`/`post` of the joins inside the box.
 *
 * Spaces: between two leaves there is a sequence of space-specifiers, resolved as in XSL 1.1, 4.3.1: at a break, the
 * conditional ones are discarded, retained ones give `pre` and `post`; unbroken, forcing and precedence decide the `gap`.
 */
#ifndef PLIEGO_LAYOUT_LIST_H
#define PLIEGO_LAYOUT_LIST_H

#include "base/solver.h"
#include "layout/area.h"
#include "text/paragraph.h"

/* Weights of broken keeps in solver_item.keep: bigger hurts more. */
#define KEEP_WEIGHT_ALWAYS 1000 /* keep="always" */
#define KEEP_WEIGHT_WIDOW 100   /* widows, orphans */
#define KEEP_WEIGHT_INTEGER 1   /* keep="1"..: 1..99, by rank */

typedef struct layout layout; /* one document's layout: layout.h */
typedef struct layout_list layout_list;
typedef struct layout_table layout_table; /* table.h */
typedef struct layout_pair layout_pair;   /* list item: pair.h */

typedef enum {
  LEAF_LINE,  /* line `index` of `paragraph` as broken in `breaks` */
  LEAF_EDGE,  /* before (index 0) or after (index 1) border + padding of `box` */
  LEAF_IMAGE, /* block-level graphic of its own (none today: images are inline) */
  LEAF_CUT,   /* piece `index` of `table`: from cut index to cut index + 1 */
  LEAF_PAIR,  /* piece `index` of list item `pair` */
  LEAF_EMPTY  /* a block without content (an id, a marker, a forced height): size may be 0 */
} layout_leaf_kind;

typedef struct layout_box {
  const fo_node *node;
  struct layout_box *parent; /* NULL: the reference area itself */
  uint32_t depth;            /* 1 for the outermost */
  mpt x, width;              /* border box, from the reference area's left edge */
} layout_box;

typedef struct layout_leaf {
  layout_leaf_kind kind;
  uint32_t index;
  layout_box *box; /* innermost open box; NULL */
  mpt x; /* LINE: left edge of the line area; CUT, PAIR: of the table or list item; from the reference area's left edge */
  union {
    struct {
      text_paragraph *paragraph;
      const text_breaks *breaks;
    } line;
    layout_table *table;
    layout_pair *pair;
    const image *image;
  } u;
  const fo_node *const *anchors; /* ids and markers that begin with this leaf (blocks' own ones), in order */
  uint32_t anchor_count;
} layout_leaf;

struct layout_list {
  arena *arena;
  const fo_node *container;
  mpt width;
  VEC(solver_item) items; /* items.at[i] belongs to leaves.at[i] */
  VEC(layout_leaf) leaves;
  mpt lead;            /* retained space before the first leaf */
  uint8_t first_break; /* fo_enum of a forced break before the first leaf: FO_AUTO, FO_PAGE, ... */
  fo_keep keep_before; /* keep-with-previous that reaches the container's start (a cell's first block) */
  fo_keep keep_after;  /* keep-with-next that reaches its end */
};

/* ---- collecting ---- */

/* Leaves of all block-level children of `container`, at `width`. Everything in `a`. */
layout_list *layout_list_build(layout *l, arena *a, const fo_node *container, mpt width);

/* Extent of leaves from .. to-1 broken at both ends (to == n: the list's end). */
mpt64 layout_list_extent(const layout_list *list, uint32_t from, uint32_t to);

/* The builder that tables and lists push their pieces into. */
typedef struct list_builder {
  layout *layout;
  arena *arena;
  layout_list *list;
  layout_box *box; /* innermost open box */
  mpt x, width;    /* of the containing reference area: 0, list->width (list items and tables narrow it) */
  /* the pending join: */
  VEC(fo_space) spaces;         /* between the last leaf and the next */
  int16_t keep;                 /* strongest keep over the join */
  fo_enum break_kind;           /* FO_AUTO, FO_COLUMN, FO_PAGE, FO_ODD_PAGE, FO_EVEN_PAGE */
  mpt edge_pre, edge_post;      /* retained edges of the open boxes */
  bool pristine;                /* no leaf yet */
  VEC(const fo_node *) anchors; /* waiting for the next leaf */
  int16_t keep_together;        /* strongest keep-together of the open boxes */
} list_builder;

/* Adds one leaf of `size`, finishing the pending join before it. */
void list_push(list_builder *b, layout_leaf leaf, mpt size);
/* Adds explicit values to the pending join (the one after the last leaf): a table's footer (pre) and header (post), a penalty, a keep.
 * Only valid after list_push. SOLVER_NEVER forbids the break. */
void list_join(list_builder *b, mpt pre, mpt post, int keep_strength, int penalty, uint8_t break_kind);
void list_space(list_builder *b, const fo_space *s);
void list_keep(list_builder *b, int strength);
void list_break(list_builder *b, fo_enum kind);
void list_anchor(list_builder *b, const fo_node *node);
/* Opens and closes what every block-level FO has: space, breaks, keeps, id, border and padding edges, box. */
void list_open(list_builder *b, const fo_node *node);
void list_close(list_builder *b, const fo_node *node);
/* All children of a block-level node, in order: paragraphs of inline children, blocks, lists, tables. */
void list_children(list_builder *b, const fo_node *parent);

/* in table.c and pair.c: push everything of an fo:table / fo:list-block (between list_open and list_close) */
void layout_table_push(list_builder *b, const fo_node *table);
void layout_list_block_push(list_builder *b, const fo_node *list_block);

/* ---- composing ---- */

typedef struct compose {
  layout *layout;
  arena *arena;  /* of the areas */
  bool artifact; /* everything is tagged TAG_ARTIFACT (running heads, repeated headers) */
  uint32_t page_index;
  const page *page;
} compose;

/* Areas of leaves from .. to-1 as children of `parent`, its content beginning at (x, y) of parent. Returns the extent used. */
mpt layout_list_compose(compose *c, const layout_list *list, uint32_t from, uint32_t to, area *parent, mpt x, mpt y);
/* The pieces from .. to-1 of a table / list item at (x, y) of parent: called by layout_list_compose for runs of leaves. */
mpt layout_table_compose(compose *c, layout_table *t, uint32_t from, uint32_t to, area *parent, mpt x, mpt y);
mpt layout_pair_compose(compose *c, layout_pair *p, uint32_t from, uint32_t to, area *parent, mpt x, mpt y);

#endif
