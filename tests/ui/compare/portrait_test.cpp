#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QTest>

#include "tests/ui/staged_post.h"
#include "tests/ui/window_driver.h"
#include "ui/casefile/case_page.h"
#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/face/face_page.h"
#include "ui/compare/face/feature_list.h"
#include "ui/compare/protocol/protocol.h"
#include "ui/compare/reveal/reveal_panel.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/choices/segmented.h"

/// 1:1, the document's portrait against the live face, in the real window of a real post.
namespace cotejo::compare {
namespace {

using namespace record;
using ui_test::StagedPost;

QString q(const char* text) { return QString::fromUtf8(text); }

class PortraitExamination : public ::testing::Test {
  protected:
    void SetUp() override {
        post.search();
        ASSERT_TRUE(driver.signIn(q("ana"), q(test::TestPost::kPassphrase)));
        driver.workspace().openCase(post.id());
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.workspace().casePage()->file().has_value());
        driver.workspace().casePage()->showTab(q("face"));
        ASSERT_TRUE(driver.settle());
    }
    const bridge::CaseFile& file() { return *driver.workspace().casePage()->file(); }
    const PortraitCheck* own() { return file().view.portraits.empty() ? nullptr : &file().view.portraits.front(); }
    FacePage* page(const char* name) { return driver.window().findChild<FacePage*>(q(name)); }
    widgets::Segmented* sides(const char* of) { return page(of)->findChild<widgets::Segmented*>(q("examinationSides")); }
    bool knowsPortrait() {
        return std::ranges::any_of(file().view.captures, [](const auto& each) { return each.modality == Modality::Face && each.kind == CaptureKind::Document; });
    }
    QString wholeText() {
        QString all;
        for (const auto* label : page("faceDocumentPage")->findChildren<QLabel*>())
            if (label->isVisible()) all += label->text() + QLatin1Char('\n');
        for (const auto* widget : page("faceDocumentPage")->findChildren<QWidget*>())
            if (widget->isVisible()) all += widget->accessibleName() + widget->accessibleDescription() + widget->toolTip() + QLatin1Char('\n');
        return all;
    }

    StagedPost post;
    ui_test::WindowDriver driver{post.folder(), post.clock()};
};

TEST_F(PortraitExamination, ArrowKeysTurnToTheOtherExaminationAndStayInSight) {
    auto* there = sides("facePage")->button(0);
    there->setFocus();
    QTest::keyClick(there, Qt::Key_Right);
    ASSERT_TRUE(driver.settle());
    EXPECT_TRUE(page("faceDocumentPage")->isVisible());
    EXPECT_FALSE(page("facePage")->isVisible());
    auto* focus = driver.window().focusWidget();
    ASSERT_NE(focus, nullptr);
    EXPECT_TRUE(focus->isVisible()) << "the keyboard must not go on in the page that went";
    EXPECT_EQ(focus, sides("faceDocumentPage")->button(1));
    QTest::keyClick(focus, Qt::Key_Right);
    EXPECT_TRUE(page("faceDocumentPage")->isVisible()) << "there is nothing further right";
    QTest::keyClick(driver.window().focusWidget(), Qt::Key_Left);
    ASSERT_TRUE(driver.settle());
    EXPECT_TRUE(page("facePage")->isVisible());
    EXPECT_EQ(driver.window().focusWidget(), sides("facePage")->button(0));
    EXPECT_EQ(sides("facePage")->current(), 0);
}

TEST_F(PortraitExamination, GoesFromTheLiveFaceAloneToTheScore) {
    const QString name = q("faceDocumentPage");
    QTest::mouseClick(sides("facePage")->button(1), Qt::LeftButton);
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(page("faceDocumentPage")->isVisible());
    auto* canvas = page("faceDocumentPage")->canvas();
    ASSERT_TRUE(QTest::qWaitFor([&] { return canvas->view().hasProbe() && canvas->isReady(); }, 20'000));

    // The live face alone: the document's portrait is nowhere, not even in what the window was told.
    EXPECT_FALSE(knowsPortrait());
    EXPECT_FALSE(canvas->hasReference());
    EXPECT_EQ(driver.find(q("featureTable"), name), nullptr) << "nothing to compare yet";
    EXPECT_EQ(driver.find(q("conclusionScale"), name), nullptr);
    ASSERT_TRUE(driver.click(q("saveConclusion"), name));
    EXPECT_TRUE(wholeText().contains(q("E_ANALYSIS_MISSING"))) << "an analysis without words";
    EXPECT_EQ(own(), nullptr);
    ASSERT_TRUE(driver.type(q("reasons"), q("Frontal, even light; ears covered."), name));
    ASSERT_TRUE(driver.click(q("saveConclusion"), name));
    ASSERT_TRUE(own() && own()->opened) << driver.refusals();
    EXPECT_EQ(own()->analysis, "Frontal, even light; ears covered.");
    EXPECT_TRUE(knowsPortrait());
    ASSERT_TRUE(QTest::qWaitFor([&] { return canvas->hasReference() && canvas->isReady(); }, 20'000));

    // The checklist by keys: similar, different, not visible; each goes on to the next.
    auto* features = driver.find<QTableView>(q("featureTable"), name);
    ASSERT_NE(features, nullptr);
    features->setCurrentIndex(features->model()->index(0, 0));
    for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) QTest::keyClick(features, key);
    EXPECT_EQ(features->currentIndex().row(), 3);
    EXPECT_EQ(page("faceDocumentPage")->findChild<FeatureList*>()->model()->answered(), 3);
    if (auto* turns = driver.find<widgets::Segmented>(q("sideParts"), name)) QTest::mouseClick(turns->button(1), Qt::LeftButton);

    auto* scale = driver.find<widgets::Segmented>(q("conclusionScale"), name);
    ASSERT_NE(scale, nullptr);
    QTest::mouseClick(scale->button(int(ExaminerConclusion::SupportSame)), Qt::LeftButton);
    ASSERT_TRUE(driver.type(q("reasons"), q("Same lines and marks."), name));
    ASSERT_TRUE(driver.click(q("saveConclusion"), name));
    EXPECT_TRUE(wholeText().contains(q("E_NO_COUNTEREVIDENCE"))) << "the strongest reason against is asked for";
    EXPECT_FALSE(own()->conclusion);
    ASSERT_TRUE(driver.type(q("counterReason"), q("The portrait is two years old."), name));
    EXPECT_EQ(driver.find<RevealPanel>(q("revealPanel"), name), nullptr);
    EXPECT_EQ(driver.find(q("revealViews"), name), nullptr);
    ASSERT_TRUE(driver.click(q("saveConclusion"), name));
    ASSERT_TRUE(own()->conclusion) << driver.refusals();
    EXPECT_EQ(*own()->conclusion, ExaminerConclusion::SupportSame);
    EXPECT_EQ(own()->counterReason, "The portrait is two years old.");
    const auto notes = ExaminerNotes::fromText(QString::fromStdString(own()->reasons));
    EXPECT_EQ(notes.prose, q("Same lines and marks."));
    EXPECT_EQ(notes.features.at(Feature::Skin).word, FeatureWord::Similar);
    EXPECT_EQ(notes.features.at(Feature::HeadOutline).word, FeatureWord::Different);
    EXPECT_EQ(notes.features.at(Feature::Composition).word, FeatureWord::NotVisible);
    EXPECT_FALSE(own()->score) << "nothing is compared by machine before the person has concluded";
    EXPECT_EQ(driver.find(q("scoreCard"), name), nullptr);

    ASSERT_TRUE(driver.click(q("protocolAct"), name)) << "the score, as an act";
    ASSERT_TRUE(QTest::qWaitFor([&] { return own()->score && driver.find(q("scoreCard"), name) != nullptr; }, 30'000)) << driver.refusals();
    EXPECT_EQ(driver.find(q("baseRate"), name), nullptr) << "one comparison is no search";
    EXPECT_EQ(driver.find(q("protocolAct"), name), nullptr) << "nothing follows";
    page("faceDocumentPage")->showView(ReviewPage::View::Comparison);
    ASSERT_TRUE(driver.settle());
    EXPECT_TRUE(canvas->isVisible());
    auto* words = page("faceDocumentPage")->findChild<QPlainTextEdit*>(q("reasons"));
    EXPECT_TRUE(words->isReadOnly());
    EXPECT_EQ(words->toPlainText(), q("Same lines and marks."));
    EXPECT_EQ(page("faceDocumentPage")->findChild<FeatureList*>()->model()->answered(), 3);
    EXPECT_EQ(own()->conclusion, ExaminerConclusion::SupportSame) << "the score changes nothing of it";
}

TEST_F(PortraitExamination, TheSidePanelFoldsAwayAndARefusalBringsItBack) {
    ASSERT_TRUE(driver.find(q("faceSide")) != nullptr);
    const int beside = page("facePage")->canvas()->width();
    // A shortcut wants an active window, which a test has not: it is asked for, and pressed in its stead.
    QShortcut* key = nullptr;
    for (auto* each : page("facePage")->findChildren<QShortcut*>())
        if (each->key() == QKeySequence(Qt::Key_F6)) key = each;
    ASSERT_NE(key, nullptr);
    emit key->activated();
    ASSERT_TRUE(driver.settle());
    EXPECT_EQ(driver.find(q("faceSide")), nullptr);
    EXPECT_GT(page("facePage")->canvas()->width(), beside + 300);
    page("facePage")->setRefusal({q("Reasons are missing"), {}, {}, q("E_NO_REASON")});
    EXPECT_NE(driver.find(q("faceSide")), nullptr);
}

}  // namespace
}  // namespace cotejo::compare
