# The component `runtime` of the package heddle: the target heddle::runtime.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
include("${CMAKE_CURRENT_LIST_DIR}/heddleRuntimeTargets.cmake")
