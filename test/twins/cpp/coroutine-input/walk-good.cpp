// One question about one file.
#include "cppcoro/task.hpp"
#include <filesystem>

namespace fs = std::filesystem;

cppcoro::task<std::uintmax_t> sizeOf(fs::path Folder) {
  std::uintmax_t Size = 0;
  if (fs::exists(Folder))
    Size = fs::file_size(Folder);
  co_return Size;
}
