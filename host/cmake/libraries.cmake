# Third-party libraries, all from the distribution; ./bootstrap knows their packages.

find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(pugixml REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost CONFIG REQUIRED COMPONENTS locale)

# Neither ships a CMake package on Debian.
function(cpom_find_plain_library target header library)
  find_path(${target}_INCLUDE ${header} REQUIRED)
  find_library(${target}_LIBRARY ${library} REQUIRED)
  mark_as_advanced(${target}_INCLUDE ${target}_LIBRARY)
  add_library(cpom::${target} UNKNOWN IMPORTED)
  set_target_properties(cpom::${target} PROPERTIES
    IMPORTED_LOCATION "${${target}_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${${target}_INCLUDE}")
endfunction()

cpom_find_plain_library(utf8proc utf8proc.h utf8proc)
cpom_find_plain_library(libcsv csv.h csv)
