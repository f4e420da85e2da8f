# Finds LLVM and Clang, and says how they are compiled and linked against.

# What differs between the two is wrapped in analysis/LLVMCompat.h.
if(NOT HEDDLE_LLVM MATCHES "^(22|19)$")
  message(FATAL_ERROR "heddle can be built for LLVM 22 and 19, not for HEDDLE_LLVM=${HEDDLE_LLVM}")
endif()
# LLVM's packages are found by major and minor number: 22 alone is refused.
find_package(LLVM ${HEDDLE_LLVM}.1 CONFIG HINTS "/usr/lib/llvm-${HEDDLE_LLVM}")
if(NOT LLVM_FOUND)
  message(FATAL_ERROR "LLVM ${HEDDLE_LLVM} was not found: run ./dev build --llvm ${HEDDLE_LLVM}, which installs it, "
                      "or name its prefix with -DCMAKE_PREFIX_PATH=PREFIX")
endif()
find_package(Clang CONFIG REQUIRED HINTS "${LLVM_INSTALL_PREFIX}" NO_DEFAULT_PATH)
# For the tests: where this LLVM's clang-tidy and FileCheck are.
set(HEDDLE_LLVM_TOOLS "${LLVM_TOOLS_BINARY_DIR}" CACHE INTERNAL "")
message(STATUS "LLVM ${LLVM_PACKAGE_VERSION} in ${LLVM_INSTALL_PREFIX}")

separate_arguments(LlvmDefinitions UNIX_COMMAND "${LLVM_DEFINITIONS}")
add_library(heddle_llvm INTERFACE)
target_include_directories(heddle_llvm SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
target_compile_definitions(heddle_llvm INTERFACE ${LlvmDefinitions})
target_link_libraries(heddle_llvm INTERFACE heddle_compiler)

# Clang looks for its own headers (stddef.h, ...) beside the executable that uses it, so they must be found there.
set(HEDDLE_RESOURCE_DIR "${LLVM_INSTALL_PREFIX}/lib/clang/${LLVM_VERSION_MAJOR}")
if(NOT EXISTS "${HEDDLE_RESOURCE_DIR}/include/stddef.h")
  message(FATAL_ERROR "Clang's own headers are not in ${HEDDLE_RESOURCE_DIR}: install libclang-common-${LLVM_VERSION_MAJOR}-dev")
endif()
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/lib/clang")
file(CREATE_LINK "${HEDDLE_RESOURCE_DIR}" "${PROJECT_BINARY_DIR}/lib/clang/${LLVM_VERSION_MAJOR}" SYMBOLIC)

# The precompiled header of everything that is built against Clang. It costs a few seconds once and saves
# them again in each of our files. Each file still includes what it uses: the header is an accelerator only.
set(HEDDLE_PRECOMPILED_HEADERS
  <clang-tidy/ClangTidyCheck.h>
  <clang/AST/ASTContext.h>
  <clang/AST/DeclCXX.h>
  <clang/AST/DeclTemplate.h>
  <clang/AST/ExprCXX.h>
  <clang/AST/RecursiveASTVisitor.h>
  <clang/AST/StmtCXX.h>
  <clang/ASTMatchers/ASTMatchFinder.h>
  <clang/ASTMatchers/ASTMatchers.h>
  <clang/Analysis/CFG.h>
  <llvm/ADT/DenseMap.h>
  <llvm/ADT/STLExtras.h>
  <llvm/ADT/SmallVector.h>
  <llvm/ADT/StringRef.h>
  <llvm/Support/raw_ostream.h>
  <map>
  <memory>
  <optional>
  <string>
  <vector>)

# heddle_object_library(NAME FILES...): objects, not an archive, so that static registrations are never dropped.
function(heddle_object_library Name)
  set(Files ${ARGN})
  if(NOT Files)
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/empty.cpp" CONTENT "")
    set(Files "${CMAKE_CURRENT_BINARY_DIR}/empty.cpp")
  endif()
  add_library(${Name} OBJECT ${Files})
  target_link_libraries(${Name} PUBLIC heddle_llvm)
  if(Name STREQUAL "heddle_analysis")
    target_precompile_headers(${Name} PRIVATE ${HEDDLE_PRECOMPILED_HEADERS})
  else()
    target_precompile_headers(${Name} REUSE_FROM heddle_analysis)
  endif()
endfunction()
