#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"

namespace cotejo::cli {

class PostOptions;

/// Words of people and foreign files as a terminal may show them: nothing in them moves the cursor or paints over what was read.
std::string harmless(std::string_view text);

/// What every subcommand gets: how to answer, and where the exit status goes.
class Console {
  public:
    bool json = false;  ///< set by --json: one JSON document on standard output, errors included

    /// Prints the document with --json, the plain text (if any) without.
    void answer(const Json& document, std::string_view plain);
    /// Prints "cotejo-cli: CODE: detail" to standard error (with --json also {"error":{...}} to standard output) and sets the
    /// exit status: 1 for a failure, 2 for a wrong call.
    void report(const Error& error);
    /// A failure that shows something all the same: the plain text, then the error; with --json one document with both.
    void answerAndReport(const Error& error, std::string_view name, const Json& document, std::string_view plain);
    int exitStatus() const { return m_exitStatus; }
    void setExitStatus(int status) { m_exitStatus = status; }

  private:
    void tell(const Error& error);
    int m_exitStatus = 0;
};

/// Exit statuses: 0 done, 1 failed, 2 wrong call. One function a subcommand group, each in its own file.
void addFingerCommand(CLI::App& root, Console& console);
void addFingerReportCommands(CLI::App& finger, Console& console);
void addTenPrintCommand(CLI::App& finger, Console& console);
void addFaceCommand(CLI::App& root, Console& console);
void addFaceReportCommands(CLI::App& face, Console& console);  // face evaluate, face calibrate
void addModelCommand(CLI::App& root, Console& console);
void addExchangeCommand(CLI::App& root, Console& console);
void addStoreCommands(CLI::App& root, Console& console);   // init, officer, journal, store
void addCaseCommand(CLI::App& root, Console& console);
void addCaseStatisticsCommand(CLI::App& kase, std::shared_ptr<const PostOptions> post, Console& console);
void addImportCommand(CLI::App& root, Console& console);
void addPartnerCommand(CLI::App& root, Console& console);
void addPolicyCommand(CLI::App& root, Console& console);
void addSyncCommand(CLI::App& root, Console& console);
void addRulesCommand(CLI::App& root, Console& console);
void addDemoCommand(CLI::App& root, Console& console);
void addWatchlistCommand(CLI::App& root, Console& console);

}  // namespace cotejo::cli
