/* The Programa Anual de Trabajo from end to end: source -> PDF, read back with poppler and qpdf. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "words.h"

#define SOURCE "xml/programas/covin-2026.xml"
#define REFERENCE "tests/documents/programa-covin-2026.txt"
/* The body region alone: US Letter less margins of 2.5 cm. */
#define BODY "-x 0 -y 71 -W 612 -H 650"

static char directory[256], pdf[300];

static char *run(const char *format, ...) {
  char command[1024];
  va_list ap;
  va_start(ap, format);
  vsnprintf(command, sizeof command, format, ap);
  va_end(ap);
  char *text = words_run(command);
  if (!text) fail_msg("failed: %s", command);
  return text;
}

static const char *program(void) {
  const char *p = getenv("PLIEGO");
  return p ? p : "build/pliego";
}

static int make_document(void **state) {
  (void)state;
  const char *tmp = getenv("TMPDIR");
  snprintf(directory, sizeof directory, "%s/pliego-pat-XXXXXX", tmp ? tmp : "/tmp");
  if (!mkdtemp(directory)) return -1;
  snprintf(pdf, sizeof pdf, "%s/pat.pdf", directory);
  free(run("%s render -o '%s' " SOURCE " 2>&1", program(), pdf));
  return 0;
}

static int remove_document(void **state) {
  (void)state;
  free(run("rm -r '%s'", directory));
  return 0;
}

static char *page_text(int page) {
  return run("pdftotext -raw " BODY " -f %d -l %d '%s' -", page, page, pdf);
}

static bool starts_with(const char *s, const char *with) {
  return !strncmp(s, with, strlen(with));
}

static const char *const header_rows[] = {"No.\nACCIONES DE LA COMISIÓN\nPERIODO DE EJECUCIÓN\n",
                                          "No. ACCIONES DE LA COMISIÓN PERIODO DE EJECUCIÓN\n",
                                          "Mes Día Tipo de reunión\n", "Mes\nDía\nTipo de reunión\n"};

/* A header row that opens a page is a repeated one: a table's own has its lead-in before it. */
static const char *skip_repeated_header(const char *page) {
  for (size_t i = 0; i < sizeof header_rows / sizeof *header_rows; i++)
    if (starts_with(page, header_rows[i])) return page + strlen(header_rows[i]);
  return page;
}

static int page_count(void) {
  char *info = run("pdfinfo '%s'", pdf);
  char *p = strstr(info, "Pages:");
  assert_non_null(p);
  int n = atoi(p + 6);
  free(info);
  return n;
}

static words document_words(void) {
  size_t size = 0;
  char *all = calloc(1, 1 << 20);
  assert_non_null(all);
  for (int i = 1, n = page_count(); i <= n; i++) {
    char *page = page_text(i);
    const char *body = skip_repeated_header(page);
    size_t length = strcspn(body, "\f");
    memcpy(all + size, body, length);
    size += length;
    free(page);
  }
  return words_split(all);
}

/* The reference less its marks: ** (bold), a list item's "- ", header rows that a page turn of the approved document
 * brought into the middle of a table (a blank line, then the header row again, then a row that is not number 1). */
static words reference_words(void) {
  char *text = words_read(REFERENCE);
  assert_non_null(text);
  static const char *const repeated[] = {"\n\nNo.\tACCIONES DE LA COMISIÓN\tPERIODO DE EJECUCIÓN\n3.",
                                         "\n\nMes\tDía\tTipo de reunión\nAgosto"};
  for (size_t i = 0; i < 2; i++) {
    char *p = strstr(text, repeated[i]);
    assert_non_null(p);
    size_t keep = strlen(strrchr(repeated[i], '\n'));
    memset(p, ' ', strlen(repeated[i]) - keep);
  }
  for (char *p = text; *p; p++) {
    if (p[0] == '*' && p[1] == '*') memmove(p, p + 2, strlen(p + 2) + 1);
    if (p[0] == '*') p--;
    if (*p == '\n' && p[1] == '-' && p[2] == ' ') p[1] = ' ';
  }
  return words_split(text);
}

static bool is_bullet(const char *word) {
  return !strcmp(word, "•");
}

static void every_word_of_the_reference_in_order(void **state) {
  (void)state;
  words want = reference_words(), have = document_words();
  assert_true(want.n > 3500);
  size_t j = 0;
  for (size_t i = 0; i < want.n; i++, j++) {
    while (j < have.n && is_bullet(have.at[j])) j++;
    if (j >= have.n) fail_msg("the document ends before word %zu, \"%s\"", i, want.at[i]);
    if (strcmp(want.at[i], have.at[j]))
      fail_msg("word %zu is \"%s\" and should be \"%s\" (after \"%s\")", i, have.at[j], want.at[i],
               i ? want.at[i - 1] : "");
  }
  assert_int_equal(j, have.n);
  words_free(&want);
  words_free(&have);
}

static void index_as_approved(void **state) {
  (void)state;
  static const char *const entries[] = {"I. Introducción 3",
                                        "II. Marco legal 3",
                                        "III. Objetivo del programa 7",
                                        "Objetivo Específicos 7",
                                        "IV. Cumplimiento de Atribuciones 8",
                                        "V. Calendario de sesiones ordinarias de la COVIN 2025-2026 11"};
  words w = words_split(page_text(2));
  char line[4096] = "";
  for (size_t i = 0; i < w.n; i++) {
    strcat(line, w.at[i]);
    strcat(line, " ");
  }
  const char *p = line;
  for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
    p = strstr(p, entries[i]);
    if (!p) fail_msg("the index lacks \"%s\": %s", entries[i], line);
  }
  words_free(&w);
}

static void twelve_pages_of_letter(void **state) {
  (void)state;
  assert_int_equal(page_count(), 12);
  char *info = run("pdfinfo -f 1 -l 12 '%s'", pdf);
  int letter = 0;
  for (char *p = info; (p = strstr(p, "612 x 792 pts")); p++) letter++;
  assert_int_equal(letter, 12);
  free(info);
}

static void assert_page_turn(const char *before, const char *after) {
  for (int i = 1, n = page_count(); i < n; i++) {
    char *a = page_text(i), *b = page_text(i + 1);
    const char *last = strstr(a, before);
    bool here = last && starts_with(skip_repeated_header(b), after) && strlen(last) < 200;
    free(a);
    free(b);
    if (here) return;
  }
  fail_msg("no page turns between \"%s\" and \"%s\"", before, after);
}

static void pages_turn_as_approved(void **state) {
  (void)state;
  assert_page_turn("n)", "o)");
  assert_page_turn("Julio", "Agosto");
}

static void calendar_header_is_repeated(void **state) {
  (void)state;
  char *last = page_text(12);
  assert_ptr_not_equal(skip_repeated_header(last), last);
  free(last);
}

static void page_numbers_in_the_foot(void **state) {
  (void)state;
  for (int i = 2; i <= 12; i++) {
    char want[32];
    snprintf(want, sizeof want, "Página %d de 12", i);
    char *page = run("pdftotext -f %d -l %d -x 0 -y 721 -W 612 -H 71 '%s' -", i, i, pdf);
    if (!strstr(page, want)) fail_msg("page %d lacks \"%s\": %s", i, want, page);
    free(page);
  }
}

static void fonts_are_embedded_subsets(void **state) {
  (void)state;
  char *fonts = run("pdffonts '%s' | tail -n +3", pdf);
  int n = 0;
  for (char *p = strtok(fonts, "\n"); p; p = strtok(NULL, "\n"), n++) {
    assert_non_null(strstr(p, "+LiberationSans"));
    assert_non_null(strstr(p, "yes yes yes"));
  }
  assert_in_range(n, 2, 4);
  free(fonts);
}

static void qpdf_finds_nothing(void **state) {
  (void)state;
  free(run("qpdf --check '%s' 2>&1", pdf));
}

static void the_same_bytes_twice(void **state) {
  (void)state;
  free(run("%s render -o '%s/again.pdf' " SOURCE " && cmp '%s' '%s/again.pdf'", program(), directory, pdf, directory));
}

static void no_word_is_said_about_a_good_document(void **state) {
  (void)state;
  char *said = run("%s render -o '%s/quiet.pdf' " SOURCE " 2>&1", program(), directory);
  assert_string_equal(said, "");
  free(said);
}

static void outline_title_and_language(void **state) {
  (void)state;
  char *info = run("pdfinfo '%s'", pdf);
  assert_non_null(strstr(info, "Programa Anual de Trabajo y Calendario de Sesiones 2026"));
  free(info);
  char *objects = run("qpdf --qdf --object-streams=disable '%s' - | strings", pdf);
  assert_non_null(strstr(objects, "/Outlines"));
  assert_non_null(strstr(objects, "/Lang (es-MX)"));
  free(objects);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_word_of_the_reference_in_order),
      cmocka_unit_test(index_as_approved),
      cmocka_unit_test(twelve_pages_of_letter),
      cmocka_unit_test(pages_turn_as_approved),
      cmocka_unit_test(calendar_header_is_repeated),
      cmocka_unit_test(page_numbers_in_the_foot),
      cmocka_unit_test(fonts_are_embedded_subsets),
      cmocka_unit_test(qpdf_finds_nothing),
      cmocka_unit_test(the_same_bytes_twice),
      cmocka_unit_test(no_word_is_said_about_a_good_document),
      cmocka_unit_test(outline_title_and_language),
  };
  return cmocka_run_group_tests(tests, make_document, remove_document);
}
