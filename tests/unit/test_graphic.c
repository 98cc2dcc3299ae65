/* Images: what is read from headers, and everything that is refused. The files are made here, byte by byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <libdeflate.h>

#include "base/strbuf.h"
#include "graphic/image.h"

typedef struct room {
  trap t;
  arena *a;
  diag_list *diags;
  image_cache *cache;
  char dir[64];
} room;

static int setup(void **state) {
  static room r;
  memset(&r, 0, sizeof r);
  r.a = arena_new(&r.t, 0);
  r.diags = diag_list_new(r.a);
  strcpy(r.dir, "/tmp/pliego-graphic-XXXXXX");
  if (!mkdtemp(r.dir)) return -1;
  r.cache = image_cache_new(r.a, r.dir);
  *state = &r;
  return 0;
}

static int teardown(void **state) {
  room *r = *state;
  static const char *const names[] = {"a.png", "b.jpg", "c d.png", "fifo", "dir", "100%.png"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) remove(arena_printf(r->a, "%s/%s", r->dir, names[i]));
  rmdir(r->dir);
  arena_free(r->a);
  return 0;
}

/* ---- making files ---- */

static void put4(strbuf *b, uint32_t v) {
  for (int i = 24; i >= 0; i -= 8) strbuf_putc(b, (char)(v >> i));
}

static void put2(strbuf *b, unsigned v) {
  strbuf_putc(b, (char)(v >> 8));
  strbuf_putc(b, (char)v);
}

static void put_chunk(strbuf *b, const char *name, const void *data, size_t n) {
  put4(b, (uint32_t)n);
  size_t from = b->n;
  strbuf_put(b, name, 4);
  strbuf_put(b, data, n);
  put4(b, libdeflate_crc32(0, b->at + from, n + 4));
}

typedef struct png_form {
  uint32_t columns, rows;
  uint8_t depth, type, interlace, compression;
} png_form;

static strbuf png_begin(arena *a, png_form f) {
  strbuf b = strbuf_new(a), h = strbuf_new(a);
  strbuf_put(&b, "\x89PNG\r\n\x1a\n", 8);
  put4(&h, f.columns);
  put4(&h, f.rows);
  const char rest[5] = {(char)f.depth, (char)f.type, (char)f.compression, 0, (char)f.interlace};
  strbuf_put(&h, rest, 5);
  put_chunk(&b, "IHDR", h.at, h.n);
  return b;
}

static void png_end(strbuf *b) {
  put_chunk(b, "IDAT", "x\x9c\x03\0\0\0\0\1", 8);
  put_chunk(b, "IEND", "", 0);
}

static void put_density(strbuf *b, arena *a, uint32_t x, uint32_t y, char unit) {
  strbuf d = strbuf_new(a);
  put4(&d, x);
  put4(&d, y);
  strbuf_putc(&d, unit);
  put_chunk(b, "pHYs", d.at, d.n);
}

typedef struct jpeg_form {
  uint8_t sof, precision, components, unit, sampling;
  unsigned columns, rows, density_x, density_y;
  bool adobe;
} jpeg_form;

static const jpeg_form plain_jpeg = {0xC0, 8, 3, 1, 0x22, 20, 10, 144, 72, false};

static strbuf jpeg_begin(arena *a, jpeg_form f) {
  strbuf b = strbuf_new(a);
  strbuf_put(&b, "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\2", 13);
  strbuf_putc(&b, (char)f.unit);
  put2(&b, f.density_x);
  put2(&b, f.density_y);
  put2(&b, 0);
  if (f.adobe)
    strbuf_put(&b,
               "\xFF\xEE\0\x0E"
               "Adobe\0\x64\0\0\0\0\2",
               16);
  strbuf_put(&b, "\xFF\xFF", 2); /* a fill byte */
  strbuf_putc(&b, (char)f.sof);
  put2(&b, 8 + 3u * f.components);
  strbuf_putc(&b, (char)f.precision);
  put2(&b, f.rows);
  put2(&b, f.columns);
  strbuf_putc(&b, (char)f.components);
  for (int i = 0; i < f.components; i++) {
    strbuf_putc(&b, (char)(i + 1));
    strbuf_putc(&b, (char)f.sampling);
    strbuf_putc(&b, 0);
  }
  return b;
}

static void jpeg_end(strbuf *b) {
  strbuf_put(b, "\xFF\xDA\0\x08\1\1\0\0\x3F\0", 10);
  strbuf_put(b,
             "ab\xFF\0cd\xFF\xD0"
             "ef",
             10);
  strbuf_put(b, "\xFF\xDA\0\x08\1\1\0\0\x3F\0gh\xFF\xD9", 14);
}

static const char *save(room *r, const char *name, const strbuf *b) {
  FILE *f = fopen(arena_printf(r->a, "%s/%s", r->dir, name), "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(b->at, 1, b->n, f), b->n);
  fclose(f);
  return name;
}

/* ---- asking ---- */

static const image *load(room *r, const char *uri) {
  return image_load(r->cache, uri, r->diags, (diag_place){.file = "t.fo", .line = 7, .element = "fo:external-graphic"});
}

/* A cache without memory of the name, so that a test may write the file again and again. */
static const image *load_anew(room *r, const char *uri) {
  r->cache = image_cache_new(r->a, r->dir);
  r->diags = diag_list_new(r->a);
  return load(r, uri);
}

static void expect(room *r, const char *uri, diag_code code) {
  const image *im = load_anew(r, uri);
  if (im) fail_msg("%s was accepted, not %s", uri, diag_code_name(code));
  assert_int_equal(r->diags->errors, 1);
  if (r->diags->first->code != code)
    fail_msg("%s, not %s", diag_code_name(r->diags->first->code), diag_code_name(code));
  assert_int_equal(r->diags->first->place.line, 7);
}

static const image *accept(room *r, const char *uri) {
  const image *im = load_anew(r, uri);
  if (!im) fail_msg("%s", diag_format(r->a, r->diags->first, NULL));
  assert_null(r->diags->first);
  return im;
}

/* ---- PNG ---- */

static void test_a_png_without_resolution_is_at_72_dpi(void **state) {
  room *r = *state;
  strbuf b = png_begin(r->a, (png_form){300, 150, 8, 2, 0, 0});
  png_end(&b);
  const image *im = accept(r, save(r, "a.png", &b));
  assert_int_equal(im->format, IMAGE_PNG);
  assert_int_equal(im->columns, 300);
  assert_int_equal(im->rows, 150);
  assert_int_equal(im->width, 300000);
  assert_int_equal(im->height, 150000);
  assert_int_equal(im->components, 3);
  assert_int_equal(im->bit_depth, 8);
  assert_int_equal(im->size, b.n);
  assert_memory_equal(im->data, b.at, b.n);
  assert_false(im->alpha || im->palette || im->interlaced || im->inverted);
}

static void test_png_resolution_is_by_the_metre_and_each_side_has_its_own(void **state) {
  room *r = *state;
  strbuf b = png_begin(r->a, (png_form){300, 300, 8, 0, 1, 0});
  put_density(&b, r->a, 11811, 2835, 1); /* 300 dpi, 72 dpi */
  png_end(&b);
  const image *im = accept(r, save(r, "a.png", &b));
  assert_int_equal(im->width, 72000); /* 299.9994 dpi, rounded */
  assert_in_range(im->height, 299960, 300000);
  assert_int_equal(im->interlaced, 1);
  assert_int_equal(im->components, 1);
  b = png_begin(r->a, (png_form){30, 30, 8, 0, 0, 0});
  put_density(&b, r->a, 1, 2, 0); /* no unit: only a ratio */
  png_end(&b);
  assert_int_equal(accept(r, save(r, "a.png", &b))->width, 30000);
  b = png_begin(r->a, (png_form){30, 30, 8, 0, 0, 0});
  put_density(&b, r->a, 1, 0xFFFFFFFF, 1); /* 30 metres by nothing */
  png_end(&b);
  im = accept(r, save(r, "a.png", &b));
  assert_int_equal(im->width, 85039370);
  assert_int_equal(im->height, 1);
}

static void test_png_colours(void **state) {
  room *r = *state;
  static const struct {
    uint8_t depth, type, components, alpha;
  } good[] = {{1, 0, 1, 0}, {16, 0, 1, 0}, {16, 2, 3, 0}, {8, 4, 1, 1}, {8, 6, 3, 1}},
    bad[] = {{3, 0, 0, 0}, {0, 0, 0, 0}, {4, 2, 0, 0},  {8, 1, 0, 0},
             {8, 5, 0, 0}, {8, 7, 0, 0}, {16, 3, 0, 0}, {8, 255, 0, 0}};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    strbuf b = png_begin(r->a, (png_form){3, 3, good[i].depth, good[i].type, 0, 0});
    png_end(&b);
    const image *im = accept(r, save(r, "a.png", &b));
    assert_int_equal(im->components, good[i].components);
    assert_int_equal(im->alpha, good[i].alpha);
    assert_int_equal(im->bit_depth, good[i].depth);
  }
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    strbuf b = png_begin(r->a, (png_form){3, 3, bad[i].depth, bad[i].type, 0, 0});
    png_end(&b);
    expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
  }
}

static void test_a_png_palette(void **state) {
  room *r = *state;
  const png_form form = {3, 3, 2, 3, 0, 0};
  strbuf b = png_begin(r->a, form);
  put_chunk(&b, "PLTE", "rgbRGB", 6);
  put_chunk(&b, "tRNS", "\0\1", 2);
  png_end(&b);
  const image *im = accept(r, save(r, "a.png", &b));
  assert_int_equal(im->palette, 1);
  assert_int_equal(im->alpha, 1);
  assert_int_equal(im->components, 3);
  b = png_begin(r->a, form);
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_PART_MISSING);
  assert_string_equal(r->diags->first->args[1], "PLTE");
  b = png_begin(r->a, form); /* five colours where two bits can name four */
  put_chunk(&b, "PLTE", "rgbrgbrgbrgbrgb", 15);
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
  b = png_begin(r->a, form);
  put_chunk(&b, "PLTE", "rgbr", 4);
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
  b = png_begin(r->a, form); /* transparency of three colours of two */
  put_chunk(&b, "PLTE", "rgbRGB", 6);
  put_chunk(&b, "tRNS", "abc", 3);
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
  b = png_begin(r->a, (png_form){3, 3, 8, 0, 0, 0}); /* a palette for grey */
  put_chunk(&b, "PLTE", "rgb", 3);
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
}

static void test_png_order_and_parts(void **state) {
  room *r = *state;
  strbuf b = strbuf_new(r->a);
  strbuf_put(&b, "\x89PNG\r\n\x1a\n", 8);
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_PART_MISSING);
  assert_string_equal(r->diags->first->args[1], "IHDR");
  b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 0});
  put_chunk(&b, "IEND", "", 0);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_PART_MISSING);
  assert_string_equal(r->diags->first->args[1], "IDAT");
  b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 0});
  put_chunk(&b, "IDAT", "abc", 3);
  put_chunk(&b, "tEXt", "k\0v", 3);
  png_end(&b); /* image data in two places */
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
  b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 0});
  put_chunk(&b, "ABCD", "abc", 3); /* critical, and unknown */
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
  b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 0});
  put_chunk(&b, "abCD", "abc", 3); /* not critical */
  png_end(&b);
  strbuf_puts(&b, "what follows the end");
  assert_int_equal(accept(r, save(r, "a.png", &b))->size, b.n - strlen("what follows the end"));
  b = png_begin(r->a, (png_form){3, 3, 8, 2, 2, 0});
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
  b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 1});
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
}

static void test_a_png_cut_anywhere_is_refused(void **state) {
  room *r = *state;
  strbuf b = png_begin(r->a, (png_form){3, 3, 2, 3, 0, 0});
  put_chunk(&b, "PLTE", "rgbRGB", 6);
  png_end(&b);
  for (size_t n = 4; n < b.n; n++) {
    strbuf part = strbuf_new(r->a);
    strbuf_put(&part, b.at, n);
    expect(r, save(r, "a.png", &part), DIAG_IMAGE_CUT);
  }
}

static void test_a_png_with_one_wrong_bit_is_refused(void **state) {
  room *r = *state;
  strbuf b = png_begin(r->a, (png_form){3, 3, 2, 3, 0, 0});
  put_chunk(&b, "PLTE", "rgbRGB", 6);
  png_end(&b);
  for (size_t bit = 0; bit < b.n * 8; bit++) {
    strbuf part = strbuf_new(r->a);
    strbuf_put(&part, b.at, b.n);
    part.at[bit / 8] ^= (char)(1 << bit % 8);
    assert_null(load_anew(r, save(r, "a.png", &part)));
    assert_int_equal(r->diags->errors, 1);
  }
}

static void test_too_many_pixels_are_refused(void **state) {
  room *r = *state;
  static const uint32_t sides[][2] = {{8001, 8000}, {65536, 1}, {1, 65536}, {0x7FFFFFFF, 0x7FFFFFFF}};
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
    strbuf b = png_begin(r->a, (png_form){sides[i][0], sides[i][1], 8, 2, 0, 0});
    png_end(&b);
    expect(r, save(r, "a.png", &b), DIAG_IMAGE_PIXELS);
  }
  strbuf b = png_begin(r->a, (png_form){8000, 8000, 8, 2, 0, 0});
  png_end(&b);
  accept(r, save(r, "a.png", &b));
  b = png_begin(r->a, (png_form){0, 5, 8, 2, 0, 0});
  png_end(&b);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_DAMAGED);
}

/* ---- JPEG ---- */

static void test_a_jpeg_and_its_density(void **state) {
  room *r = *state;
  jpeg_form f = plain_jpeg;
  strbuf b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  strbuf_puts(&b, "trailer");
  const image *im = accept(r, save(r, "b.jpg", &b));
  assert_int_equal(im->format, IMAGE_JPEG);
  assert_int_equal(im->columns, 20);
  assert_int_equal(im->rows, 10);
  assert_int_equal(im->width, 10000);
  assert_int_equal(im->height, 10000);
  assert_int_equal(im->components, 3);
  assert_int_equal(im->size, b.n - strlen("trailer"));
  f.unit = 2; /* per centimetre */
  f.density_x = 100;
  b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  assert_int_equal(accept(r, save(r, "b.jpg", &b))->width, 5669); /* 2 mm */
  f.unit = 0;
  b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  assert_int_equal(accept(r, save(r, "b.jpg", &b))->width, 20000);
  f.unit = 1;
  f.density_y = 0;
  b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  assert_int_equal(accept(r, save(r, "b.jpg", &b))->width, 20000);
}

static void test_adobe_cmyk_is_inverted(void **state) {
  room *r = *state;
  jpeg_form f = plain_jpeg;
  f.components = 4;
  strbuf b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  const image *im = accept(r, save(r, "b.jpg", &b));
  assert_int_equal(im->components, 4);
  assert_int_equal(im->inverted, 0);
  f.adobe = true;
  b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  assert_int_equal(accept(r, save(r, "b.jpg", &b))->inverted, 1);
  f.components = 3;
  b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  assert_int_equal(accept(r, save(r, "b.jpg", &b))->inverted, 0);
}

static void test_kinds_of_jpeg(void **state) {
  room *r = *state;
  static const struct {
    uint8_t sof, precision, components;
    diag_code code;
  } kinds[] = {{0xC1, 8, 1, DIAG_CODE_COUNT},        {0xC2, 8, 3, DIAG_CODE_COUNT}, {0xC3, 8, 3, DIAG_IMAGE_KIND},
               {0xC9, 8, 3, DIAG_IMAGE_KIND},        {0xCF, 8, 3, DIAG_IMAGE_KIND}, {0xC1, 12, 3, DIAG_IMAGE_KIND},
               {0xC0, 8, 2, DIAG_IMAGE_KIND},        {0xC0, 8, 0, DIAG_IMAGE_KIND}, {0xDE, 8, 3, DIAG_IMAGE_KIND},
               {0xC4, 8, 3, DIAG_IMAGE_PART_MISSING}};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    jpeg_form f = plain_jpeg;
    f.sof = kinds[i].sof;
    f.precision = kinds[i].precision;
    f.components = kinds[i].components;
    strbuf b = jpeg_begin(r->a, f);
    jpeg_end(&b);
    save(r, "b.jpg", &b);
    if (kinds[i].code == DIAG_CODE_COUNT) accept(r, "b.jpg");
    else expect(r, "b.jpg", kinds[i].code);
  }
}

static void test_jpegs_that_contradict_themselves(void **state) {
  room *r = *state;
  jpeg_form f = plain_jpeg;
  f.sampling = 0x05;
  strbuf b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  expect(r, save(r, "b.jpg", &b), DIAG_IMAGE_DAMAGED);
  f = plain_jpeg;
  f.rows = 0;
  b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  expect(r, save(r, "b.jpg", &b), DIAG_IMAGE_DAMAGED);
  f.rows = f.columns = 65535;
  b = jpeg_begin(r->a, f);
  jpeg_end(&b);
  expect(r, save(r, "b.jpg", &b), DIAG_IMAGE_PIXELS);
  b = jpeg_begin(r->a, plain_jpeg); /* no scan */
  strbuf_put(&b, "\xFF\xD9", 2);
  expect(r, save(r, "b.jpg", &b), DIAG_IMAGE_PART_MISSING);
  b = jpeg_begin(r->a, plain_jpeg);
  strbuf_puts(&b, "no marker here");
  expect(r, save(r, "b.jpg", &b), DIAG_IMAGE_DAMAGED);
  b = jpeg_begin(r->a, plain_jpeg);
  strbuf_put(&b, "\xFF\xDB\0\1", 4); /* a segment shorter than its length field */
  expect(r, save(r, "b.jpg", &b), DIAG_IMAGE_DAMAGED);
  b = jpeg_begin(r->a, plain_jpeg);
  strbuf_put(&b, "\xFF\xD8", 2); /* a second beginning */
  expect(r, save(r, "b.jpg", &b), DIAG_IMAGE_DAMAGED);
}

static void test_a_jpeg_cut_anywhere_is_refused(void **state) {
  room *r = *state;
  strbuf b = jpeg_begin(r->a, plain_jpeg);
  jpeg_end(&b);
  for (size_t n = 2; n < b.n; n++) {
    strbuf part = strbuf_new(r->a);
    strbuf_put(&part, b.at, n);
    expect(r, save(r, "b.jpg", &part), DIAG_IMAGE_CUT);
  }
}

/* ---- where it comes from ---- */

static void test_names_of_local_files(void **state) {
  room *r = *state;
  strbuf b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 0});
  png_end(&b);
  save(r, "c d.png", &b);
  save(r, "100%.png", &b);
  accept(r, "c d.png");
  accept(r, "c%20d.png");
  accept(r, "./c%20d.png");
  accept(r, "100%.png");
  accept(r, "100%25.png");
  accept(r, arena_printf(r->a, "%s/c d.png", r->dir));
  accept(r, arena_printf(r->a, "file:%s/c%%20d.png", r->dir));
  accept(r, arena_printf(r->a, "file://%s/c%%20d.png", r->dir));
  accept(r, arena_printf(r->a, "FILE://localhost%s/c%%20d.png", r->dir));
  expect(r, "c%00d.png", DIAG_IMAGE_ABSENT);
}

static void test_other_places_are_refused(void **state) {
  room *r = *state;
  static const char *const uris[] = {"http://example.org/a.png", "https:a.png",       "ftp://x/a.png",
                                     "//host/share/a.png",       "file://host/a.png", "x-y+z.1:a.png"};
  for (size_t i = 0; i < sizeof uris / sizeof *uris; i++) expect(r, uris[i], DIAG_IMAGE_REMOTE);
}

static void test_what_is_no_file(void **state) {
  room *r = *state;
  expect(r, "", DIAG_IMAGE_NO_NAME);
  expect(r, "none.png", DIAG_IMAGE_ABSENT);
  expect(r, "none/none.png", DIAG_IMAGE_ABSENT);
  expect(r, "/dev/zero", DIAG_IMAGE_SPECIAL);
  assert_int_equal(mkdir(arena_printf(r->a, "%s/dir", r->dir), 0700), 0);
  expect(r, "dir", DIAG_IMAGE_DIRECTORY);
  assert_int_equal(mkfifo(arena_printf(r->a, "%s/fifo", r->dir), 0600), 0);
  expect(r, "fifo", DIAG_IMAGE_SPECIAL);
  char *name = arena_alloc(r->a, 5001);
  memset(name, 'n', 5000);
  expect(r, name, DIAG_IMAGE_FAILED); /* File name too long */
  assert_true(strlen(r->diags->first->args[0]) < 100);
}

static void test_what_is_not_allowed(void **state) {
  room *r = *state;
  uid_t own = geteuid();
  strbuf b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 0});
  png_end(&b);
  save(r, "a.png", &b);
  chmod(arena_printf(r->a, "%s/a.png", r->dir), 0);
  if (own == 0) assert_int_equal(seteuid(65534), 0); /* root may read everything */
  const image *im = load(r, "a.png");
  if (own == 0) assert_int_equal(seteuid(0), 0);
  assert_null(im);
  assert_int_equal(r->diags->first->code, DIAG_IMAGE_FORBIDDEN);
}

static void test_files_that_are_too_large_are_not_read(void **state) {
  room *r = *state;
  strbuf b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 0});
  save(r, "a.png", &b);
  assert_int_equal(truncate(arena_printf(r->a, "%s/a.png", r->dir), 64 * 1024 * 1024 + 1), 0);
  size_t held = arena_held(r->a);
  expect(r, "a.png", DIAG_IMAGE_TOO_LARGE);
  assert_true(arena_held(r->a) - held < 1024 * 1024);
}

static void test_other_formats_are_named(void **state) {
  room *r = *state;
  static const struct {
    const char *bytes, *name;
  } files[] = {{"GIF89a......", "GIF"},
               {"RIFF....WEBPVP8 ", "WebP"},
               {"<svg xmlns=''/>", "SVG"},
               {"<?xml version='1.0'?><svg/>", "SVG or XML"},
               {"%PDF-1.7 ....", "PDF"}};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    strbuf b = strbuf_new(r->a);
    strbuf_puts(&b, files[i].bytes);
    expect(r, save(r, "a.png", &b), DIAG_IMAGE_FORMAT);
    assert_string_equal(r->diags->first->args[1], files[i].name);
  }
  strbuf b = strbuf_new(r->a);
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_EMPTY);
  strbuf_puts(&b, "Estimada comision:");
  expect(r, save(r, "a.png", &b), DIAG_IMAGE_UNKNOWN);
}

static const char *base64(arena *a, const strbuf *b) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  strbuf out = strbuf_new(a);
  for (size_t i = 0; i < b->n; i += 3) {
    uint32_t v = 0;
    for (size_t k = 0; k < 3; k++) v = v << 8 | (i + k < b->n ? (unsigned char)b->at[i + k] : 0u);
    for (size_t k = 0; k < 4; k++) strbuf_putc(&out, i + k <= b->n ? digits[v >> (18 - 6 * k) & 63] : '=');
    if (i % 30 == 0) strbuf_puts(&out, "\n  ");
  }
  return out.at;
}

static void test_an_image_may_stand_in_the_document(void **state) {
  room *r = *state;
  for (int more = 0; more < 3; more++) { /* all lengths of the last group */
    strbuf b = png_begin(r->a, (png_form){4, 5, 8, 2, 0, 0});
    put_chunk(&b, "tEXt", "kkk", (size_t)more);
    png_end(&b);
    const image *im = accept(r, arena_printf(r->a, "data:image/png;base64,%s", base64(r->a, &b)));
    assert_int_equal(im->rows, 5);
    assert_int_equal(im->size, b.n);
    assert_memory_equal(im->data, b.at, b.n);
    assert_true(strlen(im->path) < 100);
  }
  expect(r, "data:image/png;base64", DIAG_IMAGE_DATA);
  expect(r, "data:image/png;base64,ABCDE", DIAG_IMAGE_DATA);
  expect(r, "data:image/png;base64,AB?D", DIAG_IMAGE_DATA);
  expect(r, "data:image/png;base64,AB==CD", DIAG_IMAGE_DATA);
  expect(r, "data:,", DIAG_IMAGE_EMPTY);
  expect(r, "data:text/plain,%89PNG%0d", DIAG_IMAGE_CUT);
}

static void test_a_name_is_read_and_reported_once(void **state) {
  room *r = *state;
  strbuf b = png_begin(r->a, (png_form){3, 3, 8, 2, 0, 0});
  png_end(&b);
  save(r, "a.png", &b);
  const image *im = load(r, "a.png");
  assert_non_null(im);
  assert_ptr_equal(load(r, "a.png"), im);
  assert_null(load(r, "none.png"));
  assert_null(load(r, "none.png"));
  assert_int_equal(r->diags->errors, 1);
  assert_string_equal(
      diag_format(r->a, r->diags->first, NULL),
      arena_printf(r->a,
                   "t.fo:7: error: The image \"none.png\" does not exist (\"%s/none.png\"). Check its name and folder.",
                   r->dir));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
  const struct CMUnitTest tests[] = {
      TEST(test_a_png_without_resolution_is_at_72_dpi),
      TEST(test_png_resolution_is_by_the_metre_and_each_side_has_its_own),
      TEST(test_png_colours),
      TEST(test_a_png_palette),
      TEST(test_png_order_and_parts),
      TEST(test_a_png_cut_anywhere_is_refused),
      TEST(test_a_png_with_one_wrong_bit_is_refused),
      TEST(test_too_many_pixels_are_refused),
      TEST(test_a_jpeg_and_its_density),
      TEST(test_adobe_cmyk_is_inverted),
      TEST(test_kinds_of_jpeg),
      TEST(test_jpegs_that_contradict_themselves),
      TEST(test_a_jpeg_cut_anywhere_is_refused),
      TEST(test_names_of_local_files),
      TEST(test_other_places_are_refused),
      TEST(test_what_is_no_file),
      TEST(test_what_is_not_allowed),
      TEST(test_files_that_are_too_large_are_not_read),
      TEST(test_other_formats_are_named),
      TEST(test_an_image_may_stand_in_the_document),
      TEST(test_a_name_is_read_and_reported_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
