#include "tests/contract/partner_world.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>

#include "tests/support/paths.h"

namespace cotejo::test {
namespace {

const std::string kAgency = std::string(COTEJO_BIN_DIR) + "/cotejo-agency";

/// Nobody listens there now.
std::uint16_t freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) std::abort();
    ::close(socket);
    return ntohs(address.sin_port);
}

partner::Profile agreementWith(const Json& agency, std::uint16_t port) {
    using F = record::PartnerField;
    const auto now = SystemClock().now();
    partner::Profile profile;
    profile.id = kAgreement;
    profile.partner = "Utopía Norte";
    profile.country = "UTN";
    profile.contact = "Oficina de enlace, +000 000";
    profile.agreement = "Fronteras 2024/11, art. 6";
    profile.legalBasis = "Border control act of UTO, art. 44";
    profile.transferBasis = "Adequacy decision 2024/3";
    profile.validFrom = std::chrono::floor<std::chrono::seconds>(now - std::chrono::hours(24));
    profile.validUntil = profile.validFrom + std::chrono::hours(24 * 400);
    partner::PurposeRule rule;
    rule.direction = partner::Direction::Both;
    rule.clock = std::chrono::minutes(240);
    rule.fields = {F::FamilyName, F::GivenNames, F::BirthDate, F::Faces};
    rule.grades = {record::EvidenceGrade::Warrant, record::EvidenceGrade::Conviction};
    rule.faces = 1;
    rule.candidates = 3;
    rule.quota = 100;
    profile.purposes[record::PartnerPurpose::BorderInquiry] = rule;
    profile.purposes[record::PartnerPurpose::Nationality] = rule;
    profile.address = "127.0.0.1:" + std::to_string(port);
    profile.authority = agency["authority"].get<std::string>();
    profile.keys.push_back({*PublicKey::fromText(agency["signing"].get<std::string>()), *PublicKey::fromText(agency["box"].get<std::string>()), profile.validFrom, profile.validUntil});
    profile.caveat = {{"es", "Solo para el control de fronteras."}, {"en", "For border control alone."}};
    profile.theirRetentionDays = 30;
    profile.ourRetentionDays = 90;
    return profile;
}

Json someLists() {
    Json persons = Json::array();
    for (int i = 0; i < 2; ++i)
        persons.push_back({{"reference", "UTN-2024-" + std::to_string(i)}, {"family_name", i == 0 ? "SPECIMEN" : "MUESTRA"}, {"given_names", "Eva"}, {"birth_date", "1981-02-27"},
                           {"sex", "F"}, {"nationality", "UTN"}, {"purpose", "wanted"}, {"grade", "warrant"}, {"reason", "Warrant of the court of Norte, 7/2024"}});
    return {{"persons", persons}, {"searched", Json::array({{{"name", "fugitives"}, {"size", 1204}}})}, {"not_searched", Json::array({"civil register"})}};
}

}  // namespace

AgencyProcess::AgencyProcess() : m_port(freePort()) {
    const auto made = runProgram({kAgency, "init", "--folder", folder().string()});
    EXPECT_EQ(made.status, 0);
    m_facts = Json::parse(made.output);
    lists(someLists());
}

void AgencyProcess::start(const Json& serverKeys, const std::filesystem::path& spool) {
    stop();
    std::vector<std::string> words{kAgency, "run", "--folder", folder().string(), "--port", std::to_string(m_port), "--peer-signing", serverKeys["signing"].get<std::string>(),
                                   "--peer-box", serverKeys["box"].get<std::string>(), "--peer-authority", serverKeys["authority_file"].get<std::string>()};
    if (!spool.empty()) words.insert(words.end(), {"--spool", spool.string()});
    m_child = std::make_unique<Child>(words);
    const auto line = m_child->line();
    ASSERT_TRUE(line.starts_with("listening on ") || line.starts_with("serving ")) << line;
    m_reader = std::thread([this, child = m_child.get()] {
        for (auto text = child->line(); !text.empty(); text = child->line()) {
            const auto read = parseJson(text, "agency");
            const std::lock_guard lock(m_lock);
            if (read) m_lines.push_back(*read);
        }
    });
}

void AgencyProcess::stop() {
    if (!m_child) return;
    m_child->kill();
    m_reader.join();
    m_child.reset();
}

void AgencyProcess::script(const Json& rules) const {
    if (!writeFileAtomically(folder() / "script.json", viewOf(rules.dump()))) std::abort();
}

void AgencyProcess::lists(const Json& lists) const {
    if (!writeFileAtomically(folder() / "lists.json", viewOf(lists.dump()))) std::abort();
}

std::vector<Json> AgencyProcess::said(const std::string& event) const {
    const std::lock_guard lock(m_lock);
    std::vector<Json> found;
    for (const auto& each : m_lines)
        if (each["event"] == event) found.push_back(each);
    return found;
}

PartnerWorld::PartnerWorld(const std::function<void(partner::Profile&)>& change, const std::string& pace) : server({"--partner-pace", pace}) {
    keys = Json::parse(server.command({"partner", "keys"}).output);
    m_profile = agreementWith(agency.facts(), agency.port());
    if (change) change(m_profile);
    load(m_profile);
    if (m_profile.carrier == partner::Carrier::Https) {
        EXPECT_EQ(server.command({"partner", "authority", m_profile.id, agency.facts()["authority_file"].get<std::string>()}).status, 0);
    }
    const auto spool = server.folder() / "spool" / m_profile.address;
    if (m_profile.carrier == partner::Carrier::Spool) {
        std::filesystem::create_directories(spool / "in");
        std::filesystem::create_directories(spool / "out");
    }
    agency.start(keys, m_profile.carrier == partner::Carrier::Spool ? spool : std::filesystem::path());
    north.join(server);
    EXPECT_TRUE(north.sync());
}

void PartnerWorld::load(const partner::Profile& profile) {
    const auto file = agency.folder() / "profile.json";
    ASSERT_TRUE(writeFileAtomically(file, viewOf(partner::writeProfile(profile))));
    std::vector<std::string> words{"partner", "load", file.string()};
    const auto signing = server.keys();
    words.insert(words.end(), signing.begin(), signing.end());
    const auto done = server.command(words);
    ASSERT_EQ(done.status, 0) << done.output;
    ASSERT_TRUE(Json::parse(done.output)["entered"].get<bool>());
}

CaseId PartnerWorld::open(const std::string& familyName, const std::string& birthDate) {
    const auto officer = north.desk("officer");
    record::OpenCase act;
    act.legalBasis = "Border control act of UTO, art. 12";
    act.reason = record::ReferralReason::ManualReferral;
    act.traveler.familyName = familyName;
    act.traveler.givenNames = "Eva";
    act.traveler.birthDate = birthDate;
    act.deadline = north.clock.now() + std::chrono::hours(3);
    const auto opened = decide::CaseService(*officer).open(act);
    if (!opened) throw std::runtime_error(opened.error().code + ": " + opened.error().detail);
    if (const auto synced = north.sync(); !synced) throw std::runtime_error(synced.error().detail);
    return *opened;
}

Result<record::RequestId> PartnerWorld::draft(const CaseId& id, record::PartnerPurpose purpose) {
    const auto officer = north.desk("officer");
    partner::RequestService service(*officer);
    COTEJO_TRY_ASSIGN(const auto preview, service.preview(id, m_profile.id, purpose));
    COTEJO_TRY(service.draft(id, preview));
    return preview.terms.id;
}

Result<record::CaseView> PartnerWorld::authorise(const CaseId& id, const record::RequestId& request) {
    const auto supervisor = north.desk("supervisor");
    sync::keepInReach(*supervisor);
    partner::RequestService service(*supervisor);
    COTEJO_TRY(service.open(id, request));
    return service.authorise(id, request, "necessary and proportionate");
}

Result<record::RequestId> PartnerWorld::ask(const CaseId& id, record::PartnerPurpose purpose) {
    COTEJO_TRY_ASSIGN(const auto request, draft(id, purpose));
    COTEJO_TRY(authorise(id, request));
    return request;
}

record::PartnerRequest PartnerWorld::request(const CaseId& id, const record::RequestId& request) {
    const auto synced = north.sync();
    if (!synced) throw std::runtime_error(synced.error().code + ": " + synced.error().detail);
    const auto view = north.view(id);
    const auto* found = decide::requestOf(view, request);
    if (!found) throw std::runtime_error("the case does not know the request");
    return *found;
}

record::PartnerRequest PartnerWorld::until(const CaseId& id, const record::RequestId& which, const std::function<bool(const record::PartnerRequest&)>& so) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (true) {
        auto now = request(id, which);
        if (so(now) || std::chrono::steady_clock::now() > deadline) return now;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

record::PartnerRequest PartnerWorld::until(const CaseId& id, const record::RequestId& which, record::RequestState state) {
    return until(id, which, [state](const auto& each) { return each.state == state; });
}

Json PartnerWorld::status(const record::RequestId& request) const {
    const auto all = Json::parse(server.command({"partner", "status"}).output);
    for (const auto& each : all["requests"])
        if (each["request"] == request.text()) return each;
    return Json::object();
}

Json PartnerWorld::untilStatus(const record::RequestId& request, const std::function<bool(const Json&)>& so) const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (true) {
        const auto now = status(request);
        if (so(now) || std::chrono::steady_clock::now() > deadline) return now;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

}  // namespace cotejo::test
