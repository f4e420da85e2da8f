//===- LoadShim.cpp - what clang-tidy's --load opens ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's ABI changes with every release, even with a patch release, and a
// plugin for another one may crash or fail inside the loader, where nobody can
// explain it. So this file uses nothing of LLVM or Clang at link time: it asks
// the host for its version, and opens heddle-module.so, which holds the checks,
// only where the two versions are equal.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <link.h>
#include <string>

namespace {

constexpr const char *BuiltFor = HEDDLE_LLVM_VERSION;
constexpr const char *ModuleName = "heddle-module.so";

/// The digits and dots of \p Text from its first digit on: "22.1.8" of "Debian
/// clang version 22.1.8 (1)".
std::string firstVersionIn(const char *Text) {
  const char *Begin = std::strpbrk(Text, "0123456789");
  return Begin ? std::string(Begin, std::strspn(Begin, "0123456789."))
               : std::string();
}

/// The version in the file name of the loaded libLLVM. Only the major number
/// can be relied on.
std::string versionFromLibraryName() {
  std::string Version;
  dl_iterate_phdr(
      [](dl_phdr_info *Library, size_t, void *Result) {
        const char *Name = std::strstr(Library->dlpi_name, "/libLLVM");
        if (Name)
          *static_cast<std::string *>(Result) = firstVersionIn(Name);
        return Name ? 1 : 0;
      },
      &Version);
  return Version;
}

/// The host's LLVM version, as exact as the host can tell it; empty if it
/// cannot.
std::string hostVersion() {
  // Part of LLVM's stable C interface since 16.
  using GetVersion = void (*)(unsigned *, unsigned *, unsigned *);
  if (auto Get =
          reinterpret_cast<GetVersion>(dlsym(RTLD_DEFAULT, "LLVMGetVersion"))) {
    unsigned Major = 0, Minor = 0, Patch = 0;
    Get(&Major, &Minor, &Patch);
    return std::to_string(Major) + "." + std::to_string(Minor) + "." +
           std::to_string(Patch);
  }
  // std::string clang::getClangFullVersion(), the same in every release.
  using GetFullVersion = std::string (*)();
  if (auto Get = reinterpret_cast<GetFullVersion>(
          dlsym(RTLD_DEFAULT, "_ZN5clang19getClangFullVersionB5cxx11Ev"))) {
    std::string Full = Get();
    const char *Version = std::strstr(Full.c_str(), "version ");
    return firstVersionIn(Version ? Version : Full.c_str());
  }
  return versionFromLibraryName();
}

/// heddle-module.so beside this library, wherever that was installed.
std::string modulePath() {
  Dl_info Self;
  if (!dladdr(reinterpret_cast<void *>(&modulePath), &Self) || !Self.dli_fname)
    return ModuleName;
  std::string Path = Self.dli_fname;
  return Path.substr(0, Path.rfind('/') + 1) + ModuleName;
}

/// Says why nothing is loaded, and what to do.
void refuse(const std::string &Host) {
  std::fprintf(
      stderr,
      "heddle: no heddle check is loaded, because this heddle.so was "
      "built for LLVM %s and this clang-tidy is of LLVM %s: use "
      "clang-tidy %s, or heddle-tidy instead, or build heddle again if "
      "LLVM was updated\n",
      BuiltFor, Host.empty() ? "(unknown)" : Host.c_str(), BuiltFor);
}

/// Runs while the host opens this library. Whatever happens, the host goes on:
/// without our checks if need be.
__attribute__((constructor)) void loadModule() {
  std::string Host = hostVersion();
  if (Host != BuiltFor) {
    refuse(Host);
    return;
  }
  std::string Module = modulePath();
  if (!dlopen(Module.c_str(), RTLD_NOW | RTLD_LOCAL))
    std::fprintf(stderr,
                 "heddle: no heddle check is loaded (%s): keep %s in the "
                 "folder of heddle.so, or build heddle again\n",
                 dlerror(), ModuleName);
}

} // namespace
