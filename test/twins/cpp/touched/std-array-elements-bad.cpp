// missed-alarm-today: Both threads start at the first element of the std::array.
#include <array>
#include <cstddef>
#include <cstdio>
#include <thread>

static std::array<unsigned char, 8> pixels;

static void brighten(std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i)
        pixels[i] = static_cast<unsigned char>(pixels[i] + 40);  // BUG: unlocked-global
}

int main()
{
    std::thread upper(brighten, 0, 4);
    std::thread lower(brighten, 0, 8);
    upper.join();
    lower.join();
    std::printf("%d %d\n", int(pixels[0]), int(pixels[7]));
}
