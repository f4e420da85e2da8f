// The second thread starts after the first was joined.
#include <cstdio>
#include <thread>

enum class Phase
{
    Idle,
    Compile,
    Link
};

static Phase phase = Phase::Idle;

static void compile_all()
{
    phase = Phase::Compile;
}

static void link_all()
{
    phase = Phase::Link;
}

int main()
{
    std::thread compiler(compile_all);
    compiler.join();
    std::thread linker(link_all);
    linker.join();
    std::printf("phase %d\n", static_cast<int>(phase));
    return 0;
}
