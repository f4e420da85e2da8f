// The threads use two instances of the variable template.
#include <cstdio>
#include <thread>

template <typename T>
struct Pool
{
    static int allocated;
    static void take(int n) { allocated += n; }
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
        released<T> += 1;
    }
}

int main()
{
    std::thread chars(churn<char>, 20);
    std::thread more(churn<short>, 30);
    chars.join();
    more.join();
    std::printf("%d %d\n", Pool<char>::allocated, released<char>);
    return 0;
}
