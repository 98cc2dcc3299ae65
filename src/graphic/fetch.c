/* From a URI reference to bytes: local files and data: only (RFC 3986, RFC 2397). */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "graphic/formats.h"

#define MOST_BYTES ((size_t)64 * 1024 * 1024)
#define SHOWN 80

const char *image_shown(arena *a, const char *uri) {
  size_t n = strlen(uri);
  if (n <= SHOWN) return uri;
  n = SHOWN;
  while (n && ((unsigned char)uri[n] & 0xC0) == 0x80) n--;
  return arena_printf(a, "%.*s...", (int)n, uri);
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Length of "scheme" in "scheme:...", 0 when there is none. */
static size_t scheme_length(const char *uri) {
  size_t n = 0;
  while (is_letter(uri[n]) || (n && ((uri[n] >= '0' && uri[n] <= '9') || (uri[n] && strchr("+-.", uri[n]))))) n++;
  return uri[n] == ':' ? n : 0;
}

static int hex(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

/* Takes %XX out; what is no escape, and %00, stays as it is. The result is NUL-terminated too. */
static char *unescape(arena *a, const char *s, size_t *size) {
  size_t n = strlen(s), to = 0;
  char *out = arena_alloc(a, n + 1);
  for (size_t i = 0; i < n; i++) {
    int high = s[i] == '%' ? hex(s[i + 1]) : -1, low = high < 0 ? -1 : hex(s[i + 2]);
    if (low >= 0 && (high || low)) {
      out[to++] = (char)(high << 4 | low);
      i += 2;
    } else {
      out[to++] = s[i];
    }
  }
  *size = to;
  return out;
}

static int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

/* White space is passed over; padding may be missing. */
static bool decode_base64(const char *s, unsigned char *out, size_t *size) {
  uint32_t bits = 0, have = 0;
  size_t n = 0, digits = 0;
  for (; *s && *s != '='; s++) {
    if (strchr(" \t\r\n", *s)) continue;
    int d = base64_digit(*s);
    if (d < 0) return false;
    digits++;
    bits = (bits << 6 | (uint32_t)d) & 0xFFFFFF;
    have += 6;
    if (have < 8) continue;
    have -= 8;
    out[n++] = (unsigned char)(bits >> have);
  }
  *size = n;
  return digits % 4 != 1 && !s[strspn(s, "= \t\r\n")];
}

static bool fetch_data(arena *a, const char *uri, image *im) {
  const char *comma = strchr(uri, ',');
  if (!comma) return false;
  size_t n;
  char *text = unescape(a, comma + 1, &n);
  im->size = n;
  im->data = (const unsigned char *)text;
  if (comma - uri < 7 || strncasecmp(comma - 7, ";base64", 7)) return true;
  unsigned char *bytes = arena_alloc(a, n);
  im->data = bytes;
  if (decode_base64(text, bytes, &im->size)) return true;
  im->data = NULL;
  return false;
}

/* The path of a reference, or NULL when it is not on this computer. */
static const char *path_of(arena *a, const char *base, const char *uri) {
  size_t scheme = scheme_length(uri);
  if (scheme) {
    if (scheme != 4 || strncasecmp(uri, "file", 4)) return NULL;
    uri += 5;
    if (!strncasecmp(uri, "//localhost/", 12)) uri += 11;
    else if (!strncmp(uri, "///", 3)) uri += 2;
  }
  if (!strncmp(uri, "//", 2)) return NULL;
  size_t n;
  const char *path = unescape(a, uri, &n);
  if (path[0] == '/' || !base || !base[0]) return path;
  return arena_printf(a, "%s%s%s", base, base[strlen(base) - 1] == '/' ? "" : "/", path);
}

static diag_code code_of(int error) {
  switch (error) {
  case ENOENT:
  case ENOTDIR: return DIAG_IMAGE_ABSENT;
  case EACCES:
  case EPERM: return DIAG_IMAGE_FORBIDDEN;
  default: return DIAG_IMAGE_FAILED;
  }
}

/* DIAG_CODE_COUNT: all is well. Nothing is opened, so that devices and pipes are left alone. */
static diag_code examine(const char *path, size_t *size, int *error) {
  struct stat st;
  if (stat(path, &st)) return code_of(*error = errno);
  if (S_ISDIR(st.st_mode)) return DIAG_IMAGE_DIRECTORY;
  if (!S_ISREG(st.st_mode)) return DIAG_IMAGE_SPECIAL;
  if (st.st_size > (off_t)MOST_BYTES) return DIAG_IMAGE_TOO_LARGE;
  *size = (size_t)st.st_size;
  return DIAG_CODE_COUNT;
}

/* No allocation while the file is open: the trap would leave it open. */
static diag_code read_file(const char *path, unsigned char *data, size_t *size, int *error) {
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) return code_of(*error = errno);
  diag_code code = DIAG_CODE_COUNT;
  size_t n = 0;
  while (n < *size) {
    ssize_t got = read(fd, data + n, *size - n);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) code = code_of(*error = errno);
    if (got <= 0) break;
    n += (size_t)got;
  }
  close(fd);
  *size = n;
  return code;
}

bool image_fetch(arena *a, const char *base, const char *uri, image *im, diag_list *diags, diag_place place) {
  const char *shown = image_shown(a, uri);
  im->path = shown;
  if (!uri[0]) {
    diag_add(diags, DIAG_IMAGE_NO_NAME, place, NULL);
    return false;
  }
  if (!strncasecmp(uri, "data:", 5)) {
    if (!fetch_data(a, uri, im)) diag_add(diags, DIAG_IMAGE_DATA, place, shown, NULL);
    return im->data != NULL;
  }
  const char *path = path_of(a, base, uri);
  if (!path) {
    diag_add(diags, DIAG_IMAGE_REMOTE, place, shown, NULL);
    return false;
  }
  im->path = path;
  int error = 0;
  diag_code code = examine(path, &im->size, &error);
  if (code == DIAG_CODE_COUNT) {
    unsigned char *data = arena_alloc(a, im->size);
    code = read_file(path, data, &im->size, &error);
    im->data = data;
  }
  if (code == DIAG_CODE_COUNT) return true;
  diag_add(diags, code, place, shown, path, error ? strerror(error) : "", NULL);
  return false;
}
