#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temp_folder.h"

namespace cotejo::test {

/// Output and exit status of a program that has ended.
struct Ended {
    int status = -1;
    std::string output;  ///< standard output
};
/// Runs to the end; standard error goes to ours.
Ended runProgram(const std::vector<std::string>& command);

/// A child process whose standard output is read line by line. Killed at the end of its life.
class Child {
  public:
    explicit Child(const std::vector<std::string>& command);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    /// The next line; empty at the end of the output.
    std::string line();
    /// SIGKILL, and wait.
    void kill();
    int pid() const { return m_pid; }

  private:
    int m_pid = -1;
    int m_output = -1;
    std::string m_buffer;
};

/// A real cotejo-server in a temporary folder, on the loopback.
class ServerProcess {
  public:
    explicit ServerProcess(std::vector<std::string> options = {});
    /// Starts it (again, on the same port).
    void start();
    void kill();
    /// Ends it and waits.
    void stop() { kill(); }
    std::uint16_t port() const { return m_port; }
    int pid() const { return m_child->pid(); }
    std::filesystem::path folder() const { return m_temp / "server"; }
    /// A subcommand of cotejo-server on this folder.
    Ended command(std::vector<std::string> words) const;
    std::string enrolCode() const;
    /// Both administrators sign that every device and person who waits is admitted, with the roles that they asked for or those of `roles`
    /// ("LOGIN=ROLE,ROLE").
    /// `scope`: whose cases come to the devices.
    void admitAll(const std::vector<std::string>& roles = {}, const std::string& scope = "all") const;
    /// Words that let a command sign as both administrators, or as the first alone.
    std::vector<std::string> keys(int administrators = 2) const;
    /// Resident memory in KiB.
    long residentKib() const;

  private:
    TempFolder m_temp;
    std::vector<std::string> m_options;
    std::uint16_t m_port = 0;
    std::unique_ptr<Child> m_child;
};

}  // namespace cotejo::test
