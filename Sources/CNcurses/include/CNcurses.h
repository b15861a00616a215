#ifndef CNCURSES_H
#define CNCURSES_H

/* All that Swift sees of ncurses: integers and pointers, no ncurses header. */

#endif
