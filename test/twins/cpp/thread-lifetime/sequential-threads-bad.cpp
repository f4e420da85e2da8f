// The second thread starts before the first is joined.
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
    phase = Phase::Compile;  // BUG: unlocked-global
}

static void link_all()
{
    phase = Phase::Link;  // BUG: unlocked-global
}

int main()
{
    std::thread compiler(compile_all);
    std::thread linker(link_all);
    compiler.join();
    linker.join();
    std::printf("phase %d\n", static_cast<int>(phase));
    return 0;
}
