#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "core/base/file.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/encode.h"
#include "tests/ui/post_fixture.h"
#include "tests/ui/window_driver.h"
#include "ui/casefile/case_page.h"
#include "ui/intake/new_case_page.h"
#include "ui/intake/sample_tray.h"
#include "ui/shell/workspace.h"

namespace cotejo::ui_test {
namespace {

const QString kFirst = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
const QString kSecond = QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10");

struct TypedCase : testing::Test {
    PostFixture post;
    WindowDriver driver{post.folder(), post.clock()};

    void SetUp() override {
        ASSERT_TRUE(driver.signIn("officer", PostFixture::kPassphrase));
        QTest::keyClick(&driver.window(), Qt::Key_N, Qt::ControlModifier);
        ASSERT_EQ(driver.workspace().currentPage(), "newCase");
    }
    QString field(const char* name) const {
        const auto* edit = driver.find<QLineEdit>(name);
        return edit ? edit->text() : QStringLiteral("(no such field)");
    }
    void typeZone(const QString& lines) {
        auto* zone = driver.find<QPlainTextEdit>("newCaseZone");
        ASSERT_TRUE(zone);
        zone->setFocus();
        zone->selectAll();
        QTest::keyClicks(zone, lines.section('\n', 0, 0));
        QTest::keyClick(zone, Qt::Key_Return);
        QTest::keyClicks(zone, lines.section('\n', 1));
    }
    const bridge::CaseFile* opened() {
        if (!driver.click("openNewCase") || !driver.settle() || driver.workspace().currentPage() != "case") return nullptr;
        const auto& file = driver.workspace().casePage()->file();
        return file ? &*file : nullptr;
    }
};

TEST_F(TypedCase, TheZoneFillsTheFieldsAndTheCaseOpens) {
    typeZone(kFirst + '\n' + kSecond);
    EXPECT_EQ(field("newCaseFamily"), "ERIKSSON");
    EXPECT_EQ(field("newCaseGiven"), "ANNA MARIA");
    EXPECT_EQ(field("newCaseBirth"), "1974-08-12");
    EXPECT_EQ(field("newCaseNumber"), "L898902C3");
    EXPECT_EQ(field("newCaseExpiry"), "2012-04-15");
    const auto print = post.folder() / "r2.wsq";
    Bytes pixels(300 * 300);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(128 + (i % 9) * 8);
    ASSERT_TRUE(writeFileAtomically(print, *exchange::encodeWsq(pixels, 300, 300, 0.75, {500, record::PpiSource::Header})));
    driver.workspace().newCasePage()->addImages({QString::fromStdString(print.string())});
    ASSERT_TRUE(driver.settle());
    auto* finger = driver.find<QComboBox>("sampleFinger");
    ASSERT_TRUE(finger);
    finger->setCurrentIndex(finger->findData(int(record::FingerPosition::RightIndex)));
    const auto* file = opened();
    ASSERT_TRUE(file) << driver.refusals();
    const auto& traveler = file->view.traveler;
    EXPECT_EQ(traveler.familyName, "ERIKSSON");
    EXPECT_EQ(traveler.documents.at(0).mrz, (kFirst + '\n' + kSecond).toStdString());
    ASSERT_EQ(file->view.captures.size(), 1u);
    EXPECT_EQ(file->view.captures[0].position, record::FingerPosition::RightIndex);
    EXPECT_EQ(file->view.captures[0].ppi, (record::Ppi{500, record::PpiSource::Header}));
    EXPECT_FALSE(file->view.number.empty());
    // The next traveler begins with an empty page.
    QTest::keyClick(&driver.window(), Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(field("newCaseFamily"), "");
    EXPECT_FALSE(driver.find("sampleFinger"));
}

TEST_F(TypedCase, WhatAPersonTypedIsNeverOverwrittenAndAWrongDigitIsProposedNotRepaired) {
    ASSERT_TRUE(driver.type("newCaseFamily", "ERIKSSON LIND"));
    QString wrong = kSecond;
    wrong.replace(5, 1, QStringLiteral("O"));  // L8989O2C3
    typeZone(kFirst + '\n' + wrong);
    EXPECT_EQ(field("newCaseFamily"), "ERIKSSON LIND");
    EXPECT_EQ(field("newCaseNumber"), "L8989O2C3");
    EXPECT_TRUE(driver.find("newCaseZoneNotice"));
    ASSERT_TRUE(driver.click("useProposal"));
    EXPECT_EQ(field("newCaseNumber"), "L898902C3");
    const auto* file = opened();
    ASSERT_TRUE(file) << driver.refusals();
    EXPECT_EQ(file->view.traveler.familyName, "ERIKSSON LIND");
}

TEST_F(TypedCase, BadInputIsRefusedInPlaceAndNothingIsLost) {
    ASSERT_TRUE(driver.click("openNewCase"));
    EXPECT_TRUE(driver.find("newCaseRefusal")) << "nobody is named";
    ASSERT_TRUE(driver.type("newCaseFamily", "SPECIMEN"));
    for (const auto& [name, bad, good] : {std::tuple{"newCaseBirth", "1974-13-01", "12/08/1974"}, {"newCaseNationality", "COX", "COL"}, {"newCaseExpiry", "soon", ""}}) {
        driver.find<QLineEdit>(name)->setText(bad);
        ASSERT_TRUE(driver.click("openNewCase"));
        EXPECT_TRUE(driver.find("newCaseRefusal")) << name;
        EXPECT_EQ(driver.workspace().currentPage(), "newCase") << name;
        EXPECT_EQ(field("newCaseFamily"), "SPECIMEN");
        driver.find<QLineEdit>(name)->setText(good);
    }
    driver.find<QPlainTextEdit>("newCaseZone")->setPlainText("P<UTO");
    ASSERT_TRUE(driver.click("openNewCase"));
    EXPECT_TRUE(driver.find("newCaseRefusal")) << "half a zone";
    driver.find<QPlainTextEdit>("newCaseZone")->clear();
    const auto text = post.folder() / "no.png";
    ASSERT_TRUE(writeFileAtomically(text, viewOf("no image")));
    driver.workspace().newCasePage()->addImages({QString::fromStdString(text.string())});
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.find("newCaseRefusal"));
    EXPECT_NE(driver.refusals().find("no.png"), std::string::npos) << driver.refusals();
    const auto* file = opened();
    ASSERT_TRUE(file) << driver.refusals();
    EXPECT_EQ(file->view.traveler.birthDate, "1974-08-12") << "as it is written by hand";
    EXPECT_EQ(file->view.traveler.nationality, "COL");
}

TEST_F(TypedCase, ADocumentOfAProtectedPersonIsSaidAtOnce) {
    QString protectedZone = kSecond;
    protectedZone.replace(10, 3, QStringLiteral("XXB"));
    typeZone(kFirst + '\n' + protectedZone);
    ASSERT_TRUE(driver.find("newCaseZoneNotice"));
    EXPECT_TRUE(driver.shows("protected person", "newCasePage"));
    if (const QString pictures = qEnvironmentVariable("COTEJO_PICTURES"); !pictures.isEmpty()) driver.window().grab().save(pictures + "/new-case-protected.png");
}

TEST_F(TypedCase, SamplesAreAddedToAnOpenCaseOrStayInTheTrayWithTheReason) {
    driver.workspace().openCase(post.cases()[1]);
    driver.workspace().casePage()->showTab("documents");
    ASSERT_TRUE(driver.settle());
    const auto before = driver.workspace().casePage()->file()->view.captures.size();
    const auto file = post.folder() / "left.png";
    ASSERT_TRUE(writeFileAtomically(file, *imaging::encodePng(cv::Mat(300, 240, CV_8UC1, cv::Scalar(200)), {500, record::PpiSource::Header})));
    auto* tray = driver.window().findChild<intake_ui::SampleTray*>();
    for (auto* each : driver.window().findChildren<intake_ui::SampleTray*>())
        if (driver.window().findChild<QWidget*>("documentsTab")->isAncestorOf(each)) tray = each;
    ASSERT_TRUE(tray);
    EXPECT_FALSE(driver.find("giveSamples", "documentsTab"));
    tray->addFiles({QString::fromStdString(file.string())});
    ASSERT_TRUE(driver.settle());
    if (const QString pictures = qEnvironmentVariable("COTEJO_PICTURES"); !pictures.isEmpty()) driver.window().grab().save(pictures + "/add-samples.png");
    auto* finger = driver.find<QComboBox>("sampleFinger", "documentsTab");
    auto* ppi = driver.find<QLineEdit>("samplePpi", "documentsTab");
    ASSERT_TRUE(finger && ppi);
    finger->setCurrentIndex(finger->findData(int(record::FingerPosition::LeftIndex)));
    ppi->setText("five hundred");
    ASSERT_TRUE(driver.click("giveSamples", "documentsTab"));
    EXPECT_TRUE(driver.find("documentsRefusal"));
    EXPECT_EQ(tray->count(), 1) << "nothing is lost";
    ppi->setText("500");
    ASSERT_TRUE(driver.click("giveSamples", "documentsTab"));
    ASSERT_TRUE(driver.settle());
    const auto& captures = driver.workspace().casePage()->file()->view.captures;
    ASSERT_EQ(captures.size(), before + 1) << driver.refusals();
    EXPECT_EQ(captures.back().position, record::FingerPosition::LeftIndex);
    EXPECT_EQ(tray->count(), 0);
}

// In both languages and looks; with COTEJO_PICTURES, pictures for people to look at.
TEST_F(TypedCase, ARepairIsProposedInEveryLanguageAndLook) {
    const QString pictures = qEnvironmentVariable("COTEJO_PICTURES");
    cv::Mat face(300, 240, CV_8UC3, cv::Scalar(120, 160, 200));
    const auto file = post.folder() / "portrait.png";
    ASSERT_TRUE(writeFileAtomically(file, *imaging::encodePng(face)));
    for (const char* language : {"en", "es"}) {
        driver.window().setLanguage(language);
        ASSERT_TRUE(driver.settle());
        QString wrong = kSecond;
        wrong.replace(5, 1, QStringLiteral("O"));
        typeZone(kFirst + '\n' + wrong);
        driver.workspace().newCasePage()->addImages({QString::fromStdString(file.string()), QString::fromStdString(file.string())});
        ASSERT_TRUE(driver.settle());
        for (auto* kind : driver.window().findChildren<QComboBox*>("sampleKind")) kind->setCurrentIndex(2), kind->parentWidget()->show();
        for (const auto theme : {widgets::ThemeKind::Light, widgets::ThemeKind::Dark}) {
            driver.window().setTheme(theme);
            ASSERT_TRUE(driver.settle());
            EXPECT_TRUE(driver.find("useProposal")) << language;
            EXPECT_EQ(field("newCaseNumber"), "L8989O2C3") << "proposed, not repaired";
            if (!pictures.isEmpty())
                driver.window().grab().save(pictures + "/new-case-" + language + (theme == widgets::ThemeKind::Dark ? "-dark.png" : ".png"));
        }
    }
}

}  // namespace
}  // namespace cotejo::ui_test
