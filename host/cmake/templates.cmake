# What `cpom new` writes: host/scaffold/templates, built into a layer.

function(cpom_templates layer)
  set(folder "${PROJECT_SOURCE_DIR}/host/scaffold/templates")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${folder}/*")
  set(source "${PROJECT_BINARY_DIR}/templates/embedded_templates.cpp")
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/templates")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" -D "FOLDER=${folder}" -D "OUTPUT=${source}"
            -P "${PROJECT_SOURCE_DIR}/host/cmake/embed_folder.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/host/cmake/embed_folder.cmake"
    COMMENT "Embedding the templates of cpom new"
    VERBATIM)
  target_sources(cpom_${layer} PRIVATE "${source}")
endfunction()
