#pragma once

#include <QPainter>
#include <QPdfWriter>
#include <fstream>
#include <stdexcept>

#include "core/base/file.h"
#include "core/decide/case_projection.h"
#include "core/decide/case_service.h"
#include "core/sync/sync_client.h"
#include "tests/contract/server_process.h"
#include "tests/support/print_png.h"

/// Posts that are enrolled at a real server, lists with invented persons' fingers, travelers who have them, and papers.
namespace cotejo::ui_test {

inline constexpr char kPassphrase[] = "correct horse battery staple";
inline const QString kPass = QString::fromLatin1(kPassphrase);
// Whose fingers the cases and the lists have.
inline constexpr std::uint64_t kTraveler = 4711, kFugitive = 5200, kUnlisted = 6100;

inline QString q(const char* text) { return QString::fromUtf8(text); }

inline record::RoleGrant grant(record::Role role) { return {role, UtcTime::max()}; }

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
        server.admitAll();
        decide::CaseProjection projection;
        const auto synced = sync::SyncClient(*admin, projection, std::chrono::seconds(9)).run();
        if (!synced) throw std::runtime_error(synced.error().detail);
    }
    std::unique_ptr<access::Desk> desk(const char* login) const { return access::signIn(folder, login, kPassphrase, clock).value(); }

    std::filesystem::path folder;
    const Clock& clock;
};

inline record::Capture fingerCapture(record::FingerPosition position, record::CaptureKind kind, UtcTime at) {
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

/// A register of identities with the traveler and somebody else in it, and a list of wanted persons with one.
inline void fillLists(const test::ServerProcess& server, UtcTime now) {
    const auto images = server.folder() / "images";
    std::filesystem::create_directories(images);
    Json list = Json::array();
    for (const std::uint64_t owner : {kTraveler, kTraveler + 50, kFugitive}) {
        record::WatchlistEntry entry;
        entry.id = WatchlistEntryId::random();
        entry.gallery = owner == kFugitive ? "wanted" : "identity_register";
        entry.grade = owner == kFugitive ? record::EvidenceGrade::Warrant : record::EvidenceGrade::Unknown;
        entry.name = "SPECIMEN " + std::to_string(owner);
        entry.issuer = owner == kFugitive ? "Prosecutor of UTO" : "Registry of UTO";
        entry.issuerCountry = "UTO";
        entry.reviewBy = now + std::chrono::days(300);
        for (const auto position : {record::FingerPosition::RightThumb, record::FingerPosition::RightIndex}) {
            const auto& bytes = test::printPng(owner + std::uint64_t(position), 100);
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

inline CaseId openCase(const OnePost& post, UtcTime now, std::uint64_t who, const char* family) {
    const auto desk = post.desk("officer");
    record::OpenCase open;
    open.legalBasis = "Border control act of UTO, art. 12";
    open.reason = record::ReferralReason::MrzCheckDigit;
    open.traveler.familyName = family;
    open.traveler.givenNames = "Specimen";
    open.traveler.birthDate = "1981-02-27";
    open.traveler.nationality = "UTO";
    open.deadline = now + std::chrono::hours(3);
    std::vector<decide::NewCapture> captures;
    for (const auto position : {record::FingerPosition::RightThumb, record::FingerPosition::RightIndex})
        captures.push_back({fingerCapture(position, record::CaptureKind::Live, now), test::printPng(who + std::uint64_t(position), 1)});
    return decide::CaseService(*desk).open(std::move(open), std::move(captures)).value();
}

inline std::filesystem::path textFile(const test::TempFolder& temp, const std::string& title, int lines = 1) {
    const auto path = temp / (title + ".txt");
    std::ofstream out(path);
    for (int i = 0; i < lines; ++i) out << "SPECIMEN. " << title << ", line " << i << "\n";
    return path;
}

inline std::filesystem::path pdfFile(const test::TempFolder& temp, const std::string& title, int pages) {
    const auto path = temp / (title + ".pdf");
    QPdfWriter writer(QString::fromStdString(path.string()));
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    for (int i = 0; i < pages; ++i) {
        if (i > 0) writer.newPage();
        painter.drawText(2000, 2000, QStringLiteral("SPECIMEN, page %1").arg(i + 1));
    }
    return path;
}

}  // namespace cotejo::ui_test
