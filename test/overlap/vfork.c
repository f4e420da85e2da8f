// Between fork and exec.
// RUN: %overlap %s --checks=clang-analyzer-unix.Vfork,clang-analyzer-security.insecureAPI.vfork

#include <stdio.h>
#include <unistd.h>

int byVfork(const char *Program) {
  pid_t Child = vfork(); // REPORTS: clang-analyzer-security.insecureAPI.vfork
  if (Child == 0) {
    printf("child\n"); // REPORTS: clang-analyzer-unix.Vfork
    execl(Program, Program, (char *)0);
    _exit(127);
  }
  return Child > 0;
}

int byFork(const char *Program) {
  pid_t Child = fork();
  if (Child == 0) {
    printf("child\n");
    execl(Program, Program, (char *)0);
    _exit(127);
  }
  return Child > 0;
}
