// A static member function is the thread; the static data member it writes is read after join.
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
                ++words_;
    }

    static int words() { return words_; }

private:
    inline static int words_ = 1;
};

int main()
{
    std::thread t(&Indexer::build, "one two three four");
    t.join();
    int n = Indexer::words();
    std::printf("%d words\n", n);
    return 0;
}
