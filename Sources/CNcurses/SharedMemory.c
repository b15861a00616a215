#define _GNU_SOURCE 1

#include "SharedMemory.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A line of the map: "start-end rights offset device node path". */
struct region {
  uintptr_t start, end;
  const char *path; /* empty for memory of no file */
};

static const char *read_hexadecimal(const char *text, uintptr_t *value) {
  *value = 0;
  for (;; text++) {
    char digit = *text;
    if (digit >= '0' && digit <= '9')
      *value = *value << 4 | (uintptr_t)(digit - '0');
    else if (digit >= 'a' && digit <= 'f')
      *value = *value << 4 | (uintptr_t)(digit - 'a' + 10);
    else
      return text;
  }
}

static void read_region(const char *line, struct region *region) {
  line = read_hexadecimal(line, &region->start);
  line = read_hexadecimal(line + (*line == '-'), &region->end);
  /* Four fields stand between the addresses and the path. */
  for (int field = 0; field < 5; field++) {
    while (*line == ' ') line++;
    if (field == 4) break;
    while (*line != ' ' && *line != '\0') line++;
  }
  region->path = line;
}

/* Gives back the pages of a mapped file that still are the file's: they come from it again where they
 * are looked at. Those that were written to are this process's own. */
static void shed_file(const struct region *region, int pagemap, uintptr_t page) {
  enum { PAGES_AT_ONCE = 512 };
  static const uint64_t is_of_file = 1ULL << 61 | 1ULL << 63; /* and present */
  uint64_t entries[PAGES_AT_ONCE];
  for (uintptr_t place = region->start; place < region->end;) {
    uintptr_t left = (region->end - place) / page;
    size_t wanted = left < PAGES_AT_ONCE ? left : PAGES_AT_ONCE;
    ssize_t got = pread(pagemap, entries, wanted * sizeof *entries,
                        (off_t)(place / page * sizeof *entries));
    if (got < (ssize_t)sizeof *entries) return;
    size_t count = (size_t)got / sizeof *entries;
    for (size_t first = 0; first < count;) {
      size_t end = first;
      while (end < count && (entries[end] & is_of_file) == is_of_file) end++;
      if (end > first) madvise((void *)(place + first * page), (end - first) * page, MADV_DONTNEED);
      first = end + 1;
    }
    place += count * page;
  }
}

void cn_shed_memory(void) {
  char map[1 << 14];
  size_t count = 0;
  ssize_t got;
  int file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  if (file < 0 || pagemap < 0) return;
  while (count < sizeof map - 1 && (got = read(file, map + count, sizeof map - 1 - count)) > 0)
    count += (size_t)got;
  close(file);
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (char *line = map, *end = map + count, *next; line < end; line = next + 1) {
    next = memchr(line, '\n', (size_t)(end - line));
    if (next == NULL) break;
    *next = '\0';
    struct region region;
    read_region(line, &region);
    if (region.path[0] == '/') shed_file(&region, pagemap, page);
    if (strcmp(region.path, "[heap]") == 0)
      madvise((void *)region.start, region.end - region.start, MADV_DONTNEED);
  }
  close(pagemap);
}
