// Two objects, each run by a thread of its own, and each steps a counter of its own.
#include <cstdio>
#include <functional>
#include <thread>

class Printer
{
public:
    void print(int pages)
    {
        for (int i = 0; i < pages; ++i)
            ++printed_;
    }

    int printed() const { return printed_; }

private:
    int printed_ = 0;
};


static Printer laser;
static Printer inkjet;

int main()
{
    std::thread upstairs(&Printer::print, std::ref(laser), 12);
    std::thread downstairs(&Printer::print, std::ref(inkjet), 30);
    upstairs.join();
    downstairs.join();
    std::printf("%d and %d pages\n", laser.printed(), inkjet.printed());
}
