# cmake -DNAMES=a;b -DPAGES=FOLDER -DOUTPUT=FILE.cpp -P EmbedPages.cmake
# Writes the table behind cli/CheckPages.h: each check's name and its page, an empty text where it has none.

set(Rows "")
foreach(Name IN LISTS NAMES)
  set(Text "")
  if(EXISTS "${PAGES}/${Name}.md")
    # As bytes: CMake's lists would stumble over semicolons and brackets in the text.
    file(READ "${PAGES}/${Name}.md" Hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" Text "${Hex}")
    # A line of text per line of code, and no literal longer than compilers must accept.
    string(REPLACE "\\x0a" "\\x0a\"\n    \"" Text "${Text}")
  endif()
  string(APPEND Rows "  {\"${Name}\",\n    \"${Text}\"},\n")
endforeach()

file(WRITE "${OUTPUT}.new" "// Written by cmake/EmbedPages.cmake from docs/checks.
#include \"cli/CheckPages.h\"

static const heddle::cli::CheckPage Pages[] = {
${Rows}  {nullptr, nullptr}};

llvm::ArrayRef<heddle::cli::CheckPage> heddle::cli::checkPages() { return llvm::ArrayRef(Pages).drop_back(); }
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
