/* The wide functions are declared only with this macro, and only before the first include. */
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1

#include "CNcurses.h"
#include "Capabilities.h"
#include "Keys.h"
#include "SharedMemory.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include <ncurses.h>

/* <term.h> declares this beside macros named `columns` and `lines`; it is left out. */
extern int setupterm(const char *, int, int *);

_Static_assert(NCURSES_WIDECHAR, "the wide library is needed");

static SCREEN *screen;
static int is_open;
static int wake[2] = {-1, -1};
static struct termios saved_modes;
static int has_saved_modes;
static char restore_text[512]; /* what gives the screen back, made beforehand */
static int restore_count;
static char line_name[64]; /* the path of the terminal's line */
static int guard_pipe = -1;
static pid_t guard_process;

static volatile sig_atomic_t pending;
static volatile sig_atomic_t quit_signal;

/* ---- giving the terminal back ---------------------------------------------------------------- */

static void remember(const char *capability) {
  const char *text = tigetstr(capability);
  if (text == NULL || text == (const char *)-1) return;
  /* Padding marks "$<...>" are for slow hardware terminals; they are left out. */
  for (; *text != '\0' && restore_count < (int)sizeof restore_text - 1; text++) {
    if (text[0] == '$' && text[1] == '<') {
      while (*text != '\0' && *text != '>') text++;
      if (*text == '\0') return;
    } else {
      restore_text[restore_count++] = *text;
    }
  }
}

static int write_all(int descriptor, const char *bytes, int count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, (size_t)count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return -1;
    bytes += written;
    count -= (int)written;
  }
  return 0;
}

/* Only calls that are safe in a signal handler. */
static void restore_now(void) {
  if (!is_open) return;
  (void)write_all(STDOUT_FILENO, restore_text, restore_count);
  if (has_saved_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_modes);
}

static void dismiss_guard(void) {
  if (guard_pipe < 0) return;
  char done = 'q';
  if (write(guard_pipe, &done, 1) < 0) { /* the guardian is gone already */ }
  close(guard_pipe);
  guard_pipe = -1;
  while (waitpid(guard_process, NULL, 0) < 0 && errno == EINTR) {}
}

void cn_close(void) {
  if (is_open) {
    is_open = 0;
    endwin();
    if (has_saved_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_modes);
  }
  dismiss_guard();
}

/* The kernel hangs the line up when the leader of its session dies, and what is open then fails;
 * opened again by its name it works as long as somebody is at the other end. */
static void restore_from_outside(void) {
  for (int attempt = 0; attempt < 10; attempt++) {
    int line = open(line_name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (line >= 0) {
      int status = has_saved_modes ? tcsetattr(line, TCSADRAIN, &saved_modes) : 0;
      if (status == 0) status = write_all(line, restore_text, restore_count);
      close(line);
      if (status == 0) return;
    }
    poll(NULL, 0, 10);
  }
}

/* The guardian holds the read end of a pipe that closes when this process ends, however it ends. */
static void start_guard(void) {
  int ends[2];
  if (guard_pipe >= 0 || !isatty(STDIN_FILENO) || pipe2(ends, O_CLOEXEC) < 0) return;
  guard_process = fork();
  if (guard_process < 0) {
    close(ends[0]);
    close(ends[1]);
    return;
  }
  if (guard_process == 0) {
    static const int ignored[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTOU, SIGTTIN,
                                  SIGPIPE};
    for (unsigned i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
    close(ends[1]);
    cn_shed_memory();
    char byte = 0;
    ssize_t count;
    while ((count = read(ends[0], &byte, 1)) < 0 && errno == EINTR) {}
    if (count == 0) restore_from_outside();
    _exit(0);
  }
  close(ends[0]);
  guard_pipe = ends[1];
}

/* ---- signals --------------------------------------------------------------------------------- */

void cn_wake(void) {
  char byte = 0;
  if (wake[1] >= 0 && write(wake[1], &byte, 1) < 0) { /* full: the loop will wake anyway */ }
}

static void note_signal(int number) {
  int error = errno;
  switch (number) {
    case SIGWINCH: pending |= CN_SIGNAL_RESIZE; break;
    case SIGTSTP: pending |= CN_SIGNAL_SUSPEND; break;
    case SIGHUP: pending |= CN_SIGNAL_HANGUP; break;
    default:
      /* A second request means that the loop does not answer. */
      if (quit_signal) {
        restore_now();
        _exit(128 + number);
      }
      pending |= CN_SIGNAL_QUIT;
  }
  if (number == SIGHUP || number == SIGINT || number == SIGTERM) quit_signal = number;
  cn_wake();
  errno = error;
}

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };
static struct sigaction previous[FATAL_COUNT];

/* Gives the screen back, puts the crash reporter back and returns: the fault strikes again there. */
static void note_fault(int number, siginfo_t *origin, void *context) {
  (void)context;
  restore_now();
  is_open = 0;
  for (int i = 0; i < FATAL_COUNT; i++)
    if (fatal[i] == number) sigaction(number, &previous[i], NULL);
  /* A signal that was sent (abort, kill) would not come again by itself. */
  if (origin->si_code <= 0) raise(number);
}

static void watch(int number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static void watch_faults(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = note_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &previous[i]);
}

int cn_watch_signals(void) {
  if (wake[0] >= 0) return 0;
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) < 0) return -1;
  /* Before newterm, so that ncurses leaves these alone. */
  watch(SIGWINCH, note_signal);
  watch(SIGTSTP, note_signal);
  watch(SIGHUP, note_signal);
  watch(SIGINT, note_signal);
  watch(SIGTERM, note_signal);
  signal(SIGPIPE, SIG_IGN);
  watch_faults();
  /* A parent may have left them blocked, and then no key combination would end the program. */
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGWINCH);
  sigaddset(&ours, SIGTSTP);
  sigaddset(&ours, SIGHUP);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  return 0;
}

int cn_quit_signal(void) { return quit_signal; }

int cn_take_signals(void) {
  char bytes[256];
  while (read(wake[0], bytes, sizeof bytes) > 0) {}
  sigset_t all, old;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &old);
  int bits = pending;
  pending = 0;
  sigprocmask(SIG_SETMASK, &old, NULL);
  return bits;
}

int cn_wait(int milliseconds) {
  struct pollfd entries[2] = {{STDIN_FILENO, POLLIN, 0}, {wake[0], POLLIN, 0}};
  int count = poll(entries, 2, milliseconds);
  if (count <= 0) return 0;
  int bits = 0;
  if (entries[0].revents & POLLIN) bits |= 1;
  if (entries[1].revents & POLLIN) bits |= 2;
  if (entries[0].revents & (POLLHUP | POLLERR | POLLNVAL)) bits |= 4;
  return bits;
}

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

static void prepare_restore(int use_mouse) {
  restore_count = 0;
  if (use_mouse) {
    static const char off[] = "\033[?1006l\033[?1000l";
    memcpy(restore_text, off, sizeof off - 1);
    restore_count = sizeof off - 1;
  }
  remember("sgr0");
  remember("op");
  remember("cnorm");
  remember("rmkx");
  remember("rmcup");
  /* The terminal goes back to the shell on a line of its own. */
  if (restore_count < (int)sizeof restore_text) restore_text[restore_count++] = '\r';
}

int cn_open(int use_utf8, int use_mouse) {
  int status = check_terminal();
  if (status != CN_OK) return status;
  if (use_utf8 && setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
    setlocale(LC_CTYPE, "C.UTF-8");
  if (!use_utf8) setlocale(LC_CTYPE, "C");
  has_saved_modes = tcgetattr(STDIN_FILENO, &saved_modes) == 0;
  prepare_restore(use_mouse);
  if (ttyname_r(STDIN_FILENO, line_name, sizeof line_name) != 0) strcpy(line_name, "/dev/tty");
  is_open = 1; /* from here on every ending restores */
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) {
    is_open = 0;
    dismiss_guard();
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
  if (guard_process == 0) start_guard(); /* after the first frame, which it would hold up */
}

void cn_redraw(void) { clearok(curscr, TRUE); }

void cn_write(const char *bytes, int count) {
  fflush(stdout);
  (void)write_all(STDOUT_FILENO, bytes, count);
}

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
  if (has_saved_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_modes);
  struct sigaction stop, ours;
  memset(&stop, 0, sizeof stop);
  stop.sa_handler = SIG_DFL;
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, &ours);
  continued = 0;
  watch(SIGCONT, note_continue);
  kill(0, SIGTSTP); /* the whole job stops, as with ^Z on a cooked line */
  /* Another thread may take the signal, so that the stop comes a moment after the call. */
  for (int i = 0; i < 200 && !continued; i++) poll(NULL, 0, 5);
  sigaction(SIGTSTP, &ours, NULL);
  reset_prog_mode();
  cn_resize();
  clearok(curscr, TRUE);
  refresh();
}
