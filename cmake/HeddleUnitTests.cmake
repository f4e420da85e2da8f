# heddle-unit: every test/unit/**/*.cpp, found by name.

file(GLOB_RECURSE UnitTestSources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/test/unit/*.cpp")
if(HEDDLE_UNIT_TESTS AND UnitTestSources)
  find_package(GTest REQUIRED)
  heddle_object_library(heddle_unit_tests ${UnitTestSources})
  target_link_libraries(heddle_unit_tests PUBLIC GTest::gtest)
  add_executable(heddle-unit $<TARGET_OBJECTS:heddle_unit_tests>)
  target_link_libraries(heddle-unit PRIVATE
    heddle_checks heddle_analysis heddle_llvm clangTidy clangTidyUtils clang-cpp LLVM GTest::gtest_main)
endif()
