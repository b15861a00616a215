#ifndef CNCURSES_SHAREDMEMORY_H
#define CNCURSES_SHAREDMEMORY_H

/* Gives back, in the guardian, what it shares with the process that it was copied from and never
 * looks at: the pages of files that nobody wrote to, the program's and its data's and those of the
 * stored corpus among them, and the heap. */
void cn_shed_memory(void);

#endif
