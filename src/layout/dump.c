/* dump: areas and break items as text, for `--dump` and as expectations of the tests. Lengths are in points. */
#include "layout/layout.h"

#include <string.h>

static void put_number(strbuf *b, const char *name, mpt64 v) {
  if (!v) return;
  strbuf_puts(b, name);
  strbuf_milli(b, v);
}

static void put_place(strbuf *b, const area *a) {
  strbuf_putc(b, ' ');
  strbuf_milli(b, a->x);
  strbuf_putc(b, ',');
  strbuf_milli(b, a->y);
  if (a->kind == AREA_ANCHOR) return;
  strbuf_putc(b, ' ');
  strbuf_milli(b, a->width);
  strbuf_putc(b, 'x');
  strbuf_milli(b, a->height);
}

/* ---- lines ---- */

/* Text that repeats one character many times (a leader's dots) is shown as that character and a count. */
static void put_run_text(strbuf *b, const text_run *r) {
  uint32_t n = r->text_size, k = 1;
  while (k < n && r->text[k] == r->text[0]) k++;
  if (n > 6 && k == n) {
    strbuf_printf(b, "%c*%u", r->text[0], n);
    return;
  }
  for (uint32_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)r->text[i];
    if (c == '"' || c == '\\') strbuf_putc(b, '\\');
    if (c < 0x20) strbuf_printf(b, "\\x%02x", c);
    else strbuf_putc(b, (char)c);
  }
}

static void put_piece(strbuf *b, const text_piece *p) {
  switch (p->kind) {
  case PIECE_GLYPHS: put_run_text(b, &p->run); break;
  case PIECE_RULE:
    strbuf_puts(b, "[rule ");
    strbuf_milli(b, p->width);
    strbuf_putc(b, ']');
    break;
  case PIECE_IMAGE:
    strbuf_puts(b, "[image ");
    strbuf_milli(b, p->width);
    strbuf_putc(b, 'x');
    strbuf_milli(b, p->height);
    strbuf_putc(b, ']');
    break;
  case PIECE_ANCHOR:
    if (p->node && p->node->style->reference->id) strbuf_printf(b, "[#%s]", p->node->style->reference->id);
    break;
  case PIECE_BOX:
  case PIECE_LINK: break;
  }
}

static mpt piece_end(const text_piece *p) {
  mpt64 x = p->x;
  for (uint32_t i = 0; i < p->run.n; i++) x += p->run.glyphs[i].advance;
  return mpt_clamp(x);
}

/* The text, and where its first glyph stands; a bar where room was left between two runs. */
static void put_text(strbuf *b, const text_line *line) {
  const text_piece *before = NULL;
  for (uint32_t i = 0; i < line->n; i++) {
    const text_piece *p = &line->pieces[i];
    if (p->kind != PIECE_GLYPHS) continue;
    put_number(b, " at=", p->x);
    break;
  }
  strbuf_puts(b, " \"");
  for (uint32_t i = 0; i < line->n; i++) {
    const text_piece *p = &line->pieces[i];
    if (p->kind == PIECE_GLYPHS) {
      if (before && p->x > piece_end(before) + 1) strbuf_putc(b, '|');
      before = p;
    }
    put_piece(b, p);
  }
  strbuf_putc(b, '"');
}

/* ---- areas ---- */

static void put_sides(strbuf *b, uint8_t sides) {
  if (!sides) return;
  strbuf_puts(b, " sides=");
  for (int i = 0; i < 4; i++) {
    if (sides & (1u << i)) strbuf_putc(b, "base"[i]);
  }
}

static void put_color(strbuf *b, const char *name, fo_color c) {
  if (c.a) strbuf_printf(b, " %s=#%02x%02x%02x", name, c.r, c.g, c.b);
}

static void put_area(strbuf *b, const area *a) {
  const char *element = a->node ? fo_element_name(a->node->element) : "";
  switch (a->kind) {
  case AREA_BLOCK:
    strbuf_printf(b, "block %s", element);
    put_place(b, a);
    put_sides(b, a->sides);
    if (a->no_background) strbuf_puts(b, " no-background");
    put_color(b, "background",
              a->u.background.a              ? a->u.background
              : a->node && !a->no_background ? a->node->style->box->background
                                             : (fo_color){0});
    break;
  case AREA_LINE:
    strbuf_puts(b, "line");
    put_place(b, a);
    put_number(b, " base=", a->u.line->ascent);
    if (a->u.line->pending) strbuf_puts(b, " pending");
    put_text(b, a->u.line);
    break;
  case AREA_RULE:
    strbuf_puts(b, "rule");
    put_place(b, a);
    strbuf_printf(b, " %s", fo_keyword_name(a->u.border.style));
    put_color(b, "color", a->u.border.color);
    break;
  case AREA_IMAGE:
    strbuf_puts(b, "image");
    put_place(b, a);
    break;
  case AREA_ANCHOR:
    strbuf_printf(b, "anchor #%s", a->node->style->reference->id ? a->node->style->reference->id : "");
    put_place(b, a);
    break;
  case AREA_VIEWPORT:
    strbuf_printf(b, "viewport %s", element);
    put_place(b, a);
    if (a->clip) strbuf_puts(b, " clip");
    if (a->rotation) strbuf_printf(b, " turned=%d", a->rotation);
    break;
  }
  strbuf_putc(b, '\n');
}

static void put_areas(strbuf *b, const area *a, int depth) {
  for (; a; a = a->next) {
    for (int i = 0; i < depth; i++) strbuf_puts(b, "  ");
    put_area(b, a);
    put_areas(b, a->first, depth + 1);
  }
}

void area_dump(const page *p, strbuf *out) {
  strbuf_printf(out, "page %s %s", p->label, p->master->name ? p->master->name : "");
  if (p->blank) strbuf_puts(out, " blank");
  if (p->pending) strbuf_puts(out, " pending");
  strbuf_putc(out, '\n');
  put_areas(out, p->first, 1);
}

void area_dump_late(uint32_t page_index, const area *line, strbuf *out) {
  strbuf_printf(out, "late, page index %u: ", page_index);
  put_area(out, line);
}

/* ---- items ---- */

static const char *const leaf_names[] = {[LEAF_LINE] = "line", [LEAF_EDGE] = "edge",           [LEAF_CUT] = "cut",
                                         [LEAF_PAIR] = "pair", [LEAF_CONTAINER] = "container", [LEAF_EMPTY] = "empty"};

static void put_keep(strbuf *b, uint16_t keep) {
  if (keep == KEEP_WEIGHT_ALWAYS) strbuf_puts(b, " keep=always");
  else if (keep == KEEP_WEIGHT_WIDOW) strbuf_puts(b, " keep=widow");
  else if (keep) strbuf_printf(b, " keep=%u", keep);
}

static void put_words(layout *l, const layout_leaf *leaf, strbuf *b) {
  if (leaf->kind != LEAF_LINE) return;
  arena_mark m = arena_save(l->page);
  const text_line *line =
      text_paragraph_set(leaf->u.line.paragraph, &l->text_context, leaf->u.line.breaks, leaf->index, l->page);
  strbuf text = strbuf_new(l->page);
  put_text(&text, line);
  size_t n = text.n;
  const char *quote = strchr(text.at, '"');
  size_t from = quote ? (size_t)(quote - text.at) : 0;
  if (n - from > 30) {
    n = from + 30;
    while (n > from && ((unsigned char)text.at[n] & 0xc0) == 0x80) n--;
    strbuf_puts(b, " ");
    strbuf_put(b, text.at + from, n - from);
    strbuf_puts(b, "...\"");
  } else {
    strbuf_puts(b, " ");
    strbuf_puts(b, text.at + from);
  }
  arena_restore(l->page, m);
}

static void put_nodes(strbuf *b, char sign, const fo_node *const *nodes, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    const fo_reference_style *r = nodes[i]->style->reference;
    const char *name = nodes[i]->element == FO_ELEMENT_MARKER ? r->marker_class : r->id;
    strbuf_printf(b, " %c%s", sign, name ? name : "");
  }
}

static void put_item(layout *l, const layout_list *list, uint32_t i, strbuf *b) {
  const solver_item *it = &list->items.at[i];
  const layout_leaf *leaf = &list->leaves.at[i];
  strbuf_printf(b, "%3u %s", i, leaf_names[leaf->kind]);
  if (leaf->box) strbuf_printf(b, " in %u", leaf->box->depth);
  strbuf_putc(b, ' ');
  strbuf_milli(b, it->size);
  put_number(b, " x=", leaf->x);
  put_number(b, " gap=", it->gap);
  put_number(b, " +", it->stretch);
  put_number(b, " -", it->shrink);
  put_number(b, " pre=", it->pre);
  put_number(b, " post=", it->post);
  put_keep(b, it->keep);
  if (it->penalty) strbuf_printf(b, " penalty=%d", it->penalty);
  if (it->break_kind == SOLVER_NEVER) strbuf_puts(b, " never");
  if (it->break_kind == SOLVER_MUST) strbuf_printf(b, " break=%s", fo_keyword_name(it->flag));
  put_nodes(b, '#', leaf->anchors, leaf->anchor_count);
  put_nodes(b, '~', leaf->ends, leaf->end_count);
  put_words(l, leaf, b);
  strbuf_putc(b, '\n');
}

void layout_list_dump(layout *l, const layout_list *list, strbuf *out) {
  strbuf_printf(out, "list %s width ", fo_element_name(list->container->element));
  strbuf_milli(out, list->width);
  put_number(out, " lead=", list->lead);
  if (list->first_break != FO_AUTO) strbuf_printf(out, " break=%s", fo_keyword_name(list->first_break));
  if (list->keep_before) put_keep(out, (uint16_t)list->keep_before);
  strbuf_putc(out, '\n');
  for (uint32_t i = 0; i < list->items.n; i++) put_item(l, list, i, out);
}
