#include <stddef.h>

size_t twice(size_t Number) { return 2 * Number; }
