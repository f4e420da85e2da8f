# Finds the checks by the names of their files. Nothing lists them by hand: a new pair of files in checks/ is
# registered by the next build, because the glob is looked at again (CONFIGURE_DEPENDS).

# heddle_check_class(lock-order-inversion VARIABLE) sets VARIABLE to LockOrderInversionCheck.
function(heddle_check_class Name Variable)
  string(REPLACE "-" ";" Words "${Name}")
  set(Class "")
  foreach(Word IN LISTS Words)
    string(SUBSTRING "${Word}" 0 1 First)
    string(SUBSTRING "${Word}" 1 -1 Rest)
    string(TOUPPER "${First}" First)
    string(APPEND Class "${First}${Rest}")
  endforeach()
  set(${Variable} "${Class}Check" PARENT_SCOPE)
endfunction()

file(GLOB HEDDLE_CHECK_SOURCES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/checks/*.cpp")
file(GLOB HEDDLE_CHECK_PAGES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/docs/checks/*.md")
set(HEDDLE_GENERATED_DIR "${PROJECT_BINARY_DIR}/generated")

set(HEDDLE_CHECK_NAMES "")
set(CheckIncludes "")
set(CheckRegistrations "")
foreach(Source IN LISTS HEDDLE_CHECK_SOURCES)
  cmake_path(GET Source STEM LAST_ONLY Name)
  if(NOT EXISTS "${PROJECT_SOURCE_DIR}/checks/${Name}.h")
    message(FATAL_ERROR "checks/${Name}.cpp has no checks/${Name}.h: a check is a pair of files of one name")
  endif()
  heddle_check_class("${Name}" Class)
  list(APPEND HEDDLE_CHECK_NAMES "${Name}")
  string(APPEND CheckIncludes "#include \"checks/${Name}.h\"\n")
  string(APPEND CheckRegistrations "  Factories.registerCheck<heddle::${Class}>(\"heddle-${Name}\");\n")
endforeach()
configure_file("${PROJECT_SOURCE_DIR}/cmake/CheckRegistration.h.in"
               "${HEDDLE_GENERATED_DIR}/CheckRegistration.h" @ONLY)
