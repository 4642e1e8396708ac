#include "core/journal/admin_events.h"

#include <algorithm>
#include <array>

#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/record/act.h"

namespace cotejo::journal {
namespace {

constexpr std::size_t kBodyCap = 64u << 10;

Json deviceJson(const store::Device& device) {
    Json json{{"id", device.id.text()}, {"key", device.key.text()}, {"post", device.post.text()}, {"name", device.name}};
    if (device.revokedFrom) json["revokedFrom"] = *device.revokedFrom;
    return json;
}

Result<store::Device> deviceOf(const Json& json) {
    const auto id = DeviceId::fromText(textAt(json, "id").value_or(""));
    const auto key = PublicKey::fromText(textAt(json, "key").value_or(""));
    const auto post = PostId::fromText(textAt(json, "post").value_or(""));
    if (!id || !key || !post) return fail(base::kMalformed, "a device without id, key or post");
    store::Device device{*id, *key, *post, textAt(json, "name").value_or(""), {}};
    if (const auto revoked = integerAt(json, "revokedFrom")) {
        if (*revoked < 0) return fail(base::kMalformed, "a device revoked before the first event");
        device.revokedFrom = static_cast<std::uint64_t>(*revoked);
    }
    return device;
}

}  // namespace

Bytes foundingBody(const PostFounding& founding) {
    return bytesOf(canonicalJson({{"org", founding.org},
                                  {"postName", founding.postName},
                                  {"device", deviceJson(founding.device)},
                                  {"admin", Json::parse(record::officerToJson(founding.admin))}}));
}

Result<PostFounding> readFounding(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto json, parseJson(textOf(body), "admin.post", kBodyCap));
    const auto org = textAt(json, "org");
    const auto name = textAt(json, "postName");
    if (!org || !name || !json.contains("device") || !json.contains("admin"))
        return fail(base::kMalformed, "admin.post lacks org, postName, device or admin");
    PostFounding founding{*org, *name, {}, {}};
    COTEJO_TRY_ASSIGN(founding.device, deviceOf(json["device"]));
    COTEJO_TRY_ASSIGN(founding.admin, record::officerFromJson(json["admin"].dump()));
    return founding;
}

Bytes deviceBody(const store::Device& device) { return bytesOf(canonicalJson(deviceJson(device))); }

Result<store::Device> readDeviceBody(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto json, parseJson(textOf(body), "admin.device", kBodyCap));
    return deviceOf(json);
}

bool isKnownType(std::string_view type) {
    constexpr std::array<std::string_view, 10> kOthers{kPostFounded, kOfficerChanged, kDeviceChanged, kPolicyChanged, kLogin,
                                                      kLogout,      kLock,           "wl.applied",   "clock.jump", kRefused};
    if (std::ranges::find(kOthers, type) != kOthers.end()) return true;
    const auto act = record::readAct(type, viewOf("{}"));
    return act || !act.error().is(base::kNotFound);
}

}  // namespace cotejo::journal
