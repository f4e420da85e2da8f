// A coroutine drives a generator that reads from the terminal: it blocks as a function would.
#include "cppcoro/generator.hpp"
#include "cppcoro/task.hpp"
#include <iostream>
#include <string>

cppcoro::generator<std::string> lines()
{
    std::string line;
    for (;;)
    {
        if (!std::getline(std::cin, line)) // BUG: blocking-in-coroutine
            co_return;
        co_yield line;
    }
}

int length(const std::string &line) { return static_cast<int>(line.size()); }

cppcoro::task<int> total()
{
    int sum = 0;
    for (const std::string &line : lines())
        sum += length(line);
    co_return sum;
}
