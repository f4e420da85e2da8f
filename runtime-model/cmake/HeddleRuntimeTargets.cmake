# How the runtime and its programs are compiled and installed.

include(CMakePackageConfigHelpers)

# Warnings, sanitizers and language level of one of our own targets.
function(heddle_runtime_options Target)
  set_target_properties(${Target} PROPERTIES CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF)
  target_compile_options(${Target} PRIVATE
    -Wall -Wextra
    $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>
    # libstdc++ 12 deprecates what it uses itself, and Clang blames the caller.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
    $<$<BOOL:${HEDDLE_RT_WARNINGS_AS_ERRORS}>:-Werror>)
  if(HEDDLE_RT_SANITIZE)
    set(Sanitize "-fsanitize=${HEDDLE_RT_SANITIZE}" -fno-omit-frame-pointer -g)
    target_compile_options(${Target} PRIVATE ${Sanitize} -fno-sanitize-recover=all)
    target_link_options(${Target} PUBLIC ${Sanitize})
  endif()
endfunction()

# One executable per file, in FOLDER of the build folder, by the file's name.
function(heddle_runtime_programs Folder Pattern)
  file(GLOB Sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${Pattern}")
  foreach(Source IN LISTS Sources)
    get_filename_component(Name "${Source}" NAME_WE)
    set(Target "heddle-rt-${Folder}-${Name}")
    add_executable(${Target} "${Source}")
    set_target_properties(${Target} PROPERTIES
      OUTPUT_NAME "${Name}" RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/${Folder}")
    target_link_libraries(${Target} PRIVATE heddle_runtime ${ARGN})
    heddle_runtime_options(${Target})
    # Tests break the rules on purpose, to see the error.
    if(Folder STREQUAL "test")
      target_compile_options(${Target} PRIVATE $<$<CXX_COMPILER_ID:Clang>:-Wno-thread-safety>)
    endif()
  endforeach()
endfunction()

# The package: targets and what they need in heddleRuntimeConfig.cmake, which heddle's own package file includes for
# the component `runtime`. Built alone, the runtime is the whole package.
function(heddle_runtime_install)
  set(Package "${CMAKE_INSTALL_LIBDIR}/cmake/heddle")
  install(TARGETS heddle_runtime EXPORT heddleRuntimeTargets COMPONENT runtime
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT heddleRuntimeTargets NAMESPACE heddle:: DESTINATION "${Package}" COMPONENT runtime)
  set(Files "${PROJECT_SOURCE_DIR}/cmake/heddleRuntimeConfig.cmake")
  if(PROJECT_IS_TOP_LEVEL)
    write_basic_package_version_file("${PROJECT_BINARY_DIR}/heddleConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
    configure_file("${PROJECT_SOURCE_DIR}/cmake/heddleConfig.cmake.in" "${PROJECT_BINARY_DIR}/heddleConfig.cmake" COPYONLY)
    list(APPEND Files "${PROJECT_BINARY_DIR}/heddleConfig.cmake" "${PROJECT_BINARY_DIR}/heddleConfigVersion.cmake")
  endif()
  install(FILES ${Files} DESTINATION "${Package}" COMPONENT runtime)
endfunction()
