// with_lock runs the function it is given, but the update is made before the call.
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
std::mutex album_mutex;
int album_photos;
int album_version;

template <typename F>
auto with_lock(std::mutex &m, F f)
{
    std::lock_guard<std::mutex> hold(m);
    return f();
}

void add_photo()
{
    const int number = ++album_photos;  // BUG: unlocked-global
    with_lock(album_mutex, [number] { album_version = number * 10; });
}
}  // namespace

int main()
{
    std::thread phone(add_photo);
    std::thread camera(add_photo);
    phone.join();
    camera.join();
    std::printf("%d photos, version %d\n", album_photos, album_version);
    return 0;
}
