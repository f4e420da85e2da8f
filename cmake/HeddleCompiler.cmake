# How our own code is compiled, whichever folder it is in.

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release or Debug" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")

# The same objects go into the plugin and into the executables.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g -fno-omit-frame-pointer")

# ccache must be told that the precompiled header does not depend on the time of day.
find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
if(CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
endif()

include(CheckLinkerFlag)
foreach(Linker lld-${HEDDLE_LLVM} lld)
  string(MAKE_C_IDENTIFIER "HAVE_${Linker}" Have)
  check_linker_flag(CXX "-fuse-ld=${Linker}" ${Have})
  if(${Have})
    add_link_options("-fuse-ld=${Linker}")
    break()
  endif()
endforeach()

add_library(heddle_compiler INTERFACE)
target_include_directories(heddle_compiler INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(heddle_compiler INTERFACE
  -Wall -Wextra
  # Fields that are not named have their default, as in LLVM's own build.
  -Wno-missing-field-initializers
  # libstdc++ 12 deprecates what its own std::stable_sort calls, and Clang blames the caller.
  -Wno-deprecated-declarations
  $<$<BOOL:${HEDDLE_WARNINGS_AS_ERRORS}>:-Werror>
  # LLVM is used without exceptions; its type information is never asked for.
  -fno-exceptions -fno-rtti
  -fvisibility-inlines-hidden
  -ffunction-sections -fdata-sections
  $<$<CXX_COMPILER_ID:Clang>:-Xclang=-fno-pch-timestamp>)
target_link_options(heddle_compiler INTERFACE -Wl,--gc-sections)

if(HEDDLE_SANITIZE)
  set(Sanitize "-fsanitize=${HEDDLE_SANITIZE}" -fno-sanitize-recover=undefined)
  target_compile_options(heddle_compiler INTERFACE ${Sanitize})
  target_link_options(heddle_compiler INTERFACE ${Sanitize})
endif()
