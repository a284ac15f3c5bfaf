# Tests. Labels: unit (tests/unit, Catch2, one CTest test per file), cli (tests/cli/*.sh, each
# with the built program), checks (tests/checks/*.sh, on the sources).

find_package(valijson REQUIRED)
find_package(Catch2 3 QUIET)
if(NOT Catch2_FOUND)
  find_package(Catch2 2.13 REQUIRED)
endif()

set(CPOM_TESTS "${PROJECT_SOURCE_DIR}/tests")
if(CPOM_SANITIZE)
  set(CPOM_TEST_TIMEOUT 600)
else()
  set(CPOM_TEST_TIMEOUT 120)
endif()

# --- Unit tests: one program, all layers -------------------------------------------------

function(cpom_unit_tests)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CPOM_TESTS}/unit/*_test.cpp")
  file(GLOB support CONFIGURE_DEPENDS "${CPOM_TESTS}/support/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(cpom_unit ${sources} ${support})
  target_include_directories(cpom_unit PRIVATE "${CPOM_TESTS}")
  target_link_libraries(cpom_unit PRIVATE cpom::cli cpom_warnings pugixml::pugixml
                                          nlohmann_json::nlohmann_json valijson spdlog::spdlog)
  target_compile_definitions(cpom_unit PRIVATE CPOM_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(Catch2_VERSION VERSION_LESS 3)
    target_link_libraries(cpom_unit PRIVATE Catch2::Catch2)
  else()
    target_compile_definitions(cpom_unit PRIVATE CPOM_CATCH2_V3)
    target_link_libraries(cpom_unit PRIVATE Catch2::Catch2WithMain)
  endif()
  foreach(source IN LISTS sources)
    cpom_unit_test("${source}")
  endforeach()
endfunction()

# tests/unit/<layer>/<file>_test.cpp is the CTest test unit.<layer>.<file>: Catch2 run with
# the file's name as a tag.
function(cpom_unit_test source)
  cmake_path(GET source STEM stem)
  cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${CPOM_TESTS}/unit" OUTPUT_VARIABLE name)
  string(REGEX REPLACE "_test[.]cpp$" "" name "${name}")
  string(REPLACE "/" "." name "unit/${name}")
  add_test(NAME ${name} COMMAND cpom_unit --filenames-as-tags --warn NoTests "[#${stem}]"
           WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT ${CPOM_TEST_TIMEOUT})
endfunction()

# --- Scripts -----------------------------------------------------------------------------

# Every tests/<label>/*.sh is the CTest test <label>.<script>, run in an empty WORK_DIR of its
# own with SOURCE_DIR, BUILD_DIR and CPOM (the program) in its environment.
function(cpom_script_tests label)
  file(GLOB scripts CONFIGURE_DEPENDS "${CPOM_TESTS}/${label}/*.sh")
  foreach(script IN LISTS scripts)
    cmake_path(GET script STEM stem)
    set(name "${label}.${stem}")
    add_test(NAME ${name} COMMAND sh "${PROJECT_SOURCE_DIR}/host/cmake/run_script.sh" "${script}")
    set_tests_properties(${name} PROPERTIES
      LABELS ${label} TIMEOUT ${CPOM_TEST_TIMEOUT} SKIP_RETURN_CODE 77)
    set_property(TEST ${name} PROPERTY ENVIRONMENT
      "CPOM=${PROJECT_BINARY_DIR}/cpom"
      "SOURCE_DIR=${PROJECT_SOURCE_DIR}"
      "BUILD_DIR=${PROJECT_BINARY_DIR}"
      "WORK_DIR=${PROJECT_BINARY_DIR}/scratch/${name}")
  endforeach()
endfunction()

cpom_unit_tests()
cpom_script_tests(cli)
cpom_script_tests(checks)
