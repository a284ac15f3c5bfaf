# Message catalogues: host/messages/fr.po is checked, compiled and built into cpom_base.

find_program(MSGFMT msgfmt REQUIRED)
find_program(XGETTEXT xgettext REQUIRED)
mark_as_advanced(MSGFMT XGETTEXT)

function(cpom_french_catalogue layer)
  set(po "${PROJECT_SOURCE_DIR}/host/messages/fr.po")
  set(mo "${PROJECT_BINARY_DIR}/messages/fr.mo")
  set(source "${PROJECT_BINARY_DIR}/messages/french_catalogue.cpp")
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/messages")
  add_custom_command(
    OUTPUT "${source}"
    BYPRODUCTS "${mo}"
    COMMAND "${MSGFMT}" --check --output-file "${mo}" "${po}"
    COMMAND "${CMAKE_COMMAND}" -D "INPUT=${mo}" -D "OUTPUT=${source}" -D NAME=french_catalogue
            -D HEADER=base/french_catalogue.hpp -P "${PROJECT_SOURCE_DIR}/host/cmake/embed.cmake"
    DEPENDS "${po}" "${PROJECT_SOURCE_DIR}/host/cmake/embed.cmake"
    COMMENT "Compiling the French messages"
    VERBATIM)
  get_target_property(type cpom_${layer} TYPE)
  if(NOT type STREQUAL INTERFACE_LIBRARY)
    target_sources(cpom_${layer} PRIVATE "${source}")
  endif()
endfunction()

# Every text marked for translation, as build/<preset>/messages/cpom.pot.
add_custom_target(messages
  COMMAND sh "${PROJECT_SOURCE_DIR}/host/cmake/extract_messages.sh"
          "${XGETTEXT}" "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/messages/cpom.pot"
  COMMENT "Collecting messages into messages/cpom.pot"
  VERBATIM)
