#pragma once

#include <string>
#include <string_view>

#include "core/record/event.h"
#include "core/record/role.h"
#include "core/store/officer_table.h"

/// Events that are not acts on a case, and the bodies of those that introduce people and devices.
namespace cotejo::journal {

inline constexpr char kPostFounded[] = "admin.post";        ///< first event of a device; body PostFounding
inline constexpr char kOfficerChanged[] = "admin.officer";  ///< body: record::officerToJson
inline constexpr char kDeviceChanged[] = "admin.device";    ///< body: deviceBody
inline constexpr char kPolicyChanged[] = "admin.policy";    ///< body: the numbers and the decision they stand on (core/decide/policy.h)
inline constexpr char kLogin[] = "user.login";
inline constexpr char kLogout[] = "user.logout";
inline constexpr char kLock[] = "user.lock";
inline constexpr char kRefused[] = "decision.refused";      ///< a refused approval stays in its case; body {"act", "code"}

/// Introduces a device and its first administrator to everybody else: signed with both keys it names.
struct PostFounding {
    std::string org;
    std::string postName;
    store::Device device;
    record::Officer admin;
};

Bytes foundingBody(const PostFounding& founding);
/// Error: E_MALFORMED.
Result<PostFounding> readFounding(ByteView body);
Bytes deviceBody(const store::Device& device);
Result<store::Device> readDeviceBody(ByteView body);

/// True for every type this version knows: acts on cases, the types above, and sync's own ("wl.applied", "clock.jump").
bool isKnownType(std::string_view type);
/// Body schema that this version writes and reads.
inline constexpr std::uint32_t kSchema = 1;

}  // namespace cotejo::journal
