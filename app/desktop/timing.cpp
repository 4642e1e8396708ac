#include "app/desktop/timing.h"

#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>

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

}  // namespace

int timeStart(shell::Window& window, const access::PostFacts& facts, const std::string& login,
              std::chrono::steady_clock::time_point begun) {
    const auto say = [begun](const char* what) {
        const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
        std::fprintf(stderr, "cotejo: %s after %lld ms\n", what, static_cast<long long>(spent.count()));
    };
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
