#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <fstream>

#include "core/base/file.h"
#include "core/decide/case_projection.h"
#include "core/decide/case_service.h"
#include "core/imaging/encode.h"
#include "core/match/finger/synthetic.h"
#include "core/sync/sync_client.h"
#include "tests/contract/server_process.h"
#include "tests/ui/window_driver.h"
#include "ui/approvals/approvals_page.h"
#include "ui/casefile/case_page.h"
#include "ui/queue/queue_page.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/segmented.h"

/// One case through the real window of one post, a real server over HTTPS, and the window of another post.
namespace cotejo::ui_test {
namespace {

constexpr char kPassphrase[] = "correct horse battery staple";
const QString kPass = QString::fromLatin1(kPassphrase);
constexpr std::uint64_t kTraveler = 4711;  // whose fingers the case and the register have

QString q(const char* text) { return QString::fromUtf8(text); }

record::RoleGrant grant(record::Role role) { return {role, UtcTime::max()}; }

template <class R>
void orStop(const R& done) {
    if (!done) throw std::runtime_error(done.error().code + ": " + done.error().detail);
}

struct OnePost {
    OnePost(const test::TempFolder& temp, const char* name, const std::vector<access::NewOfficer>& officers, const test::ServerProcess& server,
            const Clock& time)
        : folder(temp / name), clock(time) {
        access::PostSetup setup;
        setup.org = "MIG";  // as ServerProcess makes it
        setup.postName = name;
        setup.deviceName = "counter 1";
        setup.cost = {1, 8u << 20};
        setup.testing = true;
        orStop(access::createPost(folder, setup, {"admin", "A. Admin", {grant(record::Role::Admin)}}, kPassphrase, clock));
        const auto admin = desk("admin");
        for (const auto& officer : officers) orStop(access::addOfficer(*admin, officer, kPassphrase));
        const auto authority = readFile(server.folder() / "ca.pem").value();
        orStop(sync::enrol(*admin, {{"127.0.0.1", server.port()}, server.enrolCode(), std::string(textOf(authority)), {}, std::chrono::seconds(9)}));
        decide::CaseProjection projection;
        const auto synced = sync::SyncClient(*admin, projection, std::chrono::seconds(9)).run();
        if (!synced) throw std::runtime_error(synced.error().detail);
    }
    std::unique_ptr<access::Desk> desk(const char* login) const { return access::signIn(folder, login, kPassphrase, clock).value(); }

    std::filesystem::path folder;
    const Clock& clock;
};

Bytes print(std::uint64_t finger, std::uint64_t impression) {
    return imaging::encodePng(match::SyntheticFinger(finger).impression(impression, match::everydayImpression(impression)), {500, record::PpiSource::Header}).value();
}

record::Capture fingerCapture(record::FingerPosition position, record::CaptureKind kind, UtcTime at) {
    record::Capture capture;
    capture.modality = record::Modality::Finger;
    capture.kind = kind;
    capture.position = position;
    capture.mime = "image/png";
    capture.width = 388;
    capture.height = 500;
    capture.ppi = {500, record::PpiSource::Header};
    capture.captured = at;
    return capture;
}

/// A register of identities with the traveler and somebody else in it.
void fillRegister(const test::ServerProcess& server, UtcTime now) {
    const auto images = server.folder() / "images";
    std::filesystem::create_directories(images);
    Json list = Json::array();
    for (const std::uint64_t owner : {kTraveler, kTraveler + 50}) {
        record::WatchlistEntry entry;
        entry.id = WatchlistEntryId::random();
        entry.gallery = "identity_register";
        entry.name = "SPECIMEN " + std::to_string(owner);
        entry.issuer = "Registry of UTO";
        entry.issuerCountry = "UTO";
        entry.reviewBy = now + std::chrono::days(300);
        for (const auto position : {record::FingerPosition::RightThumb, record::FingerPosition::RightIndex}) {
            const auto bytes = print(owner + std::uint64_t(position), 100);
            auto capture = fingerCapture(position, record::CaptureKind::Reference, now - std::chrono::days(400));
            capture.id = CaptureId::random();
            capture.blob = sha256(bytes);
            orStop(writeFileAtomically(images / (capture.blob.text() + ".png"), bytes));
            entry.captures.push_back(capture);
        }
        list.push_back(Json::parse(record::entryToJson(entry)));
    }
    const auto file = server.folder() / "register.json";
    std::ofstream(file) << Json{{"entries", list}}.dump();
    if (server.command({"watchlist", "import", file.string(), "--images", images.string()}).status != 0) throw std::runtime_error("watchlist import failed");
}

CaseId openCase(const OnePost& post, UtcTime now) {
    const auto desk = post.desk("officer");
    record::OpenCase open;
    open.legalBasis = "Border control act of UTO, art. 12";
    open.reason = record::ReferralReason::MrzCheckDigit;
    open.traveler.familyName = "Dubrovska";
    open.traveler.givenNames = "Specimen";
    open.traveler.birthDate = "1981-02-27";
    open.traveler.nationality = "UTO";
    open.deadline = now + std::chrono::hours(3);
    std::vector<decide::NewCapture> captures;
    for (const auto position : {record::FingerPosition::RightThumb, record::FingerPosition::RightIndex})
        captures.push_back({fingerCapture(position, record::CaptureKind::Live, now), print(kTraveler + std::uint64_t(position), 1)});
    return decide::CaseService(*desk).open(std::move(open), std::move(captures)).value();
}

/// Finds the case by typing into the queue and opens it.
void openFromQueue(WindowDriver& driver, const QString& words = q("dubrov")) {
    ASSERT_TRUE(driver.type(q("queueSearch"), words));
    ASSERT_TRUE(QTest::qWaitFor([&] { return driver.workspace().queuePage()->shownRows() == 1; }, 10'000));
    driver.workspace().queuePage()->selectRow(0);
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.click(q("openCase")));
    ASSERT_TRUE(driver.workspace().casePage()->file().has_value());
}

record::CaseState stateOf(WindowDriver& driver) { return driver.workspace().casePage()->file()->view.state; }

/// One examiner's work on the fingers: analysis, every candidate, reveal, conclusion, coverage.
void examine(WindowDriver& driver) {
    const QString page = q("fingerPage");
    ASSERT_TRUE(driver.click(q("nextTake")));
    ASSERT_TRUE(driver.workspace().casePage()->file()->mine);
    if (driver.find(q("nextSearch")) != nullptr) {
        ASSERT_TRUE(driver.click(q("nextSearch")));
    }
    ASSERT_TRUE(driver.click(q("nextAnalyse")));
    ASSERT_TRUE(driver.type(q("reasons"), q("Two clear prints, cores and deltas visible."), page));
    ASSERT_TRUE(driver.click(q("saveConclusion"), page));
    const auto candidates = driver.workspace().casePage()->file()->candidates;
    ASSERT_GE(candidates.size(), 1u);
    for (const auto& candidate : candidates) {
        const QString card = q("candidate_") + QString::fromStdString(candidate.letter);
        EXPECT_FALSE(candidate.revealed.has_value()) << "a score before the reveal";
        ASSERT_TRUE(driver.click(card, page));
        auto* scale = driver.find<widgets::Segmented>(q("conclusionScale"), page);
        ASSERT_NE(scale, nullptr);
        QTest::mouseClick(scale->button(2), Qt::LeftButton);
        ASSERT_TRUE(driver.type(q("reasons"), q("Fourteen points agree without an unexplained difference."), page));
        ASSERT_TRUE(driver.type(q("counterReason"), q("The delta of the reference is blurred."), page));
        ASSERT_TRUE(driver.click(q("saveConclusion"), page));
    }
    ASSERT_TRUE(driver.click(q("protocolAct"), page)) << "reveal";
    ASSERT_TRUE(driver.workspace().casePage()->file()->candidates.front().revealed.has_value());
    EXPECT_TRUE(driver.shows(q("SPECIMEN 4711"), page)) << "after the reveal the entry's name is shown";
    ASSERT_TRUE(driver.click(q("protocolAct"), page)) << "conclude";
}

TEST(WholePost, ACaseIsDecidedInOneWindowAndShownByAnotherPost) {
    const SystemClock clock;
    const test::ServerProcess server;
    const test::TempFolder temp;
    fillRegister(server, clock.now());
    const std::vector<record::RoleGrant> examiner{grant(record::Role::Officer), grant(record::Role::ExaminerFinger)};
    const OnePost north(temp, "Paso Alto",
                        {{"officer", "I. Salvatierra", examiner},
                         {"second", "M. Aldecoa", examiner},
                         {"supervisor", "R. Quintanar", {grant(record::Role::Supervisor)}}},
                        server, clock);
    const OnePost south(temp, "Rio Norte", {{"osorno", "E. Osorno", {grant(record::Role::Officer)}}}, server, clock);
    const CaseId id = openCase(north, clock.now());
    {
        WindowDriver driver(north.folder, clock);
        ASSERT_TRUE(driver.signIn(q("officer"), kPass));
        openFromQueue(driver);
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        ASSERT_TRUE(driver.click(q("nextTriage")));
        examine(driver);
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        ASSERT_EQ(stateOf(driver), record::CaseState::Concluded1) << driver.refusals();
        ASSERT_TRUE(driver.signOut());

        ASSERT_TRUE(driver.signIn(q("second"), kPass));
        openFromQueue(driver, q("000001"));  // a case whose name is hidden is not found by the name
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        EXPECT_TRUE(driver.workspace().casePage()->file()->identityHidden) << "the second examiner is blind";
        examine(driver);
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        EXPECT_EQ(stateOf(driver), record::CaseState::IdentityResolved);
        ASSERT_TRUE(driver.signOut());

        ASSERT_TRUE(driver.signIn(q("officer"), kPass));
        openFromQueue(driver);
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        auto& page = *driver.workspace().casePage();
        page.showTab(q("documents"));
        for (const char* title : {"Final order", "Fear question"}) {
            const auto paper = temp / (std::string(title) + ".txt");
            std::ofstream(paper) << "SPECIMEN. " << title;
            ASSERT_TRUE(driver.click(q("addDocument")));
            auto* dialog = page.findChild<QFileDialog*>();
            ASSERT_NE(dialog, nullptr);
            auto* name = dialog->findChild<QLineEdit*>(q("fileNameEdit"));
            ASSERT_NE(name, nullptr);
            name->setText(QString::fromStdString(paper.string()));
            QTest::keyClick(name, Qt::Key_Return);
            ASSERT_TRUE(driver.settle());
        }
        ASSERT_EQ(page.file()->view.documents.size(), 2u);
        page.showTab(q("decision"));
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.click(q("readCoverage")));
        page.showTab(q("overview"));
        if (driver.find(q("nextTake")) != nullptr) {
            ASSERT_TRUE(driver.click(q("nextTake")));
        }
        ASSERT_TRUE(driver.click(q("nextPropose")));
        auto* choice = driver.find<QComboBox>(q("dispositionChoice"));
        choice->setCurrentIndex(choice->findData(q("repatriate")));
        auto* grade = driver.find<QComboBox>(q("gradeChoice"));
        grade->setCurrentIndex(grade->findData(q("warrant")));
        ASSERT_TRUE(driver.type(q("dispositionReasons"), q("Final order R-2026-1182; no need for protection expressed.")));
        ASSERT_TRUE(driver.click(q("proposeButton")));
        EXPECT_EQ(stateOf(driver), record::CaseState::DispositionProposed);
        ASSERT_TRUE(driver.click(q("submitButton")));
        EXPECT_EQ(stateOf(driver), record::CaseState::PendingApproval);
        driver.workspace().showPage(q("activity"));
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.click(q("syncNow")));
        ASSERT_TRUE(driver.signOut());

        ASSERT_TRUE(driver.signIn(q("supervisor"), kPass));
        driver.workspace().showPage(q("approvals"));
        ASSERT_TRUE(driver.settle());
        ASSERT_EQ(driver.workspace().approvalsPage()->rows(), 1);
        driver.workspace().approvalsPage()->openRow(0);
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.click(q("approveButton")));
        EXPECT_TRUE(driver.find(q("approvalRefusal")) != nullptr) << "approved without reading";
        EXPECT_TRUE(driver.shows(q("E_NOT_READ"), q("dossierView")));
        auto* papers = driver.find<QTableView>(q("dossierPapers"));
        ASSERT_NE(papers, nullptr);
        for (int row = 0; row < papers->model()->rowCount(); ++row) {
            papers->setCurrentIndex(papers->model()->index(row, 0));
            ASSERT_TRUE(driver.click(q("openPaper")));
        }
        ASSERT_TRUE(driver.type(q("approvalReason"), q("Papers read; appeal window over.")));
        ASSERT_TRUE(driver.click(q("approveButton")));
        driver.workspace().openCase(id);
        ASSERT_TRUE(driver.settle());
        ASSERT_EQ(stateOf(driver), record::CaseState::Approved);
        driver.workspace().showPage(q("activity"));
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.click(q("syncNow")));
        ASSERT_TRUE(driver.signOut());
    }
    WindowDriver driver(south.folder, clock);
    ASSERT_TRUE(driver.signIn(q("osorno"), kPass));
    EXPECT_EQ(driver.workspace().queuePage()->shownRows(), 0) << "the other post knows the case before it synced";
    // Nobody presses anything: the post synchronises by itself.
    driver.window().setSyncPace({std::chrono::minutes(5), std::chrono::milliseconds(50)});
    ASSERT_TRUE(QTest::qWaitFor([&] { return driver.workspace().queuePage()->shownRows() > 0; }, 30000));
    ASSERT_TRUE(driver.settle());
    openFromQueue(driver);
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& page = *driver.workspace().casePage();
    EXPECT_EQ(page.current(), id);
    ASSERT_EQ(stateOf(driver), record::CaseState::Approved);
    ASSERT_TRUE(page.file()->view.disposition.has_value());
    EXPECT_EQ(page.file()->view.disposition->disposition, record::Disposition::Repatriate);
    EXPECT_TRUE(page.file()->view.disposition->approved);
    page.showTab(q("disposition"));
    ASSERT_TRUE(driver.settle());
    EXPECT_TRUE(driver.shows(q("Repatriate"), q("dispositionTab")));
    EXPECT_TRUE(driver.shows(q("Approved by"), q("dispositionTab")));
    EXPECT_TRUE(driver.shows(q("Papers read; appeal window over."), q("dispositionTab")));
}

}  // namespace
}  // namespace cotejo::ui_test
