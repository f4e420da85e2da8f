// A static member function is the thread; it writes a static data member main reads at once.
#include <cstdio>
#include <string>
#include <thread>

class Indexer
{
public:
    static void build(std::string text)
    {
        for (char c : text)
            if (c == ' ')
                ++words_;  // BUG: unlocked-global
    }

    static int words() { return words_; }  // BUG: unlocked-global

private:
    inline static int words_ = 1;
};

int main()
{
    std::thread t(&Indexer::build, "one two three four");
    int n = Indexer::words();
    t.join();
    std::printf("%d words\n", n);
    return 0;
}
