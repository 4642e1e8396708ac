# Everything that is not ours: Debian packages, and the three npm tarballs that packaging/setup fetched and checked.

set(COTEJO_DEPS "$ENV{COTEJO_DEPS}" CACHE PATH "Folder in which packaging/setup put the npm tarballs' contents")
if(NOT COTEJO_DEPS)
    set(COTEJO_DEPS "$ENV{HOME}/.cache/cotejo/deps" CACHE PATH "" FORCE)
endif()
foreach(needed sqlite3mc/sqlite3.c faceplugin/fr_feature.onnx admin-lte/user1-128x128.jpg)
    if(NOT EXISTS "${COTEJO_DEPS}/${needed}")
        message(FATAL_ERROR "${COTEJO_DEPS}/${needed} is missing. Run packaging/setup, which fetches and checks it.")
    endif()
endforeach()

find_package(Threads REQUIRED)
find_package(OpenCVNarrow REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Poco REQUIRED COMPONENTS Foundation Net NetSSL Crypto JSON)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(ZLIB REQUIRED)
find_package(EXPAT REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(qpdf REQUIRED IMPORTED_TARGET libqpdf)
if(COTEJO_DESKTOP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Svg Pdf Concurrent Test LinguistTools)
endif()
if(COTEJO_TESTS)
    find_package(GTest REQUIRED)
    find_package(benchmark REQUIRED)
endif()

# SQLite3 Multiple Ciphers. Not the package's own options: those set synchronous=NORMAL, which loses commits on power cuts.
add_library(cotejo_sqlite3mc STATIC "${COTEJO_DEPS}/sqlite3mc/sqlite3.c")
target_include_directories(cotejo_sqlite3mc SYSTEM PUBLIC "${COTEJO_DEPS}/sqlite3mc")
target_compile_options(cotejo_sqlite3mc PRIVATE -w -O2)
target_compile_definitions(cotejo_sqlite3mc PRIVATE
    SQLITE_THREADSAFE=1 SQLITE_ENABLE_FTS5 SQLITE_ENABLE_STAT4 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_DQS=0
    SQLITE_DEFAULT_SYNCHRONOUS=2 SQLITE_DEFAULT_WAL_SYNCHRONOUS=2 SQLITE_TEMP_STORE=3 SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_SECURE_DELETE SQLITE_MAX_EXPR_DEPTH=200 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE3MC_SECURE_MEMORY=1
    HAVE_CIPHER_AES_128_CBC=0 HAVE_CIPHER_AES_256_CBC=0 HAVE_CIPHER_RC4=0 HAVE_CIPHER_SQLCIPHER=0 HAVE_CIPHER_ASCON128=0
    HAVE_CIPHER_AEGIS=0 HAVE_CIPHER_CHACHA20=1)
target_link_libraries(cotejo_sqlite3mc PUBLIC Threads::Threads ${CMAKE_DL_LIBS} m)
