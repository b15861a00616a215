#define _XOPEN_SOURCE_EXTENDED 1

#include "Capabilities.h"

#include <stddef.h>
#include <string.h>

#include <ncurses.h>

#include "CNcurses.h"

/* The text of a capability, which ncurses holds in memory of its own; NULL where there is none. */
static char *text_of(const char *capability) {
  char *text = tigetstr(capability);
  return text == (char *)-1 ? NULL : text;
}

static void cut(char *start, size_t length) {
  memmove(start, start + length, strlen(start + length) + 1);
}

void cn_shorten_resets(void) {
  static const char *const returns[] = {"\033(B", "\017"};
  char *reset = text_of("sgr0");
  for (unsigned i = 0; reset != NULL && i < sizeof returns / sizeof *returns; i++) {
    char *start = strstr(reset, returns[i]);
    if (start != NULL && strlen(reset) > strlen(returns[i])) cut(start, strlen(returns[i]));
  }
  /* The ninth parameter asks for the graphics set. */
  char *attributes = text_of("sgr");
  char *start = attributes == NULL ? NULL : strstr(attributes, "%?%p9%t");
  char *end = start == NULL ? NULL : strstr(start, "%;");
  if (end != NULL) cut(start, (size_t)(end + 2 - start));
}

static int is(const char *capability, const char *wanted) {
  const char *text = text_of(capability);
  return text != NULL && strcmp(text, wanted) == 0;
}

/* Padding, which only ncurses can send, makes a text another one. */
int cn_is_standard(void) {
  const char *color = text_of("setaf");
  return is("cup", "\033[%i%p1%d;%p2%dH") && is("cuf", "\033[%p1%dC") && is("el", "\033[K") &&
         is("bold", "\033[1m") && is("smul", "\033[4m") && is("rev", "\033[7m") &&
         (color == NULL || strncmp(color, "\033[", 2) == 0) && COLORS <= 256 &&
         tigetflag("am") == 1 && tigetflag("xenl") == 1 && tigetnum("ncv") <= 0;
}

int cn_erases_cells(void) { return is("ech", "\033[%p1%dX"); }
