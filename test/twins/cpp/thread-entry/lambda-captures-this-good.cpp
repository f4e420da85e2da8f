// The lambda captures this and changes a member that nobody else uses until stop().
#include <cstdio>
#include <thread>

class Download
{
public:
    void start()
    {
        thread_ = std::thread([this] {
            for (int i = 0; i < 10; ++i)
                received_ += 10;
        });
    }

    void restart_bar()
    {
        progress_ = 0;
    }

    int stop()
    {
        thread_.join();
        return progress_ + received_;
    }

private:
    int progress_ = 0;
    int received_ = 0;
    std::thread thread_;
};

static Download download;

int main()
{
    download.start();
    download.restart_bar();
    std::printf("at %d\n", download.stop());
    return 0;
}
