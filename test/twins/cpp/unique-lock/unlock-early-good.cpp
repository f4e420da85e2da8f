// The log line is appended before the unique_lock is unlocked.
#include <cstdio>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

static std::mutex log_mutex;
static std::vector<std::string> log_lines;
static int log_serial;

static void log_event(const char *what)
{
    std::ostringstream line;
    std::unique_lock<std::mutex> lock(log_mutex);
    line << ++log_serial << ": " << what;
    log_lines.push_back(line.str());
    lock.unlock();
}

int main()
{
    std::thread a(log_event, "start");
    std::thread b(log_event, "open");
    a.join();
    b.join();
    std::printf("%zu lines\n", log_lines.size());
    return 0;
}
