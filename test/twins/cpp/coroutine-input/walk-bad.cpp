// A walk through a folder with all that is in it.
#include "cppcoro/task.hpp"
#include <filesystem>

namespace fs = std::filesystem;

cppcoro::task<std::uintmax_t> sizeOf(fs::path Folder) {
  std::uintmax_t Size = 0;
  for (const auto &Entry : fs::recursive_directory_iterator(Folder)) // BUG: blocking-in-coroutine
    if (Entry.is_regular_file())
      Size += Entry.file_size();
  co_return Size;
}
