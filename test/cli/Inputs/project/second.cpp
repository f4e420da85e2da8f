#include "null.h"
#include "shared.h"

static int Second;

static void *addToSecond(void *) {
  ++Second;
  return nullptr;
}

void raceInSecond() {
  runTwice(addToSecond);
  raceInHeader();
}
