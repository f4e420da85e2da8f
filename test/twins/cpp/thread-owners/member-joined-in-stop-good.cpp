// stop() raises the flag and joins, so main takes the result of a thread that is over.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

class Sampler
{
public:
    void start() { worker_ = std::thread(&Sampler::loop, this); }

    void stop()
    {
        stop_ = true;
        worker_.join();
    }

    long samples() const { return samples_; }

private:
    void loop()
    {
        for (int i = 0; i < 1000 && !stop_; ++i)
        {
            ++samples_;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    std::atomic<bool> stop_{false};
    long samples_ = 0;
    std::thread worker_;
};

static Sampler sampler;

int main()
{
    sampler.start();
    std::this_thread::sleep_for(std::chrono::milliseconds(15));
    sampler.stop();
    const long n = sampler.samples();
    std::printf("%ld samples\n", n);
}
