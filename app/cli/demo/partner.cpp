#include "app/cli/demo/partner.h"

#include <algorithm>
#include <thread>

#include "app/cli/demo/cast.h"
#include "app/cli/demo/posts.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/share.h"
#include "core/partner/profile.h"
#include "core/partner/request_service.h"
#include "core/sync/sync_client.h"

namespace cotejo::cli::demo {
namespace {

constexpr char kAgreement[] = "UTN-CF-02";
constexpr char kCandidate[] = "BRANDVOLD", kNobody[] = "NDIAYE-ROTH", kConfirmed[] = "KIPLAGAT", kRefused[] = "RAVNSBORG";
constexpr int kTheirImpression = 200;  ///< of a finger, as the partner has it
constexpr std::chrono::seconds kPatience{60};

struct Asked {
    const char* familyName;
    record::PartnerPurpose purpose;
};
constexpr Asked kAsked[] = {{kCandidate, record::PartnerPurpose::BorderInquiry},
                            {kNobody, record::PartnerPurpose::BorderInquiry},
                            {kConfirmed, record::PartnerPurpose::Confirmation},
                            {kRefused, record::PartnerPurpose::Nationality}};

Json travelerJson(const record::Traveler& traveler) {
    Json person{{"family_name", traveler.familyName}, {"given_names", traveler.givenNames}, {"birth_date", traveler.birthDate}, {"sex", codeOf(traveler.sex)}};
    if (!traveler.documents.empty())
        person["document"] = {{"type", traveler.documents[0].type}, {"issuer", traveler.documents[0].issuer}, {"number", traveler.documents[0].number}};
    return person;
}

}  // namespace

Status writeAgency(const std::filesystem::path& folder, const Json& keys, const std::string& address, UtcTime now) {
    COTEJO_TRY_ASSIGN(const auto share, findShare());
    COTEJO_TRY_ASSIGN(const auto text, readFile(share / "profiles" / "partner-UTN-CF-02.json"));
    COTEJO_TRY_ASSIGN(auto agreement, partner::readProfile(textOf(text)));
    const auto signing = PublicKey::fromText(textAt(keys, "signing").value_or("")), box = PublicKey::fromText(textAt(keys, "box").value_or(""));
    if (!signing || !box || agreement.keys.empty()) return fail(base::kInvalidArgument, "these are no keys of an agency: what 'cotejo-agency init' printed is needed");
    agreement.keys[0].signing = *signing;
    agreement.keys[0].box = *box;
    agreement.authority = textAt(keys, "authority").value_or("");
    agreement.address = address;
    COTEJO_TRY(writeFileAtomically(folder / "profile.json", cotejo::viewOf(partner::writeProfile(agreement))));

    COTEJO_TRY_ASSIGN(const auto cast, readCast());
    COTEJO_TRY_ASSIGN(const auto wanted, readWanted(now));
    std::error_code why;
    std::filesystem::create_directories(folder / "images", why);
    Json persons = Json::array();
    const auto member = std::ranges::find(cast, kCandidate, [](const auto& each) { return each.traveler.familyName; });
    if (member == cast.end()) return fail(base::kInternal, "the demo has no traveler " + std::string(kCandidate));
    auto sought = travelerJson(member->traveler);
    sought["reference"] = "UTN-2025-00871";
    sought["purpose"] = "wanted";
    sought["grade"] = "warrant";
    sought["reason"] = "MUESTRA. Orden de detención 871/2025 de Utopía Norte";
    for (const auto position : {record::FingerPosition::RightIndex, record::FingerPosition::LeftIndex}) {
        const auto name = "images/" + std::string(codeOf(position)) + ".png";
        COTEJO_TRY_ASSIGN(const auto bytes, fingerBytes(kCandidate, position, kTheirImpression));
        COTEJO_TRY(writeFileAtomically(folder / name, bytes));
        sought["images"].push_back({{"file", name}, {"mime", "image/png"}, {"modality", "finger"}, {"position", codeOf(position)}, {"ppi", 500}, {"width", 388}, {"height", 500}});
    }
    persons.push_back(sought);
    // Whose entry stands on our list by their word: they confirm it.
    for (const auto& each : wanted)
        if (each.owner == kConfirmed) persons.push_back({{"reference", each.entry.id.text()}, {"family_name", each.entry.name}, {"purpose", "wanted"}, {"grade", codeOf(each.entry.grade)}});
    const Json lists{{"persons", persons}, {"searched", {{{"name", "Personas buscadas"}, {"size", 1204}}}}, {"not_searched", {"Registro civil"}}};
    COTEJO_TRY(writeFileAtomically(folder / "lists.json", cotejo::viewOf(lists.dump(1))));
    return writeFileAtomically(folder / "script.json", cotejo::viewOf(std::string_view("{\"refuse\": [\"nationality\"]}\n")));
}

Status askPartner(const std::filesystem::path& folder, const Clock& clock, const std::function<Status(const std::string& post)>& sync) {
    COTEJO_TRY(sync(kFirstPost));
    {
        COTEJO_TRY_ASSIGN(const auto officer, signIn(folder, kFirstPost, "salvatierra", clock));
        COTEJO_TRY_ASSIGN(const auto supervisor, signIn(folder, kFirstPost, "quintanar", clock));
        sync::keepInReach(*supervisor);
        for (const auto& [familyName, purpose] : kAsked) {
            COTEJO_TRY_ASSIGN(const auto id, caseOf(*officer, familyName));
            partner::RequestService drafting(*officer), allowing(*supervisor);
            COTEJO_TRY_ASSIGN(const auto preview, drafting.preview(id, kAgreement, purpose));
            COTEJO_TRY(drafting.draft(id, preview));
            COTEJO_TRY(allowing.open(id, preview.terms.id));
            COTEJO_TRY(allowing.authorise(id, preview.terms.id, "MUESTRA. Necesario para decidir la entrada."));
        }
    }
    const auto until = clock.elapsed() + kPatience;
    while (true) {
        for (const auto* post : {kFirstPost, kSecondPost}) COTEJO_TRY(sync(post));
        COTEJO_TRY_ASSIGN(const auto supervisor, signIn(folder, kFirstPost, "quintanar", clock));
        COTEJO_TRY_ASSIGN(const auto all, partner::RequestService(*supervisor).requests());
        if (std::ranges::all_of(all, [](const auto& each) { return each.request.answeredAt.has_value(); })) return {};
        if (clock.elapsed() > until) return fail(base::kInternal, "the stand-in partner did not answer within a minute; see agency.log and server.log of the demo");
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
}

}  // namespace cotejo::cli::demo
