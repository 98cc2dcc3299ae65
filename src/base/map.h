/* map: byte strings to pointers, and interning. Open addressing in an arena; nothing is ever removed.
 * Iteration is in order of insertion, so that output never depends on a hash. */
#ifndef PLIEGO_BASE_MAP_H
#define PLIEGO_BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct map_entry {
  const void *key; /* copied into the map's arena */
  size_t key_size;
  void *value;
  uint64_t hash;
} map_entry;

typedef struct map {
  arena *arena;
  VEC(map_entry) entries; /* in order of insertion */
  uint32_t *slots;        /* index + 1 into entries; 0 free */
  size_t slot_count;      /* a power of two */
} map;

map map_new(arena *a);
/* The value, or NULL. */
void *map_find(const map *m, const void *key, size_t size);
void *map_find_str(const map *m, const char *key);
/* Sets the value (replacing one there was). */
void map_put(map *m, const void *key, size_t size, void *value);
void map_put_str(map *m, const char *key, void *value);
/* The one copy of these bytes in the map's arena: equal bytes give the same pointer. The bytes must be
 * free of padding garbage (zeroed structs). */
const void *map_intern(map *m, const void *bytes, size_t size);
const char *map_intern_str(map *m, const char *s, size_t n);

#endif
