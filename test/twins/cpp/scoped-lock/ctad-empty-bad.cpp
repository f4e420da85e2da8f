// The scoped_lock is given no mutex: it deduces to scoped_lock<> and locks nothing.
#include <cstdio>
#include <mutex>
#include <thread>

namespace game
{
[[maybe_unused]] std::mutex mutex;
int lives = 9;

void hit()
{
    [[maybe_unused]] std::scoped_lock lock{};
    if (lives > 0)   // BUG: unlocked-global
        lives -= 1;  // BUG: unlocked-global
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
