#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <fstream>

#include "core/store/case_table.h"
#include "tests/support/paths.h"
#include "tests/ui/post_fixture.h"
#include "tests/ui/window_driver.h"
#include "ui/activity/activity_page.h"
#include "ui/approvals/approvals_page.h"
#include "ui/casefile/case_page.h"
#include "ui/casefile/history/encounters_tab.h"
#include "ui/intake/import_page.h"
#include "ui/queue/queue_page.h"
#include "ui/shell/window.h"
#include "ui/shell/workspace.h"

namespace cotejo::shell {
namespace {

using ui_test::PostFixture;

class WindowTest : public testing::Test {
  protected:
    template <class T = QWidget>
    T* find(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    bool settle() { return m_driver.settle(); }
    void signIn(const QString& login, const QString& passphrase = QString::fromLatin1(PostFixture::kPassphrase)) {
        ASSERT_TRUE(m_driver.signIn(login, passphrase));
    }

    PostFixture m_post;
    ui_test::WindowDriver m_driver{m_post.folder(), m_post.clock()};
    Window* m_window = &m_driver.window();
};

/// What a screen reader or a keyboard cannot use.
QStringList accessibilityFaults(QWidget* page) {
    QStringList faults;
    for (auto* widget : page->findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(page) || widget->focusPolicy() == Qt::NoFocus) continue;
        const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget) ||
                             qobject_cast<QPlainTextEdit*>(widget) || qobject_cast<QAbstractItemView*>(widget);
        if (!control || qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr) continue;
        // Parts that Qt itself puts into its widgets (clear buttons, actions of a line edit).
        if (qobject_cast<QLineEdit*>(widget->parentWidget()) != nullptr || widget->objectName().startsWith(QLatin1String("qt_"))) continue;
        const QString kind = QLatin1String(widget->metaObject()->className());
        if (widget->objectName().isEmpty()) faults << QStringLiteral("%1 has no name (%2)").arg(kind, widget->accessibleName());
        if (widget->accessibleName().isEmpty()) faults << QStringLiteral("%1 %2 says nothing to screen readers").arg(kind, widget->objectName());
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool chip = widget->objectName().startsWith(QLatin1String("chip"));
        if (button != nullptr && button->text().isEmpty() && button->toolTip().isEmpty() && !chip)
            faults << QStringLiteral("%1 is an icon without a tooltip").arg(widget->objectName());
    }
    return faults;
}

TEST_F(WindowTest, AWrongPassphraseIsSaidInlineAndTheRightOneOpensTheQueue) {
    signIn(QStringLiteral("officer"), QStringLiteral("not this one at all"));
    EXPECT_TRUE(find("signInNotice")->isVisible());
    EXPECT_TRUE(find("signInNotice")->accessibleName().contains(QLatin1String("E_ACCESS_PASSPHRASE")));
    signIn(QStringLiteral("officer"));
    ASSERT_NE(m_window->workspace(), nullptr);
    const auto rowsShown = [&] { return m_window->workspace()->queuePage()->shownRows() == 3; };
    EXPECT_TRUE(QTest::qWaitFor(rowsShown, 10'000));
}

TEST_F(WindowTest, EveryPageIsUsableByKeyboardAndScreenReader) {
    EXPECT_EQ(accessibilityFaults(m_window).join(QLatin1Char('\n')).toStdString(), "");
    signIn(QStringLiteral("supervisor"));
    auto* workspace = m_window->workspace();
    ASSERT_NE(workspace, nullptr);
    for (const QString& page : workspace->pageIds()) {
        workspace->showPage(page);
        ASSERT_TRUE(settle());
        EXPECT_EQ(accessibilityFaults(workspace).join(QLatin1Char('\n')).toStdString(), "") << page.toStdString();
    }
    workspace->openCase(m_post.cases()[0]);
    ASSERT_TRUE(settle());
    for (const QString& tab : workspace->casePage()->tabNames()) {
        workspace->casePage()->showTab(tab);
        ASSERT_TRUE(settle());
        EXPECT_EQ(accessibilityFaults(workspace).join(QLatin1Char('\n')).toStdString(), "") << tab.toStdString();
    }
}

TEST_F(WindowTest, ProtectionIsOneKeyFromAnyPageWithoutAQuestion) {
    signIn(QStringLiteral("officer"));
    auto* workspace = m_window->workspace();
    ASSERT_NE(workspace, nullptr);
    workspace->openCase(m_post.cases()[1]);
    ASSERT_TRUE(settle());
    QTest::keyClick(m_window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(settle());
    EXPECT_TRUE(find("banner")->isVisible());
    EXPECT_TRUE(QApplication::activeModalWidget() == nullptr);
    const auto& file = workspace->casePage()->file();
    ASSERT_TRUE(file.has_value());
    // The officer sees the neutral word, whoever pressed the key.
    EXPECT_TRUE(file->onHold);
    EXPECT_FALSE(file->view.has(record::HoldKind::Protection));
}

TEST_F(WindowTest, TriageAndTakingAreDoneFromTheOverviewAndRefusalsStandInline) {
    signIn(QStringLiteral("officer"));
    auto* workspace = m_window->workspace();
    workspace->openCase(m_post.cases()[0]);
    ASSERT_TRUE(settle());
    auto* triage = find<QAbstractButton>("nextTriage");
    ASSERT_NE(triage, nullptr);
    triage->click();
    ASSERT_TRUE(settle());
    EXPECT_EQ(workspace->casePage()->file()->view.state, record::CaseState::Triage);
    auto* take = find<QAbstractButton>("nextTake");
    ASSERT_NE(take, nullptr);
    take->click();
    ASSERT_TRUE(settle());
    EXPECT_TRUE(workspace->casePage()->file()->mine);
    workspace->casePage()->showTab(QStringLiteral("disposition"));
    auto* choice = find<QComboBox>("dispositionChoice");
    choice->setCurrentIndex(1);
    find<QAbstractButton>("proposeButton")->click();
    ASSERT_TRUE(settle());
    ASSERT_TRUE(find("dispositionRefusal")->isVisible());
    EXPECT_TRUE(find("dispositionRefusal")->accessibleName().contains(QLatin1String("E_")));
}

TEST_F(WindowTest, TheTimelineShowsOtherCasesWithTheDocumentAndOpensThem) {
    signIn(QStringLiteral("officer"));
    m_window->workspace()->openCase(m_post.cases()[0]);
    ASSERT_TRUE(settle());
    auto* page = m_window->workspace()->casePage();
    page->showTab(QStringLiteral("encounters"));
    ASSERT_TRUE(settle());
    auto* tab = m_driver.find<casefile::EncountersTab>(QStringLiteral("encountersTab"));
    ASSERT_NE(tab, nullptr);
    EXPECT_EQ(tab->encounterCount(), 2);
    const auto number = [&](std::size_t at) {
        const auto desk = m_post.desk("officer");
        auto reader = desk->store().reader();
        return QString::fromStdString(store::CaseTable(*reader).row(m_post.cases()[at]).value()->number);
    };
    const QString other = number(1);
    auto* row = m_driver.find(QStringLiteral("encounter_") + other);
    ASSERT_NE(row, nullptr);
    for (const char* said : {"Paso Alto", "same document, L898902C3", "outcome after your own conclusion"})
        EXPECT_TRUE(row->accessibleName().contains(QLatin1String(said))) << row->accessibleName().toStdString();
    EXPECT_EQ(m_driver.find(QStringLiteral("encounter_") + number(0)), nullptr) << "a case is no other case of itself";
    EXPECT_TRUE(m_driver.shows(QStringLiteral("This case was opened"), QStringLiteral("encountersTab")));
    EXPECT_FALSE(m_driver.find(QStringLiteral("encountersNote"))) << "nothing to excuse";
    ASSERT_TRUE(m_driver.click(QStringLiteral("openEncounter_") + other));
    EXPECT_EQ(page->current(), m_post.cases()[1]);
    ASSERT_TRUE(page->file());
    EXPECT_EQ(page->file()->view.number, other.toStdString());
}

TEST_F(WindowTest, TheLanguageSwitchChangesEveryWordBeforeAndAfterSignIn) {
    m_window->setLanguage(QStringLiteral("es"));
    ASSERT_TRUE(settle());
    EXPECT_EQ(find<QAbstractButton>("signInButton")->text(), QStringLiteral("Abrir turno"));
    signIn(QStringLiteral("officer"));
    EXPECT_TRUE(m_window->windowTitle().startsWith(QLatin1String("Cola")));
    m_window->setLanguage(QStringLiteral("en"));
    ASSERT_TRUE(settle());
    EXPECT_TRUE(m_window->windowTitle().startsWith(QLatin1String("Queue")));
}

TEST_F(WindowTest, EveryListModelKeepsTheContract) {
    signIn(QStringLiteral("supervisor"));
    auto* workspace = m_window->workspace();
    workspace->openCase(m_post.cases()[0]);
    ASSERT_TRUE(settle());
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (auto* view : workspace->findChildren<QAbstractItemView*>())
        if (view->model() != nullptr && !view->objectName().isEmpty())
            testers.push_back(std::make_unique<QAbstractItemModelTester>(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal));
    EXPECT_GE(testers.size(), 8u);
    for (const QString& page : workspace->pageIds()) workspace->showPage(page);
    m_window->session()->announce(m_post.cases()[0]);
    EXPECT_TRUE(settle());
}

TEST_F(WindowTest, LockingKeepsTheShiftAndAsksForThePassphrase) {
    signIn(QStringLiteral("officer"));
    emit m_window->workspace()->lockRequested();
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_window->workspace(), nullptr);
    ASSERT_NE(m_window->session(), nullptr);
    signIn(QStringLiteral("officer"));
    EXPECT_NE(m_window->workspace(), nullptr);
}

TEST_F(WindowTest, UnlockingGoesBackToTheCaseAndItsTab) {
    signIn(QStringLiteral("officer"));
    m_window->workspace()->openCase(m_post.cases()[1]);
    m_window->workspace()->casePage()->showTab(QStringLiteral("documents"));
    ASSERT_TRUE(settle());
    emit m_window->workspace()->lockRequested();
    ASSERT_TRUE(settle());
    signIn(QStringLiteral("officer"));
    ASSERT_NE(m_window->workspace(), nullptr);
    EXPECT_EQ(m_window->workspace()->place().caseId, m_post.cases()[1]);
    EXPECT_EQ(m_window->workspace()->place().tab, QStringLiteral("documents"));
    m_window->setLanguage(QStringLiteral("es"));
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_window->workspace()->place().caseId, m_post.cases()[1]) << "another language leaves the case open";
    emit m_window->workspace()->lockRequested();
    ASSERT_TRUE(settle());
    signIn(QStringLiteral("supervisor"));
    ASSERT_NE(m_window->workspace(), nullptr);
    EXPECT_FALSE(m_window->workspace()->place().caseId) << "whoever comes next begins elsewhere";
}

TEST_F(WindowTest, AClosedWindowOpensOnItsPageAndNeverOnACase) {
    signIn(QStringLiteral("officer"));
    m_window->workspace()->showPage(QStringLiteral("activity"));
    m_window->close();
    ASSERT_TRUE(m_driver.signOut());
    m_window->show();
    signIn(QStringLiteral("officer"));
    EXPECT_EQ(m_window->workspace()->currentPage(), QStringLiteral("activity"));
    m_window->workspace()->openCase(m_post.cases()[1]);
    ASSERT_TRUE(settle());
    m_window->close();
    ASSERT_TRUE(m_driver.signOut());
    m_window->show();
    signIn(QStringLiteral("officer"));
    EXPECT_EQ(m_window->workspace()->currentPage(), QStringLiteral("activity"));
}

TEST_F(WindowTest, FilesOfTheCommandLineWaitForSignInAndAreShownOnly) {
    const auto file = m_post.folder() / "passport.mrz";
    std::ofstream(file) << "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n";
    m_window->openFiles({file});
    signIn(QStringLiteral("officer"));
    ASSERT_NE(m_window->workspace(), nullptr);
    EXPECT_EQ(m_window->workspace()->currentPage(), QStringLiteral("import"));
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_window->workspace()->importPage()->rows(), 1);
    m_window->workspace()->showPage(QStringLiteral("queue"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_window->workspace()->queuePage()->shownRows() == 3; }, 10'000)) << "nothing was written";
}

TEST(Translations, NothingIsUnfinished) {
    for (const char* language : {"es", "en"}) {
        QFile file(QStringLiteral(COTEJO_SOURCE_DIR "/translations/cotejo_%1.ts").arg(QLatin1String(language)));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << language;
        const QByteArray text = file.readAll();
        EXPECT_GT(text.count("<message"), 10);
        EXPECT_EQ(text.count("type=\"unfinished\""), 0) << language;
    }
}

}  // namespace
}  // namespace cotejo::shell
