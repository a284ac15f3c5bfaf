# Pages of the codes of findings: host/help/*.md, one file per family, built into cpom_cli.

function(cpom_help_pages layer)
  file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/host/help/*.md")
  set(whole "${PROJECT_BINARY_DIR}/help/pages.md")
  set(source "${PROJECT_BINARY_DIR}/help/help_pages.cpp")
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/help")
  add_custom_command(
    OUTPUT "${source}"
    BYPRODUCTS "${whole}"
    COMMAND "${CMAKE_COMMAND}" -E cat ${pages} > "${whole}"
    COMMAND "${CMAKE_COMMAND}" -D "INPUT=${whole}" -D "OUTPUT=${source}" -D NAME=help_pages
            -D HEADER=cli/help_pages.hpp -P "${PROJECT_SOURCE_DIR}/host/cmake/embed.cmake"
    DEPENDS ${pages} "${PROJECT_SOURCE_DIR}/host/cmake/embed.cmake"
    COMMENT "Collecting the pages of codes"
    VERBATIM)
  target_sources(cpom_${layer} PRIVATE "${source}")
endfunction()
