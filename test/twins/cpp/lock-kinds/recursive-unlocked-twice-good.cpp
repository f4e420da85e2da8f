// The recursive mutex is still locked once at the last access.
#include <cstdio>
#include <mutex>
#include <thread>

static std::recursive_mutex heap_mutex;
static int used_cells;
static int free_cells = 500;

static void allocate(int cells)
{
    heap_mutex.lock();
    heap_mutex.lock();
    used_cells += cells;
    heap_mutex.unlock();
    free_cells -= cells;
    heap_mutex.unlock();
}

int main()
{
    std::thread a(allocate, 10);
    std::thread b(allocate, 20);
    a.join();
    b.join();
    std::printf("%d used, %d free\n", used_cells, free_cells);
    return 0;
}
