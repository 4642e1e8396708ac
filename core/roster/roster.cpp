#include "core/roster/roster.h"

#include <algorithm>
#include <set>

#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/roster/errors.h"

namespace cotejo::roster {
namespace {

using record::Role;

constexpr std::size_t kLeastAdministrators = 2;
constexpr std::size_t kNameCap = 200;
constexpr std::size_t kReasonCap = 500;
constexpr std::size_t kPolicyCap = 4096;
constexpr std::size_t kProfileCap = 32u << 10;
constexpr std::size_t kPartnersCap = 256;

/// Whose misuse costs most: the second pair of eyes is on who gets them.
bool isWeighty(Role role) { return role != Role::Officer; }

bool grants(const std::vector<record::RoleGrant>& all, Role role) {
    return std::ranges::any_of(all, [&](const auto& each) { return each.role == role; });
}

Status nothingNew() { return fail(base::kInvalidArgument, "this changes nothing: the roster says so already"); }

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// The id of an agreement; nothing where the text is no object that has one. What else it says is core/partner's to read.
std::optional<std::string> idOfProfile(const std::string& profile) {
    const auto json = parseJson(profile, "agreement", kProfileCap, 8);
    if (!json || !json->is_object() || canonicalJson(*json) != profile) return std::nullopt;
    auto id = textAt(*json, "id").value_or("");
    const bool plain = std::ranges::all_of(id, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (id.empty() || id.size() > 40 || !plain) return std::nullopt;
    return id;
}

Status checkGrants(const std::vector<record::RoleGrant>& all) {
    std::set<Role> roles;
    for (const auto& each : all)
        if (each.role == Role::System || !roles.insert(each.role).second)
            return fail(base::kInvalidArgument, "a role is named once, and nobody is \"system\"", {{"field", "roles"}});
    for (const auto& each : all)
        if (each.role == Role::Admin && each.validUntil != UtcTime::max())
            return fail(base::kInvalidArgument, "the role of an administrator has no end date: two administrators end it", {{"field", "roles"}});
    if (grants(all, Role::Admin) && all.size() > 1)
        return fail(kSeparation, "an administrator has no other role: whoever gives roles does not use them in cases");
    return {};
}

}  // namespace

Status checkWords(std::string_view text, std::size_t cap) {
    if (text.size() > cap) return fail(base::kInvalidArgument, "a text of the roster is longer than " + std::to_string(cap) + " bytes");
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](std::size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0u; };
        const bool control = at(0) < 0x20 || at(0) == 0x7f || (at(0) == 0xc2 && at(1) < 0xa0);
        // U+200B to 200F, 2028 to 202E, 2060 to 206F, FEFF.
        const bool hidden = (at(0) == 0xe2 && at(1) == 0x80 && (at(2) >= 0x8b && at(2) <= 0x8f)) || (at(0) == 0xe2 && at(1) == 0x80 && at(2) >= 0xa8 && at(2) <= 0xae) ||
                            (at(0) == 0xe2 && at(1) == 0x81 && at(2) >= 0xa0 && at(2) <= 0xaf) || (at(0) == 0xef && at(1) == 0xbb && at(2) == 0xbf);
        if (control || hidden) return fail(base::kInvalidArgument, "a text of the roster has signs that are not shown");
    }
    return {};
}

const Member* Roster::member(const OfficerId& id) const {
    const auto at = m_members.find(id);
    return at == m_members.end() ? nullptr : &at->second;
}

const RosterDevice* Roster::device(const DeviceId& id) const {
    const auto at = m_devices.find(id);
    return at == m_devices.end() ? nullptr : &at->second;
}

bool Roster::isAdministrator(const OfficerId& id) const {
    const auto* found = member(id);
    return found && !found->suspended && grants(found->officer.grants, Role::Admin);
}

std::size_t Roster::holders(Role role) const {
    return static_cast<std::size_t>(std::ranges::count_if(m_members, [&](const auto& each) {
        return !each.second.suspended && grants(each.second.officer.grants, role);
    }));
}

Entry Roster::next(Change change, UtcTime at) const { return {m_version + 1, m_head, m_org, at, std::move(change), {}}; }

Status Roster::checkNew(const record::Officer& officer, const Hash& person) const {
    if (officer.id.isZero() || officer.key.isZero() || person.isZero() || blank(officer.login) || blank(officer.displayName))
        return fail(base::kInvalidArgument, "an officer has an id, a key, a login, a name and a personnel number");
    if (officer.login.size() > kNameCap || officer.displayName.size() > kNameCap) return fail(base::kInvalidArgument, "a name is too long");
    if (!std::ranges::all_of(officer.login, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'; }))
        return fail(base::kInvalidArgument, "a login has the characters a-z, 0-9, dot, hyphen and underscore", {{"field", "login"}});
    COTEJO_TRY(checkWords(officer.displayName, kNameCap));
    for (const auto& [id, each] : m_members) {
        const bool same = id == officer.id || each.officer.key == officer.key || each.person == person ||
                          (each.officer.login == officer.login && each.officer.post == officer.post);
        if (same)
            return fail(kPerson, each.officer.displayName + " (" + each.officer.login + ") is in the roster already, by this id, key, personnel number or login",
                        {{"officer", id.text()}});
    }
    return checkGrants(officer.grants);
}

Status Roster::checkChange(const Change& change) const {
    const auto known = [&](const OfficerId& id) -> Status {
        if (member(id)) return {};
        return fail(kKnows, "the roster names no officer " + id.text());
    };
    if (std::holds_alternative<Founding>(change)) return fail(kChain, "a roster is founded once");
    if (const auto* admit = std::get_if<AdmitOfficer>(&change)) return checkNew(admit->officer, admit->person);
    if (const auto* set = std::get_if<SetRoles>(&change)) {
        COTEJO_TRY(known(set->officer));
        COTEJO_TRY(checkGrants(set->grants));
        const auto& had = member(set->officer)->officer.grants;
        const bool same = std::ranges::is_permutation(had, set->grants, [](const auto& one, const auto& other) { return one.role == other.role && one.validUntil == other.validUntil; });
        if (same) return nothingNew();
        // Once in cases, never an administrator, and the reverse: what was done in one role would be judged by the other.
        const auto& ever = member(set->officer)->everGranted;
        const bool administers = grants(set->grants, Role::Admin);
        for (const auto& each : ever)
            if (!set->grants.empty() && (each.role == Role::Admin) != administers)
                return fail(kSeparation, "this person had the role " + std::string(codeOf(each.role)) + "; an administrator and a role in cases are never one person");
        if (!administers && isAdministrator(set->officer) && holders(Role::Admin) <= kLeastAdministrators)
            return fail(kLast, "two administrators at least remain");
        return {};
    }
    if (const auto* suspend = std::get_if<SuspendOfficer>(&change)) {
        COTEJO_TRY(known(suspend->officer));
        if (blank(suspend->reason)) return fail(base::kInvalidArgument, "a suspension has a reason", {{"field", "reason"}});
        COTEJO_TRY(checkWords(suspend->reason, kReasonCap));
        if (member(suspend->officer)->suspended) return nothingNew();
        if (isAdministrator(suspend->officer) && holders(Role::Admin) <= kLeastAdministrators) return fail(kLast, "two administrators at least remain");
        return {};
    }
    if (const auto* restore = std::get_if<RestoreOfficer>(&change)) {
        COTEJO_TRY(known(restore->officer));
        if (blank(restore->reason)) return fail(base::kInvalidArgument, "whoever restores an officer says why", {{"field", "reason"}});
        COTEJO_TRY(checkWords(restore->reason, kReasonCap));
        if (!member(restore->officer)->suspended) return nothingNew();
        return {};
    }
    if (const auto* admit = std::get_if<AdmitDevice>(&change)) {
        if (admit->device.isZero() || admit->key.isZero() || admit->post.isZero()) return fail(base::kInvalidArgument, "a device has an id, a key and a post");
        COTEJO_TRY(checkWords(admit->postName, kNameCap));
        COTEJO_TRY(checkWords(admit->name, kNameCap));
        for (const auto& [id, each] : m_devices)
            if (id == admit->device || each.key == admit->key) return fail(kPerson, "this device is in the roster already; one that was withdrawn does not come back");
        return {};
    }
    if (const auto* revoke = std::get_if<RevokeDevice>(&change)) {
        if (!device(revoke->device)) return fail(kKnows, "the roster names no device " + revoke->device.text());
        if (blank(revoke->reason)) return fail(base::kInvalidArgument, "a withdrawal has a reason", {{"field", "reason"}});
        COTEJO_TRY(checkWords(revoke->reason, kReasonCap));
        if (device(revoke->device)->revoked) return nothingNew();
        return {};
    }
    if (const auto* set = std::get_if<SetScope>(&change)) {
        const auto* named = device(set->device);
        if (!named || named->revoked) return fail(kKnows, "the roster names no device " + set->device.text() + ", or it was withdrawn");
        return named->scope == set->scope ? nothingNew() : Status();
    }
    if (const auto* set = std::get_if<SetPartner>(&change)) {
        const auto id = idOfProfile(set->profile);
        if (!id) return fail(base::kInvalidArgument, "an agreement is canonical JSON with an id of letters, digits and hyphens, at most " + std::to_string(kProfileCap) + " bytes");
        const auto had = m_partners.find(*id);
        if (had == m_partners.end() && m_partners.size() >= kPartnersCap) return fail(base::kInvalidArgument, "the roster has " + std::to_string(kPartnersCap) + " agreements already");
        return had != m_partners.end() && had->second == set->profile ? nothingNew() : Status();
    }
    if (const auto* end = std::get_if<EndPartner>(&change)) {
        if (!m_partners.contains(end->id)) return fail(kKnows, "the roster has no agreement " + end->id);
        if (blank(end->reason)) return fail(base::kInvalidArgument, "whoever ends an agreement says why", {{"field", "reason"}});
        return checkWords(end->reason, kReasonCap);
    }
    const auto& policy = std::get<SetPolicy>(change).policy;
    if (blank(policy)) return fail(base::kInvalidArgument, "an empty policy");
    if (!parseJson(policy, "policy", kPolicyCap, 2)) return fail(base::kInvalidArgument, "a policy is a JSON object of numbers, at most " + std::to_string(kPolicyCap) + " bytes");
    return policy == m_policy ? nothingNew() : Status();
}

bool Roster::needsSecond(const Change& change) const {
    if (std::holds_alternative<AdmitOfficer>(change) || std::holds_alternative<SetPolicy>(change) || std::holds_alternative<RestoreOfficer>(change) ||
        std::holds_alternative<SetPartner>(change))
        return true;
    if (const auto* set = std::get_if<SetRoles>(&change)) {
        const auto* now = member(set->officer);
        // One alone neither removes an administrator nor ends what hardly anybody else does.
        const bool ends = now && !now->suspended && std::ranges::any_of(now->officer.grants, [&](const auto& each) {
            return !grants(set->grants, each.role) && (each.role == Role::Admin || (isWeighty(each.role) && holders(each.role) <= 2));
        });
        return ends || std::ranges::any_of(set->grants, [&](const auto& each) {
            if (!isWeighty(each.role)) return false;
            return !now || std::ranges::none_of(now->officer.grants, [&](const auto& had) { return had.role == each.role && had.validUntil >= each.validUntil; });
        });
    }
    if (const auto* set = std::get_if<SetScope>(&change)) {
        const auto* now = device(set->device);
        return !now || !now->scope.covers(set->scope);
    }
    if (const auto* suspend = std::get_if<SuspendOfficer>(&change)) {
        const auto* who = member(suspend->officer);
        return who && !who->suspended &&
               std::ranges::any_of(who->officer.grants, [&](const auto& each) { return holders(each.role) <= 2 || each.role == Role::Admin; });
    }
    return false;
}

Status Roster::checkSignatures(const Entry& entry) const {
    if (entry.signatures.empty() || entry.signatures.size() > 2) return fail(kSignature, "an entry has one or two signatures");
    const auto bytes = signedBytes(entry);
    for (const auto& each : entry.signatures) {
        if (!isAdministrator(each.by)) return fail(kSignature, "who signed this entry is no administrator of the roster before it");
        if (!verifySignature(member(each.by)->officer.key, bytes, each.signature)) return fail(kSignature, "a signature of this entry does not hold");
    }
    if (entry.signatures.size() == 2 && entry.signatures[0].by == entry.signatures[1].by) return fail(kSignature, "both signatures are of one administrator");
    return {};
}

Status Roster::admissible(const Entry& entry) const {
    if (entry.version != m_version + 1 || entry.prev != m_head || entry.org != m_org)
        return fail(kChain, "entry " + std::to_string(entry.version) + " does not follow entry " + std::to_string(m_version) + " of this roster");
    COTEJO_TRY(checkChange(entry.change));
    return checkSignatures(entry);
}

Status Roster::admissibleChange(const Change& change) {
    COTEJO_TRY(checkChange(change));
    apply(change);
    return {};
}

bool Roster::waitsForSecond(const Entry& entry) const { return admissible(entry) && entry.signatures.size() == 1 && needsSecond(entry.change); }

void Roster::apply(const Change& change) {
    const auto remember = [](Member& who) {
        for (const auto& each : who.officer.grants)
            if (!grants(who.everGranted, each.role)) who.everGranted.push_back(each);
    };
    if (const auto* admit = std::get_if<AdmitOfficer>(&change)) {
        auto& who = m_members[admit->officer.id] = {admit->officer, admit->person, false, {}};
        who.officer.active = true;
        remember(who);
    } else if (const auto* set = std::get_if<SetRoles>(&change)) {
        auto& who = m_members.at(set->officer);
        who.officer.grants = set->grants;
        remember(who);
    } else if (const auto* suspend = std::get_if<SuspendOfficer>(&change)) {
        auto& who = m_members.at(suspend->officer);
        who.suspended = true;
        who.officer.active = false;
    } else if (const auto* restore = std::get_if<RestoreOfficer>(&change)) {
        auto& who = m_members.at(restore->officer);
        who.suspended = false;
        who.officer.active = true;
    } else if (const auto* device = std::get_if<AdmitDevice>(&change)) {
        m_devices[device->device] = {device->device, device->key, device->post, device->postName, device->name, false, {}};
    } else if (const auto* revoke = std::get_if<RevokeDevice>(&change)) {
        m_devices.at(revoke->device).revoked = true;
    } else if (const auto* scope = std::get_if<SetScope>(&change)) {
        m_devices.at(scope->device).scope = scope->scope;
    } else if (const auto* policy = std::get_if<SetPolicy>(&change)) {
        m_policy = policy->policy;
    } else if (const auto* partner = std::get_if<SetPartner>(&change)) {
        m_partners[*idOfProfile(partner->profile)] = partner->profile;
    } else if (const auto* end = std::get_if<EndPartner>(&change)) {
        m_partners.erase(end->id);
    }
}

Result<Roster> Roster::founded(const Entry& entry) {
    const auto* founding = std::get_if<Founding>(&entry.change);
    if (!founding || entry.version != 1 || !entry.prev.isZero() || entry.org.empty()) return fail(kChain, "a roster begins with its founding");
    if (founding->administrators.size() != kLeastAdministrators) return fail(kLast, "a roster is founded by two administrators");
    Roster roster;
    roster.m_org = entry.org;
    for (const auto& each : founding->administrators) {
        if (each.grants.size() != 1 || each.grants[0].role != Role::Admin) return fail(kSeparation, "who founds a roster is an administrator and nothing else");
        // Their personnel numbers are not known: the key stands for the person.
        const auto person = sha256(each.key.bytes());
        COTEJO_TRY(roster.checkNew(each, person));
        roster.apply(AdmitOfficer{each, person});
    }
    COTEJO_TRY(roster.checkSignatures(entry));
    if (entry.signatures.size() != kLeastAdministrators) return fail(kSecond, "both administrators sign the founding");
    roster.m_version = 1;
    roster.m_root = roster.m_head = hashOf(entry);
    return roster;
}

Status Roster::add(const Entry& entry) {
    COTEJO_TRY(admissible(entry));
    if (entry.signatures.size() < 2 && needsSecond(entry.change))
        return fail(kSecond, "a change of this kind (" + std::string(kindOf(entry.change)) + ") needs the signature of a second administrator");
    apply(entry.change);
    m_version = entry.version;
    m_head = hashOf(entry);
    return {};
}

Result<Roster> Roster::after(const Entry& entry) const {
    Roster next = *this;
    COTEJO_TRY(next.add(entry));
    return next;
}

Hash personOf(const std::string& org, std::string_view number) {
    std::string plain;
    for (const char c : number) {
        if (c == ' ' || c == '-' || c == '.' || c == '/' || c == '\t' || (c == '0' && plain.empty())) continue;
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return sha256(org + "\n" + plain);
}

std::string withoutAuthority(const Member* author, const RosterDevice* device, std::string_view role, bool protective, UtcTime received) {
    if (!author || author->everGranted.empty()) return "unknown_officer";
    if (!device) return "unknown_device";
    if (protective) return {};
    if (device->revoked) return "revoked_device";
    if (author->suspended) return "suspended";
    // The program speaks where somebody works who may.
    if (role == codeOf(Role::System)) return author->officer.grants.empty() ? "role_not_held" : "";
    const auto claimed = record::fromCode<Role>(role);
    const bool held = claimed && std::ranges::any_of(author->officer.grants, [&](const auto& each) { return each.role == *claimed && received < each.validUntil; });
    return held ? std::string() : std::string("role_not_held");
}

}  // namespace cotejo::roster
