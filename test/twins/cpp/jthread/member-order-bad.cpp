// The jthread member is declared first, so it outlives the final write in the other destructor.
#include <cstdio>
#include <thread>

static int open_files;

struct Archive
{
    Archive() { open_files = 1; }
    ~Archive() { open_files = 0; }  // BUG: unlocked-global
};

static void extract()
{
    for (int i = 0; i < 3; ++i)
        ++open_files;  // BUG: unlocked-global
}

class Extractor
{
public:
    void start() { thread_ = std::jthread(extract); }

private:
    std::jthread thread_;
    Archive archive_;
};

int main()
{
    {
        Extractor extractor;
        extractor.start();
    }
    std::printf("%d files open\n", open_files);
}
