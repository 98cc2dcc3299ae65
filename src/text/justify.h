/* justify: how a line's surplus or want of width is shared out. Breaking judges lines by it, setting obeys it. */
#ifndef PLIEGO_TEXT_JUSTIFY_H
#define PLIEGO_TEXT_JUSTIFY_H

#include "text/items.h"

typedef struct adjustment {
  mpt64 leader, letter, space; /* totals added to leaders, letter joints, word spaces; negative: taken */
  mpt64 rest;                  /* what nothing takes: positive, the line stays short; negative, it is too long */
  int32_t ratio;               /* of word spaces: 1000 when stretched by all they give, -1000 when shrunk so */
  int32_t letter_share;        /* of what the letter joints give, in millionths; negative: shrunk */
} adjustment;

#define RATIO_MAX 100000
#define SHARE_WHOLE 1000000

/* `surplus`: the line's width less its natural one. Leaders take it first, then letters and spaces together. */
adjustment justify(const elastic *e, mpt64 surplus);

#endif
