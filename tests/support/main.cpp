// The main function of cpom_unit; version 3 of Catch2 brings its own.
#ifndef CPOM_CATCH2_V3
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
