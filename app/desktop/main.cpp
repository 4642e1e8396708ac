#include <CLI/CLI.hpp>
#include <QApplication>
#include <QFileInfo>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "app/desktop/timing.h"
#include "app/desktop/tour.h"
#include "core/base/memory.h"
#include "ui/shell/window.h"
#include "ui/widgets/style/focus_ring.h"

namespace {

using namespace cotejo;

struct Options {
    std::string post;
    std::vector<std::string> files;
    std::string login;
    std::string language;
    std::string theme;
    std::string screenshots;
    bool blurFaces = false;
    bool timing = false;
};

/// Qt ends the program with an abort and a page of plugin names when there is no display; this says it plainly first.
bool hasDisplay() {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") || set("QT_QPA_PLATFORM");
}

int report(const Error& error) {
    std::fprintf(stderr, "cotejo: %s (%s)\n", error.detail.c_str(), error.code.c_str());
    return 1;
}

int run(int argc, char** argv, const Options& options) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cotejo"));
    QApplication::setApplicationDisplayName(QStringLiteral("Cotejo"));
    QApplication::setApplicationVersion(QStringLiteral(COTEJO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("cotejo"));
    settings::Preferences preferences;
    const std::string post = options.post.empty() ? preferences.lastPost().toStdString() : options.post;
    if (post.empty()) {
        std::fprintf(stderr, "cotejo: no post was opened on this computer yet. Name its folder once: cotejo --post FOLDER\n");
        return 2;
    }
    auto facts = access::postFacts(post);
    if (!facts) return report(facts.error());
    const widgets::FocusRing ring;
    if (!options.screenshots.empty()) {
        QStringList languages{QStringLiteral("es"), QStringLiteral("en")}, themes{QStringLiteral("light"), QStringLiteral("dark")};
        if (!options.language.empty()) languages = {QString::fromStdString(options.language)};
        if (!options.theme.empty()) themes = {QString::fromStdString(options.theme)};
        return desktop::runTour(post, *facts, QString::fromStdString(options.screenshots), languages, themes, options.blurFaces);
    }
    preferences.setLastPost(QFileInfo(QString::fromStdString(post)).absoluteFilePath());
    if (!options.language.empty()) preferences.setLanguage(QString::fromStdString(options.language));
    if (!options.theme.empty()) preferences.setTheme(*settings::themeFromCode(QString::fromStdString(options.theme)));
    widgets::applyTheme(application, preferences.theme());
    const SystemClock clock;
    shell::Window window(post, *facts, preferences, clock);
    window.setLogin(QString::fromStdString(options.login));
    if (!options.timing) window.setSyncPace({});
    window.start();
    window.openFiles({options.files.begin(), options.files.end()});
    if (!window.restoreGeometry(preferences.geometry())) window.resize(1440, 900);
    window.show();
    if (options.timing) return desktop::timeStart(window, *facts, options.login);
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    keepSecretsInMemory();
    Options options;
    CLI::App parser{"Cotejo: case review for immigration officers", "cotejo"};
    parser.add_option("--post", options.post, "Folder of the post; without it the one that was opened last")->check(CLI::ExistingDirectory);
    parser.add_option("FILES", options.files, "Files to show on the import page after sign-in")->check(CLI::ExistingPath);
    parser.add_option("--login", options.login, "Officer to fill in at sign-in");
    parser.add_option("--lang", options.language, "Language of the window")->check(CLI::IsMember({"es", "en"}));
    parser.add_option("--theme", options.theme, "Look of the window")->check(CLI::IsMember({"light", "dark", "contrast"}));
    parser.add_option("--screenshots", options.screenshots, "Write pictures of the tour of a demo post into this folder and end");
    parser.add_flag("--blur-faces", options.blurFaces, "With --screenshots: make portraits unrecognisable, for pictures that are published");
    parser.add_flag("--timing", options.timing, "Time the start on a demo post: sign --login in, say on standard error when the queue was usable, and end");
    parser.set_version_flag("--version", COTEJO_VERSION);
    CLI11_PARSE(parser, argc, argv);
    if (!options.screenshots.empty() && std::getenv("QT_QPA_PLATFORM") == nullptr) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay()) {
        std::fprintf(stderr, "cotejo: there is no display. Start it in a desktop session, or render the tour with --screenshots DIR.\n");
        return 3;
    }
    keepFreedPages();  // an import decodes every image
    return run(argc, argv, options);
}
