/* The FO cases: each tests/cases/NAME.fo is laid out, and what comes out is compared with the dumps that stand beside it:
 *
 *     NAME.areas   finished pages (area_dump)         compared when the file is there; one of the two must be
 *     NAME.items   break items (layout_list_dump)
 *     NAME.diag    messages, one a line               no file: there must be none
 *
 * PLIEGO_CASES_ACCEPT=1 writes what comes out in place of the files that are there (NAME.areas if there is none yet).
 * PLIEGO_CASES=WORD runs only the cases with WORD in their names.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glob.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "layout/layout.h"

#ifndef CASES
#define CASES "tests/cases"
#endif
#ifndef FONTS
#define FONTS "fonts"
#endif
#define HYPHENATION "/usr/share/hyphen"

typedef struct session {
  trap trap;
  arena *arena;
  font_set *fonts;
  text_engine *text;
} session;

typedef struct outcome {
  strbuf areas, items, diag;
} outcome;

static session the_session; /* of this test program */

static int open_session(void **state) {
  (void)state;
  session *s = &the_session;
  if (TRAP_ARM(&s->trap)) return -1;
  s->arena = arena_new(&s->trap, 0);
  s->fonts = font_set_new(s->arena);
  if (font_set_add_directory(s->fonts, FONTS) <= 0) return -1;
  s->text = text_engine_new(s->arena, s->fonts);
  text_engine_add_hyphenation_directory(s->text, HYPHENATION);
  return 0;
}

static int close_session(void **state) {
  (void)state;
  text_engine_free(the_session.text);
  font_set_close(the_session.fonts);
  arena_free(the_session.arena);
  xmlCleanupParser();
  return 0;
}

/* ---- one case ---- */

static void take_page(void *context, const page *p) {
  area_dump(p, &((outcome *)context)->areas);
}

static void take_late(void *context, uint32_t index, const area *line) {
  area_dump_late(index, line, &((outcome *)context)->areas);
}

static void lay_out(arena *a, xmlDoc *xml, const char *name, outcome *o) {
  session *s = &the_session;
  o->areas = strbuf_new(a);
  o->items = strbuf_new(a);
  o->diag = strbuf_new(a);
  diag_list *diags = diag_list_new(a);
  fo_document *fo = fo_document_build(a, xml, name, diags);
  if (fo) {
    layout_input in = {.fo = fo, .text = s->text, .diags = diags, .trap = &s->trap, .document = a};
    in.images = image_cache_new(a, CASES);
    in.sink = (page_sink){o, take_page, take_late};
    in.dump_items = &o->items;
    layout_document(&in);
  }
  for (const diag *d = diags->first; d; d = d->next) {
    strbuf_puts(&o->diag, diag_format(a, d, NULL));
    strbuf_putc(&o->diag, '\n');
  }
}

/* ---- comparing ---- */

static char *read_file(arena *a, const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f) return NULL;
  strbuf b = strbuf_new(a);
  char piece[4096];
  for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;) strbuf_put(&b, piece, n);
  fclose(f);
  return b.at;
}

static void write_file(const char *path, const char *text) {
  FILE *f = fopen(path, "wb");
  if (!f) fail_msg("%s cannot be written", path);
  fputs(text, f);
  fclose(f);
}

typedef struct lines {
  char **at;
  size_t n;
} lines;

static lines split(arena *a, char *text) {
  VEC(char *) v = {0};
  for (char *p = text; *p;) {
    char *end = strchr(p, '\n');
    VEC_PUSH(a, v, p);
    if (!end) break;
    *end = 0;
    p = end + 1;
  }
  return (lines){v.at, v.n};
}

/* Lines of `was` that are gone with "-", new ones with "+", by longest common subsequence of what lies between the equal
 * head and tail. */
static const char *difference(arena *a, char *was_text, char *is_text) {
  lines was = split(a, was_text), is = split(a, is_text);
  size_t head = 0, tail = 0;
  while (head < was.n && head < is.n && !strcmp(was.at[head], is.at[head])) head++;
  while (tail < was.n - head && tail < is.n - head && !strcmp(was.at[was.n - 1 - tail], is.at[is.n - 1 - tail])) tail++;
  size_t n = was.n - head - tail, m = is.n - head - tail;
  if (n > 2000) n = 2000;
  if (m > 2000) m = 2000;
  uint16_t *common = ARENA_ARRAY(a, uint16_t, (n + 1) * (m + 1));
#define COMMON(i, k) common[(i) * (m + 1) + (k)]
  for (size_t i = n; i-- > 0;) {
    for (size_t k = m; k-- > 0;) {
      bool same = !strcmp(was.at[head + i], is.at[head + k]);
      uint16_t down = COMMON(i + 1, k), right = COMMON(i, k + 1);
      COMMON(i, k) = same ? (uint16_t)(COMMON(i + 1, k + 1) + 1) : down > right ? down : right;
    }
  }
  strbuf out = strbuf_new(a);
  if (head) strbuf_printf(&out, "  %s\n", was.at[head - 1]);
  for (size_t i = 0, k = 0; (i < n || k < m) && out.n < 6000;) {
    if (i < n && k < m && !strcmp(was.at[head + i], is.at[head + k])) {
      strbuf_printf(&out, "  %s\n", was.at[head + i]);
      i++, k++;
    } else if (i < n && (k == m || COMMON(i + 1, k) >= COMMON(i, k + 1))) {
      strbuf_printf(&out, "- %s\n", was.at[head + i++]);
    } else {
      strbuf_printf(&out, "+ %s\n", is.at[head + k++]);
    }
  }
#undef COMMON
  return out.at;
}

/* `expected`: the file must be there; else an empty outcome needs none. Returns whether a file was found. */
static bool compare(arena *a, const char *path, const char *is, bool needed, bool accept) {
  char *was = read_file(a, path);
  if (accept) {
    if (!was && !needed) return false;
    if (*is || needed) write_file(path, is);
    else unlink(path);
    return true;
  }
  if (!was && !needed) return false;
  if (was && !strcmp(was, is)) return true;
  fail_msg("%s:\n%s", path, difference(a, was ? was : arena_strdup(a, ""), arena_strdup(a, is)));
  return false;
}

static void run_case(void **state) {
  const char *path = *state;
  session *s = &the_session;
  bool accept = getenv("PLIEGO_CASES_ACCEPT") != NULL;
  xmlDoc *xml = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  assert_non_null(xml);
  if (TRAP_ARM(&s->trap)) fail_msg("%s: %s", path, s->trap.detail);
  arena *a = arena_new(&s->trap, 0);
  const char *stem = arena_strndup(a, path, strlen(path) - 3), *name = strrchr(path, '/') + 1;
  outcome o;
  lay_out(a, xml, name, &o);
  bool items = compare(a, arena_printf(a, "%s.items", stem), o.items.at, false, accept);
  bool areas = access(arena_printf(a, "%s.areas", stem), F_OK) == 0;
  if (areas || !items) compare(a, arena_printf(a, "%s.areas", stem), o.areas.at, true, accept);
  const char *diag_path = arena_printf(a, "%s.diag", stem);
  if (o.diag.n || access(diag_path, F_OK) == 0) compare(a, diag_path, o.diag.at, o.diag.n > 0, accept);
  arena_free(a);
  xmlFreeDoc(xml);
}

int main(void) {
  glob_t found;
  if (glob(CASES "/*.fo", 0, NULL, &found)) return 1;
  struct CMUnitTest *tests = calloc(found.gl_pathc, sizeof *tests);
  const char *word = getenv("PLIEGO_CASES");
  size_t n = 0;
  for (size_t i = 0; i < found.gl_pathc; i++) {
    if (word && !strstr(found.gl_pathv[i], word)) continue;
    tests[n++] = (struct CMUnitTest){strrchr(found.gl_pathv[i], '/') + 1, run_case, NULL, NULL, found.gl_pathv[i]};
  }
  int failed = _cmocka_run_group_tests("cases", tests, n, open_session, close_session);
  free(tests);
  globfree(&found);
  return failed;
}
