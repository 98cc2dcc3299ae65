/* PNG (ISO/IEC 15948): a signature and chunks.
 *
 *     signature | IHDR | ... PLTE tRNS pHYs ... | IDAT IDAT ... | ... | IEND
 *               each: length(4) name(4) data(length) crc(4); a capital first letter: critical
 *
 * Checksums are compared for critical chunks and for those whose data is used. What follows IEND is not looked at.
 */
#include <string.h>

#include <libdeflate.h>

#include "graphic/formats.h"

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_SIZE 8
#define METRE_X_254 720000000 /* millipoints in 254 m: an inch is 0.0254 m */

typedef struct chunk {
  const char *name; /* 4 letters, not terminated */
  const unsigned char *data;
  uint32_t length;
} chunk;

typedef struct reader {
  image *im;
  image_fault *fault;
  uint8_t colour_type;
  bool header, palette, data, data_ended, end;
  size_t data_size;
  uint32_t palette_entries;
} reader;

static uint32_t number(const unsigned char *p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool broken(reader *r, const chunk *c) {
  char name[5] = {0};
  memcpy(name, c->name, 4);
  return image_refuse(r->fault, DIAG_IMAGE_DAMAGED, name);
}

/* By colour type: the bit depths that exist, as a set of bits (1, 2, 4, 8, 16), and the colours. */
static const struct {
  uint8_t depths, components, alpha;
} colour_types[] = {{1 | 2 | 4 | 8 | 16, 1, 0},
                    {0, 0, 0},
                    {8 | 16, 3, 0},
                    {1 | 2 | 4 | 8, 3, 0},
                    {8 | 16, 1, 1},
                    {0, 0, 0},
                    {8 | 16, 3, 1}};

static bool read_header(reader *r, const chunk *c) {
  const unsigned char *d = c->data;
  image *im = r->im;
  if (r->header || c->length != 13) return broken(r, c);
  r->header = true;
  im->columns = number(d);
  im->rows = number(d + 4);
  im->bit_depth = d[8];
  r->colour_type = d[9];
  if (d[9] >= sizeof colour_types / sizeof *colour_types || !(colour_types[d[9]].depths & d[8]) || (d[8] & (d[8] - 1)))
    return broken(r, c);
  if (d[10] || d[11] || d[12] > 1) return broken(r, c);
  im->components = colour_types[d[9]].components;
  im->alpha = colour_types[d[9]].alpha;
  im->palette = d[9] == 3;
  im->interlaced = d[12];
  return image_dimensions(im, r->fault, "IHDR");
}

static bool read_palette(reader *r, const chunk *c) {
  r->palette_entries = c->length / 3;
  bool grey = r->colour_type == 0 || r->colour_type == 4;
  if (r->palette || r->data || grey || !c->length || c->length % 3 || c->length > 256 * 3) return broken(r, c);
  if (r->im->palette && r->palette_entries > 1u << r->im->bit_depth) return broken(r, c);
  r->palette = true;
  return true;
}

static bool read_transparency(reader *r, const chunk *c) {
  static const uint8_t sizes[] = {2, 0, 6};
  bool right = r->im->palette       ? r->palette && c->length && c->length <= r->palette_entries
               : r->colour_type < 4 ? c->length == sizes[r->colour_type]
                                    : false;
  if (!right || r->data) return broken(r, c);
  r->im->alpha = 1;
  return true;
}

static bool read_resolution(reader *r, const chunk *c) {
  if (c->length != 9 || r->data) return broken(r, c);
  uint32_t x = number(c->data), y = number(c->data + 4);
  if (c->data[8] != 1 || !x || !y) return true;
  r->im->width = image_side(r->im->columns, METRE_X_254, 254 * (int64_t)x);
  r->im->height = image_side(r->im->rows, METRE_X_254, 254 * (int64_t)y);
  return true;
}

static bool read_data(reader *r, const chunk *c) {
  if (r->data_ended) return broken(r, c);
  if (r->im->palette && !r->palette) return image_refuse(r->fault, DIAG_IMAGE_PART_MISSING, "PLTE");
  r->data = true;
  r->data_size += c->length;
  return true;
}

static bool read_end(reader *r, const chunk *c) {
  if (c->length) return broken(r, c);
  if (!r->data_size) return image_refuse(r->fault, DIAG_IMAGE_PART_MISSING, "IDAT");
  r->end = true;
  return true;
}

static const struct {
  char name[5];
  bool (*read)(reader *r, const chunk *c);
} chunks[] = {{"IHDR", read_header}, {"PLTE", read_palette},      {"IDAT", read_data},
              {"IEND", read_end},    {"tRNS", read_transparency}, {"pHYs", read_resolution}};

static bool read_chunk(reader *r, const chunk *c) {
  if (!r->header && memcmp(c->name, "IHDR", 4)) return image_refuse(r->fault, DIAG_IMAGE_PART_MISSING, "IHDR");
  bool is_data = !memcmp(c->name, "IDAT", 4);
  r->data_ended |= r->data && !is_data;
  for (size_t i = 0; i < sizeof chunks / sizeof *chunks; i++) {
    if (memcmp(c->name, chunks[i].name, 4)) continue;
    uint32_t crc = libdeflate_crc32(0, c->name, (size_t)c->length + 4);
    return crc == number(c->data + c->length) ? chunks[i].read(r, c) : broken(r, c);
  }
  bool critical = !(c->name[0] & 0x20);
  return !critical || broken(r, c);
}

bool png_check(image *im, image_fault *fault) {
  reader r = {.im = im, .fault = fault};
  const unsigned char *p = im->data + SIGNATURE_SIZE, *end = im->data + im->size;
  im->format = IMAGE_PNG;
  if (im->size < SIGNATURE_SIZE) return image_refuse(fault, DIAG_IMAGE_CUT, "");
  if (memcmp(im->data, SIGNATURE, SIGNATURE_SIZE)) return image_refuse(fault, DIAG_IMAGE_DAMAGED, "PNG");
  while (!r.end) {
    if (end - p < 12) return image_refuse(fault, DIAG_IMAGE_CUT, "");
    chunk c = {(const char *)p + 4, p + 8, number(p)};
    for (int i = 0; i < 4; i++)
      if ((c.name[i] | 0x20) < 'a' || (c.name[i] | 0x20) > 'z') return image_refuse(fault, DIAG_IMAGE_DAMAGED, "PNG");
    if (c.length > (size_t)(end - p) - 12) return image_refuse(fault, DIAG_IMAGE_CUT, "");
    if (!read_chunk(&r, &c)) return false;
    p += (size_t)c.length + 12;
  }
  im->size = (size_t)(p - im->data);
  return true;
}
