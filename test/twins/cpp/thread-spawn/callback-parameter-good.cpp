// A helper template starts whatever callable it is given; here it is given the locking one.
#include <cstdio>
#include <mutex>
#include <thread>
#include <utility>

template <typename F, typename... A>
static std::thread in_background(F &&f, A &&...a)
{
    return std::thread(std::forward<F>(f), std::forward<A>(a)...);
}

static std::mutex score_mutex;
static int score;

static void add_raw(int points)
{
    score += points;
}

static void add_safe(int points)
{
    std::lock_guard<std::mutex> lock(score_mutex);
    add_raw(points);
}

int main()
{
    std::thread home = in_background(add_safe, 3);
    std::thread away = in_background(add_safe, 1);
    home.join();
    away.join();
    std::printf("score %d\n", score);
}
