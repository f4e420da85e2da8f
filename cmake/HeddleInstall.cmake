# What `cmake --install` puts where. Everything is found relative to everything else, so an installed tree can be moved.
#
#   bin/                       heddle and heddle-tidy, which are links, and heddle-pre-commit
#   lib/heddle/                the plugin; the programs in bin/; Clang's own headers in lib/clang/
#   lib/cmake/heddle/          the package for find_package(heddle)
#   share/doc/heddle/          the pages, and the files of integrations/ for other projects to copy
#
# Clang looks for its headers in ../lib/clang beside the program's real place. A folder of our own for both keeps clear
# of a Clang of another version under the same prefix.
#
# The package has components, as `cmake --install --component` has: `tools` is here. Another one installs
# heddle<Name>Config.cmake into HEDDLE_PACKAGE_DIR, which defines its targets, and calls heddle_package_component(NAME).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(HEDDLE_PRIVATE_DIR "${CMAKE_INSTALL_LIBDIR}/heddle")
set(HEDDLE_PACKAGE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/heddle")
set(PackageFiles "${PROJECT_BINARY_DIR}/package")
set(PackageSources "${PROJECT_SOURCE_DIR}/cmake/package")

# The entry of the package belongs to every component, so that each can be installed alone.
write_basic_package_version_file("${PackageFiles}/heddleConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
function(heddle_package_component Name)
  install(FILES "${PROJECT_SOURCE_DIR}/cmake/package/heddleConfig.cmake"
                "${PROJECT_BINARY_DIR}/package/heddleConfigVersion.cmake"
    DESTINATION "${HEDDLE_PACKAGE_DIR}" COMPONENT ${Name})
endfunction()

#--- the component tools ----------------------------------------------------------------------------------------------

set(Programs heddle heddle-tidy)
# An LLVM in a folder of its own must be found from there.
set_target_properties(${Programs} PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
install(TARGETS ${Programs} EXPORT heddleToolsTargets
  RUNTIME DESTINATION "${HEDDLE_PRIVATE_DIR}/bin" COMPONENT tools)
install(DIRECTORY "${HEDDLE_RESOURCE_DIR}/include" "${HEDDLE_RESOURCE_DIR}/share"
  DESTINATION "${HEDDLE_PRIVATE_DIR}/lib/clang/${LLVM_VERSION_MAJOR}" COMPONENT tools)

file(RELATIVE_PATH FromBin "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}/heddle/bin")
foreach(Program IN LISTS Programs)
  file(MAKE_DIRECTORY "${PackageFiles}/bin")
  file(CREATE_LINK "${FromBin}/${Program}" "${PackageFiles}/bin/${Program}" SYMBOLIC)
  install(FILES "${PackageFiles}/bin/${Program}" DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT tools)
endforeach()
install(PROGRAMS "${PROJECT_SOURCE_DIR}/integrations/pre-commit/heddle-pre-commit"
  DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT tools)

if(HEDDLE_BUILD_PLUGIN)
  set_target_properties(heddle-plugin PROPERTIES EXPORT_NAME plugin)
  install(TARGETS heddle-plugin EXPORT heddleToolsTargets
    LIBRARY DESTINATION "${HEDDLE_PRIVATE_DIR}" COMPONENT tools)
  install(TARGETS heddle-module LIBRARY DESTINATION "${HEDDLE_PRIVATE_DIR}" COMPONENT tools)
endif()

install(EXPORT heddleToolsTargets NAMESPACE heddle:: DESTINATION "${HEDDLE_PACKAGE_DIR}" COMPONENT tools)
configure_file("${PackageSources}/heddleToolsConfig.cmake.in" "${PackageFiles}/heddleToolsConfig.cmake" @ONLY)
install(FILES "${PackageFiles}/heddleToolsConfig.cmake" "${PackageSources}/HeddleLint.cmake"
  DESTINATION "${HEDDLE_PACKAGE_DIR}" COMPONENT tools)
heddle_package_component(tools)

# As they lie here, so that links between them lead on.
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT tools)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs" "${PROJECT_SOURCE_DIR}/integrations"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT tools)
