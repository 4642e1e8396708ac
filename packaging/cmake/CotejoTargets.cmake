# How a room, a program and a test are declared.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
# Optimised builds keep asserts in the code that changes data: a broken invariant must stop the program, not the record.
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELWITHDEBINFO "${CMAKE_CXX_FLAGS_RELWITHDEBINFO}")
string(REPLACE "-g" "-g1" CMAKE_CXX_FLAGS_RELWITHDEBINFO "${CMAKE_CXX_FLAGS_RELWITHDEBINFO}")

add_library(cotejo_options INTERFACE)
target_compile_options(cotejo_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2 -Wnull-dereference
    $<$<BOOL:${COTEJO_WERROR}>:-Werror>
    # g++ 12 reports these inside optimised standard library code without cause (GCC bugs 105329, 105562, 107852).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-error=restrict -Wno-error=maybe-uninitialized -Wno-error=stringop-overflow
      -Wno-error=array-bounds -Wno-error=null-dereference>
    # So that what is compiled does not depend on the folder it was checked out in (ccache); debuggers still find the sources.
    "-fmacro-prefix-map=${CMAKE_SOURCE_DIR}/="
    -fstack-protector-strong $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
target_include_directories(cotejo_options INTERFACE "${CMAKE_SOURCE_DIR}")
# Half a hundred programs link all of core: gold takes a third of the default linker's time.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold COTEJO_HAS_GOLD)
if(COTEJO_HAS_GOLD)
    add_link_options(-fuse-ld=gold)
endif()
if(COTEJO_SANITIZE)
    # On our targets only: SQLite is not ours to sanitize, and with the same options everywhere it is compiled once.
    target_compile_options(cotejo_options INTERFACE
        -fsanitize=${COTEJO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${COTEJO_SANITIZE})
endif()
if(COTEJO_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
endif()

# cotejo_room(core/base SOURCES a.cpp b.cpp LINKS Lib::Lib): an object library that joins cotejo_core or cotejo_ui.
function(cotejo_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
    string(REPLACE "/" "_" target "${name}")
    add_library(cotejo_${target} OBJECT ${ROOM_SOURCES})
    target_link_libraries(cotejo_${target} PUBLIC cotejo_options ${ROOM_LINKS})
    if(name MATCHES "^core/")
        target_link_libraries(cotejo_core INTERFACE cotejo_${target} $<TARGET_OBJECTS:cotejo_${target}> ${ROOM_LINKS})
    elseif(name MATCHES "^ui/")
        set_target_properties(cotejo_${target} PROPERTIES AUTOMOC ON)
        target_link_libraries(cotejo_ui INTERFACE cotejo_${target} $<TARGET_OBJECTS:cotejo_${target}> ${ROOM_LINKS})
    endif()
endfunction()

# cotejo_test(unit_store LABELS unit SOURCES a.cpp LINKS cotejo_core): a GoogleTest program, one ctest entry. COST, about its seconds,
# for those of a quarter of a minute and more: ctest starts the longest first, so that none is left to run alone at the end.
function(cotejo_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT;COST" "SOURCES;LINKS;LABELS" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 900)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE cotejo_options ${TEST_LINKS} GTest::gmock GTest::gtest GTest::gtest_main)
    configure_file("${CMAKE_SOURCE_DIR}/tests/support/paths.h.in" "${CMAKE_BINARY_DIR}/generated/tests/support/paths.h" @ONLY)
    target_include_directories(${name} PRIVATE "${CMAKE_BINARY_DIR}/generated")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${TEST_LABELS}" TIMEOUT ${TEST_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
    if(TEST_COST)
        set_tests_properties(${name} PROPERTIES COST ${TEST_COST})
    endif()
endfunction()
