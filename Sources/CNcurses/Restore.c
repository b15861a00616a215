#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1

#include "Restore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <ncurses.h>

#include "SharedMemory.h"

static int is_armed;
static struct termios saved_modes;
static int has_saved_modes;
static char restore_text[512]; /* what gives the screen back, made beforehand */
static int restore_count;
static char line_name[64]; /* the path of the terminal's line */
static int guard_pipe = -1;
static pid_t guard_process;

static void remember(const char *capability) {
  const char *text = tigetstr(capability);
  if (text == NULL || text == (const char *)-1) return;
  /* Padding marks "$<...>" are for slow hardware terminals; they are left out. */
  for (; *text != '\0' && restore_count < (int)sizeof restore_text - 1; text++) {
    if (text[0] == '$' && text[1] == '<') {
      while (*text != '\0' && *text != '>') text++;
      if (*text == '\0') return;
    } else {
      restore_text[restore_count++] = *text;
    }
  }
}

void cn_prepare_restore(int use_mouse) {
  has_saved_modes = tcgetattr(STDIN_FILENO, &saved_modes) == 0;
  if (ttyname_r(STDIN_FILENO, line_name, sizeof line_name) != 0) strcpy(line_name, "/dev/tty");
  restore_count = 0;
  if (use_mouse) {
    static const char off[] = "\033[?1006l\033[?1000l";
    memcpy(restore_text, off, sizeof off - 1);
    restore_count = sizeof off - 1;
  }
  remember("sgr0");
  remember("op");
  remember("cnorm");
  remember("rmkx");
  remember("rmcup");
  /* The terminal goes back to the shell on a line of its own. */
  if (restore_count < (int)sizeof restore_text) restore_text[restore_count++] = '\r';
}

int cn_write_all(int descriptor, const char *bytes, int count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, (size_t)count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return -1;
    bytes += written;
    count -= (int)written;
  }
  return 0;
}

void cn_arm_restore(int is_armed_now) { is_armed = is_armed_now; }

int cn_is_restore_armed(void) { return is_armed; }

/* Only calls that are safe in a signal handler. */
void cn_restore_now(void) {
  if (!is_armed) return;
  (void)cn_write_all(STDOUT_FILENO, restore_text, restore_count);
  cn_restore_modes();
}

void cn_restore_modes(void) {
  if (has_saved_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_modes);
}

void cn_dismiss_guard(void) {
  if (guard_pipe < 0) return;
  char done = 'q';
  if (write(guard_pipe, &done, 1) < 0) { /* the guardian is gone already */ }
  close(guard_pipe);
  guard_pipe = -1;
  while (waitpid(guard_process, NULL, 0) < 0 && errno == EINTR) {}
}

/* The kernel hangs the line up when the leader of its session dies, and what is open then fails;
 * opened again by its name it works as long as somebody is at the other end. */
static void restore_from_outside(void) {
  for (int attempt = 0; attempt < 10; attempt++) {
    int line = open(line_name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (line >= 0) {
      int status = has_saved_modes ? tcsetattr(line, TCSADRAIN, &saved_modes) : 0;
      if (status == 0) status = cn_write_all(line, restore_text, restore_count);
      close(line);
      if (status == 0) return;
    }
    poll(NULL, 0, 10);
  }
}

/* The guardian holds the read end of a pipe that closes when this process ends, however it ends. */
void cn_start_guard(void) {
  int ends[2];
  if (guard_process != 0 || !isatty(STDIN_FILENO) || pipe2(ends, O_CLOEXEC) < 0) return;
  guard_process = fork();
  if (guard_process < 0) {
    close(ends[0]);
    close(ends[1]);
    return;
  }
  if (guard_process == 0) {
    static const int ignored[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTOU, SIGTTIN,
                                  SIGPIPE};
    for (unsigned i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
    close(ends[1]);
    cn_shed_memory();
    char byte = 0;
    ssize_t count;
    while ((count = read(ends[0], &byte, 1)) < 0 && errno == EINTR) {}
    if (count == 0) restore_from_outside();
    _exit(0);
  }
  close(ends[0]);
  guard_pipe = ends[1];
}
