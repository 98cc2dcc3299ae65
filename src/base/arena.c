#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
/* A red zone behind each piece, so that an overrun inside a chunk is seen too. */
#define RED_ZONE 16u
#define POISON(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define RED_ZONE 0u
#define POISON(p, n) ((void)0)
#define UNPOISON(p, n) ((void)0)
#endif

#define ALIGN 16u
#define FIRST_CHUNK (16u * 1024)
#define LARGEST_STEP (1024u * 1024)

typedef struct chunk {
  struct chunk *older;
  size_t size, used; /* of data[] */
  _Alignas(16) unsigned char data[];
} chunk;

struct arena {
  trap *trap;
  chunk *top;
  size_t held, limit, step;
};

arena *arena_new(trap *t, size_t limit) {
  arena *a = calloc(1, sizeof *a);
  if (!a) trap_fail(t, TRAP_MEMORY, "%s", "arena");
  a->trap = t;
  a->limit = limit;
  a->step = FIRST_CHUNK;
  return a;
}

static void drop_chunk(arena *a) {
  chunk *c = a->top;
  a->top = c->older;
  a->held -= c->size;
  UNPOISON(c->data, c->size);
  free(c);
}

void arena_free(arena *a) {
  if (!a) return;
  while (a->top) drop_chunk(a);
  free(a);
}

/* Keeps the newest (largest) chunk so that a reused arena does not go back to the system. */
void arena_reset(arena *a) {
  if (!a->top) return;
  chunk *keep = a->top;
  a->top = keep->older;
  while (a->top) drop_chunk(a);
  keep->older = NULL;
  keep->used = 0;
  POISON(keep->data, keep->size);
  a->top = keep;
}

trap *arena_trap(const arena *a) {
  return a->trap;
}

size_t arena_held(const arena *a) {
  return a->held;
}

static void add_chunk(arena *a, size_t need) {
  size_t size = a->step;
  if (a->step < LARGEST_STEP) a->step *= 2;
  if (size < need) size = need;
  if (a->limit && (size > a->limit || a->held > a->limit - size)) {
    size = need;
    if (size > a->limit || a->held > a->limit - size)
      trap_fail(a->trap, TRAP_MEMORY, "memory limit of %zu bytes", a->limit);
  }
  chunk *c = malloc(sizeof *c + size);
  if (!c) trap_fail(a->trap, TRAP_MEMORY, "%zu bytes", size);
  c->older = a->top;
  c->size = size;
  c->used = 0;
  POISON(c->data, c->size);
  a->top = c;
  a->held += size;
}

static size_t rounded(arena *a, size_t size) {
  if (size > SIZE_MAX - 2 * ALIGN - RED_ZONE) trap_fail(a->trap, TRAP_MEMORY, "%zu bytes", size);
  return (size + RED_ZONE + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

void *arena_alloc(arena *a, size_t size) {
  size_t need = rounded(a, size ? size : 1);
  if (!a->top || a->top->size - a->top->used < need) add_chunk(a, need);
  unsigned char *p = a->top->data + a->top->used;
  a->top->used += need;
  UNPOISON(p, size);
  if (size) memset(p, 0, size);
  return p;
}

void *arena_calloc(arena *a, size_t n, size_t size) {
  if (size && n > SIZE_MAX / size) trap_fail(a->trap, TRAP_MEMORY, "%zu x %zu bytes", n, size);
  return arena_alloc(a, n * size);
}

void *arena_grow(arena *a, void *old, size_t old_size, size_t new_size) {
  chunk *c = a->top;
  if (old && old_size && new_size >= old_size) {
    size_t had = rounded(a, old_size), need = rounded(a, new_size);
    unsigned char *end = c->data + c->used;
    if ((unsigned char *)old + had == end && c->size - c->used >= need - had) {
      c->used += need - had;
      UNPOISON(old, new_size);
      memset((unsigned char *)old + old_size, 0, new_size - old_size);
      return old;
    }
  }
  void *p = arena_alloc(a, new_size);
  if (old && old_size) memcpy(p, old, old_size < new_size ? old_size : new_size);
  return p;
}

void *arena_copy(arena *a, const void *data, size_t size) {
  void *p = arena_alloc(a, size);
  if (size) memcpy(p, data, size);
  return p;
}

char *arena_strndup(arena *a, const char *s, size_t n) {
  char *p = arena_alloc(a, n + 1);
  if (n) memcpy(p, s, n);
  return p;
}

char *arena_strdup(arena *a, const char *s) {
  return arena_strndup(a, s, strlen(s));
}

char *arena_printf(arena *a, const char *format, ...) {
  va_list ap, again;
  va_start(ap, format);
  va_copy(again, ap);
  int n = vsnprintf(NULL, 0, format, ap);
  va_end(ap);
  char *p = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
  if (n > 0) vsnprintf(p, (size_t)n + 1, format, again);
  va_end(again);
  return p;
}

arena_mark arena_save(const arena *a) {
  return (arena_mark){a->top, a->top ? a->top->used : 0};
}

/* To before the first piece: as a reset, so that a scratch arena used now and then keeps its chunk. */
void arena_restore(arena *a, arena_mark m) {
  if (!m.chunk) {
    arena_reset(a);
    return;
  }
  while (a->top && a->top != m.chunk) drop_chunk(a);
  if (!a->top) return;
  POISON(a->top->data + m.used, a->top->size - m.used);
  a->top->used = m.used;
}
