// The jthread member is declared last, so it is joined before the other member's destructor writes.
#include <cstdio>
#include <thread>

static int open_files;

struct Archive
{
    Archive() { open_files = 1; }
    ~Archive() { open_files = 0; }
};

static void extract()
{
    for (int i = 0; i < 3; ++i)
        ++open_files;
}

class Extractor
{
public:
    void start() { thread_ = std::jthread(extract); }

private:
    Archive archive_;
    std::jthread thread_;
};

int main()
{
    {
        Extractor extractor;
        extractor.start();
    }
    std::printf("%d files open\n", open_files);
}
