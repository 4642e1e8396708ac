#include "core/partner/profile.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/country_codes.h"
#include "core/exchange/envelope/envelope.h"
#include "core/partner/members.h"

namespace cotejo::partner {

namespace {

using record::PartnerPurpose;

constexpr std::size_t kLine = 200;  ///< bytes of a name or a legal basis

bool isName(std::string_view text, std::string_view more) {
    return std::ranges::all_of(text, [&](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || more.find(c) != more.npos; });
}

bool isAddress(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == text.npos || colon == 0 || !isName(text.substr(0, colon), ".-:[]")) return false;
    const auto port = text.substr(colon + 1);
    return !port.empty() && port.size() <= 5 && port.front() != '0' && std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; }) &&
           std::stoi(std::string(port)) <= 65535;
}

bool isFolder(std::string_view text) { return !text.empty() && text.front() != '.' && isName(text, "._-"); }

/// Of the profile, one problem after the other.
class ProfileReader {
  public:
    Result<Profile> read(const Json& json) {
        Members in(json, "");
        m_profile.id = in.text("id", 1, 40);
        if (!isName(m_profile.id, "-")) in.wrong("id", "has other signs than letters, digits and hyphens");
        m_profile.version = static_cast<int>(in.integer("version", 1, 1'000'000));
        m_profile.partner = in.text("partner", 1, kLine);
        m_profile.country = in.text("country", 1, 3);
        if (!isPartnerCountry(m_profile.country)) in.wrong("country", "is no code of a state in Doc 9303");
        m_profile.contact = in.text("contact", 1, kLine);
        m_profile.agreement = in.text("agreement", 1, kLine);
        m_profile.legalBasis = in.text("legal_basis", 1, kLine);
        m_profile.transferBasis = in.text("transfer_basis", 1, kLine);
        m_profile.validFrom = in.time("valid_from");
        m_profile.validUntil = in.time("valid_until");
        if (m_profile.validUntil <= m_profile.validFrom) in.wrong("valid_until", "is not after valid_from");
        for (const auto& [code, rule] : in.object("purposes").items()) {
            const auto purpose = record::fromCode<PartnerPurpose>(code);
            if (purpose)
                m_profile.purposes[*purpose] = this->rule(rule, *purpose, in.place("purposes/" + code));
            else
                in.wrong("purposes", "has a purpose that is not known");
        }
        if (m_profile.purposes.empty()) in.wrong("purposes", "names none");
        m_profile.format = in.code<Format>("format");
        m_profile.carrier = in.code<Carrier>("carrier");
        m_profile.address = in.text("address", 1, kLine);
        m_profile.authority = in.text("authority", 0, 64);
        if (m_profile.carrier == Carrier::Https) {
            if (!isAddress(m_profile.address)) in.wrong("address", "is no host:port");
            if (const auto hash = Hash::fromText(m_profile.authority); !hash || hash->text() != m_profile.authority)
                in.wrong("authority", "is no SHA-256 in lower-case hexadecimal");
        } else {
            if (!isFolder(m_profile.address)) in.wrong("address", "is no name of a folder");
            if (!m_profile.authority.empty()) in.wrong("authority", "stands where nothing is connected");
        }
        keys(in);
        Members caveat(in.object("caveat"), in.place("caveat"));
        for (const auto* language : {"es", "en"}) m_profile.caveat[language] = caveat.text(language, 1, 400);
        note(caveat);
        m_profile.theirRetentionDays = static_cast<int>(in.integer("their_retention_days", 0, 36'500));
        m_profile.ourRetentionDays = static_cast<int>(in.integer("our_retention_days", 0, 36'500));
        const Json& posts = in.list("posts", 0, 200);
        for (const auto& each : posts) {
            const auto post = each.is_string() ? PostId::fromText(each.get_ref<const std::string&>()) : std::nullopt;
            if (!post || post->text() != each.get_ref<const std::string&>())
                in.wrong("posts", "has something that is no id of a post");
            else if (std::ranges::find(m_profile.posts, post->text()) != m_profile.posts.end())
                in.wrong("posts", "has a post twice");
            else
                m_profile.posts.push_back(post->text());
        }
        note(in);
        if (!m_problem.empty()) return fail(base::kMalformed, "the agreement cannot be taken: " + m_problem, {{"place", m_problem.substr(0, m_problem.find(' '))}});
        return std::move(m_profile);
    }

  private:
    void note(Members& members) {
        if (m_problem.empty()) m_problem = members.problem();
    }

    PurposeRule rule(const Json& json, PartnerPurpose purpose, const std::string& at) {
        Members in(json, at);
        PurposeRule rule;
        rule.direction = in.code<Direction>("direction");
        rule.bySupervisor = in.boolean("by_supervisor");
        rule.clock = std::chrono::minutes(in.integer("clock_minutes", 1, 60 * 24 * 366));
        const auto fields = in.codes<record::PartnerField>("fields", 1, 20);
        rule.fields = {fields.begin(), fields.end()};
        const auto grades = in.codes<record::EvidenceGrade>("grades", 0, 20);
        rule.grades = {grades.begin(), grades.end()};
        rule.faces = static_cast<int>(in.integer("faces", 0, 4));
        rule.fingers = in.codes<record::FingerPosition>("fingers", 0, 10);
        rule.candidates = static_cast<int>(in.integer("candidates", 0, 100));
        rule.quota = static_cast<int>(in.integer("quota", 0, 1'000'000));
        if (rule.fields.contains(record::PartnerField::Faces) != (rule.faces > 0)) in.wrong("faces", "and the fields do not agree");
        if (rule.fields.contains(record::PartnerField::Fingers) == rule.fingers.empty()) in.wrong("fingers", "and the fields do not agree");
        if (std::ranges::find(rule.fingers, record::FingerPosition::Unknown) != rule.fingers.end()) in.wrong("fingers", "has a finger that is not known");
        if (rule.direction == Direction::Ask && rule.quota > 0) in.wrong("quota", "stands where the partner asks nothing");
        if (purpose == PartnerPurpose::Confirmation && rule.grades.empty()) in.wrong("grades", "names none, so that no entry could be asked about");
        note(in);
        return rule;
    }

    void keys(Members& in) {
        std::size_t index = 0;
        for (const auto& each : in.list("keys", 1, 8)) {
            Members key(each, in.place("keys/" + std::to_string(index++)));
            PartnerKey read{key.id<PublicKey>("signing"), key.id<PublicKey>("box"), key.time("from"), key.time("until")};
            if (read.signing.isZero()) key.wrong("signing", "is no key");
            if (!exchange::isBoxKey(read.box)) key.wrong("box", "is no key that anything could be sealed to");
            if (read.until <= read.from) key.wrong("until", "is not after from");
            note(key);
            m_profile.keys.push_back(read);
        }
    }

    Profile m_profile;
    std::string m_problem;
};

template <class Enum>
Json codesOf(const auto& values) {
    Json list = Json::array();
    for (const Enum each : values) list.push_back(record::codeOf(each));
    return list;
}

Json jsonOf(const PurposeRule& rule) {
    return {{"direction", record::codeOf(rule.direction)},
            {"by_supervisor", rule.bySupervisor},
            {"clock_minutes", rule.clock.count()},
            {"fields", codesOf<record::PartnerField>(rule.fields)},
            {"grades", codesOf<record::EvidenceGrade>(rule.grades)},
            {"faces", rule.faces},
            {"fingers", codesOf<record::FingerPosition>(rule.fingers)},
            {"candidates", rule.candidates},
            {"quota", rule.quota}};
}

}  // namespace

bool isPartnerCountry(std::string_view code) {
    using exchange::CodeKind;
    if (code == "UTN") return true;
    if (!exchange::isCountryCode(code)) return false;
    const auto kind = exchange::kindOfCode(code);
    return kind != CodeKind::Stateless && kind != CodeKind::Refugee && kind != CodeKind::OtherRefugee && kind != CodeKind::Unspecified && kind != CodeKind::Unknown;
}

Result<Profile> readProfile(std::string_view json) {
    COTEJO_TRY_ASSIGN(const auto document, parseJson(json, "the agreement", kProfileCap, 8, 5000));
    return ProfileReader().read(document);
}

std::string writeProfile(const Profile& profile) {
    Json purposes = Json::object();
    for (const auto& [purpose, rule] : profile.purposes) purposes[std::string(record::codeOf(purpose))] = jsonOf(rule);
    Json keys = Json::array();
    for (const auto& each : profile.keys)
        keys.push_back({{"signing", each.signing.text()}, {"box", each.box.text()}, {"from", isoText(each.from)}, {"until", isoText(each.until)}});
    return canonicalJson({{"id", profile.id},
                          {"version", profile.version},
                          {"partner", profile.partner},
                          {"country", profile.country},
                          {"contact", profile.contact},
                          {"agreement", profile.agreement},
                          {"legal_basis", profile.legalBasis},
                          {"transfer_basis", profile.transferBasis},
                          {"valid_from", isoText(profile.validFrom)},
                          {"valid_until", isoText(profile.validUntil)},
                          {"purposes", std::move(purposes)},
                          {"format", record::codeOf(profile.format)},
                          {"carrier", record::codeOf(profile.carrier)},
                          {"address", profile.address},
                          {"authority", profile.authority},
                          {"keys", std::move(keys)},
                          {"caveat", profile.caveat},
                          {"their_retention_days", profile.theirRetentionDays},
                          {"our_retention_days", profile.ourRetentionDays},
                          {"posts", profile.posts}});
}

Hash hashOf(const Profile& profile) { return sha256(writeProfile(profile)); }

bool inForce(const Profile& profile, UtcTime now) { return profile.validFrom <= now && now < profile.validUntil; }

std::vector<PartnerKey> keysAt(const Profile& profile, UtcTime now) {
    std::vector<PartnerKey> valid;
    for (const auto& each : profile.keys)
        if (each.from <= now && now < each.until) valid.push_back(each);
    std::ranges::stable_sort(valid, [](const auto& one, const auto& other) { return one.from > other.from; });
    return valid;
}

}  // namespace cotejo::partner
