// Both threads use the same instance of the variable template.
#include <cstdio>
#include <thread>

template <typename T>
struct Pool
{
    static int allocated;
    static void take(int n) { allocated += n; }  // BUG: unlocked-global
};

template <typename T>
int Pool<T>::allocated = 0;

template <typename T>
int released = 0;

template <typename T>
static void churn(int n)
{
    for (int i = 0; i < n; ++i)
    {
        Pool<T>::take(2);
        released<T> += 1;  // BUG: unlocked-global
    }
}

int main()
{
    std::thread chars(churn<char>, 20);
    std::thread more(churn<char>, 30);
    chars.join();
    more.join();
    std::printf("%d %d\n", Pool<char>::allocated, released<char>);
    return 0;
}
