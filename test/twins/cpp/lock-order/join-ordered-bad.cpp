// The thread with the other order is joined after main has taken its own.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex schema_mutex;
static std::mutex data_mutex;
static int columns = 3;
static int rows;

static void import_rows()
{
    std::scoped_lock schema(schema_mutex);
    std::scoped_lock data(data_mutex);  // BUG: lock-order-inversion
    rows += columns * 10;
}

static void alter_table()
{
    std::scoped_lock data(data_mutex);
    std::scoped_lock schema(schema_mutex);  // BUG: lock-order-inversion
    ++columns;
    rows = 0;
}

int main()
{
    std::thread importer(import_rows);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    alter_table();
    importer.join();
    std::printf("%d columns, %d rows\n", columns, rows);
    return 0;
}
