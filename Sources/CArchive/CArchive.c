#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <pthread.h>

/* libarchive behind a few functions that know only bytes and names.
 *
 * It is loaded when the first archive is read: with all the libraries that it needs itself, Unicode
 * tables among them, loading it took half of the time before the first frame of every start. */

#define EACH_FUNCTION(USE) \
  USE(read_new) \
  USE(read_free) \
  USE(read_support_filter_gzip) \
  USE(read_support_filter_bzip2) \
  USE(read_support_filter_xz) \
  USE(read_support_filter_zstd) \
  USE(read_support_format_zip) \
  USE(read_support_format_tar) \
  USE(read_support_format_raw) \
  USE(read_open_memory) \
  USE(read_next_header) \
  USE(read_data) \
  USE(format) \
  USE(entry_filetype) \
  USE(entry_pathname) \
  USE(entry_pathname_utf8)

#define DECLARE(name) __typeof__(&archive_##name) name;
static struct {
  int is_loaded;
  EACH_FUNCTION(DECLARE)
} library;

static void load(void) {
  /* The name of the form that the header was read for. */
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  int missing = 0;
#define FIND(name) \
  missing |= (library.name = (__typeof__(library.name))dlsym(handle, "archive_" #name)) == NULL;
  EACH_FUNCTION(FIND)
  library.is_loaded = !missing;
}

int dateline_archive_is_available(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return library.is_loaded;
}

dateline_archive *dateline_archive_open(const void *bytes, size_t count, int isRaw) {
  if (!dateline_archive_is_available()) return NULL;
  struct archive *archive = library.read_new();
  if (archive == NULL) return NULL;
  library.read_support_filter_gzip(archive);
  library.read_support_filter_bzip2(archive);
  library.read_support_filter_xz(archive);
  library.read_support_filter_zstd(archive);
  library.read_support_format_zip(archive);
  library.read_support_format_tar(archive);
  if (isRaw) library.read_support_format_raw(archive);
  if (library.read_open_memory(archive, bytes, count) != ARCHIVE_OK) {
    library.read_free(archive);
    return NULL;
  }
  return (dateline_archive *)archive;
}

int dateline_archive_next(dateline_archive *opaque, const char **name) {
  struct archive *archive = (struct archive *)opaque;
  for (;;) {
    struct archive_entry *entry;
    int status = library.read_next_header(archive, &entry);
    if (status == ARCHIVE_EOF) return 0;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return -1;
    /* A raw member has no type. */
    if (library.entry_filetype(entry) != AE_IFREG && library.entry_filetype(entry) != 0) continue;
    /* The bytes as the archive holds them; what it marks as UTF-8 has no other form in the C
       locale. */
    const char *path = library.entry_pathname(entry);
    if (path == NULL) path = library.entry_pathname_utf8(entry);
    *name = path == NULL || library.format(archive) == ARCHIVE_FORMAT_RAW ? "" : path;
    return 1;
  }
}

long dateline_archive_read(dateline_archive *archive, void *buffer, size_t count) {
  la_ssize_t got = library.read_data((struct archive *)archive, buffer, count);
  return got < 0 ? -1 : (long)got;
}

void dateline_archive_close(dateline_archive *archive) {
  library.read_free((struct archive *)archive);
}
