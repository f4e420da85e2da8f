// One thread goes through an atomic_ref, the other steps the plain int itself.
#include <atomic>
#include <cstdio>
#include <thread>

alignas(std::atomic_ref<int>::required_alignment) static int votes;

static void machine(int n)
{
    std::atomic_ref<int> count(votes);
    for (int i = 0; i < n; ++i)
        count.fetch_add(1);
}

static void by_hand(int n)
{
    int &count = votes;
    for (int i = 0; i < n; ++i)
        ++count;  // BUG: unlocked-global
}

int main()
{
    std::thread m(machine, 500);
    std::thread h(by_hand, 200);
    m.join();
    h.join();
    std::printf("%d votes\n", votes);
    return 0;
}
