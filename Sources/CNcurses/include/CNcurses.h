#ifndef CNCURSES_H
#define CNCURSES_H

/* All that Swift sees of ncurses: integers and pointers, no ncurses header.
 *
 * One thread owns the terminal. Signals reach the program as bytes on the wake pipe: a handler may
 * run on any thread, and ncurses may be touched by one alone. */

#include <stdint.h>

/* Keys beyond Unicode are numbered from here on. */
enum {
  CN_KEY_NONE = -1,
  CN_KEY_FIRST = 0x200000,
  CN_KEY_UP = CN_KEY_FIRST, CN_KEY_DOWN, CN_KEY_LEFT, CN_KEY_RIGHT, CN_KEY_HOME, CN_KEY_END,
  CN_KEY_PAGE_UP, CN_KEY_PAGE_DOWN, CN_KEY_BACKSPACE, CN_KEY_DELETE, CN_KEY_INSERT,
  CN_KEY_BACK_TAB, CN_KEY_ENTER, CN_KEY_MOUSE, CN_KEY_F0
};

/* Attribute bits. */
enum { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8 };

/* What cn_open could not do. */
enum { CN_OK = 0, CN_UNKNOWN_TERMINAL = -1, CN_NO_CURSOR = -2, CN_NOT_A_TERMINAL = -3 };

/* Takes the terminal over. With use_utf8 the output is UTF-8 whatever the locale says. */
int cn_open(int use_utf8, int use_mouse);
/* Gives the terminal back; may be called more than once. */
void cn_close(void);
/* Whether the locale of the environment speaks UTF-8: 1 yes, 0 no, -1 nothing is set. */
int cn_locale_utf8(void);

/* Wakes the loop; may be called from any thread. */
void cn_wake(void);
/* Waits for a key, a wake-up or the time. Returns a bit set: 1 key, 2 wake-up, 4 line hung up. */
int cn_wait(int milliseconds);
/* Waits for a wake-up or a signal, whatever stands at the input. */
void cn_wait_for_wake(void);
/* Takes what arrived on the wake pipe; returns the bits of the signals that are pending. */
enum { CN_SIGNAL_RESIZE = 1, CN_SIGNAL_QUIT = 2, CN_SIGNAL_SUSPEND = 4, CN_SIGNAL_HANGUP = 8 };
int cn_take_signals(void);
/* The number of the signal that asked to quit; 0 for none. */
int cn_quit_signal(void);
/* Installs the handlers and the pipe; also for use without a screen. */
int cn_watch_signals(void);

/* The next key; CN_KEY_NONE where none waits. */
int cn_key(void);
/* The place and button of the last mouse key: 1 click, 4 wheel up, 5 wheel down; 0 for others. */
int cn_mouse(int *row, int *column);

/* Adopts the size of the window. */
void cn_resize(void);
void cn_size(int *rows, int *columns);

/* The number of colours; 0 for a terminal without. */
int cn_colors(void);
/* Sets colour pair `pair` (from 1); -1 stands for the terminal's own colour. */
void cn_pair(int pair, int foreground, int background);
/* Lets what is empty, and cleared, have a pair. */
void cn_background(int pair);

/* Puts one cell: scalars[0] with up to four combining marks, `width` columns wide. */
void cn_put(int row, int column, const uint32_t *scalars, int count, int width, int attributes,
            int pair);
void cn_cursor(int row, int column);
/* Sends what changed. */
void cn_flush(void);
/* Whether the terminal moves, clears and sets attributes by the sequences of ECMA-48, whatever else
 * it can: then frames may be encoded without ncurses. */
int cn_is_standard(void);
/* Whether it erases a number of cells by the sequence of ECMA-48. */
int cn_erases_cells(void);
/* The columns of a character; -1 for one that the locale cannot show. */
int cn_width(uint32_t scalar);
/* Sends an encoded frame, whole. */
void cn_send(const void *bytes, int count);
/* Forgets what the screen shows; the next flush sends all. */
void cn_redraw(void);
/* Writes bytes past ncurses, whole (OSC 52). */
void cn_write(const char *bytes, int count);
/* Stops the program as ^Z does; returns when it goes on. */
void cn_suspend(void);

#endif
