// The view's guard is released before the object dies, whose destructor locks the registry.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex registry_mutex;
static std::mutex view_mutex;
static int destroyed;
static int drawn;

class Widget
{
public:
    ~Widget()
    {
        std::lock_guard<std::mutex> lock(registry_mutex);
        ++destroyed;
    }
};

static void draw_once()
{
    Widget temporary;
    std::lock_guard<std::mutex> view(view_mutex);
    ++drawn;
}

static void redraw_holes()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::lock_guard<std::mutex> registry(registry_mutex);
    std::lock_guard<std::mutex> view(view_mutex);
    drawn -= destroyed;
}

int main()
{
    std::thread painter(draw_once);
    std::thread refresh(redraw_holes);
    painter.join();
    refresh.join();
    std::printf("%d drawn\n", drawn);
}
