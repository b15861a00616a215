#ifndef CNCURSES_RESTORE_H
#define CNCURSES_RESTORE_H

/* Giving the terminal back, whatever the ending. */

/* Makes beforehand what gives the screen back, and keeps the modes of the line; after setupterm. */
void cn_prepare_restore(int use_mouse);
/* From here on every ending restores; with 0 none does any more. */
void cn_arm_restore(int is_armed);
int cn_is_restore_armed(void);
/* Gives screen and modes back; safe in a signal handler. */
void cn_restore_now(void);
/* Gives the modes of the line back. */
void cn_restore_modes(void);
/* Writes bytes to the terminal, whole; 0 where that was done. */
int cn_write_all(int descriptor, const char *bytes, int count);

/* Starts the guardian, a process that gives the terminal back when this one ends without doing so;
 * nothing happens where there is one. */
void cn_start_guard(void);
/* Lets the guardian go. */
void cn_dismiss_guard(void);

#endif
