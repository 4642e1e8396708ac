#include "app/desktop/timing.h"

#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "ui/bridge/text.h"
#include "ui/queue/queue_page.h"
#include "ui/shell/window.h"
#include "ui/shell/workspace.h"

namespace cotejo::desktop {
namespace {

constexpr int kPatience = 20'000;  // ms

template <class Done>
bool until(const Done& done) {
    QElapsedTimer waited;
    waited.start();
    while (!done() && waited.elapsed() < kPatience) QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    return done();
}

double sinceBoot() {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// When the kernel started this process, in milliseconds since the machine's: field 22 of proc(5)'s stat.
double processStart() {
    std::ifstream stat("/proc/self/stat");
    std::string text;
    std::getline(stat, text);
    std::istringstream fields(text.substr(text.rfind(')') + 1));
    for (int field = 3; field < 22; ++field) fields >> text;
    double ticks = 0;
    fields >> ticks;
    return ticks * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

int timeStart(shell::Window& window, const access::PostFacts& facts, const std::string& login) {
    const auto started = processStart();
    const auto say = [started](const char* what) { std::fprintf(stderr, "cotejo: %s after %.0f ms\n", what, sinceBoot() - started); };
    QApplication::processEvents();
    say("window ready");
    const auto found = std::ranges::find(facts.demoLogins, login, &access::PostFacts::DemoLogin::login);
    if (found == facts.demoLogins.end()) {
        std::fprintf(stderr, "cotejo: --timing needs a demo post ('cotejo-cli demo make') and --login with one of its officers\n");
        return 2;
    }
    bool signedIn = false, failed = false;
    QObject context;
    QObject::connect(&window, &shell::Window::signedIn, &context, [&] {
        signedIn = true;
        say("signed in");
    });
    QObject::connect(&window, &shell::Window::signInFailed, &context, [&] { failed = true; });
    window.signIn(bridge::fromText(found->login), bridge::fromText(found->passphrase));
    if (!until([&] { return signedIn || failed; }) || failed) {
        std::fprintf(stderr, "cotejo: the demo login %s does not open this post\n", login.c_str());
        return 1;
    }
    if (!until([&] { return window.workspace() != nullptr && window.workspace()->queuePage()->shownRows() > 0; })) {
        std::fprintf(stderr, "cotejo: the queue shows no case\n");
        return 1;
    }
    window.workspace()->queuePage()->repaint();
    say("queue usable");
    return 0;
}

}  // namespace cotejo::desktop
