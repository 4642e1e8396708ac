#include "core/roster/entry.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/record/act.h"

namespace cotejo::roster {
namespace {

constexpr std::string_view kDomain = "cotejo roster 1\n";

template <class... F>
struct Each : F... {
    using F::operator()...;
};

Json officerJson(const record::Officer& officer) { return Json::parse(record::officerToJson(officer)); }

Json changeJson(const Change& change) {
    Json json = std::visit(
        Each{[](const Founding& each) {
                 Json all = Json::array();
                 for (const auto& officer : each.administrators) all.push_back(officerJson(officer));
                 return Json{{"administrators", all},
                             {"server", {{"authority", each.server.authority.text()}, {"watchlist", each.server.watchlist.text()}, {"receipts", each.server.receipts.text()}}}};
             },
             [](const AdmitOfficer& each) { return Json{{"officer", officerJson(each.officer)}, {"person", each.person.text()}}; },
             [](const SetRoles& each) {
                 record::Officer carrier;  // only its grants are written
                 carrier.grants = each.grants;
                 return Json{{"officer", each.officer.text()}, {"grants", officerJson(carrier)["grants"]}};
             },
             [](const SuspendOfficer& each) { return Json{{"officer", each.officer.text()}, {"reason", each.reason}}; },
             [](const RestoreOfficer& each) { return Json{{"officer", each.officer.text()}, {"reason", each.reason}}; },
             [](const AdmitDevice& each) {
                 return Json{{"device", each.device.text()}, {"key", each.key.text()}, {"post", each.post.text()}, {"post_name", each.postName}, {"name", each.name}};
             },
             [](const RevokeDevice& each) { return Json{{"device", each.device.text()}, {"reason", each.reason}}; },
             [](const SetScope& each) {
                 Json posts = Json::array();
                 for (const auto& post : each.scope.posts) posts.push_back(post.text());
                 return Json{{"device", each.device.text()}, {"everything", each.scope.everything}, {"posts", posts}};
             },
             [](const SetPolicy& each) { return Json{{"policy", each.policy}}; },
             [](const SetPartner& each) { return Json{{"profile", each.profile}}; },
             [](const EndPartner& each) { return Json{{"id", each.id}, {"reason", each.reason}}; }},
        change);
    json["kind"] = kindOf(change);
    return json;
}

auto malformed(const std::string& what) { return fail(base::kMalformed, "roster entry: " + what); }

template <class Value>
std::optional<Value> valueAt(const Json& json, std::string_view key) {
    return Value::fromText(textAt(json, key).value_or(""));
}

Result<record::Officer> officerAt(const Json& json, const char* key) {
    if (!json.contains(key) || !json[key].is_object()) return malformed("an officer is missing");
    return record::officerFromJson(json[key].dump());
}

Result<Change> changeOf(const Json& json) {
    const auto kind = textAt(json, "kind").value_or("");
    const auto reason = textAt(json, "reason").value_or("");
    if (kind == kindOf(Founding{})) {
        Founding founding;
        if (!json.contains("administrators") || !json["administrators"].is_array()) return malformed("no administrators");
        for (const auto& each : json["administrators"]) {
            COTEJO_TRY_ASSIGN(auto officer, record::officerFromJson(each.dump()));
            founding.administrators.push_back(std::move(officer));
        }
        if (!json.contains("server") || !json["server"].is_object()) return malformed("a founding without its server");
        const auto authority = valueAt<Hash>(json["server"], "authority");
        const auto watchlist = valueAt<PublicKey>(json["server"], "watchlist"), receipts = valueAt<PublicKey>(json["server"], "receipts");
        if (!authority || !watchlist || !receipts) return malformed("a founding without the keys of its server");
        founding.server = {*authority, *watchlist, *receipts};
        return founding;
    }
    if (kind == kindOf(AdmitOfficer{})) {
        const auto person = valueAt<Hash>(json, "person");
        COTEJO_TRY_ASSIGN(auto officer, officerAt(json, "officer"));
        if (!person) return malformed("an officer without a person");
        return AdmitOfficer{std::move(officer), *person};
    }
    if (kind == kindOf(SetPartner{})) return SetPartner{textAt(json, "profile").value_or("")};
    if (kind == kindOf(EndPartner{})) return EndPartner{textAt(json, "id").value_or(""), reason};
    if (kind == kindOf(SetPolicy{})) return SetPolicy{textAt(json, "policy").value_or("")};
    if (kind == kindOf(AdmitDevice{}) || kind == kindOf(RevokeDevice{}) || kind == kindOf(SetScope{})) {
        const auto device = valueAt<DeviceId>(json, "device");
        if (!device) return malformed("no device");
        if (kind == kindOf(SetScope{})) {
            SetScope set{*device, {boolAt(json, "everything").value_or(false), {}}};
            if (!json.contains("posts") || !json["posts"].is_array()) return malformed("a scope without posts");
            for (const auto& each : json["posts"]) {
                const auto post = each.is_string() ? PostId::fromText(each.get_ref<const std::string&>()) : std::nullopt;
                if (!post || (!set.scope.posts.empty() && !(set.scope.posts.back() < *post))) return malformed("the posts of a scope are ids in order");
                set.scope.posts.push_back(*post);
            }
            return set;
        }
        if (kind == kindOf(RevokeDevice{})) return RevokeDevice{*device, reason};
        const auto key = valueAt<PublicKey>(json, "key");
        const auto post = valueAt<PostId>(json, "post");
        if (!key || !post) return malformed("a device without key or post");
        return AdmitDevice{*device, *key, *post, textAt(json, "post_name").value_or(""), textAt(json, "name").value_or("")};
    }
    const auto officer = valueAt<OfficerId>(json, "officer");
    if (!officer) return malformed("unknown change \"" + kind + "\"");
    if (kind == kindOf(SuspendOfficer{})) return SuspendOfficer{*officer, reason};
    if (kind == kindOf(RestoreOfficer{})) return RestoreOfficer{*officer, reason};
    if (kind != kindOf(SetRoles{})) return malformed("unknown change \"" + kind + "\"");
    record::Officer carrier;
    auto whole = officerJson(carrier);
    if (!json.contains("grants")) return malformed("no roles");
    whole["grants"] = json["grants"];
    COTEJO_TRY_ASSIGN(auto read, record::officerFromJson(whole.dump()));
    return SetRoles{*officer, std::move(read.grants)};
}

Json bodyOf(const Entry& entry) {
    return {{"version", entry.version}, {"prev", entry.prev.text()}, {"org", entry.org}, {"at", toMillis(entry.signedAt)}, {"change", changeJson(entry.change)}};
}

}  // namespace

std::string_view kindOf(const Change& change) {
    return std::visit(Each{[](const Founding&) { return "founding"; }, [](const AdmitOfficer&) { return "officer.admit"; },
                           [](const SetRoles&) { return "officer.roles"; }, [](const SuspendOfficer&) { return "officer.suspend"; },
                           [](const RestoreOfficer&) { return "officer.restore"; }, [](const AdmitDevice&) { return "device.admit"; },
                           [](const RevokeDevice&) { return "device.revoke"; }, [](const SetScope&) { return "device.scope"; },
                           [](const SetPolicy&) { return "policy"; }, [](const SetPartner&) { return "partner.set"; },
                           [](const EndPartner&) { return "partner.end"; }},
                      change);
}

Bytes signedBytes(const Entry& entry) {
    const auto body = canonicalJson(bodyOf(entry));
    return bytesOf(std::string(kDomain) + body);
}

Hash hashOf(const Entry& entry) { return sha256(signedBytes(entry)); }

void sign(Entry& entry, const OfficerId& by, const SigningKey& key) { entry.signatures.push_back({by, key.sign(signedBytes(entry))}); }

Bytes encodeEntry(const Entry& entry) {
    auto json = bodyOf(entry);
    json["signatures"] = Json::array();
    for (const auto& each : entry.signatures) json["signatures"].push_back({{"by", each.by.text()}, {"signature", each.signature.text()}});
    return bytesOf(canonicalJson(json));
}

Result<Entry> decodeEntry(ByteView bytes) {
    COTEJO_TRY_ASSIGN(const auto json, parseJson(textOf(bytes), "roster entry", kEntryCap, 12));
    Entry entry;
    const auto version = integerAt(json, "version");
    const auto prev = valueAt<Hash>(json, "prev");
    const auto org = textAt(json, "org");
    const auto at = integerAt(json, "at");
    if (!version || *version < 1 || !prev || !org || !at || !json.contains("change") || !json["change"].is_object() || !json.contains("signatures") ||
        !json["signatures"].is_array() || json["signatures"].size() > 2)
        return malformed("version, prev, org, time, change or signatures are missing");
    entry.version = static_cast<std::uint64_t>(*version);
    entry.prev = *prev;
    entry.org = *org;
    entry.signedAt = fromMillis(*at);
    COTEJO_TRY_ASSIGN(entry.change, changeOf(json["change"]));
    for (const auto& each : json["signatures"]) {
        const auto by = valueAt<OfficerId>(each, "by");
        const auto signature = valueAt<Signature>(each, "signature");
        if (!by || !signature) return malformed("a signature cannot be read");
        entry.signatures.push_back({*by, *signature});
    }
    const auto again = encodeEntry(entry);
    if (again.size() != bytes.size() || !std::ranges::equal(again, bytes)) return malformed("it is not written in the one way that is signed");
    return entry;
}

}  // namespace cotejo::roster
