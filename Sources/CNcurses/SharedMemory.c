#define _GNU_SOURCE 1

#include "SharedMemory.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A line of the map is "start-end rights offset device node path". */
void cn_shed_memory(void) {
  static char map[1 << 15];
  int file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  size_t count = 0;
  ssize_t got;
  while (count < sizeof map - 1 && (got = read(file, map + count, sizeof map - 1 - count)) > 0)
    count += (size_t)got;
  close(file);
  map[count] = '\0';
  for (char *line = map, *next; (next = strchr(line, '\n')) != NULL; line = next + 1) {
    *next = '\0';
    char *rest;
    unsigned long start = strtoul(line, &rest, 16);
    unsigned long end = strtoul(rest + 1, &rest, 16);
    size_t length = strlen(line);
    int is_text = rest[3] == 'x' && rest[2] == '-' && strchr(rest, '/') != NULL;
    int is_heap = strstr(rest, "[heap]") != NULL;
    int is_corpus = rest[2] == '-' && length > 6 && strcmp(line + length - 6, "-facts") == 0;
    if (is_text || is_heap || is_corpus) madvise((void *)start, end - start, MADV_DONTNEED);
  }
}
