/* cuts: see the drawing in cuts.h (XSL 1.1, 6.7.9, 6.8.3: areas that stand side by side and are broken together).
 *
 * Unrolled, every column is a row of positions b = 0 .. n ("b leaves are above the cut"):
 *
 *     above[b]   y that a cut must reach to hold b leaves: end of leaf b-1, what the column adds before a break, trail
 *     below[b]   -(y at which the rest was to begin) + what the column adds after a break: the rest of the column,
 *                moved to the top of a page, ends at below[b] + (its old end)
 *
 * A sweep over all above[b] of all columns, in rising order, moves each column's b forward; each stop is a cut. b never
 * moves back, so pieces between any two cuts are runs of leaves in every column.
 *
 * The page breaker adds up: extent(i..j) = post[i] + (y[j] - y[i]). So one number, shift[i] = post[i] - y[i], has to
 * serve all j: it is the least for which every column's rest fits, wherever the part ends:
 *
 *     shift[i] = max over columns, over j > i where the column has moved, of  below[b_i] + above[b_j] - floor
 *     floor    = y[j], or the bottom of the column's box where the column is finished and its box ends earlier
 *
 * Everything that begins below cut i (later rows of the group) is moved by the same shift.
 */
#include "layout/cuts.h"

#include <stdlib.h>
#include <string.h>

#include "layout/layout.h"

#define PAGE_HEIGHT 792000 /* where a master gives none */

typedef struct track {
  const cut_column *column;
  mpt64 *above, *below; /* n + 1 each */
  uint32_t n;
  mpt64 end;  /* bottom of its box */
  bool blank; /* its leaves have no extent: ids, markers */
} track;

typedef struct stop {
  mpt64 y;
  uint32_t track, b; /* b == STOP_ROW: here a row begins */
} stop;

#define STOP_ROW UINT32_MAX

static const solver_item *track_join(const track *t, uint32_t b) {
  return b > 0 && b < t->n ? &t->column->list->items.at[b - 1] : NULL;
}

static track track_unroll(arena *scratch, const cut_column *c) {
  track t = {.column = c, .n = (uint32_t)c->list->items.n};
  const solver_item *items = c->list->items.at;
  t.above = ARENA_ARRAY(scratch, mpt64, (size_t)t.n + 1);
  t.below = ARENA_ARRAY(scratch, mpt64, (size_t)t.n + 1);
  t.above[0] = c->start;
  t.below[0] = -(mpt64)c->start;
  mpt64 y = (mpt64)c->start + c->lead + c->list->lead;
  t.end = y + c->trail;
  for (uint32_t i = 0; i < t.n; i++) {
    y += items[i].size;
    bool last = i + 1 == t.n;
    t.above[i + 1] = y + items[i].pre + (last ? c->trail : c->trail_again);
    if (last) t.end = t.above[i + 1];
    y += items[i].gap;
    t.below[i + 1] = items[i].post + c->lead_again - y;
  }
  t.blank = t.end == (mpt64)c->start + c->lead + c->trail;
  if (t.end < (mpt64)c->start + c->height) t.end = (mpt64)c->start + c->height;
  if (t.blank && t.n) t.above[t.n] = t.end; /* it ends with its box */
  return t;
}

/* A join that widow control or keep="always" holds together. */
static bool join_bound(const solver_item *join) {
  return join && join->break_kind != SOLVER_MUST && join->keep >= KEEP_WEIGHT_WIDOW;
}

/* Stops of one column: all breaks that its joins allow. Runs that are held together yield only when they are taller
 * than `limit`. */
static size_t track_stops(const track *t, uint32_t number, mpt limit, stop *out) {
  size_t n = 0;
  uint32_t free_from = 0; /* the last position that nothing holds */
  for (uint32_t b = 1; b <= t->n; b++) {
    const solver_item *join = track_join(t, b);
    if (join && (join->break_kind == SOLVER_NEVER || join_bound(join))) continue;
    if (join && t->above[b] <= t->above[0] + t->column->lead + t->column->trail_again) continue; /* nothing is above */
    bool tall = limit > 0 && t->below[free_from] + t->above[b] > limit;
    for (uint32_t held = free_from + 1; tall && held < b; held++)
      if (track_join(t, held)->break_kind != SOLVER_NEVER) out[n++] = (stop){t->above[held], number, held};
    out[n++] = (stop){t->above[b], number, b};
    free_from = b;
  }
  return n;
}

static int stop_compare(const void *x, const void *y) {
  const stop *a = x, *b = y;
  if (a->y != b->y) return a->y < b->y ? -1 : 1;
  if (a->track != b->track) return a->track < b->track ? -1 : 1;
  return a->b < b->b ? -1 : a->b > b->b;
}

static bool stops_together(const track *tracks, const uint32_t *at, uint32_t n, mpt64 y) {
  bool begun = false, held = false;
  for (uint32_t c = 0; c < n; c++) {
    begun |= at[c] > 0;
    held |= at[c] == 0 && !tracks[c].blank && tracks[c].column->together && tracks[c].column->start < y;
  }
  return !(begun && held);
}

/* What the columns charge for a cut at y. `before`: where they stood at the cut before. */
static void cut_charge(cut *k, const track *tracks, uint32_t n, const uint32_t *before) {
  for (uint32_t c = 0; c < n; c++) {
    const track *t = &tracks[c];
    bool started = t->column->start < k->y;
    if (t->blank) continue;
    if (started && k->consumed[c] < t->n) k->inside = true;
    if (started && k->consumed[c] == 0) k->penalty += CUT_PENALTY_NOT_BEGUN;
    const solver_item *join = track_join(t, k->consumed[c]);
    if (!join) continue;
    if (join->keep > k->keep) k->keep = join->keep;
    k->penalty = (int32_t)mpt_clamp((mpt64)k->penalty + join->penalty);
    if (join->break_kind == SOLVER_MUST && before[c] < k->consumed[c]) k->break_kind = join->flag;
  }
}

typedef VEC(cut) cuts;

static void cuts_add(arena *a, cuts *out, mpt64 y, bool row, const uint32_t *at, const track *tracks, uint32_t n) {
  const uint32_t *before = out->at[out->n - 1].consumed;
  cut k = {.y = mpt_clamp(y), .row = row, .break_kind = FO_AUTO, .consumed = arena_copy(a, at, n * sizeof *at)};
  cut_charge(&k, tracks, n, before);
  VEC_PUSH(a, *out, k);
}

static void cuts_sweep(arena *a, cuts *out, const stop *stops, size_t stop_count, const track *tracks, uint32_t n,
                       uint32_t *at) {
  for (size_t i = 0; i < stop_count;) {
    mpt64 y = stops[i].y;
    bool moved = false, row = false;
    for (; i < stop_count && stops[i].y == y; i++) {
      if (stops[i].b == STOP_ROW) row = true;
      else if (stops[i].b > at[stops[i].track]) at[stops[i].track] = stops[i].b, moved = true;
    }
    if ((!moved && !row) || y <= 0) continue;
    if (!stops_together(tracks, at, n, y)) continue;
    /* A row boundary is as good as the cut just above it that has all of the row. */
    cut *last = &out->at[out->n - 1];
    if (out->n > 1 && last->break_kind == FO_AUTO && memcmp(last->consumed, at, n * sizeof *at) == 0) out->n--;
    cuts_add(a, out, y, row, at, tracks, n);
  }
}

typedef struct reach { /* how far a column ends below its floor at later cuts: at most at all of them, where it moved */
  mpt64 all, run;
} reach;

static reach *reach_new(arena *scratch, uint32_t n) {
  reach *r = ARENA_ARRAY(scratch, reach, n);
  for (uint32_t c = 0; c < n; c++) r[c].all = r[c].run = INT64_MIN / 4;
  return r;
}

/* shift of every cut, from the last to the first. One between rows looks only at later cuts between rows and at the end,
 * so that the rows that begin there keep their height; cuts inside those rows yield (cuts_settle). */
static void cuts_shift(const cuts *list, mpt64 *shift, arena *scratch, const track *tracks, uint32_t n) {
  reach *any = reach_new(scratch, n), *row = reach_new(scratch, n);
  for (size_t i = list->n - 1; i-- > 1;) {
    const cut *k = &list->at[i], *next = &list->at[i + 1];
    shift[i] = -(mpt64)next->y;
    bool open = false;
    for (uint32_t c = 0; c < n; c++) {
      const track *t = &tracks[c];
      mpt64 floor = next->consumed[c] == t->n && t->end < next->y ? t->end : next->y;
      mpt64 over = t->above[next->consumed[c]] - floor;
      bool moved = next->consumed[c] > k->consumed[c];
      if (next->consumed[c] > 0 && over > any[c].all) any[c].all = over;
      if (next->consumed[c] > 0 && over > row[c].all && (next->row || i + 2 == list->n)) row[c].all = over;
      if (moved) any[c].run = any[c].all, row[c].run = row[c].all;
      bool begun = t->column->start < k->y;
      if (k->consumed[c] == t->n && begun) continue; /* an empty column fits anywhere */
      mpt64 need = t->below[k->consumed[c]];
      if (begun) need += k->row ? row[c].run : any[c].run;
      if (need > shift[i]) shift[i] = need;
      open = true;
    }
    if (!open) shift[i] = -(mpt64)k->y;
  }
}

/* Moves cuts inside rows down where a shift was chosen without them, from the first to the last; one that would come
 * to lie below the next cut, or below the beginning of another row, goes. Here, reach is how far below the top of its
 * part a column ends, less its old end, over all earlier cuts. */
static void cuts_settle(cuts *list, const mpt64 *shift, arena *scratch, const track *tracks, uint32_t n) {
  reach *r = reach_new(scratch, n);
  size_t kept = 1, end = list->n - 1;
  for (size_t i = 1; i < end; i++) {
    cut *k = &list->at[i];
    const cut *before = &list->at[kept - 1];
    mpt64 y = k->y, most = list->at[i + 1].y - 1;
    for (uint32_t c = 0; c < n; c++) {
      const track *t = &tracks[c];
      mpt64 upto = k->consumed[c] > before->consumed[c] ? r[c].all : r[c].run;
      if (upto + t->above[k->consumed[c]] > y) y = upto + t->above[k->consumed[c]];
      if (t->column->start >= k->y && t->column->start < most) most = t->column->start;
    }
    if (y > most && k->break_kind == FO_AUTO) continue;
    for (uint32_t c = 0; c < n; c++) {
      const track *t = &tracks[c];
      if (k->consumed[c] > before->consumed[c]) r[c].run = r[c].all;
      bool open = t->column->start < k->y && k->consumed[c] < t->n;
      if (open && t->below[k->consumed[c]] - shift[i] > r[c].all) r[c].all = t->below[k->consumed[c]] - shift[i];
    }
    k->y = mpt_clamp(y < most ? y : most);
    k->post = mpt_clamp(shift[i] + k->y);
    list->at[kept++] = *k;
  }
  list->at[kept++] = list->at[end];
  list->n = kept;
}

cut_set layout_cuts(arena *a, arena *scratch, const cut_column *columns, uint32_t n, mpt height, mpt limit) {
  arena_mark mark = arena_save(scratch);
  track *tracks = ARENA_ARRAY(scratch, track, n);
  size_t most = 0;
  mpt64 bottom = height;
  for (uint32_t c = 0; c < n; c++) {
    tracks[c] = track_unroll(scratch, &columns[c]);
    most += (size_t)tracks[c].n + 1;
    if (tracks[c].end > bottom) bottom = tracks[c].end;
  }
  stop *stops = ARENA_ARRAY(scratch, stop, most);
  size_t stop_count = 0;
  for (uint32_t c = 0; c < n; c++) {
    stop_count += track_stops(&tracks[c], c, limit, stops + stop_count);
    if (columns[c].start > 0) stops[stop_count++] = (stop){columns[c].start, c, STOP_ROW};
  }
  qsort(stops, stop_count, sizeof *stops, stop_compare);

  cuts out = {0};
  uint32_t *at = ARENA_ARRAY(scratch, uint32_t, n);
  VEC_PUSH(a, out, (cut){.break_kind = FO_AUTO, .consumed = arena_copy(a, at, n * sizeof *at)});
  cuts_sweep(a, &out, stops, stop_count, tracks, n, at);
  /* The last cut is the end, whatever the sweep found there. */
  while (out.n > 1 && memcmp(out.at[out.n - 1].consumed, at, n * sizeof *at) == 0) out.n--;
  VEC_PUSH(a, out, (cut){.y = mpt_clamp(bottom), .break_kind = FO_AUTO, .consumed = arena_copy(a, at, n * sizeof *at)});
  mpt64 *shift = ARENA_ARRAY(scratch, mpt64, out.n);
  cuts_shift(&out, shift, scratch, tracks, n);
  cuts_settle(&out, shift, scratch, tracks, n);
  arena_restore(scratch, mark);
  return (cut_set){out.at, (uint32_t)out.n - 1, mpt_clamp(bottom)};
}

static mpt64 body_height(const fo_node *master) {
  const fo_page_style *p = master->style->page;
  mpt width = fo_length_is_auto(p->page_width) ? 0 : p->page_width.length;
  mpt64 height = fo_length_is_auto(p->page_height) ? PAGE_HEIGHT : p->page_height.length;
  height -= (mpt64)fo_length_at(p->margin[SIDE_BEFORE], width) + fo_length_at(p->margin[SIDE_AFTER], width);
  for (const fo_node *r = master->first; r; r = r->next) {
    if (r->element != FO_ELEMENT_REGION_BODY) continue;
    const fo_length *margin = r->style->page->margin;
    height -= (mpt64)fo_length_at(margin[SIDE_BEFORE], width) + fo_length_at(margin[SIDE_AFTER], width);
  }
  return height;
}

mpt layout_cuts_limit(const layout *l) {
  mpt64 most = 0;
  for (const fo_node *set = l->fo->root->first; set; set = set->next) {
    if (set->element != FO_ELEMENT_LAYOUT_MASTER_SET) continue;
    for (const fo_node *m = set->first; m; m = m->next) {
      if (m->element != FO_ELEMENT_SIMPLE_PAGE_MASTER) continue;
      mpt64 height = body_height(m);
      if (height > most) most = height;
    }
  }
  return mpt_clamp(most);
}
