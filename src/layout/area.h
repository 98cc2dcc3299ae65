/* area: what is where on a page. Positions are relative to the parent, y down. Immutable after composition. */
#ifndef PLIEGO_LAYOUT_AREA_H
#define PLIEGO_LAYOUT_AREA_H

#include "fo/masters.h"
#include "fo/tree.h"
#include "text/line.h"

typedef enum {
  AREA_BLOCK,   /* border box; paints its background and the borders named in `sides` */
  AREA_LINE,    /* a text line: (x, y) its top left corner; baseline at y + line->ascent */
  AREA_RULE,    /* a straight rule of a collapsed table border: x, y, width, height; border tells style and colour */
  AREA_IMAGE,   /* image scaled to width x height */
  AREA_ANCHOR,  /* destination of node's id (no extent) */
  AREA_VIEWPORT /* clips (clip) and turns (rotation) its children: block-container, region */
} area_kind;

typedef struct area {
  area_kind kind;
  mpt x, y, width, height;
  const fo_node *node;   /* the FO it comes from; its style paints */
  tag_id tag;            /* structure element of the content; TAG_ARTIFACT in running heads, repeated headers */
  uint8_t sides;         /* BLOCK: 1 << fo_side of the borders to paint (conditionality, splits) */
  uint8_t no_background; /* BLOCK: background is painted elsewhere */
  uint8_t clip;          /* VIEWPORT */
  int16_t rotation;      /* VIEWPORT: 0 90 180 270, counter-clockwise */
  struct area *first, *last, *next;
  union {
    const text_line *line; /* LINE */
    const image *image;    /* IMAGE */
    fo_border border;      /* RULE */
    fo_color background;   /* BLOCK with its own background (table columns, rows): used when a > 0 */
  } u;
} area;

typedef struct page {
  uint32_t index;    /* from 0, in the document */
  int number;        /* as counted */
  const char *label; /* as printed, by the page sequence's format */
  const fo_page_master *master;
  const fo_node *sequence; /* fo:page-sequence */
  bool blank;
  bool pending; /* lines will follow by late() */
  area *first;  /* region viewports in painting order; coordinates from the page's top left corner */
} page;

/* Where finished pages go. A page is immutable when it comes and is gone when the call returns (but document-arena data). */
typedef struct page_sink {
  void *context;
  void (*page)(void *context, const page *p);
  /* A line that was pending on page `index`: an AREA_LINE with absolute x, y. Lines of a page come in order. */
  void (*late)(void *context, uint32_t index, const area *line);
} page_sink;

area *area_new(arena *a, area_kind kind, const fo_node *node, tag_id tag, mpt x, mpt y, mpt width, mpt height);
void area_append(area *parent, area *child);

#endif
