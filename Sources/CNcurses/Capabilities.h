#ifndef CNCURSES_CAPABILITIES_H
#define CNCURSES_CAPABILITIES_H

/* Leaves the way back from the graphics set out of the sequences that set attributes, after newterm:
 * letters alone are drawn, and with it each end of a coloured word takes half as many bytes again. */
void cn_shorten_resets(void);

#endif
