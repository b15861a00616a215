/* The wide functions are declared only with this macro, and only before the first include. */
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1

#include "CNcurses.h"
#include "Capabilities.h"
#include "Keys.h"
#include "Restore.h"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <ncurses.h>

/* <term.h> declares this beside macros named `columns` and `lines`; it is left out. */
extern int setupterm(const char *, int, int *);

_Static_assert(NCURSES_WIDECHAR, "the wide library is needed");

static SCREEN *screen;

/* ---- opening --------------------------------------------------------------------------------- */

int cn_locale_utf8(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  int is_set = 0;
  for (int i = 0; i < 3 && !is_set; i++) {
    const char *value = getenv(names[i]);
    is_set = value != NULL && *value != '\0';
  }
  if (!is_set) return -1;
  if (setlocale(LC_CTYPE, "") == NULL) return -1;
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static int check_terminal(void) {
  int error = 0;
  const char *name = getenv("TERM");
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NOT_A_TERMINAL;
  if (name == NULL || *name == '\0' || setupterm(name, STDOUT_FILENO, &error) != OK)
    return CN_UNKNOWN_TERMINAL;
  const char *move = tigetstr("cup");
  return move == NULL || move == (const char *)-1 ? CN_NO_CURSOR : CN_OK;
}

void cn_close(void) {
  if (cn_is_restore_armed()) {
    cn_arm_restore(0);
    endwin();
    cn_restore_modes();
  }
  cn_dismiss_guard();
}

int cn_open(int use_utf8, int use_mouse) {
  int status = check_terminal();
  if (status != CN_OK) return status;
  if (use_utf8 && setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
    setlocale(LC_CTYPE, "C.UTF-8");
  if (!use_utf8) setlocale(LC_CTYPE, "C");
  cn_prepare_restore(use_mouse);
  cn_arm_restore(1);
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) {
    cn_arm_restore(0);
    cn_dismiss_guard();
    return CN_UNKNOWN_TERMINAL;
  }
  atexit(cn_close);
  cn_shorten_resets();
  /* Until the screen was left once, ncurses 6.4 writes after each movement of the cursor by itself:
   * forty packets a frame over ssh. Before there are colours, for coming back resets a palette. */
  endwin();
  refresh();
  raw();
  noecho();
  nonl();
  cn_open_keys();
  set_escdelay(25);
  leaveok(stdscr, FALSE);
  if (use_mouse) {
    mousemask(BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
    mouseinterval(0);
  }
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  return CN_OK;
}

int cn_colors(void) { return has_colors() ? COLORS : 0; }

void cn_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

void cn_background(int pair) {
  cchar_t blank;
  if (setcchar(&blank, L" ", 0, 0, &pair) == OK) bkgrndset(&blank);
}

/* ---- drawing --------------------------------------------------------------------------------- */

static attr_t attributes_of(int bits) {
  attr_t result = 0;
  if (bits & CN_BOLD) result |= A_BOLD;
  if (bits & CN_DIM) result |= A_DIM;
  if (bits & CN_UNDERLINE) result |= A_UNDERLINE;
  if (bits & CN_REVERSE) result |= A_REVERSE;
  return result;
}

void cn_put(int row, int column, const uint32_t *scalars, int count, int width, int attributes,
            int pair) {
  wchar_t text[6];
  if (count > 5) count = 5;
  for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  text[count] = 0;
  /* ncurses places by the width of libc; where that differs a stand-in keeps the columns. */
  if (wcwidth(text[0]) != width) {
    text[0] = L'?';
    text[1] = 0;
  }
  cchar_t cell;
  if (setcchar(&cell, text, attributes_of(attributes), 0, &pair) != OK) return;
  mvadd_wch(row, column, &cell);
  if (width == 2 && text[0] == L'?') mvadd_wch(row, column + 1, &cell);
}

void cn_cursor(int row, int column) { move(row, column); }

void cn_flush(void) {
  refresh();
  cn_start_guard(); /* after the first frame, which it would hold up */
}

void cn_write(const char *bytes, int count) {
  fflush(stdout);
  (void)cn_write_all(STDOUT_FILENO, bytes, count);
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_send(const void *bytes, int count) {
  cn_write(bytes, count);
  cn_start_guard();
}

void cn_redraw(void) { clearok(curscr, TRUE); }

void cn_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }

void cn_resize(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_row == 0 || size.ws_col == 0) return;
  if (is_term_resized(size.ws_row, size.ws_col)) resize_term(size.ws_row, size.ws_col);
}

static volatile sig_atomic_t continued;

static void note_continue(int number) {
  (void)number;
  continued = 1;
}

void cn_suspend(void) {
  endwin();
  cn_restore_modes();
  struct sigaction stop, ours;
  memset(&stop, 0, sizeof stop);
  stop.sa_handler = SIG_DFL;
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, &ours);
  continued = 0;
  struct sigaction go_on = stop;
  go_on.sa_handler = note_continue;
  go_on.sa_flags = SA_RESTART | SA_ONSTACK;
  sigaction(SIGCONT, &go_on, NULL);
  kill(0, SIGTSTP); /* the whole job stops, as with ^Z on a cooked line */
  /* Another thread may take the signal, so that the stop comes a moment after the call. */
  for (int i = 0; i < 200 && !continued; i++) poll(NULL, 0, 5);
  sigaction(SIGTSTP, &ours, NULL);
  reset_prog_mode();
  cn_resize();
  clearok(curscr, TRUE);
  refresh();
}
