// What a signal handler calls, and what it touches.
// RUN: %overlap %s --checks=bugprone-signal-handler,cert-sig30-c,cert-msc54-cpp
// RUN: %if gcc-12 %{ %overlap %s --tool=gcc %}

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int Hits;
static volatile sig_atomic_t Stop;

static void tell(void) {
  printf("stop %d\n", 1); // REPORTS: bugprone-signal-handler, cert-sig30-c, cert-msc54-cpp, -Wanalyzer-unsafe-call-within-signal-handler
}

static void onTerm(int Signal) {
  (void)Signal;
  ++Hits;
  Stop = 1;
  tell();
  free(malloc(8)); // REPORTS: bugprone-signal-handler, cert-sig30-c, cert-msc54-cpp, -Wanalyzer-unsafe-call-within-signal-handler
  write(1, "x", 1);
}

static void onInt(int Signal) {
  (void)Signal;
  exit(1);
}

int main(void) {
  struct sigaction Action = {0};
  signal(SIGTERM, onTerm);
  Action.sa_handler = onInt;
  sigaction(SIGINT, &Action, NULL);
  while (!Stop)
    ++Hits;
  return Hits;
}
