#include <gtest/gtest.h>

#include <QFile>
#include <QTest>
#include <QTextBrowser>

#include "tests/ui/post_fixture.h"
#include "tests/ui/window_driver.h"
#include "ui/casefile/case_page.h"
#include "ui/help/help_page.h"
#include "ui/shell/workspace.h"

namespace cotejo::ui_test {
namespace {

QStringList idsOf(const std::vector<help::Section>& sections) {
    QStringList ids;
    for (const auto& section : sections) ids << section.id;
    return ids;
}

TEST(Handbook, SectionsAreHeadingsWithAnId) {
    const auto sections = help::parseHandbook("lost\n# One {#queue}\ntext\n\nmore\n# Two words {#keys}\n| a |\n# no id\n");
    ASSERT_EQ(sections.size(), 2u);
    EXPECT_EQ(sections[0].title, "One");
    EXPECT_EQ(sections[0].text, "text\n\nmore\n");
    EXPECT_EQ(sections[1].id, "keys");
    EXPECT_TRUE(sections[1].text.contains("# no id"));
}

TEST(Handbook, BothLanguagesTellTheSame) {
    const auto english = help::readHandbook("en"), spanish = help::readHandbook("es");
    ASSERT_TRUE(english) << english.error().detail;
    ASSERT_TRUE(spanish) << spanish.error().detail;
    EXPECT_GE(english->size(), 15u);
    EXPECT_EQ(idsOf(*english), idsOf(*spanish));
    for (std::size_t i = 0; i < english->size(); ++i) {
        EXPECT_NE(english->at(i).title, spanish->at(i).title);
        for (const auto* each : {&english->at(i), &spanish->at(i)}) EXPECT_GT(each->text.size(), 60) << each->title.toStdString();
        EXPECT_EQ(english->at(i).text.count('\n'), spanish->at(i).text.count('\n')) << english->at(i).title.toStdString();
    }
    EXPECT_FALSE(help::readHandbook("xx"));
}

struct Help : testing::Test {
    PostFixture post;
    WindowDriver driver{post.folder(), post.clock()};
};

TEST_F(Help, EveryPageOfTheRailHasItsSectionAndF1OpensIt) {
    ASSERT_TRUE(driver.signIn("supervisor", PostFixture::kPassphrase));
    auto& workspace = driver.workspace();
    for (const QString& page : workspace.pageIds()) {
        if (page == "settings") continue;
        workspace.showPage(page);
        ASSERT_TRUE(driver.settle());
        QTest::keyClick(&driver.window(), Qt::Key_F1);
        ASSERT_EQ(workspace.currentPage(), "help") << page.toStdString();
        EXPECT_EQ(workspace.helpPage()->currentSection(), page);
        ASSERT_TRUE(driver.click("helpBack"));
        EXPECT_EQ(workspace.currentPage(), page);
    }
}

TEST_F(Help, ACaseIsStillOpenAfterReading) {
    ASSERT_TRUE(driver.signIn("officer", PostFixture::kPassphrase));
    auto& workspace = driver.workspace();
    workspace.openCase(post.cases()[1]);
    workspace.casePage()->showTab("decision");
    ASSERT_TRUE(driver.settle());
    QTest::keyClick(&driver.window(), Qt::Key_F1);
    EXPECT_EQ(workspace.helpPage()->currentSection(), "decision");
    const auto* text = driver.find<QTextBrowser>("helpText");
    ASSERT_TRUE(text);
    EXPECT_TRUE(text->toPlainText().contains("The program never decides"));
    if (const QString pictures = qEnvironmentVariable("COTEJO_PICTURES"); !pictures.isEmpty()) {
        driver.window().grab().save(pictures + "/help-en.png");
        workspace.helpPage()->showSection("keys");
        driver.window().setTheme(widgets::ThemeKind::Dark);
        ASSERT_TRUE(driver.settle());
        driver.window().grab().save(pictures + "/help-keys-dark.png");
        driver.window().setTheme(widgets::ThemeKind::Light);
    }
    QTest::keyClick(driver.find("helpContents"), Qt::Key_Escape);
    ASSERT_TRUE(driver.settle());
    EXPECT_EQ(workspace.currentPage(), "case");
    EXPECT_EQ(workspace.casePage()->current(), post.cases()[1]);
    EXPECT_EQ(workspace.casePage()->currentTab(), "decision");
    QTest::keyClick(&driver.window(), Qt::Key_F1);
    driver.window().setLanguage("es");
    ASSERT_TRUE(driver.settle());
    EXPECT_EQ(driver.workspace().currentPage(), "case") << "another language leaves the case open";
    QTest::keyClick(&driver.window(), Qt::Key_F1);
    EXPECT_TRUE(driver.find<QTextBrowser>("helpText")->toPlainText().contains("El programa nunca decide"));
}

}  // namespace
}  // namespace cotejo::ui_test
