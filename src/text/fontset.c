/* fontset: the fonts of a session, and how a style finds its face among them (CSS Fonts 3, 5.2). Directories are
 * only probed; a face is opened when it is first found. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "text/face.h"
#include "text/font.h"

typedef struct entry {
  font_face face;
  uint8_t opened, broken;
} entry;

struct font_set {
  arena *arena;
  VEC(entry *) entries; /* by number: directory after directory, each in order of file name */
};

static const struct {
  const char *name, *family;
} aliases[] = {
#define FAMILY_ALIAS(name, family) {name, family},
#include "text/families.def"
#undef FAMILY_ALIAS
};

font_set *font_set_new(arena *session) {
  font_set *s = ARENA_NEW(session, font_set);
  s->arena = session;
  return s;
}

static bool is_font_name(const char *name) {
  size_t n = strlen(name);
  return n > 4 && name[0] != '.' && (!strcasecmp(name + n - 4, ".ttf") || !strcasecmp(name + n - 4, ".otf"));
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int font_set_add_directory(font_set *s, const char *path) {
  DIR *dir = opendir(path);
  if (!dir) return -1;
  VEC(const char *) names = {0};
  for (struct dirent *d; (d = readdir(dir));)
    if (is_font_name(d->d_name)) VEC_PUSH(s->arena, names, arena_printf(s->arena, "%s/%s", path, d->d_name));
  closedir(dir);
  if (names.n) qsort(names.at, names.n, sizeof *names.at, by_name);
  int added = 0;
  for (size_t i = 0; i < names.n; i++) {
    font_face face;
    if (!face_probe(s->arena, names.at[i], &face)) continue;
    face.number = (uint32_t)s->entries.n;
    entry *e = ARENA_NEW(s->arena, entry);
    e->face = face;
    VEC_PUSH(s->arena, s->entries, e);
    added++;
  }
  return added;
}

static const font_face *open_entry(font_set *s, entry *e) {
  if (!e->opened && !e->broken) {
    e->opened = face_open(s->arena, &e->face);
    e->broken = !e->opened;
  }
  return e->opened ? &e->face : NULL;
}

#define NORMAL_WIDTH 5 /* OS/2 usWidthClass; font-stretch has no other keyword that the property tables keep */

/* How far a weight is from the wanted one, in the order of CSS Fonts 3: smaller is nearer. */
static int weight_distance(int wanted, int have) {
  if (have == wanted) return 0;
  if (wanted >= 400 && wanted <= 500) {
    if (have > wanted && have <= 500) return have - wanted;
    return have < wanted ? 1000 + wanted - have : 2000 + have - wanted;
  }
  if (wanted < 400) return have < wanted ? wanted - have : 1000 + have - wanted;
  return have > wanted ? have - wanted : 1000 + wanted - have;
}

static entry *best_of_family(const font_set *s, const char *family, const fo_font_style *style) {
  entry *best = NULL;
  int least = 0;
  for (size_t i = 0; i < s->entries.n; i++) {
    entry *e = s->entries.at[i];
    if (e->broken || strcasecmp(e->face.family, family)) continue;
    bool italic = style->slant == FO_ITALIC || style->slant == FO_OBLIQUE || style->slant == FO_BACKSLANT;
    int distance = weight_distance(style->weight, e->face.weight) + (e->face.italic != italic ? 10000 : 0) +
                   abs(e->face.stretch - NORMAL_WIDTH) * 100000;
    if (!best || distance < least) {
      best = e;
      least = distance;
    }
  }
  return best;
}

/* The face of a family or of what stands in for it. */
static const font_face *find_family(font_set *s, const char *family, const fo_font_style *style) {
  for (entry *e; (e = best_of_family(s, family, style));) {
    const font_face *f = open_entry(s, e);
    if (f) return f;
  }
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
    if (strcasecmp(aliases[i].name, family)) continue;
    for (entry *e; (e = best_of_family(s, aliases[i].family, style));) {
      const font_face *f = open_entry(s, e);
      if (f) return f;
    }
  }
  return NULL;
}

const font_face *font_set_find(font_set *s, const fo_font_style *style, bool *exact) {
  *exact = true;
  for (const char *const *family = style->families; family && *family; family++) {
    const font_face *f = find_family(s, *family, style);
    if (f) return f;
  }
  *exact = false;
  const font_face *f = find_family(s, "sans-serif", style);
  for (size_t i = 0; !f && i < s->entries.n; i++)
    if (!s->entries.at[i]->broken) f = find_family(s, s->entries.at[i]->face.family, style);
  return f;
}

const font_face *font_set_fallback(font_set *s, const fo_font_style *style, uint32_t cp) {
  for (const char *const *family = style->families; family && *family; family++) {
    const font_face *f = find_family(s, *family, style);
    if (f && font_face_has(f, cp)) return f;
  }
  for (size_t i = 0; i < s->entries.n; i++) {
    entry *e = s->entries.at[i];
    const font_face *f = find_family(s, e->face.family, style); /* the family's face of this style first */
    if (f && font_face_has(f, cp)) return f;
    f = open_entry(s, e);
    if (f && font_face_has(f, cp)) return f;
  }
  return NULL;
}

uint32_t font_set_count(const font_set *s) {
  return (uint32_t)s->entries.n;
}

const font_face *font_set_at(font_set *s, uint32_t number) {
  return number < s->entries.n ? open_entry(s, s->entries.at[number]) : NULL;
}

void font_set_close(font_set *s) {
  if (!s) return;
  for (size_t i = 0; i < s->entries.n; i++) {
    entry *e = s->entries.at[i];
    if (!e->opened) continue;
    face_close(&e->face);
    e->opened = 0;
    e->broken = 1; /* closed for good */
  }
}
