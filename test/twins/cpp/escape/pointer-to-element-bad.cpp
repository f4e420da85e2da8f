// The look-up returns a pointer to the element, and its caller writes through it without the lock.
#include <cstdio>
#include <mutex>
#include <thread>

namespace roster
{
struct Player
{
    int number;
    int goals;
};

std::mutex mutex;
Player players[3] = {{7, 0}, {9, 0}, {10, 0}};

// Caller holds the mutex.
Player *find(int number)
{
    for (Player &p : players)
        if (p.number == number)
            return &p;
    return nullptr;
}

void goal(int number)
{
    std::unique_lock<std::mutex> lock(mutex);
    Player *scorer = find(number);
    lock.unlock();
    if (scorer)
        scorer->goals++;  // BUG: unlocked-global
}
}  // namespace roster

int main()
{
    std::thread left([] { roster::goal(9); });
    std::thread right([] { roster::goal(9); });
    left.join();
    right.join();
    std::printf("%d goals\n", roster::players[1].goals);
    return 0;
}
