// The elements of vector<char> are objects of their own, so different elements do not collide.
#include <cstddef>
#include <cstdio>
#include <thread>
#include <vector>

static std::vector<char> visited(16);

static void visit(std::size_t start)
{
    for (std::size_t i = start; i < visited.size(); i += 2)
        visited[i] = true;
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
