// The getter locks and returns a copy.
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

class Profile
{
public:
    void rename(const std::string &to)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        name_ = to;
    }

    std::string name() const
    {
        std::lock_guard<std::mutex> lock(mutex_);
        return name_;
    }

private:
    mutable std::mutex mutex_;
    std::string name_ = "anonymous";
};

static Profile profile;

static std::size_t name_width()
{
    const auto &name = profile.name();
    return name.size();
}

int main()
{
    std::thread t([] { profile.rename("a rather long name for a profile"); });
    const std::size_t width = name_width();
    t.join();
    std::printf("width %zu\n", width);
    return 0;
}
