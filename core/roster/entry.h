#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/crypto.h"
#include "core/base/time.h"
#include "core/record/role.h"

/// The roster (TRUST.md): who may act, and on which devices, as a chained log that administrators sign. One entry, one change.
namespace cotejo::roster {

/// The keys of the server that an organisation founded its roster with; all zero where nobody named one. Whoever copies the roster does not have them.
struct ServerIdentity {
    Hash authority{};  ///< SHA-256 of its authority's certificate
    PublicKey watchlist{};
    PublicKey receipts{};
    bool named() const { return !authority.isZero(); }
    bool operator==(const ServerIdentity&) const = default;
};
/// The first entry: the organisation's two first administrators, who both sign it. Its hash is what a post pins.
struct Founding {
    std::vector<record::Officer> administrators;
    ServerIdentity server{};
};
/// Somebody new, with the roles of the first day. `person` is the hash of a personnel number: one person, one account.
struct AdmitOfficer {
    record::Officer officer;
    Hash person;
};
/// All roles of an officer from now on; those not named end.
struct SetRoles {
    OfficerId officer;
    std::vector<record::RoleGrant> grants;
};
struct SuspendOfficer {
    OfficerId officer;
    std::string reason;
};
struct RestoreOfficer {
    OfficerId officer;
    std::string reason;
};
struct AdmitDevice {
    DeviceId device;
    PublicKey key;
    PostId post;
    std::string postName;
    std::string name;
};
struct RevokeDevice {
    DeviceId device;
    std::string reason;
};
/// Whose cases a device receives beside those of its own post.
struct Scope {
    bool everything = false;    ///< all of the organisation
    std::vector<PostId> posts;  ///< sorted
    bool covers(const PostId& post) const { return everything || std::ranges::find(posts, post) != posts.end(); }
    bool covers(const Scope& other) const {
        return everything || (!other.everything && std::ranges::all_of(other.posts, [&](const auto& each) { return covers(each); }));
    }
    bool operator==(const Scope&) const = default;
};
struct SetScope {
    DeviceId device;
    Scope scope;
};
/// The numbers of core/decide/policy.h, as their canonical JSON.
struct SetPolicy {
    std::string policy;
};
/// An agreement with a partner state, as its canonical JSON (core/partner/profile.h); replaces the one with the same id.
struct SetPartner {
    std::string profile;
};
struct EndPartner {
    std::string id;
    std::string reason;
};
using Change = std::variant<Founding, AdmitOfficer, SetRoles, SuspendOfficer, RestoreOfficer, AdmitDevice, RevokeDevice, SetScope, SetPolicy, SetPartner,
                            EndPartner>;
/// "officer.admit" and so on, for lists and logs.
std::string_view kindOf(const Change& change);

struct EntrySignature {
    OfficerId by;
    Signature signature;
};

struct Entry {
    std::uint64_t version = 1;  ///< 1, 2, 3...
    Hash prev;                  ///< hash of the entry before; zero for the first
    std::string org;
    UtcTime signedAt{};         ///< by the clock of who wrote it; for people, never for order
    Change change;
    std::vector<EntrySignature> signatures;  ///< one or two, of different administrators
};

inline constexpr std::size_t kEntryCap = 64u << 10;

/// What is signed and hashed: a domain text and the canonical JSON of all but the signatures.
Bytes signedBytes(const Entry& entry);
Hash hashOf(const Entry& entry);
void sign(Entry& entry, const OfficerId& by, const SigningKey& key);
Bytes encodeEntry(const Entry& entry);
/// Error: E_MALFORMED; also for what would not encode to the same bytes.
Result<Entry> decodeEntry(ByteView bytes);

}  // namespace cotejo::roster
