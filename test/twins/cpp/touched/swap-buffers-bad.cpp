// std::swap exchanges the two global buffers while the writer still fills one.
#include <cstdio>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

static std::mutex buffer_mutex;
static std::vector<int> front_buffer;
static std::vector<int> back_buffer;

static void fill()
{
    for (int i = 0; i < 30; ++i)
    {
        std::lock_guard<std::mutex> lock(buffer_mutex);
        back_buffer.push_back(i);
    }
}

static std::size_t flip()
{
    std::swap(front_buffer, back_buffer);  // BUG: unlocked-global
    return front_buffer.size();
}

int main()
{
    std::thread painter(fill);
    const std::size_t shown = flip();
    painter.join();
    std::printf("%zu shown, %zu waiting\n", shown, back_buffer.size());
    return 0;
}
