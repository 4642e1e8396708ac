#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <atomic>

#include "core/decide/case_service.h"
#include "core/review/search_service.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/print_png.h"
#include "tests/support/test_post.h"
#include "ui/bridge/case_loader.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/finger/pair_model.h"
#include "ui/compare/reveal/reveal_panel.h"
#include "ui/compare/finger/finger_session.h"
#include "ui/compare/finger/finger_tab.h"
#include "ui/compare/protocol/protocol.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/notice.h"

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
    return test::printPng(finger, impression, options);
}

class SessionTest : public ::testing::Test {
  protected:
    void SetUp() override {
        post.add("ana", {{Role::Officer}, {Role::ExaminerFinger}, {Role::ExaminerFace}});
        auto desk = post.signIn("ana");
        ASSERT_TRUE(desk);
        list(**desk, 7, "GARDEL, Specimen", {FingerPosition::RightIndex, FingerPosition::RightMiddle});
        list(**desk, 8, "OTHER, Specimen", {FingerPosition::RightIndex});
        id = open(**desk, {{sample(FingerPosition::RightIndex, CaptureKind::Live), print(7, 1)},
                           {sample(FingerPosition::RightRing, CaptureKind::Live), print(17, 1)}});
        session = std::make_unique<bridge::Session>(std::move(*desk), post.clock);
        page = std::make_unique<FingerPage>();
        page->resize(1522, 838);
        page->show();
        comparison = new FingerSession(*session, *page, [this](const FingerSample& probe, const FingerSample& reference) {
            ++comparisons;
            return pairPrints(probe, reference);
        });
        QObject::connect(session.get(), &bridge::Session::caseChanged, page.get(), [this] { reload(); });
        reload();
    }
    /// A case that is searched and in this desk's hand.
    static CaseId open(access::Desk& desk, std::vector<decide::NewCapture> captures) {
        decide::CaseService service(desk);
        OpenCase act;
        act.legalBasis = "border control";
        const auto opened = service.open(act, std::move(captures));
        EXPECT_TRUE(opened) << opened.error().detail;
        EXPECT_TRUE(service.perform(*opened, StartTriage{}));
        review::SearchService engine(desk, {});
        EXPECT_TRUE(service.search(*opened, engine));
        EXPECT_TRUE(service.take(*opened));
        return *opened;
    }
    void TearDown() override {
        page.reset();
        session.reset();
    }
    static void list(access::Desk& desk, std::uint64_t finger, const std::string& name, const std::vector<FingerPosition>& positions) {
        WatchlistEntry entry;
        entry.id = WatchlistEntryId::random();
        entry.gallery = "wanted";
        entry.name = name;
        entry.version = 1;
        for (const auto position : positions) entry.captures.push_back(sample(position, CaptureKind::Reference));
        auto& store = desk.store();
        const auto done = store.write([&](store::Transaction& tx) -> Status {
            for (std::size_t i = 0; i < entry.captures.size(); ++i) {
                COTEJO_TRY_ASSIGN(entry.captures[i].blob, store.blobs(tx).put(tx, print(finger + 10 * i, 2), "image/png"));
            }
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

    /// The provisional conclusion of every candidate, as the rules ask for it, then reveal and conclusion.
    static void examine(access::Desk& desk, const CaseId& id, ExaminerConclusion conclusion) {
        decide::CaseService service(desk);
        ASSERT_TRUE(service.take(id));
        ASSERT_TRUE(service.perform(id, SaveAnalysis{"Clear."}));
        const auto read = bridge::loadCaseFile(desk, id);
        ASSERT_TRUE(read);
        Conclude act;
        for (const auto& each : read->candidates) {
            CandidateConclusion said{each.id, conclusion, "[finger_mark] right_index core probe 100.0 120.0\nRidges differ.", "Blurred.", false};
            ASSERT_TRUE(service.perform(id, VisitCandidate{each.id}));
            ASSERT_TRUE(service.perform(id, SaveProvisional{said}));
            act.conclusions.push_back(said);
        }
        act.outcome = conclusion == ExaminerConclusion::Exclusion ? Outcome::Excluded : Outcome::Inconclusive;
        ASSERT_TRUE(service.perform(id, Reveal{}));
        const auto done = service.perform(id, act);
        ASSERT_TRUE(done) << done.error().detail;
    }
    QString cellText(int number) const { return page->findChild<QAbstractButton*>(QString("finger_%1").arg(number))->accessibleName(); }

    std::atomic<int> comparisons = 0;
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
                   page->canvas()->accessibleDescription().contains("Reference " + letter);
        })) << "reference of candidate "
            << letter.toStdString();
        EXPECT_TRUE(page->canvas()->pairs().empty()) << "the machine's pairs wait for the reveal";
        EXPECT_FALSE(page->canvas()->view().canAlign());
        EXPECT_FALSE(cellText(2).contains("No reference")) << cellText(2).toStdString();
        EXPECT_FALSE(wholeText().contains("In sequence"));
        EXPECT_TRUE(cellText(4).contains("No reference")) << cellText(4).toStdString();
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

    EXPECT_EQ(comparisons, 0) << "before the reveal the engine is asked for no comparison at all";
    press("protocolAct");
    ASSERT_TRUE(until([&] { return file.revealed && page->findChild<RevealPanel*>()->isVisible(); }));
    ASSERT_TRUE(until([&] { return wholeText().contains("Specimen"); })) << "names come with the reveal";
    auto* read = page->findChild<QCheckBox*>("coverageRead");
    QTest::mouseClick(read, Qt::LeftButton, {}, {8, 8});
    ASSERT_TRUE(until([&] { return file.view.coverageReadBy.contains(file.officer.id); }));

    ASSERT_TRUE(until([&] { return comparisons > 0 && !page->canvas()->pairs().empty(); })) << "the machine's pairs come with the reveal";
    EXPECT_TRUE(page->canvas()->pairs()[0].machine);

    // A conclusion changed after reveal needs its reason.
    QTest::mouseClick(page->findChild<widgets::Segmented*>("finalScale")->button(4), Qt::LeftButton);
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

    // It stays open to be read.
    ASSERT_TRUE(until([&] { return page->findChild<QPushButton*>("protocolAct")->isHidden(); }));
    page->showView(ReviewPage::View::Comparison);
    EXPECT_TRUE(page->canvas()->isVisible());
    EXPECT_TRUE(page->findChild<QPlainTextEdit*>("reasons")->isReadOnly());
    EXPECT_TRUE(page->findChild<QPlainTextEdit*>("reasons")->toPlainText().contains("Ridge flow differs"));
    EXPECT_FALSE(page->findChild<QPushButton*>("pairing")->isEnabled());
}

TEST_F(SessionTest, UnsavedWorkWaitsForItsCaseAndOfficer) {
    const CaseId first = id;
    const CaseId second = open(session->desk(), {{sample(FingerPosition::RightIndex, CaptureKind::Live), print(7, 3)}});
    write("reasons", "Half a sentence");
    id = second;
    reload();
    EXPECT_TRUE(page->findChild<QPlainTextEdit*>("reasons")->toPlainText().isEmpty());
    write("reasons", "Of the other case");
    id = first;
    reload();
    EXPECT_EQ(page->findChild<QPlainTextEdit*>("reasons")->toPlainText(), "Half a sentence");
    decide::CaseService service(session->desk());
    ASSERT_TRUE(service.perform(first, SaveAnalysis{"Clear."}));
    ASSERT_TRUE(service.perform(first, VisitCandidate{file.candidates.front().id}));
    reload();
    ASSERT_EQ(page->currentCandidate(), keyOf(file.candidates.front().id));
    QTest::mouseClick(page->findChild<widgets::Segmented*>("conclusionScale")->button(1), Qt::LeftButton);
    write("counterReason", "The delta is blurred.");
    for (const auto& each : {second, first}) {
        id = each;
        reload();
    }
    EXPECT_EQ(page->findChild<QPlainTextEdit*>("counterReason")->toPlainText(), "The delta is blurred.");
    EXPECT_EQ(page->findChild<widgets::Segmented*>("conclusionScale")->current(), 1);
    // Another officer at the same page sees none of it.
    auto other = file;
    other.officer.id = OfficerId::random();
    comparison->showCase(other);
    EXPECT_FALSE(wholeText().contains("The delta is blurred."));
    EXPECT_TRUE(page->findChild<QPlainTextEdit*>("counterReason")->toPlainText().isEmpty());
    comparison->showCase(file);
    EXPECT_EQ(page->findChild<QPlainTextEdit*>("counterReason")->toPlainText(), "The delta is blurred.");
}

TEST_F(SessionTest, WhoDecidesReadsTheComparisonsOfTheExaminers) {
    examine(session->desk(), id, ExaminerConclusion::Exclusion);
    post.add("ben", {{Role::Officer}, {Role::ExaminerFinger}});
    post.add("sue", {{Role::Supervisor}});
    auto ben = post.signIn("ben");
    ASSERT_TRUE(ben);
    reload();
    if (file.view.state != CaseState::IdentityResolved) examine(**ben, id, ExaminerConclusion::Exclusion);
    page.reset();
    session = std::make_unique<bridge::Session>(std::move(*post.signIn("sue")), post.clock);
    page = std::make_unique<FingerPage>();
    page->resize(1522, 838);
    page->show();
    comparison = new FingerSession(*session, *page);
    reload();
    ASSERT_EQ(file.view.state, CaseState::IdentityResolved);
    ASSERT_FALSE(file.own());
    ASSERT_TRUE(until([&] { return page->findChild<RevealPanel*>()->isVisible(); }));
    page->showView(ReviewPage::View::Comparison);
    ASSERT_TRUE(until([&] { return page->canvas()->accessibleDescription().contains("Reference") && !page->canvas()->pairs().empty(); }));
    EXPECT_TRUE(page->canvas()->isVisible());
    EXPECT_EQ(page->canvas()->examinerMarks().size(), 1U) << "the examiner's mark";
    EXPECT_EQ(page->findChild<QPlainTextEdit*>("reasons")->toPlainText(), "Ridges differ.");
    EXPECT_TRUE(page->findChild<QPlainTextEdit*>("reasons")->isReadOnly());
    EXPECT_TRUE(page->findChild<QPushButton*>("saveConclusion")->isHidden());
    EXPECT_TRUE(page->findChild<QPushButton*>("protocolAct")->isHidden());
    EXPECT_TRUE(wholeText().contains("to be read"));
    // The other candidate too, and no visit is recorded by reading.
    const auto other = file.candidates.back().id;
    page->open(keyOf(other));
    ASSERT_TRUE(until([&] { return page->canvas()->accessibleDescription().contains("Reference " + QString::fromStdString(file.candidates.back().letter)); }));
    for (const auto& each : file.view.examinations) EXPECT_NE(each.examiner, file.officer.id);
}

/// 1:1: the print of the document against the live one.
class DocumentTest : public SessionTest {
  protected:
    void SetUp() override {
        SessionTest::SetUp();
        id = open(session->desk(), {{sample(FingerPosition::RightIndex, CaptureKind::Live), print(7, 1)},
                                    {sample(FingerPosition::RightIndex, CaptureKind::Document), print(7, 3)}});
        page.reset();
        page = std::make_unique<FingerPage>(ReviewKind::Document);
        page->resize(1522, 838);
        page->show();
        check = new FingerDocumentSession(*session, *page, [this](const FingerSample& probe, const FingerSample& reference) {
            ++comparisons;
            return pairPrints(probe, reference);
        });
        QObject::connect(session.get(), &bridge::Session::caseChanged, page.get(), [this] { again(); });
        again();
    }
    void again() {
        auto read = bridge::loadCaseFile(session->desk(), id);
        ASSERT_TRUE(read) << read.error().detail;
        file = *read;
        check->showCase(file);
    }
    const PortraitCheck* own() const { return file.view.portraits.empty() ? nullptr : &file.view.portraits.front(); }
    FingerDocumentSession* check = nullptr;
};

TEST_F(DocumentTest, GoesFromTheLiveSampleAloneToTheScore) {
    ASSERT_TRUE(DocumentSession::isThere(file, Modality::Finger));
    EXPECT_FALSE(DocumentSession::isThere(file, Modality::Face));
    ASSERT_TRUE(until([&] { return page->canvas()->accessibleDescription().contains("Probe alone"); }));
    for (const auto& each : file.view.captures) EXPECT_NE(each.kind, CaptureKind::Document) << "not before the analysis";
    EXPECT_TRUE(cellText(2).contains("Under examination") || cellText(2).contains("Sample")) << cellText(2).toStdString();
    press("saveConclusion");
    ASSERT_TRUE(until([&] { return wholeText().contains("E_ANALYSIS_MISSING") && page->findChild<QPushButton*>("saveConclusion")->isEnabled(); }));
    write("reasons", "Clear print, core and delta.");
    press("saveConclusion");
    ASSERT_TRUE(until([&] { return own() && own()->opened; })) << "the document comes beside it, as an act";
    EXPECT_EQ(own()->analysis, "Clear print, core and delta.");
    ASSERT_TRUE(until([&] { return page->canvas()->accessibleDescription().contains("and Document"); }));
    EXPECT_TRUE(page->canvas()->pairs().empty());

    QTest::mouseClick(page->findChild<widgets::Segmented*>("conclusionScale")->button(3), Qt::LeftButton);
    write("reasons", "Flow and core agree.");
    press("saveConclusion");
    ASSERT_TRUE(until([&] { return wholeText().contains("E_NO_COUNTEREVIDENCE"); }));
    EXPECT_FALSE(own()->conclusion);
    ASSERT_TRUE(until([&] { return page->findChild<QPushButton*>("saveConclusion")->isEnabled(); }));
    write("counterReason", "The lower third is smudged.");
    press("saveConclusion");
    ASSERT_TRUE(until([&] { return own()->conclusion.has_value(); }));
    EXPECT_EQ(own()->conclusion, ExaminerConclusion::SupportSame);
    EXPECT_EQ(own()->counterReason, "The lower third is smudged.");
    EXPECT_FALSE(own()->score);
    EXPECT_EQ(comparisons, 0) << "nothing is compared before the score is asked for";

    press("protocolAct");
    ASSERT_TRUE(until([&] { return own()->score && page->findChild<RevealPanel*>()->isVisible(); }));
    EXPECT_GT(own()->score->value, 0);
    ASSERT_TRUE(until([&] { return page->findChild<QWidget*>("scoreCard")->isVisible(); }));
    EXPECT_FALSE(page->findChild<QWidget*>("baseRate")->isVisible()) << "one comparison is no search";
    ASSERT_TRUE(until([&] { return comparisons > 0 && !page->canvas()->pairs().empty(); }));
    page->showView(ReviewPage::View::Comparison);
    EXPECT_TRUE(page->findChild<QPlainTextEdit*>("reasons")->isReadOnly());
    EXPECT_EQ(page->findChild<QPlainTextEdit*>("reasons")->toPlainText(), "Flow and core agree.");
}

TEST_F(DocumentTest, IsReachedByKeyboardInItsTab) {
    FingerTab tab(*session);
    tab.resize(1366, 600);
    tab.show();
    tab.showCase(file);
    auto* search = tab.findChild<QWidget*>("fingerPage");
    auto* document = tab.findChild<QWidget*>("fingerDocumentPage");
    ASSERT_TRUE(search && document && search->isVisible());
    auto* sides = search->findChild<widgets::Segmented*>("examinationSides");
    ASSERT_TRUE(sides->isVisible());
    sides->button(1)->setFocus();
    QTest::keyClick(sides->button(1), Qt::Key_Space);
    EXPECT_TRUE(document->isVisible());
    auto* back = document->findChild<widgets::Segmented*>("examinationSides");
    EXPECT_EQ(back->current(), 1);
    QTest::keyClick(back->button(0), Qt::Key_Space);
    EXPECT_TRUE(search->isVisible());
    file.portraitChecks.clear();
    file.view.portraits.clear();
    tab.showCase(file);
    EXPECT_FALSE(sides->isVisible()) << "nothing to check";
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
    notes.step = ExaminerConclusion::Exclusion;
    EXPECT_TRUE(conclusionOf(CandidateId::random(), notes).reasons.empty())
        << "the rule about reasons must see it";
    notes.features[Feature::Nose] = {FeatureWord::Different, {}};
    EXPECT_FALSE(conclusionOf(CandidateId::random(), notes).reasons.empty());
}

}  // namespace
}  // namespace cotejo::compare
