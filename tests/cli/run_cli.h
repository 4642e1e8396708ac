#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

#include "tests/support/paths.h"

namespace cotejo::test {

struct CliAnswer {
    int status = -1;
    std::string output;  ///< both streams
};

/// Runs the real cotejo-cli through a shell: quote what needs it.
inline CliAnswer runCli(const std::string& arguments) {
    CliAnswer answer;
    const std::string command = std::string(COTEJO_BIN_DIR) + "/cotejo-cli " + arguments + " 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> part;
    for (std::size_t count; pipe != nullptr && (count = fread(part.data(), 1, part.size(), pipe)) > 0;)
        answer.output.append(part.data(), count);
    const int status = pclose(pipe);
    answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return answer;
}

}  // namespace cotejo::test
