/* The cache has one entry for each reference as it is written. One that failed stays there as a null image, so that it
 * is reported once.
 */
#include "graphic/image.h"

#include <string.h>

#include "graphic/formats.h"

struct image_cache {
  arena *arena;
  const char *base;
  map references; /* URI -> entry */
};

typedef struct entry {
  const image *image;
} entry;

/* What files begin with; a few formats are known only to be named. */
static const struct {
  const char *bytes;
  uint8_t size, at;
  bool (*check)(image *im, image_fault *fault);
  const char *name;
} signatures[] = {{"\x89PNG", 4, 0, png_check, "PNG"}, {"\xFF\xD8", 2, 0, jpeg_check, "JPEG"},
                  {"GIF8", 4, 0, NULL, "GIF"},         {"BM", 2, 0, NULL, "BMP"},
                  {"II*\0", 4, 0, NULL, "TIFF"},       {"MM\0*", 4, 0, NULL, "TIFF"},
                  {"WEBP", 4, 8, NULL, "WebP"},        {"%PDF", 4, 0, NULL, "PDF"},
                  {"%!PS", 4, 0, NULL, "PostScript"},  {"ftyp", 4, 4, NULL, "HEIC/AVIF"},
                  {"<svg", 4, 0, NULL, "SVG"},         {"<?xml", 5, 0, NULL, "SVG or XML"},
                  {"jP  ", 4, 4, NULL, "JPEG 2000"},   {"\xD7\xCD\xC6\x9A", 4, 0, NULL, "WMF"}};

bool image_refuse(image_fault *fault, diag_code code, const char *part) {
  fault->code = code;
  strncpy(fault->part, part, sizeof fault->part - 1);
  return false;
}

bool image_dimensions(image *im, image_fault *fault, const char *part) {
  if (!im->columns || !im->rows) return image_refuse(fault, DIAG_IMAGE_DAMAGED, part);
  if (im->columns > IMAGE_LONGEST_SIDE || im->rows > IMAGE_LONGEST_SIDE ||
      (uint64_t)im->columns * im->rows > IMAGE_MOST_PIXELS)
    return image_refuse(fault, DIAG_IMAGE_PIXELS, part);
  im->width = image_side(im->columns, 72000, 72);
  im->height = image_side(im->rows, 72000, 72);
  return true;
}

mpt image_side(uint32_t pixels, int64_t scale, int64_t density) {
  int64_t side = muldiv(pixels, scale, density);
  return side < 1 ? 1 : mpt_clamp(side);
}

static bool check(image *im, image_fault *fault) {
  if (!im->size) return image_refuse(fault, DIAG_IMAGE_EMPTY, "");
  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
    size_t at = signatures[i].at, n = signatures[i].size;
    if (im->size < at + n || memcmp(im->data + at, signatures[i].bytes, n)) continue;
    if (signatures[i].check) return signatures[i].check(im, fault);
    return image_refuse(fault, DIAG_IMAGE_FORMAT, signatures[i].name);
  }
  return image_refuse(fault, DIAG_IMAGE_UNKNOWN, "");
}

static const image *load(image_cache *c, const char *uri, diag_list *diags, diag_place place) {
  image *im = ARENA_NEW(c->arena, image);
  if (!image_fetch(c->arena, c->base, uri, im, diags, place)) return NULL;
  image_fault fault = {.code = DIAG_IMAGE_UNKNOWN};
  if (check(im, &fault)) return im;
  diag_add(diags, fault.code, place, image_shown(c->arena, uri), fault.part,
           arena_printf(c->arena, "%u", (unsigned)im->columns), arena_printf(c->arena, "%u", (unsigned)im->rows), NULL);
  return NULL;
}

image_cache *image_cache_new(arena *a, const char *base) {
  image_cache *c = ARENA_NEW(a, image_cache);
  c->arena = a;
  c->base = base ? arena_strdup(a, base) : "";
  c->references = map_new(a);
  return c;
}

const image *image_load(image_cache *c, const char *uri, diag_list *diags, diag_place place) {
  entry *e = map_find_str(&c->references, uri);
  if (e) return e->image;
  e = ARENA_NEW(c->arena, entry);
  e->image = load(c, uri, diags, place);
  map_put_str(&c->references, uri, e);
  return e->image;
}
