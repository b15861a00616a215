#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stddef.h>

/* An archive or a compressed file that is read from memory. */
typedef struct dateline_archive dateline_archive;

/* Whether libarchive is installed: it is looked for at the first call. */
int dateline_archive_is_available(void);

/* Opens the bytes, which must stay until it is closed; NULL where they are no archive.
   isRaw: take what is only compressed as one member without a name. */
dateline_archive *dateline_archive_open(const void *bytes, size_t count, int isRaw);

/* Moves to the next regular file: 1 for one, 0 at the end, -1 for a broken archive. The name is
   UTF-8 or what the archive holds, and lives until the next call; "" where there is none. */
int dateline_archive_next(dateline_archive *archive, const char **name);

/* Reads the member on: the number of bytes, 0 at its end, -1 for damage. */
long dateline_archive_read(dateline_archive *archive, void *buffer, size_t count);

/* Closes it. */
void dateline_archive_close(dateline_archive *archive);

#endif
