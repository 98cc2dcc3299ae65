/* image: PNG and JPEG files, checked before anything decodes them, with their size on the page. */
#ifndef PLIEGO_GRAPHIC_IMAGE_H
#define PLIEGO_GRAPHIC_IMAGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"

typedef enum { IMAGE_PNG, IMAGE_JPEG } image_format;

typedef struct image {
  image_format format;
  const char *path;
  const unsigned char *data; /* the whole file */
  size_t size;
  uint32_t columns, rows;                       /* pixels */
  uint8_t components, bit_depth;                /* 1 grey, 3 RGB, 4 CMYK (JPEG) */
  uint8_t alpha, palette, interlaced, inverted; /* inverted: Adobe CMYK */
  mpt width, height;                            /* from the file's resolution, or 72 dpi */
} image;

typedef struct image_cache image_cache;

/* `base`: directory that relative paths start from. Files are read once. */
image_cache *image_cache_new(arena *a, const char *base);
/* NULL when it cannot be used: reported (once a path) with its place. URLs are refused, nothing is fetched. */
const image *image_load(image_cache *c, const char *uri, diag_list *diags, diag_place place);

#endif
