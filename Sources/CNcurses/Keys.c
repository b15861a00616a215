/* The wide functions are declared only with this macro, and only before the first include. */
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1

#include "Keys.h"

#include <stddef.h>

#include <ncurses.h>

#include "CNcurses.h"

static WINDOW *keys; /* a pad of one cell: reading from it never draws */

/* A terminal may send its arrows in the normal or in the application form, whatever it was told; an
 * Escape with letters after it would be something else altogether. */
static void define_arrows(void) {
  static const struct {
    char letter;
    int key;
  } arrows[] = {{'A', KEY_UP},   {'B', KEY_DOWN}, {'C', KEY_RIGHT},
                {'D', KEY_LEFT}, {'H', KEY_HOME}, {'F', KEY_END}};
  for (unsigned i = 0; i < sizeof arrows / sizeof *arrows; i++)
    for (const char *opening = "[O"; *opening != '\0'; opening++) {
      const char sequence[] = {'\033', *opening, arrows[i].letter, '\0'};
      if (key_defined(sequence) == 0) define_key(sequence, arrows[i].key);
    }
}

void cn_open_keys(void) {
  keys = newpad(1, 1);
  nodelay(keys, TRUE);
  keypad(keys, TRUE);
  define_arrows();
}

static int special_key(wint_t key) {
  switch (key) {
    case KEY_UP: return CN_KEY_UP;
    case KEY_DOWN: return CN_KEY_DOWN;
    case KEY_LEFT: return CN_KEY_LEFT;
    case KEY_RIGHT: return CN_KEY_RIGHT;
    case KEY_HOME: return CN_KEY_HOME;
    case KEY_END: return CN_KEY_END;
    case KEY_PPAGE: return CN_KEY_PAGE_UP;
    case KEY_NPAGE: return CN_KEY_PAGE_DOWN;
    case KEY_BACKSPACE: return CN_KEY_BACKSPACE;
    case KEY_DC: return CN_KEY_DELETE;
    case KEY_IC: return CN_KEY_INSERT;
    case KEY_BTAB: return CN_KEY_BACK_TAB;
    case KEY_ENTER: return CN_KEY_ENTER;
    case KEY_MOUSE: return CN_KEY_MOUSE;
    default:
      return key >= KEY_F(1) && key <= KEY_F(12) ? CN_KEY_F0 + (int)(key - KEY_F0) : CN_KEY_NONE;
  }
}

int cn_key(void) {
  wint_t key = 0;
  int kind = wget_wch(keys, &key);
  if (kind == OK) return (int)key;
  return kind == KEY_CODE_YES ? special_key(key) : CN_KEY_NONE;
}

int cn_mouse(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return 0;
  *row = event.y;
  *column = event.x;
  if (event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) return 1;
  if (event.bstate & BUTTON4_PRESSED) return 4;
  return event.bstate & BUTTON5_PRESSED ? 5 : 0;
}
