# heddle in the build of another project: part of find_package(heddle).

# heddle_lint(TARGET... [CHECKS GLOBS | PROJECT_CHECKS] [WARNINGS_AS_ERRORS])
#
# Has every C and C++ file of the targets linted when it is compiled. Findings are warnings of the build, or errors with
# WARNINGS_AS_ERRORS. CHECKS is as in .clang-tidy, and "-*,heddle-*" if not given; with PROJECT_CHECKS the project's
# .clang-tidy alone says which checks run, clang-tidy's own included.
function(heddle_lint)
  cmake_parse_arguments(PARSE_ARGV 0 Lint "PROJECT_CHECKS;WARNINGS_AS_ERRORS" "CHECKS" "")
  set(Targets ${Lint_UNPARSED_ARGUMENTS})
  if(NOT Targets)
    message(FATAL_ERROR "heddle_lint: name the targets to lint")
  endif()

  get_target_property(Tidy heddle::heddle-tidy LOCATION)
  # The flags may be meant for GCC, whose warnings have names of their own.
  set(Command "${Tidy}" --quiet --extra-arg=-Wno-unknown-warning-option)
  if(Lint_CHECKS)
    list(APPEND Command "--checks=${Lint_CHECKS}")
  elseif(NOT Lint_PROJECT_CHECKS)
    list(APPEND Command "--checks=-*,heddle-*")
  endif()
  if(Lint_WARNINGS_AS_ERRORS)
    list(APPEND Command "--warnings-as-errors=heddle-*")
  endif()
  set_target_properties(${Targets} PROPERTIES C_CLANG_TIDY "${Command}" CXX_CLANG_TIDY "${Command}")
endfunction()

# heddle_lint_project(NAME [ARGUMENTS...])
#
# Adds the target NAME, which runs `heddle lint` on all that this build folder compiles and fails if it finds anything.
# The arguments are those of `heddle lint`: files, folders and options.
function(heddle_lint_project Name)
  if(NOT CMAKE_EXPORT_COMPILE_COMMANDS)
    message(FATAL_ERROR "heddle_lint_project: set(CMAKE_EXPORT_COMPILE_COMMANDS ON) above the first target, "
                        "so that compile_commands.json is written")
  endif()
  add_custom_target(${Name}
    COMMAND heddle::heddle lint -p "${CMAKE_BINARY_DIR}" ${ARGN}
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
    COMMENT "heddle lint"
    USES_TERMINAL
    VERBATIM)
endfunction()
