/* arena: memory that is given back all at once.
 *
 *   chunk  [ used ............ | free ]  ->  older chunk [ used | lost ] -> ...
 *
 * Four arenas live side by side: session, document, page-sequence, scratch. A pointer points only into an
 * arena that lives at least as long as its own. Memory comes zeroed and aligned for any type. When memory
 * or the limit runs out, the arena's trap is sprung; no caller ever sees NULL.
 */
#ifndef PLIEGO_BASE_ARENA_H
#define PLIEGO_BASE_ARENA_H

#include <stddef.h>

#include "base/trap.h"

typedef struct arena arena;

/* A point to which the arena can be wound back. */
typedef struct {
  void *chunk;
  size_t used;
} arena_mark;

/* `limit`: most bytes that it may hold, 0 for none. Springs `t` (which it keeps) when there is no memory. */
arena *arena_new(trap *t, size_t limit);
void arena_free(arena *a); /* a may be NULL */
void arena_reset(arena *a);

trap *arena_trap(const arena *a);
size_t arena_held(const arena *a); /* bytes taken from the system */

/* A request of 0 bytes gives a valid pointer. */
void *arena_alloc(arena *a, size_t size);
/* Enlarges in place when `old` is the arena's last piece, else copies; the new part is zeroed. */
void *arena_grow(arena *a, void *old, size_t old_size, size_t new_size);
void *arena_copy(arena *a, const void *data, size_t size);
char *arena_strdup(arena *a, const char *s);
char *arena_strndup(arena *a, const char *s, size_t n);
char *arena_printf(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3), nonnull));
/* n * size, springing the trap on overflow. */
void *arena_calloc(arena *a, size_t n, size_t size);

arena_mark arena_save(const arena *a);
void arena_restore(arena *a, arena_mark m);

#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_calloc((a), (n), sizeof(T)))

/* A vector in an arena: struct { T *at; size_t n, cap; } v; VEC_PUSH(arena, v, value). */
#define VEC(T)                                                                                                         \
  struct {                                                                                                             \
    T *at;                                                                                                             \
    size_t n, cap;                                                                                                     \
  }
#define VEC_RESERVE(a, v, want)                                                                                        \
  do {                                                                                                                 \
    size_t vec_want_ = (want);                                                                                         \
    if (vec_want_ > (v).cap) {                                                                                         \
      size_t vec_cap_ = (v).cap ? (v).cap * 2 : 8;                                                                     \
      if (vec_cap_ < vec_want_) vec_cap_ = vec_want_;                                                                  \
      (v).at = arena_grow((a), (v).at, (v).cap * sizeof *(v).at, vec_cap_ * sizeof *(v).at);                           \
      (v).cap = vec_cap_;                                                                                              \
    }                                                                                                                  \
  } while (0)
#define VEC_PUSH(a, v, ...)                                                                                            \
  do {                                                                                                                 \
    VEC_RESERVE(a, v, (v).n + 1);                                                                                      \
    (v).at[(v).n++] = (__VA_ARGS__);                                                                                   \
  } while (0)

#endif
