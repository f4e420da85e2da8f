// The callback, called under the lock, uses the count it is given.
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

class Playlist
{
public:
    void add(int song)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        songs_.push_back(song);
    }

    std::size_t count() const
    {
        std::lock_guard<std::mutex> lock(mutex_);
        return songs_.size();
    }

    template <typename F>
    void for_each(F f) const
    {
        std::lock_guard<std::mutex> lock(mutex_);
        for (int song : songs_)
            f(song, songs_.size());
    }

private:
    mutable std::mutex mutex_;
    std::vector<int> songs_;
};

static Playlist playlist;

static void show(int song, [[maybe_unused]] std::size_t total)
{
    std::printf("%d of %zu\n", song, total);
}

int main(int argc, char **)
{
    playlist.add(1);
    std::thread t([] { playlist.add(4); });
    if (argc > 1)
        playlist.for_each(show);
    t.join();
    std::printf("%zu songs\n", playlist.count());
}
