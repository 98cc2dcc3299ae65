/* solver: total-fit breaking of a list of items into lines or pages. One solver serves both.
 *
 * An item is a box and the join after it. A "part" is a line or a page: items i..j-1, broken before i and before j.
 *
 *   item i        join i         item i+1        join i+1
 *   [ size ]  gap (+stretch-shrink)  [ size ]  ...            when not broken at join i
 *   [ size ] pre | post [ size ]                              when broken at join i: `pre` is added to the part
 *                                                             that ends, `post` to the part that begins
 *
 *   extent(i..j) = post[i-1] + sizes i..j-1 + gaps i..j-2 + pre[j-1]      O(1) with prefix sums
 *
 * A hyphen is `pre`; a repeated table footer is `pre`, its header `post`; retained space is `pre` or `post`.
 * The last item's join is the end of the list: broken always, its `pre` counts.
 *
 * Search: states (break position, class), class a small number owned by the caller (lines: how many hyphens in
 * a row; pages: page-master automaton state x parity). Each state keeps its best way there. Costs compare
 * lexicographically (overflow, broken keeps, demerits), so a solution always exists, with no recovery mode.
 * Ties go to the earlier predecessor with the lower class, so that the result is the same on every machine.
 *
 * The solver itself reads sizes, joins and break_kind only. `judge` gives the whole cost of a part: what `keep` and
 * `penalty` of the item before the break (to - 1) cost is its affair too. The last item's break_kind is not read.
 * Time grows with the number of feasible parts, memory with the number of states.
 */
#ifndef PLIEGO_BASE_SOLVER_H
#define PLIEGO_BASE_SOLVER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/length.h"

typedef struct solver_item {
  mpt size;
  mpt gap, stretch, shrink; /* of the join, when not broken; a box that gives or takes adds its share to its join */
  mpt pre, post;            /* when broken */
  uint8_t break_kind;       /* SOLVER_MAY, SOLVER_NEVER, SOLVER_MUST */
  uint8_t flag;             /* the caller's (e.g. this break ends in a hyphen) */
  uint16_t keep;            /* strength of the keep that a break here violates: 0 none */
  int32_t penalty;          /* demerits for a break here; may be negative */
} solver_item;

enum { SOLVER_MAY, SOLVER_NEVER, SOLVER_MUST };

typedef struct solver_cost {
  int64_t overflow; /* millipoints by which parts are too long, summed */
  int64_t keep;     /* broken keeps; the caller's weights, summed */
  int64_t demerits;
} solver_cost;

/* A part that the solver asks the caller to judge. */
typedef struct solver_part {
  uint32_t from, to;     /* items from..to-1 */
  uint32_t index;        /* how many parts precede on this way (of the best way to `from`) */
  int class_before;      /* class at `from` */
  mpt64 extent;          /* natural, with pre and post */
  mpt64 stretch, shrink; /* of the joins inside */
  bool final;            /* to is the end of the list */
} solver_part;

typedef struct solver_verdict {
  solver_cost cost;
  int class_after;
} solver_verdict;

typedef struct solver_problem {
  const solver_item *items;
  uint32_t n;
  int class_count; /* classes are 0..class_count-1; the list begins in first_class */
  int first_class;
  /* Cost of one part and the class after it. Called for feasible parts, and for the shortest overfull part of
   * each beginning. */
  solver_verdict (*judge)(void *context, const solver_part *part);
  /* The longest extent that any part beginning in this class may have: parts that are longer even at full
   * shrink end the search from a beginning (the shortest such part is still judged). */
  mpt64 (*limit)(void *context, uint32_t from, int class_before);
  void *context;
  /* NULL, or the shortest stretched extent (extent + stretch) that is worth judging from this beginning: shorter parts
   * are passed over, but for those that end at a forced break or at the list's end. This prunes: what it leaves out is
   * not in the solution even where everything else is too long, so a caller who finds overflow may solve without. */
  mpt64 (*least)(void *context, uint32_t from, int class_before);
} solver_problem;

typedef struct solver_solution {
  uint32_t *breaks; /* end (exclusive) of each part: item numbers, rising, the last is n */
  int *classes;     /* class after each part */
  uint32_t n;       /* number of parts; 0 for an empty list */
  solver_cost cost;
} solver_solution;

/* Result in `a`; work memory is taken from `scratch` and given back (not when it is `a` itself). */
solver_solution solver_solve(const solver_problem *p, arena *a, arena *scratch);

int solver_cost_compare(solver_cost a, solver_cost b);
solver_cost solver_cost_add(solver_cost a, solver_cost b);

#endif
