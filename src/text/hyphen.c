/* hyphen: libhyphen behind a cache of words. A document has far fewer different words than words, and the patterns are
 * asked once for each. The answer of libhyphen in a UTF-8 dictionary is one digit per character: odd may be divided
 * behind it.
 *
 *   con s ti tu ción     directory/hyph_es_MX.dic, else hyph_es.dic, else the first hyph_es_*.dic in order of name
 */
#include "text/hyphen.h"

#include <dirent.h>
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/map.h"
#include "base/utf8.h"

struct hyphen_patterns {
  HyphenDict *dict;
  bool utf8;
  map words; /* lower-case word -> word_points */
};

/* Characters before each point; as the patterns have it, with no minimum applied. */
typedef struct word_points {
  uint8_t n, characters;
  uint8_t after[HYPHEN_POINTS];
} word_points;

struct hyphenator {
  arena *arena;
  VEC(const char *) directories;
  map languages; /* "es_MX" -> hyphen_patterns or &absent */
  VEC(HyphenDict *) loaded;
};

static const hyphen_patterns absent; /* stands for "looked for, not there" */

/* Words beyond this many are divided but not remembered, so that no input can fill the session's memory. */
#define REMEMBERED 100000

hyphenator *hyphenator_new(arena *session) {
  hyphenator *h = ARENA_NEW(session, hyphenator);
  h->arena = session;
  h->languages = map_new(session);
  return h;
}

void hyphenator_add_directory(hyphenator *h, const char *path) {
  VEC_PUSH(h->arena, h->directories, arena_strdup(h->arena, path));
}

void hyphenator_free(hyphenator *h) {
  if (!h) return;
  for (size_t i = 0; i < h->loaded.n; i++) hnj_hyphen_free(h->loaded.at[i]);
  h->loaded.n = 0;
}

static bool readable(const char *path) {
  FILE *f = fopen(path, "r");
  if (f) fclose(f);
  return f != NULL;
}

/* The first hyph_LANGUAGE_*.dic of a directory. */
static const char *any_country(hyphenator *h, const char *directory, const char *language) {
  DIR *dir = opendir(directory);
  if (!dir) return NULL;
  char prefix[32];
  int n = snprintf(prefix, sizeof prefix, "hyph_%s_", language);
  char best[256] = "";
  for (struct dirent *d; (d = readdir(dir));) {
    size_t size = strlen(d->d_name);
    if (size >= sizeof best || size < 4 || strncmp(d->d_name, prefix, (size_t)n) ||
        strcmp(d->d_name + size - 4, ".dic"))
      continue;
    if (!best[0] || strcmp(d->d_name, best) < 0) memcpy(best, d->d_name, size + 1);
  }
  closedir(dir);
  return best[0] ? arena_printf(h->arena, "%s/%s", directory, best) : NULL;
}

static const char *find_file(hyphenator *h, const char *language, const char *country) {
  for (int step = 0; step < 3; step++)
    for (size_t i = 0; i < h->directories.n; i++) {
      const char *directory = h->directories.at[i], *path;
      if (step == 0 && !country) continue;
      if (step == 0) path = arena_printf(h->arena, "%s/hyph_%s_%s.dic", directory, language, country);
      else if (step == 1) path = arena_printf(h->arena, "%s/hyph_%s.dic", directory, language);
      else path = any_country(h, directory, language);
      if (path && readable(path)) return path;
    }
  return NULL;
}

static bool is_plain_name(const char *s) {
  size_t n = strlen(s);
  if (n < 2 || n > 8) return false;
  for (; *s; s++)
    if (!((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'))) return false;
  return true;
}

const hyphen_patterns *hyphenator_find(hyphenator *h, const char *language, const char *country) {
  if (!language || !is_plain_name(language)) return NULL;
  if (country && !is_plain_name(country)) country = NULL;
  char key[24];
  snprintf(key, sizeof key, "%s_%s", language, country ? country : "");
  hyphen_patterns *p = map_find_str(&h->languages, key);
  if (p) return p == &absent ? NULL : p;
  arena_mark before = arena_save(h->arena);
  const char *path = find_file(h, language, country);
  HyphenDict *dict = path ? hnj_hyphen_load(path) : NULL;
  arena_restore(h->arena, before);
  p = (hyphen_patterns *)&absent;
  if (dict) {
    VEC_PUSH(h->arena, h->loaded, dict);
    p = ARENA_NEW(h->arena, hyphen_patterns);
    p->dict = dict;
    p->utf8 = dict->utf8 != 0;
    p->words = map_new(h->arena);
  }
  map_put_str(&h->languages, key, p);
  return p == &absent ? NULL : p;
}

/* Asks libhyphen. `lower` is in lower case. */
static word_points ask(const hyphen_patterns *p, const char *lower, size_t size) {
  word_points w = {0};
  char marks[HYPHEN_WORD + 8], bytes[HYPHEN_WORD];
  char **rep = NULL;
  int *pos = NULL, *cut = NULL;
  size_t characters = utf8_count(lower, size), n = size;
  if (!p->utf8) { /* an 8-bit dictionary: Latin-1 covers what such dictionaries are made for */
    n = 0;
    for (size_t i = 0; i < size;) {
      uint32_t cp = utf8_next(lower, size, &i);
      if (cp > 0xFF) return w;
      bytes[n++] = (char)cp;
    }
    lower = bytes;
  }
  w.characters = (uint8_t)characters;
  if (hnj_hyphen_hyphenate3(p->dict, lower, (int)n, marks, NULL, &rep, &pos, &cut, 1, 1, 1, 1)) return w;
  for (size_t i = 0; i + 1 < characters && w.n < HYPHEN_POINTS; i++) {
    bool spelling_changes = rep && rep[i];
    if ((marks[i] & 1) && !spelling_changes) w.after[w.n++] = (uint8_t)(i + 1);
  }
  if (rep)
    for (size_t i = 0; i < n; i++) free(rep[i]);
  free(rep);
  free(pos);
  free(cut);
  return w;
}

size_t hyphenator_divide(hyphenator *h, const hyphen_patterns *p, const char *word, size_t size, unsigned remain,
                         unsigned push, uint8_t points[HYPHEN_POINTS]) {
  if (!p || size < 2 || size > HYPHEN_WORD - 8) return 0;
  char lower[HYPHEN_WORD * 2];
  uint8_t start[HYPHEN_WORD]; /* of each character, in the word as it is written */
  size_t n = 0, characters = 0;
  for (size_t i = 0; i < size;) {
    start[characters++] = (uint8_t)i;
    uint32_t cp = utf8_next(word, size, &i);
    n += utf8_put(lower + n, cp < 0x80 ? (cp >= 'A' && cp <= 'Z' ? cp + 32 : cp) : (uint32_t)u_tolower((UChar32)cp));
  }
  if (n >= HYPHEN_WORD - 8) return 0;
  map *words = (map *)&p->words;
  const word_points *known = map_find(words, lower, n);
  word_points w;
  if (known) {
    w = *known;
  } else {
    w = ask(p, lower, n);
    if (words->entries.n < REMEMBERED) map_put(words, lower, n, arena_copy(h->arena, &w, sizeof w));
  }
  size_t count = 0;
  for (size_t i = 0; i < w.n; i++)
    if (w.after[i] >= remain && w.after[i] + push <= characters && w.after[i] < characters)
      points[count++] = start[w.after[i]];
  return count;
}
