// missed-alarm-today: The elements of vector<bool> share a word, so different elements still collide.
#include <cstddef>
#include <cstdio>
#include <thread>
#include <vector>

static std::vector<bool> visited(16);

static void visit(std::size_t start)
{
    for (std::size_t i = start; i < visited.size(); i += 2)
        visited[i] = true;  // BUG: unlocked-global
}

int main()
{
    std::thread even(visit, 0);
    std::thread odd(visit, 1);
    even.join();
    odd.join();
    int n = 0;
    for (std::size_t i = 0; i < visited.size(); ++i)
        n += visited[i] ? 1 : 0;
    std::printf("%d visited\n", n);
    return 0;
}
