// The object that dies at the block's end locks the registry while the view's guard is held.
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
        std::lock_guard<std::mutex> lock(registry_mutex);  // BUG: lock-order-inversion
        ++destroyed;
    }
};

static void draw_once()
{
    std::lock_guard<std::mutex> view(view_mutex);
    Widget temporary;
    ++drawn;
}

static void redraw_holes()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::lock_guard<std::mutex> registry(registry_mutex);
    std::lock_guard<std::mutex> view(view_mutex);  // BUG: lock-order-inversion
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
