/* collect: the walk over the FO children of a container that fills the list. Runs of inline content between
 * block-level children are anonymous blocks (XSL 1.1, 4.7.2: their lines belong to the block around them). */
#include "layout/collect.h"

#include <string.h>

#include "layout/container.h"
#include "layout/layout.h"
#include "layout/references.h"

/* A page that ends in a hyphen costs as much as one that ends about eight lines short. */
#define HYPHEN_AT_PAGE_END 40000

bool collect_is_blank(const fo_node *n) {
  if (n->element != FO_TEXT) return false;
  for (uint32_t i = 0; i < n->text_size; i++) {
    if (!memchr(" \t\r\n", n->text[i], 4)) return false;
  }
  return true;
}

static bool has_block_child(const list_builder *b, const fo_node *n);

/* The element is laid out as block-level content: always, or because there is a block in it. */
static bool is_block_level(const list_builder *b, const fo_node *n) {
  switch (n->element) {
  case FO_ELEMENT_BLOCK:
  case FO_ELEMENT_BLOCK_CONTAINER:
  case FO_ELEMENT_LIST_BLOCK:
  case FO_ELEMENT_LIST_ITEM:
  case FO_ELEMENT_LIST_ITEM_LABEL:
  case FO_ELEMENT_LIST_ITEM_BODY:
  case FO_ELEMENT_TABLE:
  case FO_ELEMENT_TABLE_AND_CAPTION:
  case FO_ELEMENT_TABLE_CAPTION:
  case FO_ELEMENT_TABLE_HEADER:
  case FO_ELEMENT_TABLE_FOOTER:
  case FO_ELEMENT_TABLE_BODY:
  case FO_ELEMENT_TABLE_ROW:
  case FO_ELEMENT_TABLE_CELL: return true;
  case FO_ELEMENT_WRAPPER:
  case FO_ELEMENT_UNKNOWN:
  case FO_ELEMENT_INLINE:
  case FO_ELEMENT_BASIC_LINK: return has_block_child(b, n);
  case FO_ELEMENT_RETRIEVE_MARKER: {
    const text_context *t = &b->layout->text_context;
    const fo_node *m = t->marker ? t->marker(t->context, n) : NULL;
    return m && has_block_child(b, m);
  }
  default: return false;
  }
}

static bool has_block_child(const list_builder *b, const fo_node *n) {
  for (const fo_node *c = n->first; c; c = c->next) {
    if (is_block_level(b, c)) return true;
  }
  return false;
}

/* ---- paragraphs ---- */

line_join collect_line_join(const fo_text_style *t, const text_breaks *b, uint32_t i, bool rest) {
  line_join j = {0, 0};
  uint32_t before = i + 1, behind = b->n - before;
  if ((!rest && before < t->orphans) || behind < t->widows) j.keep = KEEP_WEIGHT_WIDOW;
  if (b->line[i].hyphenated) {
    j.penalty = HYPHEN_AT_PAGE_END;
    if (t->hyphenation_keep == FO_PAGE || t->hyphenation_keep == FO_COLUMN) j.keep = KEEP_WEIGHT_ALWAYS;
  }
  return j;
}

static void push_footnotes(list_builder *b, const text_breaks *br) {
  for (uint32_t i = 0; i < br->n; i++) {
    for (uint32_t k = 0; k < br->line[i].anchor_count; k++) {
      const fo_node *n = br->line[i].anchors[k];
      if (n->element != FO_ELEMENT_FOOTNOTE) continue;
      for (const fo_node *c = n->first; c; c = c->next) {
        if (c->element == FO_ELEMENT_FOOTNOTE_BODY) list_children(b, c);
      }
    }
  }
}

static void push_paragraph(list_builder *b, const fo_node *block, const fo_node *first, const fo_node *end) {
  layout *l = b->layout;
  /* A line with a page number may be set again when its page (sequence) is long gone. Of the flow nothing is known when
   * it is collected; static content is collected when its page is composed. */
  bool may_wait = l->now ? references_wait(l->references, first, end) : text_nodes_have_numbers(first, end);
  arena *a = may_wait ? l->document : b->arena;
  text_paragraph *p = text_paragraph_collect(&l->text_context, a, block, first, end);
  if (!p) return;
  const text_breaks *br = text_paragraph_break(p, &l->text_context, list_content_width(b, block));
  layout_leaf leaf = {.kind = LEAF_LINE, .node = block, .x = list_content_x(b, block)};
  leaf.u.line.paragraph = p;
  leaf.u.line.breaks = br;
  for (uint32_t i = 0; i < br->n; i++) {
    leaf.index = i;
    list_push(b, leaf, mpt_clamp((mpt64)br->line[i].ascent + br->line[i].descent));
    if (i + 1 == br->n) break;
    line_join j = collect_line_join(block->style->text, br, i, false);
    list_join(b, 0, 0, j.keep, j.penalty, SOLVER_MAY);
  }
  push_footnotes(b, br);
}

/* ---- block-level children ---- */

static void push_block_level(list_builder *b, const fo_node *n) {
  switch (n->element) {
  case FO_ELEMENT_LIST_BLOCK:
    list_open(b, n);
    layout_list_block_push(b, n);
    list_close(b, n);
    break;
  case FO_ELEMENT_TABLE_AND_CAPTION:
    list_open(b, n);
    layout_captioned_push(b, n);
    list_close(b, n);
    break;
  case FO_ELEMENT_TABLE:
    list_open(b, n);
    layout_table_push(b, n);
    list_close(b, n);
    break;
  case FO_ELEMENT_BLOCK_CONTAINER: layout_container_push(b, n); break;
  case FO_ELEMENT_WRAPPER:
  case FO_ELEMENT_UNKNOWN:
  case FO_ELEMENT_INLINE:
  case FO_ELEMENT_BASIC_LINK: {
    size_t before = b->list->leaves.n;
    list_anchor_node(b, n);
    list_children(b, n);
    list_anchor_node_end(b, n, b->list->leaves.n > before);
    break;
  }
  case FO_ELEMENT_RETRIEVE_MARKER: {
    const text_context *t = &b->layout->text_context;
    const fo_node *m = t->marker ? t->marker(t->context, n) : NULL;
    if (m) list_children(b, m);
    break;
  }
  default: /* blocks, and what stands where it does not belong: its content is kept */
    list_open(b, n);
    list_children(b, n);
    list_close(b, n);
  }
}

void list_children(list_builder *b, const fo_node *parent) {
  const fo_node *run = NULL;
  for (const fo_node *c = parent->first; c; c = c->next) {
    if (c->element == FO_ELEMENT_MARKER) continue;
    if (!is_block_level(b, c)) {
      if (!run) run = c;
      continue;
    }
    if (run) push_paragraph(b, parent, run, c);
    run = NULL;
    push_block_level(b, c);
  }
  if (run) push_paragraph(b, parent, run, NULL);
}

layout_list *layout_list_build(layout *l, arena *a, const fo_node *container, mpt width) {
  list_builder b = list_builder_new(l, a, container, width);
  list_anchor_node(&b, container);
  list_children(&b, container);
  list_anchor_node_end(&b, container, b.list->leaves.n > 0);
  list_builder_finish(&b);
  return b.list;
}
