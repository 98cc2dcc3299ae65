/* table_compose: areas of the pieces of a table that came on one page.
 *
 * A part is a stack of strips, each a row or what the page shows of it:
 *
 *     edge
 *     strip 0   header            portion 0 (repeated: an artifact)
 *     strip 1   row 4, its end    portion 1: group of row 4, from cut 2
 *     strip 2   row 5             portion 2
 *     strip 3   footer            portion 3
 *     edge
 *
 * Painting order is that of 6.7.3: table, columns, sections, rows, cells; rules last. A rule is drawn once and as
 * long as its look stays the same. Where strokes meet, the thicker one (the horizontal one of two equal) reaches over
 * the whole joint and the other ends in its middle: no gap, and no seam that shows.
 */
#include "layout/table.h"

#include <stdlib.h>

typedef struct strip {
  uint32_t row;
  mpt top, bottom;
} strip;

typedef struct portion {
  const table_group *group;
  uint32_t from, to;           /* cuts */
  uint32_t first, end;         /* strips */
  mpt grow_before, grow_after; /* seams: the first strip's content begins later, the last strip ends later */
  bool artifact;
} portion;

typedef struct part {
  layout_table *t;
  const compose *c;
  area *box;
  mpt x; /* of the first column's edge in it */
  VEC(strip) strips;
  VEC(portion) portions;
  arena *scratch;
} part;

/* ---- strips ---- */

static mpt add_portion(part *p, const table_group *g, uint32_t from, uint32_t to, mpt y, mpt grow_before,
                       mpt grow_after, bool artifact) {
  const layout_table *t = p->t;
  portion o = {.group = g, .from = from, .to = to, .grow_before = grow_before, .grow_after = grow_after};
  o.artifact = artifact;
  o.first = (uint32_t)p->strips.n;
  mpt top = y, from_y = g->cuts.at[from].y, to_y = g->cuts.at[to].y;
  for (uint32_t r = g->first; r < g->end; r++) {
    const table_row *row = &t->rows.at[r];
    mpt bottom = mpt_clamp((mpt64)row->y + row->height);
    if ((bottom <= from_y && from > 0) || (row->y >= to_y && to < g->cuts.n)) continue;
    bottom = cut_shift(&g->cuts, from, mpt_min(bottom, to_y));
    strip s = {.row = r, .top = top, .bottom = mpt_clamp((mpt64)y + grow_before + bottom)};
    VEC_PUSH(p->scratch, p->strips, s);
    top = s.bottom;
  }
  o.end = (uint32_t)p->strips.n;
  if (o.end > o.first) {
    strip *last = &p->strips.at[o.end - 1];
    top = last->bottom = mpt_clamp((mpt64)last->bottom + grow_after);
  }
  VEC_PUSH(p->scratch, p->portions, o);
  return top;
}

/* First and last row that the pieces from .. to-1 show. */
static uint32_t first_row(const layout_table *t, uint32_t piece) {
  const table_group *g = &t->groups.at[t->pieces.at[piece].group];
  uint32_t k = t->pieces.at[piece].cut, r = g->first;
  while (k > 0 && r + 1 < g->end && t->rows.at[r].y + t->rows.at[r].height <= g->cuts.at[k].y) r++;
  return r;
}

static uint32_t last_row(const layout_table *t, uint32_t piece) {
  const table_group *g = &t->groups.at[t->pieces.at[piece].group];
  uint32_t k = t->pieces.at[piece].cut + 1, r = g->end - 1;
  while (k < g->cuts.n && r > g->first && t->rows.at[r].y >= g->cuts.at[k].y) r--;
  return r;
}

/* All strips of the part; returns its extent. */
static mpt stack(part *p, uint32_t from, uint32_t to) {
  const layout_table *t = p->t;
  bool begins = from == 0, ends = to == t->pieces.n;
  table_end above = {.edge = t->before}, below = {.edge = t->after};
  if (!begins) above = table_end_above(t, first_row(t, from));
  if (!ends) below = table_end_below(t, last_row(t, to - 1));
  mpt y = above.edge;
  if (above.group) y = add_portion(p, &t->groups.at[0], 0, 1, y, 0, above.seam.up, true);
  for (uint32_t i = from; i < to;) {
    const table_group *g = &t->groups.at[t->pieces.at[i].group];
    uint32_t end = mpt_min((mpt)g->end_piece, (mpt)to);
    y = add_portion(p, g, i - g->first_piece, end - g->first_piece, y, i == from ? above.seam.down : 0,
                    end == to ? below.seam.up : 0, p->c->artifact);
    i = end;
  }
  if (below.group) y = add_portion(p, &t->groups.at[t->groups.n - 1], 0, 1, y, below.seam.down, 0, true);
  return mpt_clamp((mpt64)y + below.edge);
}

/* ---- backgrounds ---- */

static bool has_background(const fo_node *n) {
  return n && (n->style->box->background.a || n->style->box->background_image);
}

static void paint(part *p, const fo_node *node, mpt x, mpt y, mpt width, mpt height) {
  area_append(p->box, area_new(p->c->arena, AREA_BLOCK, node, TAG_ARTIFACT, x, y, width, height));
}

static void paint_columns(part *p) {
  const layout_table *t = p->t;
  mpt top = p->strips.at[0].top, bottom = p->strips.at[p->strips.n - 1].bottom;
  for (uint32_t c = 0; c < t->column_count;) {
    const fo_node *node = t->column[c].node;
    uint32_t end = c + 1;
    while (end < t->column_count && node && t->column[end].node == node && !node->style->box->background_image) end++;
    if (has_background(node)) paint(p, node, t->edge[c], top, t->edge[end] - t->edge[c], bottom - top);
    c = end;
  }
}

static void paint_sections(part *p) {
  const layout_table *t = p->t;
  for (size_t i = 0; i < p->strips.n;) {
    uint32_t section = t->rows.at[p->strips.at[i].row].section;
    size_t end = i + 1;
    while (end < p->strips.n && t->rows.at[p->strips.at[end].row].section == section) end++;
    const fo_node *node = t->sections.at[section].node;
    mpt top = p->strips.at[i].top;
    if (has_background(node)) paint(p, node, 0, top, t->width, p->strips.at[end - 1].bottom - top);
    i = end;
  }
}

/* The row whose cell stands in a slot, and the last strip of the portion that the cell reaches. */
static void slot_reach(const part *p, const portion *o, uint32_t s, uint32_t column, uint32_t *row, uint32_t *last) {
  uint32_t i = table_slot(p->t, p->strips.at[s].row, column);
  *row = p->strips.at[s].row;
  *last = s;
  if (i == TABLE_NO_CELL) return;
  const table_cell *k = &p->t->cells.at[i];
  *row = k->row;
  while (*last + 1 < o->end && p->strips.at[*last + 1].row < k->row + k->rows) ++*last;
}

/* A row's background covers the cells that begin in it, as far down as they reach (CSS2, 17.5.1). */
static void paint_rows(part *p, const portion *o) {
  const layout_table *t = p->t;
  for (uint32_t s = o->first; s < o->end; s++) {
    for (uint32_t c = 0; c < t->column_count;) {
      uint32_t row, last, end = c + 1, next_row, next_last;
      slot_reach(p, o, s, c, &row, &last);
      for (; end < t->column_count; end++) {
        slot_reach(p, o, s, end, &next_row, &next_last);
        if (next_row != row || next_last != last) break;
      }
      bool began_above = s > o->first && p->strips.at[s - 1].row >= row && row != p->strips.at[s].row;
      const fo_node *node = t->rows.at[row].node;
      mpt top = p->strips.at[s].top;
      if (!began_above && has_background(node))
        paint(p, node, t->edge[c], top, t->edge[end] - t->edge[c], p->strips.at[last].bottom - top);
      c = end;
    }
  }
}

/* ---- cells ---- */

typedef struct cell_view { /* a cell as far as this part shows it */
  const table_cell *cell;
  mpt x, y, width, height; /* of its box */
  uint32_t from, to;       /* leaves */
  mpt before, after;       /* from the box's edges to the content */
  bool cut_before, cut_after;
} cell_view;

static bool view_cell(const part *p, const portion *o, uint32_t i, cell_view *v) {
  const layout_table *t = p->t;
  const table_group *g = o->group;
  const table_cell *k = &t->cells.at[i];
  const cut *from = &g->cuts.at[o->from], *to = &g->cuts.at[o->to];
  uint32_t first = o->first, last = o->end;
  while (first < o->end && p->strips.at[first].row < k->row) first++;
  while (last > first && p->strips.at[last - 1].row >= k->row + k->rows) last--;
  if (first == last) return false;
  const table_row *bottom = &t->rows.at[k->row + k->rows - 1];
  *v = (cell_view){.cell = k};
  v->from = from->consumed[i - g->first_cell];
  v->to = to->consumed[i - g->first_cell];
  v->cut_before = o->from > 0 && t->rows.at[k->row].y < from->y;
  v->cut_after = o->to < g->cuts.n && (mpt64)bottom->y + bottom->height > to->y;
  v->before = (v->cut_before ? k->before_again : k->before) - k->gap + (first == o->first ? o->grow_before : 0);
  v->after = (v->cut_after ? k->after_again : k->after) - k->gap + (last == o->end ? o->grow_after : 0);
  mpt side = t->column_gap / 2;
  v->x = p->x + t->edge[k->column] + side;
  v->width = mpt_max(t->edge[k->column + k->columns] - t->edge[k->column] - 2 * side, 0);
  v->y = p->strips.at[first].top + k->gap;
  v->height = mpt_max(p->strips.at[last - 1].bottom - p->strips.at[first].top - 2 * k->gap, 0);
  return true;
}

/* Where the content begins, from the box's top (7.14.4). */
static mpt content_y(const cell_view *v) {
  mpt64 room = (mpt64)v->height - v->before - v->after - layout_list_extent(v->cell->list, v->from, v->to);
  if (room < 0) room = 0;
  switch (v->cell->node->style->inherited->display_align) {
  case FO_CENTER: return mpt_clamp(v->before + room / 2);
  case FO_AFTER: return mpt_clamp(v->before + room);
  default: return mpt_clamp((mpt64)v->before + (v->cut_before ? 0 : v->cell->baseline_shift));
  }
}

static uint8_t cell_sides(const part *p, const cell_view *v) {
  if (p->t->collapse) return 0;
  const fo_border *b = v->cell->node->style->box->border;
  uint8_t sides = 1 << SIDE_START | 1 << SIDE_END;
  if (!v->cut_before || b[SIDE_BEFORE].retain) sides |= 1 << SIDE_BEFORE;
  if (!v->cut_after || b[SIDE_AFTER].retain) sides |= 1 << SIDE_AFTER;
  return sides;
}

static void compose_cell(part *p, const portion *o, const cell_view *v) {
  const fo_node *node = v->cell->node;
  const layout_table *t = p->t;
  bool hide = !t->collapse && !v->cell->list->items.n && node->style->inherited->empty_cells == FO_HIDE;
  if (!t->collapse && !hide) { /* between separate borders, only the table's background shows */
    const table_row *row = &t->rows.at[v->cell->row];
    const fo_node *under[] = {t->column[v->cell->column].node, t->sections.at[row->section].node, row->node};
    for (int i = 0; i < 3; i++)
      if (has_background(under[i])) paint(p, under[i], v->x, v->y, v->width, v->height);
  }
  compose c = *p->c;
  c.squeeze = 0;
  c.artifact = o->artifact;
  area *a =
      area_new(c.arena, AREA_BLOCK, node, o->artifact ? TAG_ARTIFACT : node->tag, v->x, v->y, v->width, v->height);
  a->sides = hide ? 0 : cell_sides(p, v);
  a->no_background = hide;
  area_append(p->box, a);
  if (v->from == v->to) return;
  layout_list_compose(&c, v->cell->list, v->from, v->to, a, v->cell->start - t->column_gap / 2, content_y(v));
}

static void compose_cells(part *p, const portion *o) {
  for (uint32_t i = o->group->first_cell; i < o->group->end_cell; i++) {
    cell_view v;
    if (view_cell(p, o, i, &v)) compose_cell(p, o, &v);
  }
}

/* ---- rules ---- */

typedef struct stroke {
  area *rule;
  mpt width;
  bool horizontal;
  uint32_t number;
} stroke;

typedef struct rules {
  part *p;
  const fo_border **line; /* (strips + 1) x columns */
  VEC(stroke) strokes;
} rules;

static bool same_look(const fo_border *a, const fo_border *b) {
  return a && b && a->style == b->style && a->width == b->width && a->color.r == b->color.r &&
         a->color.g == b->color.g && a->color.b == b->color.b && a->color.a == b->color.a;
}

static const fo_border *line_at(const rules *r, size_t i, uint32_t column) {
  return column < r->p->t->column_count ? r->line[i * r->p->t->column_count + column] : NULL;
}

static const fo_border *stem_at(const rules *r, size_t i, uint32_t edge) {
  const layout_table *t = r->p->t;
  return i < r->p->strips.n ? t->stem[(size_t)r->p->strips.at[i].row * (t->column_count + 1) + edge] : NULL;
}

static const fo_border *segment(const part *p, size_t i, uint32_t column) {
  uint32_t upper = i > 0 ? p->strips.at[i - 1].row : TABLE_NO_ROW;
  uint32_t lower = i < p->strips.n ? p->strips.at[i].row : TABLE_NO_ROW;
  if (upper != TABLE_NO_ROW && lower != TABLE_NO_ROW) {
    uint32_t k = table_slot(p->t, upper, column);
    if (k != TABLE_NO_CELL && k == table_slot(p->t, lower, column)) return NULL;
  }
  return table_border_between(p->t, upper, lower, column);
}

static mpt line_y(const part *p, size_t i) {
  return i == 0 ? p->strips.at[0].top : p->strips.at[i - 1].bottom;
}

static void add_stroke(rules *r, const fo_border *look, bool horizontal, mpt x, mpt y, mpt width, mpt height) {
  area *a = area_new(r->p->c->arena, AREA_RULE, r->p->t->node, TAG_ARTIFACT, x, y, width, height);
  a->u.border = *look;
  stroke s = {.rule = a, .width = look->width, .horizontal = horizontal, .number = (uint32_t)r->strokes.n};
  VEC_PUSH(r->p->scratch, r->strokes, s);
}

static const fo_border *thicker(const fo_border *a, const fo_border *b) {
  return !a || (b && b->width > a->width) ? b : a;
}

static void draw_lines(rules *r) {
  const layout_table *t = r->p->t;
  for (size_t i = 0; i <= r->p->strips.n; i++) {
    for (uint32_t c = 0; c < t->column_count;) {
      const fo_border *look = line_at(r, i, c);
      uint32_t end = c + 1;
      while (end < t->column_count && same_look(look, line_at(r, i, end))) end++;
      if (look) {
        const fo_border *left = thicker(i > 0 ? stem_at(r, i - 1, c) : NULL, stem_at(r, i, c));
        const fo_border *right = thicker(i > 0 ? stem_at(r, i - 1, end) : NULL, stem_at(r, i, end));
        mpt x = t->edge[c], x2 = t->edge[end];
        if (left && look->width >= left->width && !(c > 0 && line_at(r, i, c - 1))) x -= table_half_before(left);
        if (right && look->width >= right->width && !line_at(r, i, end)) x2 += table_half_after(right);
        add_stroke(r, look, true, x, line_y(r->p, i) - table_half_before(look), x2 - x, look->width);
      }
      c = end;
    }
  }
}

static void draw_stems(rules *r) {
  const part *p = r->p;
  for (uint32_t e = 0; e <= p->t->column_count; e++) {
    for (size_t s = 0; s < p->strips.n;) {
      const fo_border *look = stem_at(r, s, e);
      size_t end = s + 1;
      while (end < p->strips.n && same_look(look, stem_at(r, end, e))) end++;
      if (look) {
        const fo_border *top = thicker(e > 0 ? line_at(r, s, e - 1) : NULL, line_at(r, s, e));
        const fo_border *bottom = thicker(e > 0 ? line_at(r, end, e - 1) : NULL, line_at(r, end, e));
        mpt y = line_y(p, s), y2 = line_y(p, end);
        if (top && look->width > top->width && !(s > 0 && stem_at(r, s - 1, e))) y -= table_half_before(top);
        if (bottom && look->width > bottom->width && !stem_at(r, end, e)) y2 += table_half_after(bottom);
        add_stroke(r, look, false, p->t->edge[e] - table_half_before(look), y, look->width, y2 - y);
      }
      s = end;
    }
  }
}

/* Thin strokes first, so that at a crossing the thicker one runs through; stems before lines. */
static int stroke_compare(const void *x, const void *y) {
  const stroke *a = x, *b = y;
  if (a->width != b->width) return a->width < b->width ? -1 : 1;
  if (a->horizontal != b->horizontal) return a->horizontal ? 1 : -1;
  return a->number < b->number ? -1 : a->number > b->number;
}

static void draw_rules(part *p) {
  rules r = {.p = p};
  uint32_t n = p->t->column_count;
  r.line = ARENA_ARRAY(p->scratch, const fo_border *, (p->strips.n + 1) * n);
  for (size_t i = 0; i <= p->strips.n; i++)
    for (uint32_t c = 0; c < n; c++) r.line[i * n + c] = segment(p, i, c);
  draw_lines(&r);
  draw_stems(&r);
  if (r.strokes.n) qsort(r.strokes.at, r.strokes.n, sizeof *r.strokes.at, stroke_compare);
  for (size_t i = 0; i < r.strokes.n; i++) area_append(p->box, r.strokes.at[i].rule);
}

/* ---- the part ---- */

static mpt outer_edge(const layout_table *t, fo_side side) {
  const fo_box_style *s = t->node->style->box;
  return t->collapse
             ? 0
             : mpt_clamp((mpt64)s->border[side].width + mpt_max(fo_length_at(s->padding[side].width, t->width), 0));
}

static uint8_t table_sides(const layout_table *t, bool begins, bool ends) {
  if (t->collapse) return 0;
  const fo_border *b = t->node->style->box->border;
  uint8_t sides = 1 << SIDE_START | 1 << SIDE_END;
  if (begins || b[SIDE_BEFORE].retain) sides |= 1 << SIDE_BEFORE;
  if (ends || b[SIDE_AFTER].retain) sides |= 1 << SIDE_AFTER;
  return sides;
}

mpt layout_table_compose(compose *c, layout_table *t, uint32_t from, uint32_t to, area *parent, mpt x, mpt y) {
  if (from >= to) return 0;
  arena *scratch = c->layout->scratch;
  arena_mark mark = arena_save(scratch);
  part p = {.t = t, .c = c, .scratch = scratch};
  mpt height = stack(&p, from, to);
  mpt start = outer_edge(t, SIDE_START), end = outer_edge(t, SIDE_END);
  tag_id tag = c->artifact ? TAG_ARTIFACT : t->node->tag;
  area *box =
      area_new(c->arena, AREA_BLOCK, t->node, tag, x - start, y, mpt_clamp((mpt64)start + t->width + end), height);
  box->sides = table_sides(t, from == 0, to == t->pieces.n);
  area_append(parent, box);
  p.box = box;
  p.x = start;
  if (t->collapse && p.strips.n) {
    paint_columns(&p);
    paint_sections(&p);
    for (size_t i = 0; i < p.portions.n; i++) paint_rows(&p, &p.portions.at[i]);
  }
  for (size_t i = 0; i < p.portions.n; i++) compose_cells(&p, &p.portions.at[i]);
  if (t->collapse && p.strips.n) draw_rules(&p);
  arena_restore(scratch, mark);
  return height;
}
