#include "tests/contract/server_process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "core/base/json.h"
#include "tests/support/paths.h"

namespace cotejo::test {
namespace {

const std::string kServer = std::string(COTEJO_BIN_DIR) + "/cotejo-server";

}  // namespace

Child::Child(const std::vector<std::string>& command) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) std::abort();
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(ends[1], STDOUT_FILENO);
        ::execv(words[0], words.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    m_output = ends[0];
}

Child::~Child() {
    kill();
    ::close(m_output);
}

std::string Child::line() {
    while (true) {
        if (const auto end = m_buffer.find('\n'); end != std::string::npos) {
            auto text = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            return text;
        }
        char piece[4096];
        const auto count = ::read(m_output, piece, sizeof piece);
        if (count <= 0) return {};  // a line cut off by a kill was not said
        m_buffer.append(piece, static_cast<std::size_t>(count));
    }
}

void Child::kill() {
    if (m_pid <= 0) return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = -1;
}

Ended runProgram(const std::vector<std::string>& command) {
    std::string shell;
    for (const auto& word : command) shell += "'" + word + "' ";
    Ended ended;
    FILE* pipe = ::popen(shell.c_str(), "r");
    if (!pipe) return ended;
    char piece[4096];
    while (const auto count = std::fread(piece, 1, sizeof piece, pipe)) ended.output.append(piece, count);
    const int status = ::pclose(pipe);
    ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ended;
}

ServerProcess::ServerProcess(std::vector<std::string> options) : m_options(std::move(options)) {
    std::ofstream(m_temp / "passphrase") << "correct horse battery staple";
    const auto passphrase = (m_temp / "passphrase").string();
    EXPECT_EQ(command({"init", "--org", "MIG", "--administrator", "one:First Administrator", "--administrator", "two:Second Administrator",
                       "--passphrase-file", passphrase, "--passphrase-file", passphrase, "--testing"})
                  .status,
              0);
    start();
}

void ServerProcess::start() {
    m_child.reset();
    std::vector<std::string> words{kServer, "run", "--folder", folder().string(), "--host", "127.0.0.1", "--port", std::to_string(m_port)};
    words.insert(words.end(), m_options.begin(), m_options.end());
    m_child = std::make_unique<Child>(words);
    const auto line = m_child->line();
    ASSERT_TRUE(line.starts_with("listening on ")) << line;
    m_port = static_cast<std::uint16_t>(std::stoi(line.substr(13)));
}

void ServerProcess::kill() { m_child.reset(); }

Ended ServerProcess::command(std::vector<std::string> words) const {
    words.insert(words.begin(), kServer);
    words.insert(words.end(), {"--json", "--folder", folder().string()});
    return runProgram(words);
}

std::vector<std::string> ServerProcess::keys(int administrators) const {
    std::vector<std::string> words;
    for (const auto* login : {"one", "two"}) {
        if (administrators-- <= 0) break;
        words.insert(words.end(), {"--key", (folder() / "administrators" / (std::string(login) + ".key")).string(), "--passphrase-file", (m_temp / "passphrase").string()});
    }
    return words;
}

void ServerProcess::admitAll(const std::vector<std::string>& roles, const std::string& scope) const {
    const auto waiting = parseJson(command({"roster", "waiting"}).output, "waiting");
    ASSERT_TRUE(waiting);
    for (const auto& device : (*waiting)["introductions"]) {
        std::vector<std::string> words{"roster", "admit", device["device"].get<std::string>()};
        const auto signing = keys();
        words.insert(words.end(), signing.begin(), signing.end());
        words.insert(words.end(), {"--scope", scope});
        for (const auto& officer : device["officers"]) {
            const auto login = officer["login"].get<std::string>();
            words.insert(words.end(), {"--person", login + "=" + officer["id"].get<std::string>()});
            for (const auto& each : roles)
                if (each.starts_with(login + "=")) words.insert(words.end(), {"--role", each});
        }
        ASSERT_EQ(command(words).status, 0);
    }
}

std::string ServerProcess::enrolCode() const {
    const auto document = parseJson(command({"enrol-code"}).output, "enrol-code");
    return document ? textAt(*document, "code").value_or("") : "";
}

long ServerProcess::residentKib() const {
    std::ifstream file("/proc/" + std::to_string(pid()) + "/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
    return 0;
}

}  // namespace cotejo::test
