/* image: PNG and JPEG files, checked before anything decodes them, with their size on the page.
 *
 * Size: pixels at the resolution that the file gives (PNG pHYs in metres; JPEG JFIF per inch or centimetre), else at
 * 72 dpi, each side by itself, as Apache FOP does it.
 */
#ifndef PLIEGO_GRAPHIC_IMAGE_H
#define PLIEGO_GRAPHIC_IMAGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"

typedef enum { IMAGE_PNG, IMAGE_JPEG } image_format;

typedef struct image {
  image_format format;
  const char *path;          /* for messages */
  const unsigned char *data; /* the file up to its end mark */
  size_t size;
  uint32_t columns, rows;                       /* pixels; at most 64 million */
  uint8_t components, bit_depth;                /* 1 grey, 3 RGB (a palette is RGB too), 4 CMYK (JPEG) */
  uint8_t alpha, palette, interlaced, inverted; /* alpha: a channel or tRNS; inverted: Adobe CMYK */
  mpt width, height;                            /* from the file's resolution, or 72 dpi */
} image;

typedef struct image_cache image_cache;

/* `base`: directory that relative paths start from; NULL: the working directory. Files are read once, into `a`. */
image_cache *image_cache_new(arena *a, const char *base);
/* NULL when it cannot be used: reported (once a path) with its place. URLs are refused, nothing is fetched;
 * file: and data: are local. */
const image *image_load(image_cache *c, const char *uri, diag_list *diags, diag_place place);

#endif
