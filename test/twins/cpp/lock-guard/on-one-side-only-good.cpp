// The writer and the reader hold the same mutex.
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

static std::mutex title_mutex;
static std::string title = "untitled";

static void rename_document(const std::string &to)
{
    std::lock_guard<std::mutex> lock(title_mutex);
    title = to;
}

static std::size_t title_width()
{
    std::lock_guard<std::mutex> lock(title_mutex);
    return title.size();
}

int main()
{
    std::thread editor([] {
        rename_document("draft");
        rename_document("final version");
    });
    const std::size_t width = title_width();
    editor.join();
    std::printf("width was %zu\n", width);
    return 0;
}
