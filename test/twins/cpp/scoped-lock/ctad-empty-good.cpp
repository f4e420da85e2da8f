// The scoped_lock deduces its template argument from the mutex it is given.
#include <cstdio>
#include <mutex>
#include <thread>

namespace game
{
[[maybe_unused]] std::mutex mutex;
int lives = 9;

void hit()
{
    [[maybe_unused]] std::scoped_lock lock{mutex};
    if (lives > 0)
        lives -= 1;
}
}  // namespace game

int main()
{
    std::thread ghost(game::hit);
    std::thread troll(game::hit);
    ghost.join();
    troll.join();
    std::printf("%d lives\n", game::lives);
    return 0;
}
