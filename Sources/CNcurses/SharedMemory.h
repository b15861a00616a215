#ifndef CNCURSES_SHAREDMEMORY_H
#define CNCURSES_SHAREDMEMORY_H

/* Gives back, in the guardian, what it shares with the process that it was copied from and never
 * looks at: the program's text, which comes from its file again where it is run, the stored corpus,
 * and the heap. */
void cn_shed_memory(void);

#endif
