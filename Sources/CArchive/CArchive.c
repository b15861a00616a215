#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>

/* libarchive behind four functions that know only bytes and names. */

dateline_archive *dateline_archive_open(const void *bytes, size_t count, int isRaw) {
  struct archive *archive = archive_read_new();
  if (archive == NULL) return NULL;
  archive_read_support_filter_gzip(archive);
  archive_read_support_filter_bzip2(archive);
  archive_read_support_filter_xz(archive);
  archive_read_support_filter_zstd(archive);
  archive_read_support_format_zip(archive);
  archive_read_support_format_tar(archive);
  if (isRaw) archive_read_support_format_raw(archive);
  if (archive_read_open_memory(archive, bytes, count) != ARCHIVE_OK) {
    archive_read_free(archive);
    return NULL;
  }
  return (dateline_archive *)archive;
}

int dateline_archive_next(dateline_archive *opaque, const char **name) {
  struct archive *archive = (struct archive *)opaque;
  for (;;) {
    struct archive_entry *entry;
    int status = archive_read_next_header(archive, &entry);
    if (status == ARCHIVE_EOF) return 0;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return -1;
    /* A raw member has no type. */
    if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0) continue;
    /* The bytes as the archive holds them; what it marks as UTF-8 has no other form in the C
       locale. */
    const char *path = archive_entry_pathname(entry);
    if (path == NULL) path = archive_entry_pathname_utf8(entry);
    *name = path == NULL || archive_format(archive) == ARCHIVE_FORMAT_RAW ? "" : path;
    return 1;
  }
}

long dateline_archive_read(dateline_archive *archive, void *buffer, size_t count) {
  la_ssize_t got = archive_read_data((struct archive *)archive, buffer, count);
  return got < 0 ? -1 : (long)got;
}

void dateline_archive_close(dateline_archive *archive) {
  archive_read_free((struct archive *)archive);
}
