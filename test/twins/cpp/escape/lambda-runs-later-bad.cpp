// The lambda is made under the lock but runs after it.
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>

static std::mutex vote_mutex;
static int ayes;
static int noes;

static void vote(bool aye)
{
    std::function<void()> count;
    {
        std::lock_guard<std::mutex> lock(vote_mutex);
        if (aye)
            count = [] { ++ayes; };  // BUG: unlocked-global
        else
            count = [] { ++noes; };  // BUG: unlocked-global
    }
    count();
}

int main()
{
    auto house = [] {
        for (int i = 0; i < 10; ++i)
            vote(i % 3 != 0);
    };
    std::thread lower(house);
    std::thread upper(house);
    lower.join();
    upper.join();
    std::printf("%d ayes, %d noes\n", ayes, noes);
    return 0;
}
