// A factory returns the running thread; its caller joins before touching the global.
#include <cstdio>
#include <string>
#include <thread>
#include <unordered_map>

static std::unordered_map<std::string, int> stock;

static std::thread start_restock(const std::string &item, int n)
{
    return std::thread([item, n] { stock[item] += n; });
}

int main()
{
    stock["nail"] = 100;
    std::thread restock = start_restock("screw", 250);
    restock.join();
    int nails = stock["nail"];
    std::printf("%d nails, %d screws\n", nails, stock["screw"]);
}
