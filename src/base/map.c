#include "base/map.h"

#include <string.h>

map map_new(arena *a) {
  map m = {.arena = a, .slot_count = 32};
  m.slots = ARENA_ARRAY(a, uint32_t, m.slot_count);
  return m;
}

/* FNV-1a over 8-byte words with a final mix; stable across machines is not needed, order never depends on it. */
static uint64_t hash_bytes(const void *key, size_t size) {
  const unsigned char *p = key;
  uint64_t h = 0xcbf29ce484222325u ^ size;
  for (; size >= 8; size -= 8, p += 8) {
    uint64_t w;
    memcpy(&w, p, 8);
    h = (h ^ w) * 0x9E3779B97F4A7C15u;
    h ^= h >> 29;
  }
  for (; size; size--, p++) h = (h ^ *p) * 0x100000001b3u;
  h ^= h >> 32;
  h *= 0x9E3779B97F4A7C15u;
  return h ^ h >> 29;
}

static map_entry *lookup(const map *m, const void *key, size_t size, uint64_t hash, size_t *slot) {
  size_t mask = m->slot_count - 1, s = hash & mask;
  for (; m->slots[s]; s = (s + 1) & mask) {
    map_entry *e = &m->entries.at[m->slots[s] - 1];
    if (e->hash == hash && e->key_size == size && (!size || !memcmp(e->key, key, size))) return e;
  }
  *slot = s;
  return NULL;
}

static void enlarge(map *m) {
  m->slot_count *= 2;
  m->slots = ARENA_ARRAY(m->arena, uint32_t, m->slot_count);
  for (size_t i = 0; i < m->entries.n; i++) {
    size_t s = m->entries.at[i].hash & (m->slot_count - 1);
    while (m->slots[s]) s = (s + 1) & (m->slot_count - 1);
    m->slots[s] = (uint32_t)i + 1;
  }
}

static map_entry *find_or_add(map *m, const void *key, size_t size, int *added) {
  uint64_t hash = hash_bytes(key, size);
  size_t slot = 0;
  map_entry *e = lookup(m, key, size, hash, &slot);
  *added = !e;
  if (e) return e;
  if ((m->entries.n + 1) * 4 > m->slot_count * 3) {
    enlarge(m);
    lookup(m, key, size, hash, &slot);
  }
  char *copy = arena_alloc(m->arena, size + 1);
  if (size) memcpy(copy, key, size);
  VEC_PUSH(m->arena, m->entries, (map_entry){copy, size, NULL, hash});
  m->slots[slot] = (uint32_t)m->entries.n;
  return &m->entries.at[m->entries.n - 1];
}

void *map_find(const map *m, const void *key, size_t size) {
  size_t slot;
  map_entry *e = lookup(m, key, size, hash_bytes(key, size), &slot);
  return e ? e->value : NULL;
}

void *map_find_str(const map *m, const char *key) {
  return map_find(m, key, strlen(key));
}

void map_put(map *m, const void *key, size_t size, void *value) {
  int added;
  find_or_add(m, key, size, &added)->value = value;
}

void map_put_str(map *m, const char *key, void *value) {
  map_put(m, key, strlen(key), value);
}

const void *map_intern(map *m, const void *bytes, size_t size) {
  int added;
  return find_or_add(m, bytes, size, &added)->key;
}

const char *map_intern_str(map *m, const char *s, size_t n) {
  return map_intern(m, s, n);
}
