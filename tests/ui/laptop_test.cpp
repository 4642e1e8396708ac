#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

#include "tests/ui/staged_post.h"
#include "tests/ui/window_driver.h"
#include "ui/approvals/approvals_page.h"
#include "ui/casefile/case_page.h"
#include "ui/compare/protocol/compare_tab.h"
#include "ui/compare/protocol/review_page.h"
#include "ui/queue/queue_page.h"
#include "ui/search/search_page.h"
#include "ui/shell/workspace.h"

/// The real window with a whole case, stage by stage, at the sizes of real screens: nothing asks for more room than there is, no word is
/// cut, and every control is within reach. With COTEJO_PICTURES, pictures for people to look at; COTEJO_LAPTOP_LOOK=es-light-200 keeps to what
/// has these letters in its name, for whoever mends a page.
namespace cotejo::ui_test {
namespace {

struct Screen {
    const char* name;
    QSize size;  ///< of the window, in device-independent pixels: the screen without a title bar of 30
};
// The three layouts of a page: 1600 x 1000, 1366 x 768, and 1920 x 1080 at 200 %.
const Screen kWide{"1600", {1600, 970}}, kLaptop{"1366", {1366, 738}}, kLarge{"200", {960, 525}};

bool scrolls(const QWidget* widget, const QWidget* root) {
    for (const auto* up = widget->parentWidget(); up != nullptr && up != root; up = up->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(up) != nullptr) return true;
    return false;
}

/// What asks for more than `room`, hidden pages too, because a window is never smaller than the least of all its pages: for messages.
std::string whatIsLarge(const QWidget* root, QSize room) {
    std::string found;
    for (const auto* each : root->findChildren<QWidget*>()) {
        if (scrolls(each, root)) continue;
        const QSize needs = each->minimumSizeHint().expandedTo(each->minimumSize());
        if (needs.width() > room.width() || needs.height() > room.height())
            found += "\n  " + std::string(each->metaObject()->className()) + " " + each->objectName().toStdString() + " " + std::to_string(needs.width()) + "x" +
                     std::to_string(needs.height());
    }
    return found;
}

/// What got less room than it says it needs: it is painted over by what stands beside it.
QStringList crushed(const QWidget* root) {
    QStringList found;
    for (const auto* each : root->findChildren<QWidget*>()) {
        if (!each->isVisible() || each->parentWidget()->layout() == nullptr || each->parentWidget()->layout()->indexOf(const_cast<QWidget*>(each)) < 0) continue;
        const QSize needs = each->minimumSizeHint();
        if (needs.height() > each->height() + 1 && each->maximumHeight() >= needs.height() && each->sizePolicy().verticalPolicy() != QSizePolicy::Ignored)
            found << QStringLiteral("%1 %2 is %3 high, needs %4").arg(QLatin1String(each->metaObject()->className()), each->objectName()).arg(each->height()).arg(needs.height());
        if (needs.width() > each->width() + 1 && each->maximumWidth() >= needs.width() && each->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
            found << QStringLiteral("%1 %2 is %3 wide, needs %4").arg(QLatin1String(each->metaObject()->className()), each->objectName()).arg(each->width()).arg(needs.width());
    }
    return found;
}

/// Pages of words are read downwards: whatever scrolls sideways hides its end. Tables may, they have a bar of their own.
QStringList sideways(const QWidget* root) {
    QStringList found;
    for (const auto* each : root->findChildren<QScrollArea*>())
        if (each->isVisible() && each->horizontalScrollBar()->maximum() > 0)
            found << QStringLiteral("%1 %2 by %3").arg(QLatin1String(each->metaObject()->className()), each->objectName()).arg(each->horizontalScrollBar()->maximum());
    for (const auto* each : root->findChildren<QTextBrowser*>())
        if (each->isVisible() && each->horizontalScrollBar()->maximum() > 0) found << QStringLiteral("text %1 by %2").arg(each->objectName()).arg(each->horizontalScrollBar()->maximum());
    return found;
}

/// Controls that are not on the screen although no scroll area would bring them there.
QStringList outOfView(const QWidget* root) {
    QStringList found;
    for (const auto* each : root->findChildren<QWidget*>()) {
        if (!each->isVisible() || each->focusPolicy() == Qt::NoFocus) continue;
        if (!scrolls(each, root) && !root->rect().contains(QRect(each->mapTo(root, QPoint()), each->size())))
            found << QStringLiteral("%1 %2").arg(QLatin1String(each->metaObject()->className()), each->objectName());
    }
    return found;
}

class Laptop : public ::testing::Test {
  protected:
    QString passphrase() const { return QString::fromLatin1(test::TestPost::kPassphrase); }
    void look(const QString& language, widgets::ThemeKind theme, const Screen& screen) {
        driver.window().setLanguage(language);
        driver.window().setTheme(theme);
        driver.window().resize(screen.size);
        ASSERT_TRUE(driver.settle());
    }
    void judge(const QString& name, const Screen& screen) {
        ASSERT_TRUE(driver.settle());
        auto& window = driver.window();
        const auto* workspace = window.workspace();
        const QSize least = workspace->minimumSizeHint();
        EXPECT_TRUE(least.width() <= screen.size.width() && least.height() <= screen.size.height())
            << name.toStdString() << " asks for " << least.width() << "x" << least.height() << whatIsLarge(workspace, screen.size - QSize(76, 68));
        // Words that change are measured and laid out in several turns of the loop: what counts is how it comes to rest.
        for (int turn = 0; turn < 20 && !(crushed(&window) + cutTexts(&window)).isEmpty(); ++turn) QTest::qWait(25);
        EXPECT_EQ(crushed(&window).join('\n').toStdString(), "") << name.toStdString();
        EXPECT_EQ(sideways(&window).join('\n').toStdString(), "") << name.toStdString();
        EXPECT_EQ(cutTexts(&window).join('\n').toStdString(), "") << name.toStdString();
        EXPECT_EQ(outOfView(&window).join('\n').toStdString(), "") << name.toStdString();
        const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
        if (!folder.isEmpty()) window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
    /// Calls `visit(suffix, screen)` in both languages on each screen; in the dark look only for pictures, because a look changes no measure.
    /// `suffix` names what is seen: "-es-light-1366".
    template <class Visit>
    void everyLook(Visit visit) {
        for (const char* language : {"es", "en"})
            for (const auto theme : {widgets::ThemeKind::Light, widgets::ThemeKind::Dark})
                for (const Screen& screen : {kWide, kLaptop, kLarge}) {
                    const bool dark = theme == widgets::ThemeKind::Dark;
                    if (dark && qEnvironmentVariable("COTEJO_PICTURES").isEmpty()) continue;
                    const auto suffix = QStringLiteral("-%1-%2-%3").arg(QLatin1String(language), dark ? QStringLiteral("dark") : QStringLiteral("light"), QLatin1String(screen.name));
                    if (!suffix.contains(qEnvironmentVariable("COTEJO_LAPTOP_LOOK"))) continue;
                    look(QLatin1String(language), theme, screen);
                    visit(suffix, screen);
                }
    }
    /// Every part of the case that is named.
    void walk(const QString& stage, const QStringList& tabs) {
        everyLook([&](const QString& suffix, const Screen& screen) {
            driver.workspace().openCase(post.id());
            ASSERT_TRUE(driver.settle());
            for (const QString& tab : tabs) {
                const auto parts = tab.split(QLatin1Char(' '));
                driver.workspace().casePage()->showTab(parts[0]);
                if (parts.contains(QLatin1String("document")) || parts.contains(QLatin1String("search")))
                    for (auto* each : driver.window().findChildren<compare::CompareTab*>()) each->turnTo(parts.contains(QLatin1String("document")));
                for (auto* each : driver.window().findChildren<compare::ReviewPage*>())
                    each->showView(parts.contains(QLatin1String("bench")) ? compare::ReviewPage::View::Comparison : compare::ReviewPage::View::Scores);
                judge(stage + QLatin1Char('-') + parts.join(QLatin1Char('-')) + suffix, screen);
            }
        });
    }

    StagedPost post;
    WindowDriver driver{post.folder(), post.clock()};
};

TEST_F(Laptop, EveryPartOfACaseFitsAtEveryStage) {
    ASSERT_TRUE(driver.signIn(QStringLiteral("ana"), passphrase()));
    walk(QStringLiteral("1-received"), {"overview", "documents", "encounters", "face", "fingers", "decision", "disposition", "history"});
    post.search();
    walk(QStringLiteral("2-searched"), {"overview", "face search", "face document", "fingers search", "decision"});
    post.compare();
    walk(QStringLiteral("3-compared"), {"overview", "face search", "face document", "fingers search", "history"});
    post.reveal();
    walk(QStringLiteral("4-revealed"), {"face search", "face search bench", "face document", "face document bench", "fingers search", "fingers search bench", "decision"});
    post.identify();
    walk(QStringLiteral("5-identified"), {"overview", "guard", "face search", "fingers search", "fingers search bench", "decision", "disposition", "history"});
}

TEST_F(Laptop, EveryOtherPageFits) {
    post.search();
    post.compare();
    post.reveal();
    post.identify();
    post.submit();
    for (const char* login : {"ana", "sue"}) {
        ASSERT_TRUE(driver.signIn(QString::fromLatin1(login), passphrase()));
        const bool supervisor = login == std::string("sue");
        everyLook([&](const QString& suffix, const Screen& screen) {
            const auto name = [&](const QString& page) { return QStringLiteral("6-") + page + suffix; };
            const QStringList pages = supervisor ? QStringList{"approvals", "statistics", "activity"}
                                                 : QStringList{"queue", "import", "newCase", "search", "watchlist", "activity", "settings"};
            for (const QString& page : pages) {
                driver.workspace().showPage(page);
                if (page == QLatin1String("search")) driver.workspace().searchPage()->search(QStringLiteral("PA-2026"));
                if (page == QLatin1String("queue")) driver.workspace().queuePage()->selectRow(0);
                // The language was changed a moment ago: the page stands in the new one whole.
                if (page == QLatin1String("settings")) {
                    EXPECT_EQ(driver.shows(QStringLiteral("face examiner"), QStringLiteral("settingsPage")), suffix.contains(QLatin1String("-en-"))) << suffix.toStdString();
                }
                judge(name(supervisor ? page + QStringLiteral("-supervisor") : page), screen);
            }
            if (!supervisor) {
                driver.workspace().showHelp();
                return judge(name(QStringLiteral("help")), screen);
            }
            driver.workspace().showPage(QStringLiteral("approvals"));
            ASSERT_TRUE(driver.settle());
            ASSERT_EQ(driver.workspace().approvalsPage()->rows(), 1);
            driver.workspace().approvalsPage()->openRow(0);
            judge(name(QStringLiteral("dossier")), screen);
            driver.workspace().openCase(post.id());
            for (const char* tab : {"overview", "documents", "guard", "disposition"}) {
                driver.workspace().casePage()->showTab(QLatin1String(tab));
                judge(name(QStringLiteral("supervisor-") + QLatin1String(tab)), screen);
            }
        });
        ASSERT_TRUE(driver.signOut());
    }
}

TEST_F(Laptop, APaperIsReadOnASmallScreen) {
    post.search();
    post.compare();
    post.reveal();
    post.identify();
    post.submit();
    ASSERT_TRUE(driver.signIn(QStringLiteral("cleo"), passphrase()));
    for (const char* language : {"es", "en"})
        for (const Screen& screen : {kLaptop, kLarge}) {
            look(QLatin1String(language), widgets::ThemeKind::Light, screen);
            driver.workspace().openCase(post.id());
            ASSERT_TRUE(driver.settle());
            driver.workspace().casePage()->showTab(QStringLiteral("guard"));
            ASSERT_TRUE(driver.settle());
            ASSERT_TRUE(driver.click(QStringLiteral("readAnswerPaper")));
            auto* dialog = driver.find(QStringLiteral("paperDialog"));
            ASSERT_NE(dialog, nullptr);
            ASSERT_TRUE(driver.settle());
            EXPECT_LE(dialog->width(), screen.size.width()) << screen.name;
            EXPECT_LE(dialog->height(), screen.size.height()) << screen.name;
            EXPECT_EQ(cutTexts(dialog).join('\n').toStdString(), "") << screen.name;
            if (const QString folder = qEnvironmentVariable("COTEJO_PICTURES"); !folder.isEmpty())
                dialog->grab().save(QDir(folder).filePath(QStringLiteral("7-paper-%1-%2.png").arg(QLatin1String(language), QLatin1String(screen.name))));
            dialog->close();
            ASSERT_TRUE(driver.settle());
        }
}

}  // namespace
}  // namespace cotejo::ui_test
