#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QTest>

#include "core/base/file.h"
#include "core/decide/case_service.h"
#include "core/review/search_service.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/paths.h"
#include "tests/support/test_post.h"
#include "ui/bridge/case_loader.h"
#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/face/face_page.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/reveal/reveal_panel.h"
#include "ui/compare/face/face_session.h"
#include "ui/compare/finger/finger_session.h"

// Real pairs through the real search and the real pages: the explanation before the reveal, the calibrated score after it. With
// COTEJO_PICTURES, pictures for people to look at. No real person stands in a list of wanted people here.
namespace cotejo::compare {
namespace {

namespace fs = std::filesystem;
using namespace record;

const fs::path kData = COTEJO_SHARED_DATA;

struct Pair {
    Modality modality;
    fs::path probe, reference, other;
    double ppi = 0;
    std::string mime = "image/png";
};

class SharedPair : public ::testing::Test {
  protected:
    void open(const Pair& pair) {
        post.add("ana", {{Role::Officer}, {Role::ExaminerFinger}, {Role::ExaminerFace}});
        auto desk = std::move(*post.signIn("ana"));
        for (const auto& image : {pair.reference, pair.other}) list(*desk, pair, image);
        decide::CaseService service(*desk);
        OpenCase act;
        act.legalBasis = "test of the pages";
        id = *service.open(act, {{sample(pair, CaptureKind::Live), *readFile(pair.probe)}});
        ASSERT_TRUE(service.perform(id, StartTriage{}));
        review::SearchService engine(*desk, *review::shippedThresholds());
        const auto found = service.search(id, engine);
        ASSERT_TRUE(found) << found.error().detail;
        ASSERT_EQ(found->candidates.size(), 1u) << "the mate reaches the threshold and the stranger does not";
        ASSERT_TRUE(service.take(id));
        ASSERT_TRUE(service.perform(id, SaveAnalysis{"Sharp, whole."}));
        ASSERT_TRUE(service.perform(id, VisitCandidate{found->candidates.front().id}));
        session = std::make_unique<bridge::Session>(std::move(desk), post.clock);
    }
    /// `join(page)` makes the page's session.
    template <class Page>
    void show(const auto& join) {
        page = std::make_unique<Page>();
        page->resize(1522, 838);
        page->show();
        ComparisonSession* comparison = join(static_cast<Page&>(*page));
        refresh = [this, comparison] {
            auto read = bridge::loadCaseFile(session->desk(), id);
            ASSERT_TRUE(read) << read.error().detail;
            file = *read;
            comparison->showCase(file);
        };
        QObject::connect(session.get(), &bridge::Session::caseChanged, page.get(), [this] { refresh(); });
        refresh();
        QTest::mouseClick(page->findChild<QAbstractButton*>("candidate_" + QString::fromStdString(file.candidates.front().letter)), Qt::LeftButton);
    }
    void reveal() {
        CandidateConclusion conclusion;
        conclusion.candidate = file.candidates.front().id;
        conclusion.conclusion = ExaminerConclusion::Inconclusive;
        conclusion.reasons = "Some of it agrees.";
        conclusion.counterReason = "Some of it cannot be seen.";
        decide::CaseService service(session->desk());
        ASSERT_TRUE(service.perform(id, SaveProvisional{conclusion}));
        EXPECT_FALSE(wholeText().contains("pairs of different")) << "nothing about scores before the reveal";
        ASSERT_TRUE(service.perform(id, Reveal{}));
        refresh();
        ASSERT_TRUE(until([&] { return page->findChild<RevealPanel*>()->isVisible(); }));
        QTest::qWait(300);
        EXPECT_TRUE(wholeText().contains("pairs of different")) << "the calibration stands beside the score";
        EXPECT_TRUE(wholeText().contains("bring up none")) << "the base rate stands beside the score";
        EXPECT_FALSE(wholeText().contains("<b>0</b> are the right person")) << "who is listed mostly brings up a candidate";
    }
    void keep(const std::string& name) {
        const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        QTest::qWait(300);
        page->grab().save(folder + "/" + QString::fromStdString(name) + ".png");
    }
    bool until(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 30000); }
    QString wholeText() const {
        QString all;
        for (const auto* label : page->findChildren<QLabel*>())
            if (label->isVisible()) all += label->text() + QLatin1Char('\n');
        return all;
    }

    test::TestPost post;
    CaseId id;
    bridge::CaseFile file;
    std::unique_ptr<bridge::Session> session;
    std::unique_ptr<ReviewPage> page;
    std::function<void()> refresh;

  private:
    static Capture sample(const Pair& pair, CaptureKind kind) {
        Capture capture;
        capture.id = CaptureId::random();
        capture.modality = pair.modality;
        capture.kind = kind;
        if (pair.modality == Modality::Finger) capture.position = FingerPosition::RightIndex;
        capture.mime = pair.mime;
        if (pair.ppi > 0) capture.ppi = {pair.ppi, PpiSource::Declared};
        return capture;
    }
    static void list(access::Desk& desk, const Pair& pair, const fs::path& image) {
        WatchlistEntry entry;
        entry.id = WatchlistEntryId::random();
        entry.gallery = "identity_register";
        entry.name = "SPECIMEN, Entry";
        entry.version = 1;
        entry.captures = {sample(pair, CaptureKind::Reference)};
        auto& store = desk.store();
        ASSERT_TRUE(store.write([&](store::Transaction& tx) -> Status {
            COTEJO_TRY_ASSIGN(entry.captures[0].blob, store.blobs(tx).put(tx, *readFile(image), pair.mime));
            COTEJO_TRY(store::WatchlistTable(tx).put(tx, store.blobs(tx), entry));
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(desk.clock().now()));
        }));
    }
};

class SharedFingers : public SharedPair, public ::testing::WithParamInterface<std::pair<const char*, double>> {};

TEST_P(SharedFingers, ShowTheirPairsAndAfterRevealTheirScore) {
    const auto [set, ppi] = GetParam();
    const fs::path folder = kData / "fingerprints" / set;
    if (!fs::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    open({Modality::Finger, folder / "101_1.png", folder / "101_2.png", folder / "105_1.png", ppi});
    show<FingerPage>([&](FingerPage& fingers) { return new FingerSession(*session, fingers); });
    auto* canvas = static_cast<FingerPage*>(page.get())->canvas();
    ASSERT_TRUE(until([&] { return canvas->isReady() && canvas->accessibleDescription().contains("Reference"); }));
    EXPECT_TRUE(canvas->pairs().empty()) << "the machine's pairs wait for the reveal";
    keep(std::string("pair-") + set);
    reveal();
    ASSERT_TRUE(until([&] { return !canvas->pairs().empty(); }));
    EXPECT_GE(canvas->pairs().size(), 8u) << "paired minutiae explain the comparison";
    keep(std::string("pair-") + set + "-reveal");
}
INSTANTIATE_TEST_SUITE_P(Sets, SharedFingers,
                         ::testing::Values(std::pair("fvc2002_db1", 500.0), std::pair("fvc2002_db3", 500.0), std::pair("fvc2004_db1", 500.0),
                                           std::pair("fvc2004_db3", 512.0)));

TEST_F(SharedPair, FacesShowAdviceAndLandmarksAndAfterRevealTheirScore) {
    const fs::path folder = kData / "faces/lfw";
    if (!fs::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    open({Modality::Face, folder / "Abel_Pacheco/Abel_Pacheco_0001.jpg", folder / "Abel_Pacheco/Abel_Pacheco_0002.jpg",
          folder / "Adam_Sandler/Adam_Sandler_0001.jpg", 0, "image/jpeg"});
    show<FacePage>([&](FacePage& faces) { return new FaceSession(*session, std::make_shared<FaceFinder>(), faces); });
    auto* canvas = static_cast<FacePage*>(page.get())->canvas();
    ASSERT_TRUE(until([&] { return canvas->isReady() && !canvas->accessibleDescription().isEmpty(); }));
    EXPECT_TRUE(until([&] { return wholeText().contains("fine detail is missing"); })) << "advice on quality";
    canvas->setLandmarksShown(true);
    keep("pair-faces");
    reveal();
    keep("pair-faces-reveal");
}

}  // namespace
}  // namespace cotejo::compare
