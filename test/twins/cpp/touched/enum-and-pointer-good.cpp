// The current state and the current handler are exchanged together under a mutex.
#include <cstdio>
#include <mutex>
#include <thread>

namespace traffic
{
enum class Light
{
    Red,
    Green
};

using Handler = int (*)(int);
int stop(int) { return 0; }
int go(int speed) { return speed; }

[[maybe_unused]] std::mutex light_mutex;
Light light = Light::Red;
Handler handler = stop;

void turn(Light to)
{
    std::lock_guard<std::mutex> lock(light_mutex);
    light = to;
    handler = to == Light::Red ? stop : go;
}
}  // namespace traffic

int main()
{
    std::thread timer(traffic::turn, traffic::Light::Green);
    std::thread pedestrian(traffic::turn, traffic::Light::Red);
    timer.join();
    pedestrian.join();
    const bool red = traffic::light == traffic::Light::Red;
    std::printf("%s, speed %d\n", red ? "red" : "green", traffic::handler(50));
}
