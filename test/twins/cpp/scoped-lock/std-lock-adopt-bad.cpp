// std::lock takes two mutexes and a third, which guards the total, is not taken.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex income_mutex;
static std::mutex expense_mutex;
[[maybe_unused]] static std::mutex total_mutex;
static int income;
static int expense;
static int total;

static void book(int plus, int minus)
{
    std::lock(income_mutex, expense_mutex);
    std::lock_guard<std::mutex> a(income_mutex, std::adopt_lock);
    std::lock_guard<std::mutex> b(expense_mutex, std::adopt_lock);
    income += plus;
    expense += minus;
    total += plus - minus;  // BUG: unlocked-global
}

static void correct(int by)
{
    std::lock_guard<std::mutex> lock(total_mutex);
    total += by;  // BUG: unlocked-global
}

int main()
{
    std::thread clerk(book, 100, 30);
    correct(-5);
    clerk.join();
    std::printf("%d - %d ~ %d\n", income, expense, total);
    return 0;
}
