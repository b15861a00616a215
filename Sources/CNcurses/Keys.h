#ifndef CNCURSES_KEYS_H
#define CNCURSES_KEYS_H

/* Lets keys be read; after newterm. */
void cn_open_keys(void);

#endif
