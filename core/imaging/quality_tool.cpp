#include "core/imaging/quality_tool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <system_error>

#include "core/base/bytes.h"
#include "core/imaging/encode.h"

namespace cotejo::imaging {

namespace {

using Clock = std::chrono::steady_clock;

QualityAnswer outcome(QualityOutcome what, std::string detail) {
    return {what, std::nullopt, std::move(detail)};
}

/// A folder that only this user can read and that is gone afterwards.
class ScratchFolder {
  public:
    explicit ScratchFolder(const std::filesystem::path& below) : m_path((below / "cotejo-quality-XXXXXX").string()) {
        m_made = ::mkdtemp(m_path.data()) != nullptr;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        if (m_made) std::filesystem::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    bool write(const char* name, ByteView bytes) {
        if (!m_made) return false;
        const int file = ::open((m_path + "/" + name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file < 0) return false;
        std::size_t done = 0;
        while (done < bytes.size()) {
            const auto count = ::write(file, bytes.data() + done, bytes.size() - done);
            if (count <= 0) break;
            done += static_cast<std::size_t>(count);
        }
        return ::close(file) == 0 && done == bytes.size();
    }
    std::string pathOf(const char* name) const { return m_path + "/" + name; }

  private:
    std::string m_path;
    bool m_made = false;
};

/// A started program whose output is read. Killed, with its group, when it is dropped.
class Child {
  public:
    ~Child() {
        if (m_output >= 0) ::close(m_output);
        if (m_process > 0) {
            ::kill(-m_process, SIGKILL);
            while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {}
        }
    }
    int start(const std::filesystem::path& program, std::vector<std::string> arguments) {
        int pipe[2];
        if (::pipe2(pipe, O_CLOEXEC) != 0) return errno;
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 1);
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&attributes, 0);
        std::vector<char*> argv;
        std::string name = program.string();
        argv.push_back(name.data());
        for (auto& each : arguments) argv.push_back(each.data());
        argv.push_back(nullptr);
        char path[] = "PATH=/usr/local/bin:/usr/bin:/bin", language[] = "LANG=C";
        char* environment[] = {path, language, nullptr};
        const int failed = ::posix_spawn(&m_process, name.c_str(), &actions, &attributes, argv.data(), environment);
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
        ::close(pipe[1]);
        m_output = pipe[0];
        if (failed != 0) m_process = -1;
        return failed;
    }
    int output() const { return m_output; }
    /// The exit status once it has ended; nothing before `until`.
    std::optional<int> wait(Clock::time_point until) {
        for (;;) {
            int status = 0;
            const pid_t ended = ::waitpid(m_process, &status, WNOHANG);
            if (ended == m_process) {
                ::kill(-m_process, SIGKILL);  // what it left running
                m_process = -1;
                return status;
            }
            if (ended < 0 && errno != EINTR) return std::nullopt;
            if (Clock::now() >= until) return std::nullopt;
            ::usleep(2000);
        }
    }

  private:
    pid_t m_process = -1;
    int m_output = -1;
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n\"";
    const auto first = text.find_first_not_of(kBlanks);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> cells(std::string_view line, char separator) {
    std::vector<std::string_view> result;
    for (;;) {
        const auto at = line.find(separator);
        result.push_back(trimmed(line.substr(0, at)));
        if (at == line.npos) return result;
        line.remove_prefix(at + 1);
    }
}

QualityAnswer scored(const QualityTool& tool, std::string_view text) {
    if (text.empty() || text == "NA" || text == "N/A" || text == "nan" || text == "NaN") return outcome(QualityOutcome::Unscored, "the program gives no score");
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return outcome(QualityOutcome::NotUnderstood, "no number: " + std::string(text.substr(0, 80)));
    if (value == 255 || value == -1) return outcome(QualityOutcome::Unscored, "the program says that it could not measure (" + std::string(text) + ")");
    if (value < 0 || value > 100) return outcome(QualityOutcome::NotUnderstood, "a score outside 0 to 100: " + std::string(text.substr(0, 80)));
    QualityAnswer answer;
    answer.outcome = QualityOutcome::Scored;
    answer.quality = record::Quality{static_cast<int>(std::lround(value)), tool.algorithm, tool.version, tool.program.filename().string()};
    return answer;
}

}  // namespace

QualityAnswer readQualityOutput(const QualityTool& tool, std::string_view output) {
    const auto whole = trimmed(output);
    if (whole.empty()) return outcome(QualityOutcome::NotUnderstood, "the program printed nothing");
    if (whole.find('\n') == whole.npos && whole.find_first_of(",;") == whole.npos) return scored(tool, whole);
    for (std::string_view rest = whole; !rest.empty();) {
        const auto end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
        if (line.find("UnifiedQualityScore") == line.npos) continue;
        const char separator = line.find(';') != line.npos ? ';' : ',';
        const auto names = cells(line, separator), values = cells(rest.substr(0, rest.find('\n')), separator);
        for (const std::string_view wanted : {"UnifiedQualityScore.scalar", "UnifiedQualityScore"})
            for (std::size_t i = 0; i < names.size(); ++i)
                if (names[i] == wanted) return scored(tool, i < values.size() ? values[i] : std::string_view());
    }
    return outcome(QualityOutcome::NotUnderstood, "no score in: " + std::string(whole.substr(0, 80)));
}

QualityAnswer measureQuality(const QualityTool& tool, const cv::Mat& pixels, const record::Ppi& ppi, const std::filesystem::path& scratch,
                             std::stop_token stop) {
    try {
        if (!tool.program.is_absolute()) return outcome(QualityOutcome::NotStarted, "the program's path is not absolute");
        const auto png = encodePng(pixels, ppi);
        if (!png) return outcome(QualityOutcome::NotStarted, png.error().detail);
        ScratchFolder folder(scratch);
        if (!folder.write("sample.png", *png)) return outcome(QualityOutcome::NotStarted, "the picture cannot be written below " + scratch.string());
        std::vector<std::string> arguments = tool.arguments;
        for (auto& each : arguments)
            if (const auto at = each.find("{image}"); at != each.npos) each.replace(at, 7, folder.pathOf("sample.png"));
        Child child;
        const auto until = Clock::now() + tool.timeLimit;
        if (const int failed = child.start(tool.program, std::move(arguments)); failed != 0)
            return outcome(QualityOutcome::NotStarted, tool.program.string() + ": " + std::strerror(failed));
        std::string output;
        for (;;) {
            if (stop.stop_requested()) return outcome(QualityOutcome::Cancelled, "nobody waits for it any more");
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
            if (left <= 0) return outcome(QualityOutcome::TimedOut, "no answer within " + std::to_string(tool.timeLimit.count()) + " ms");
            pollfd ready{child.output(), POLLIN, 0};
            const int polled = ::poll(&ready, 1, static_cast<int>(std::min<long long>(left, 100)));
            if (polled < 0 && errno != EINTR) return outcome(QualityOutcome::Failed, "its output cannot be read");
            if (polled <= 0) continue;
            char buffer[4096];
            const auto count = ::read(child.output(), buffer, sizeof buffer);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) break;
            output.append(buffer, static_cast<std::size_t>(count));
            if (output.size() > tool.outputLimit) return outcome(QualityOutcome::TooMuchOutput, "more than " + std::to_string(tool.outputLimit) + " bytes");
        }
        const auto status = child.wait(until);
        if (!status) return outcome(QualityOutcome::TimedOut, "it closed its output and did not end within " + std::to_string(tool.timeLimit.count()) + " ms");
        if (!WIFEXITED(*status)) return outcome(QualityOutcome::Failed, "ended by signal " + std::to_string(WTERMSIG(*status)));
        if (WEXITSTATUS(*status) != 0) return outcome(QualityOutcome::Failed, "exit code " + std::to_string(WEXITSTATUS(*status)));
        return readQualityOutput(tool, output);
    } catch (const std::exception& wrong) {
        return outcome(QualityOutcome::Failed, wrong.what());
    }
}

}  // namespace cotejo::imaging
