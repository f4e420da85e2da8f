#include "null.h"
#include "shared.h"

static int First;

static void *addToFirst(void *) {
  ++First;
  return nullptr;
}

void raceInFirst() {
  runTwice(addToFirst);
  raceInHeader();
}
