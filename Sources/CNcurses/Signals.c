#define _GNU_SOURCE 1

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "CNcurses.h"
#include "Restore.h"

static int wake[2] = {-1, -1};
static volatile sig_atomic_t pending;
static volatile sig_atomic_t quit_signal;

void cn_wake(void) {
  char byte = 0;
  if (wake[1] >= 0 && write(wake[1], &byte, 1) < 0) { /* full: the loop will wake anyway */ }
}

static void note_signal(int number) {
  int error = errno;
  switch (number) {
    case SIGWINCH: pending |= CN_SIGNAL_RESIZE; break;
    case SIGTSTP: pending |= CN_SIGNAL_SUSPEND; break;
    case SIGHUP: pending |= CN_SIGNAL_HANGUP; break;
    default:
      /* A second request means that the loop does not answer. */
      if (quit_signal) {
        cn_restore_now();
        _exit(128 + number);
      }
      pending |= CN_SIGNAL_QUIT;
  }
  if (number == SIGHUP || number == SIGINT || number == SIGTERM) quit_signal = number;
  cn_wake();
  errno = error;
}

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };
static struct sigaction previous[FATAL_COUNT];

/* Gives the screen back, puts the crash reporter back and returns: the fault strikes again there. */
static void note_fault(int number, siginfo_t *origin, void *context) {
  (void)context;
  cn_restore_now();
  cn_arm_restore(0);
  for (int i = 0; i < FATAL_COUNT; i++)
    if (fatal[i] == number) sigaction(number, &previous[i], NULL);
  /* A signal that was sent (abort, kill) would not come again by itself. */
  if (origin->si_code <= 0) raise(number);
}

static void watch(int number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static void watch_faults(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = note_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &previous[i]);
}

int cn_watch_signals(void) {
  if (wake[0] >= 0) return 0;
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) < 0) return -1;
  /* Before newterm, so that ncurses leaves these alone. */
  watch(SIGWINCH, note_signal);
  watch(SIGTSTP, note_signal);
  watch(SIGHUP, note_signal);
  watch(SIGINT, note_signal);
  watch(SIGTERM, note_signal);
  signal(SIGPIPE, SIG_IGN);
  watch_faults();
  /* A parent may have left them blocked, and then no key combination would end the program. */
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGWINCH);
  sigaddset(&ours, SIGTSTP);
  sigaddset(&ours, SIGHUP);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  return 0;
}

int cn_quit_signal(void) { return quit_signal; }

int cn_take_signals(void) {
  char bytes[256];
  while (read(wake[0], bytes, sizeof bytes) > 0) {}
  sigset_t all, old;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &old);
  int bits = pending;
  pending = 0;
  sigprocmask(SIG_SETMASK, &old, NULL);
  return bits;
}

void cn_wait_for_wake(void) {
  struct pollfd entry = {wake[0], POLLIN, 0};
  (void)poll(&entry, 1, -1);
}

int cn_wait(int milliseconds) {
  struct pollfd entries[2] = {{STDIN_FILENO, POLLIN, 0}, {wake[0], POLLIN, 0}};
  int count = poll(entries, 2, milliseconds);
  if (count <= 0) return 0;
  int bits = 0;
  if (entries[0].revents & POLLIN) bits |= 1;
  if (entries[1].revents & POLLIN) bits |= 2;
  if (entries[0].revents & (POLLHUP | POLLERR | POLLNVAL)) bits |= 4;
  return bits;
}
