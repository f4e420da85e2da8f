// The class joins its thread member in the destructor, but the object outlives main's read.
#include <cstdio>
#include <thread>

static int lines_loaded;

class Loader
{
public:
    Loader() : thread_([this] { load(); }) {}
    ~Loader() { thread_.join(); }
    Loader(const Loader &) = delete;
    Loader &operator=(const Loader &) = delete;

private:
    void load()
    {
        for (int i = 0; i < max_lines_; ++i)
            ++lines_loaded;  // BUG: unlocked-global
    }

    int max_lines_ = 64;
    std::thread thread_;
};

int main()
{
    {
        Loader loader;
        std::printf("loaded %d lines\n", lines_loaded);  // BUG: unlocked-global
    }
}
