// A plain function drives the generator.
#include "cppcoro/generator.hpp"
#include "cppcoro/task.hpp"
#include <iostream>
#include <string>

cppcoro::generator<std::string> lines()
{
    std::string line;
    for (;;)
    {
        if (!std::getline(std::cin, line))
            co_return;
        co_yield line;
    }
}

int length(const std::string &line) { return static_cast<int>(line.size()); }

int total()
{
    int sum = 0;
    for (const std::string &line : lines())
        sum += length(line);
    return sum;
}
