// Starts ./app once for each line of its input, damaged as the line says ("OFFSET:HEX OFFSET:HEX ..."), and prints what became of
// it:
//
//   refused ERRNO    execve failed
//   killed           the kernel gave up in the middle of execve, when the old program was gone already
//   lost             it was started, and at e_entry there is no code
//   crashed SIGNAL   it was started, and died later
//   late             it was started, and did not end
//   ran STATUS WORD  it was started, and ended; WORD is 1 when it printed "word"
//
// A tracer sees the difference between the second and the fourth: only what was started stops with SIGTRAP.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_EDITS = 64, MOST_BYTES = 64, SECONDS = 2 };

static pid_t child;
static volatile sig_atomic_t late;

static void on_alarm(int number) {
  (void)number;
  late = 1;
  kill(child, SIGKILL);
}

// In an empty root and as nobody where that is possible: a damaged program may do anything.
static void start(int out, int errors) {
  const struct rlimit none = {0, 0}, seconds = {SECONDS, SECONDS};
  setrlimit(RLIMIT_CORE, &none);
  setrlimit(RLIMIT_FSIZE, &none);
  setrlimit(RLIMIT_CPU, &seconds);
  dup2(out, 1);
  dup2(out, 2);
  if (geteuid() == 0 && (chroot(".") || setgroups(0, NULL) || setgid(65534) || setuid(65534))) _exit(1);
  ptrace(PTRACE_TRACEME, 0, 0, 0);
  char *const argv[] = {"app", NULL}, *const env[] = {NULL};
  execve("./app", argv, env);
  const int error = errno;
  if (write(errors, &error, sizeof error) != sizeof error) _exit(1);
  _exit(1);
}

// The child is stopped at its first instruction. Whether that could not even be read.
static int is_lost(int number) {
  struct user_regs_struct registers;
  siginfo_t info;
  if (number != SIGSEGV && number != SIGBUS) return 0;
  if (ptrace(PTRACE_GETSIGINFO, child, 0, &info) || ptrace(PTRACE_GETREGS, child, 0, &registers)) return 0;
  return (unsigned long long)info.si_addr == registers.rip;
}

static void end(int status, int out) {
  int lost = 0;
  ptrace(PTRACE_SINGLESTEP, child, 0, 0);
  waitpid(child, &status, 0);
  if (WIFSTOPPED(status)) {
    const int number = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
    lost = is_lost(number);
    ptrace(PTRACE_DETACH, child, 0, number);
    waitpid(child, &status, 0);
  }
  char said[16] = {0};
  if (read(out, said, sizeof said - 1) < 0) said[0] = 0;
  if (lost) puts("lost");
  else if (late) puts("late");
  else if (WIFSIGNALED(status)) printf("crashed %d\n", WTERMSIG(status));
  else printf("ran %d %d\n", WEXITSTATUS(status), strcmp(said, "word\n") == 0);
}

static void try(void) {
  int out[2], errors[2], status, error = 0;
  if (pipe2(out, O_CLOEXEC | O_NONBLOCK) || pipe2(errors, O_CLOEXEC | O_NONBLOCK)) exit(1);
  late = 0;
  child = fork();
  if (child == 0) start(out[1], errors[1]);
  close(out[1]);
  close(errors[1]);
  alarm(SECONDS);
  waitpid(child, &status, 0);
  if (WIFSTOPPED(status) && WSTOPSIG(status) == SIGTRAP) {
    end(status, out[0]);
  } else {
    if (WIFSTOPPED(status)) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
    }
    if (read(errors[0], &error, sizeof error) == sizeof error) printf("refused %d\n", error);
    else puts("killed");
  }
  alarm(0);
  close(out[0]);
  close(errors[0]);
}

struct edit {
  long offset;
  size_t length;
  unsigned char bytes[MOST_BYTES], before[MOST_BYTES];
};

static int parse(char *line, struct edit *edits) {
  int count = 0;
  for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n"), count++) {
    const char *hex = strchr(word, ':');
    if (count == MOST_EDITS || hex == NULL || strlen(++hex) > 2 * MOST_BYTES) exit(1);
    edits[count].offset = atol(word);
    edits[count].length = strlen(hex) / 2;
    for (size_t at = 0; at < edits[count].length; at++) sscanf(hex + 2 * at, "%2hhx", edits[count].bytes + at);
  }
  return count;
}

int main(void) {
  static struct edit edits[MOST_EDITS];
  char *line = NULL;
  size_t room = 0;
  signal(SIGALRM, on_alarm);
  while (getline(&line, &room, stdin) > 0) {
    const int count = parse(line, edits);
    // Nothing may have it open for writing when it is started: ETXTBSY.
    int file = open("app", O_RDWR);
    for (int at = 0; at < count; at++) {
      const struct edit *edit = &edits[at];
      if (pread(file, edits[at].before, edit->length, edit->offset) != (ssize_t)edit->length) return 1;
      if (pwrite(file, edit->bytes, edit->length, edit->offset) != (ssize_t)edit->length) return 1;
    }
    if (file < 0 || close(file)) return 1;
    try();
    file = open("app", O_RDWR);
    for (int at = count; at-- > 0;)
      if (pwrite(file, edits[at].before, edits[at].length, edits[at].offset) != (ssize_t)edits[at].length) return 1;
    if (file < 0 || close(file)) return 1;
  }
  return 0;
}
