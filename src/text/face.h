/* face: opening font files. Only the font set uses this. */
#ifndef PLIEGO_TEXT_FACE_H
#define PLIEGO_TEXT_FACE_H

#include "text/font.h"

/* Reads family, weight, width and slant alone. False when the file is no font that can be used. Strings into `a`. */
bool face_probe(arena *a, const char *path, font_face *out);
/* Fills in everything else of a probed face and keeps the file mapped. */
bool face_open(arena *a, font_face *f);
void face_close(font_face *f);

#endif
