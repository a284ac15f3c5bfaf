# One static library per folder of host/.
#
#   cpom_layer(<name> PUBLIC <libraries...> PRIVATE <libraries...>)
#
# makes cpom_<name>, known to the others as cpom::<name>, of host/<name>/*.cpp. A folder
# without sources, yet, or for good, becomes an INTERFACE library.

set(CPOM_LAYERS "")

function(cpom_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 link "" "" "PUBLIC;PRIVATE")
  set(target cpom_${name})
  set(folder "${PROJECT_SOURCE_DIR}/host/${name}")
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  file(GLOB headers CONFIGURE_DEPENDS "${folder}/*.hpp")
  list(REMOVE_ITEM sources "${PROJECT_SOURCE_DIR}/host/cli/main.cpp")

  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(${target} PUBLIC ${link_PUBLIC} PRIVATE ${link_PRIVATE} cpom_warnings)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
    target_link_libraries(${target} INTERFACE ${link_PUBLIC})
  endif()
  add_library(cpom::${name} ALIAS ${target})

  target_include_directories(${target} ${scope} "${PROJECT_SOURCE_DIR}/host")
  target_sources(${target} ${scope}
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/host" FILES ${headers})
  set(CPOM_LAYERS ${CPOM_LAYERS} ${name} PARENT_SCOPE)
endfunction()

# Definitions for the sources of one layer only.
function(cpom_compile_definitions name)
  get_target_property(type cpom_${name} TYPE)
  if(NOT type STREQUAL INTERFACE_LIBRARY)
    target_compile_definitions(cpom_${name} PRIVATE ${ARGN})
  endif()
endfunction()

# A folder with C++ that no layer builds is a mistake.
function(cpom_no_other_layers)
  file(GLOB sources CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/host"
       "${PROJECT_SOURCE_DIR}/host/*/*.cpp")
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH name)
    if(NOT name IN_LIST CPOM_LAYERS)
      message(FATAL_ERROR "host/${source}: no layer \"${name}\" in CMakeLists.txt")
    endif()
  endforeach()
endfunction()
