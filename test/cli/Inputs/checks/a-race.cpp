// Only a race.
#include "threads.h"

static int Alone;
static void add() { ++Alone; }

void race() { runTwo(add, add); }
