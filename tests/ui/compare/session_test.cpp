#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "core/decide/case_service.h"
#include "core/imaging/encode.h"
#include "core/match/finger/synthetic.h"
#include "core/review/search_service.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/test_post.h"
#include "ui/bridge/case_loader.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/reveal/reveal_panel.h"
#include "ui/compare/protocol/session.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/segmented.h"

/// The whole of score-last review through the page, on a real post with a real search.
namespace cotejo::compare {
namespace {

using namespace record;

Capture sample(FingerPosition position, CaptureKind kind) {
    Capture capture;
    capture.id = CaptureId::random();
    capture.modality = Modality::Finger;
    capture.kind = kind;
    capture.position = position;
    capture.mime = "image/png";
    capture.ppi = {500, PpiSource::Header};
    return capture;
}

Bytes print(std::uint64_t finger, std::uint64_t impression) {
    match::ImpressionOptions options;
    options.noise = 0.15;
    return *imaging::encodePng(match::SyntheticFinger(finger).impression(impression, options),
                               {500, PpiSource::Header});
}

class SessionTest : public ::testing::Test {
  protected:
    void SetUp() override {
        post.add("ana", {{Role::Officer}, {Role::ExaminerFinger}, {Role::ExaminerFace}});
        auto desk = post.signIn("ana");
        ASSERT_TRUE(desk);
        list(**desk, 7, "GARDEL, Specimen");
        list(**desk, 8, "OTHER, Specimen");
        decide::CaseService service(**desk);
        OpenCase act;
        act.legalBasis = "border control";
        auto opened =
            service.open(act, {{sample(FingerPosition::RightIndex, CaptureKind::Live), print(7, 1)}});
        ASSERT_TRUE(opened) << opened.error().detail;
        id = *opened;
        ASSERT_TRUE(service.perform(id, StartTriage{}));
        review::SearchService engine(**desk, {});
        ASSERT_TRUE(service.search(id, engine));
        ASSERT_TRUE(service.take(id));
        session = std::make_unique<bridge::Session>(std::move(*desk), post.clock);
        page = std::make_unique<FingerPage>();
        page->resize(1522, 838);
        page->show();
        comparison = new FingerSession(*session, *page);
        QObject::connect(session.get(), &bridge::Session::caseChanged, page.get(), [this] { reload(); });
        reload();
    }
    void TearDown() override {
        page.reset();
        session.reset();
    }
    static void list(access::Desk& desk, std::uint64_t finger, const std::string& name) {
        WatchlistEntry entry;
        entry.id = WatchlistEntryId::random();
        entry.gallery = "wanted";
        entry.name = name;
        entry.version = 1;
        entry.captures = {sample(FingerPosition::RightIndex, CaptureKind::Reference)};
        auto& store = desk.store();
        const auto done = store.write([&](store::Transaction& tx) -> Status {
            COTEJO_TRY_ASSIGN(entry.captures[0].blob, store.blobs(tx).put(tx, print(finger, 2), "image/png"));
            COTEJO_TRY(store::WatchlistTable(tx).put(tx, store.blobs(tx), entry));
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(desk.clock().now()));
        });
        ASSERT_TRUE(done);
    }
    void reload() {
        auto read = bridge::loadCaseFile(session->desk(), id);
        ASSERT_TRUE(read) << read.error().detail;
        file = *read;
        comparison->showCase(file);
    }
    bool until(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 30000); }
    void press(const char* name) { QTest::mouseClick(page->findChild<QPushButton*>(name), Qt::LeftButton); }
    void write(const char* name, const QString& text) {
        page->findChild<QPlainTextEdit*>(name)->setPlainText(text);
    }
    QString wholeText() const {
        QString all;
        for (const auto* label : page->findChildren<QLabel*>())
            all += label->text() + QLatin1Char('\n');
        for (const auto* widget : page->findChildren<QWidget*>())
            all += widget->accessibleName() + widget->accessibleDescription() + widget->toolTip();
        return all;
    }

    test::TestPost post;
    CaseId id;
    bridge::CaseFile file;
    std::unique_ptr<bridge::Session> session;
    std::unique_ptr<FingerPage> page;
    FingerSession* comparison = nullptr;
};

TEST_F(SessionTest, ScoreLastReviewFromAnalysisToConclusion) {
    ASSERT_EQ(file.candidates.size(), 2U);
    ASSERT_TRUE(until(
        [&] { return !page->canvas()->accessibleDescription().isEmpty() && page->canvas()->isReady(); }));
    EXPECT_TRUE(page->currentCandidate().isEmpty());
    EXPECT_FALSE(wholeText().contains("Specimen"));

    // Nothing written: the rule says no, beside the form.
    press("saveConclusion");
    ASSERT_TRUE(until([&] { return page->findChild<QPushButton*>("saveConclusion")->isEnabled(); }));
    EXPECT_TRUE(page->findChild<QWidget*>("conclusionForm")->findChild<widgets::Notice*>()->isVisible());
    EXPECT_FALSE(file.own() && file.own()->analysisSaved);
    write("reasons", "Clear print, both sides visible.");
    reload();
    EXPECT_EQ(page->findChild<QPlainTextEdit*>("reasons")->toPlainText(), "Clear print, both sides visible.")
        << "reading again keeps what is typed";
    press("saveConclusion");
    ASSERT_TRUE(until([&] { return file.own() && file.own()->analysisSaved; }));

    // Both candidates: opened by the examiner, each visit on record, then a conclusion with its
    // counter-reason.
    for (int i = 0; i < 2; ++i) {
        const auto& card = file.candidates[std::size_t(i)];
        const QString letter = QString::fromStdString(card.letter);
        if (page->currentCandidate() != keyOf(card.id))
            QTest::mouseClick(page->findChild<QAbstractButton*>("candidate_" + letter), Qt::LeftButton);
        ASSERT_TRUE(until([&] { return file.own()->visited.contains(file.candidates[std::size_t(i)].id); }));
        ASSERT_TRUE(until([&] {
            return page->currentCandidate() == keyOf(file.candidates[std::size_t(i)].id) &&
                   !page->canvas()->pairs().empty();
        })) << "pairs of candidate "
            << letter.toStdString();
        EXPECT_FALSE(wholeText().contains("Specimen")) << "no name before reveal";
        EXPECT_TRUE(page->findChild<RevealPanel*>()->isHidden() ||
                    !page->findChild<RevealPanel*>()->isVisible());
        QTest::mouseClick(page->findChild<widgets::Segmented*>("conclusionScale")->button(0), Qt::LeftButton);
        write("reasons", "Ridge flow differs near the core.");
        press("saveConclusion");
        ASSERT_TRUE(until([&] { return page->findChild<QPushButton*>("saveConclusion")->isEnabled(); }));
        EXPECT_TRUE(wholeText().contains("E_NO_COUNTEREVIDENCE")) << "the rule asks for the reason against";
        write("counterReason", "The delta is blurred.");
        press("saveConclusion");
        ASSERT_TRUE(
            until([&] { return file.own()->provisional.contains(file.candidates[std::size_t(i)].id); }));
    }
    EXPECT_EQ(file.own()->provisional.begin()->second.conclusion, ExaminerConclusion::Exclusion);
    EXPECT_NE(file.own()->provisional.begin()->second.reasons.find("Ridge flow differs"), std::string::npos);

    press("protocolAct");
    ASSERT_TRUE(until([&] { return file.revealed && page->findChild<RevealPanel*>()->isVisible(); }));
    ASSERT_TRUE(until([&] { return wholeText().contains("Specimen"); })) << "names come with the reveal";
    auto* read = page->findChild<QCheckBox*>("coverageRead");
    QTest::mouseClick(read, Qt::LeftButton, {}, {8, 8});
    ASSERT_TRUE(until([&] { return file.view.coverageReadBy.contains(file.officer.id); }));

    // A conclusion changed after reveal needs its reason.
    QTest::mouseClick(page->findChild<widgets::Segmented*>("finalScale")->button(2), Qt::LeftButton);
    press("protocolAct");
    ASSERT_TRUE(until([&] { return wholeText().contains("E_NO_REASON"); }));
    write("reasonForChange", "Looked again at the core: the flow agrees.");
    press("protocolAct");
    ASSERT_TRUE(until([&] { return file.own() && file.own()->concluded; }));
    EXPECT_EQ(file.own()->outcome, Outcome::Identified);
    int changed = 0;
    for (const auto& [candidate, conclusion] : file.own()->final)
        changed += conclusion.changedAfterReveal;
    EXPECT_EQ(changed, 1);
    EXPECT_EQ(file.view.state, CaseState::Concluded1);
}

TEST_F(SessionTest, WithoutTheCaseInHandThePageSaysWhy) {
    ASSERT_TRUE(decide::CaseService(session->desk()).perform(id, ReleaseLease{}));
    reload();
    EXPECT_TRUE(page->findChild<QPushButton*>("saveConclusion")->isHidden());
    EXPECT_TRUE(wholeText().contains("E_NO_LEASE") || wholeText().contains("E_STATE"));
}

TEST(Protocol, ConclusionsDecideTheOutcome) {
    bridge::CaseFile empty;
    EXPECT_EQ(concludeAct(empty, {}).outcome, Outcome::NoCandidate);
    bridge::CaseFile two;
    for (int i = 0; i < 2; ++i) {
        review::VisibleCandidate candidate;
        candidate.id = CandidateId::random();
        candidate.provisional =
            CandidateConclusion{candidate.id, ExaminerConclusion::Exclusion, "reason", "against", false};
        two.candidates.push_back(candidate);
    }
    EXPECT_EQ(concludeAct(two, {}).outcome, Outcome::Excluded);
    const QString key = keyOf(two.candidates[1].id);
    EXPECT_EQ(concludeAct(two, {{key, ExaminerConclusion::Inconclusive, "why"}}).outcome,
              Outcome::Inconclusive);
    const auto identified = concludeAct(two, {{key, ExaminerConclusion::Identification, "why"}});
    EXPECT_EQ(identified.outcome, Outcome::Identified);
    EXPECT_EQ(identified.identified, two.candidates[1].id);
    EXPECT_TRUE(identified.conclusions[1].changedAfterReveal);
    EXPECT_FALSE(identified.conclusions[0].changedAfterReveal);
    EXPECT_NE(identified.conclusions[1].reasons.find("why"), std::string::npos);
}

TEST(Protocol, AConclusionWithoutAnyReasonStaysWithoutReasons) {
    ExaminerNotes notes;
    notes.leaning = Leaning::Exclusion;
    EXPECT_TRUE(conclusionOf(CandidateId::random(), notes).reasons.empty())
        << "the rule about reasons must see it";
    notes.features[Feature::Nose] = {FeatureWord::Different, {}};
    EXPECT_FALSE(conclusionOf(CandidateId::random(), notes).reasons.empty());
}

}  // namespace
}  // namespace cotejo::compare
