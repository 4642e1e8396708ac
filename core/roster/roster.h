#pragma once

#include <map>
#include <optional>

#include "core/roster/entry.h"

namespace cotejo::roster {

/// What the roster says of a person. `officer.grants` are those in force (their dates still count), none while suspended.
struct Member {
    record::Officer officer;
    Hash person;
    bool suspended = false;
    std::vector<record::RoleGrant> everGranted;  ///< roles held at any version
};

struct RosterDevice {
    DeviceId device;
    PublicKey key;
    PostId post;
    std::string postName;
    std::string name;
    bool revoked = false;
    Scope scope{};
    /// Cases of this post come to the device.
    bool receives(const PostId& other) const { return other == post || scope.covers(other); }
};

/// The organisation's people, devices and policy after some version of the log. A value; any thread.
class Roster {
  public:
    /// The first entry. Errors: those of errors.h.
    static Result<Roster> founded(const Entry& founding);
    /// One entry more; whoever signed must be an administrator before it. An entry that is refused changes nothing. Errors: those of errors.h.
    Status add(const Entry& entry);
    /// The same on a copy.
    Result<Roster> after(const Entry& entry) const;
    /// Whether the change could be made, were it signed, and makes it here: to try several at once. Errors: those of errors.h.
    Status admissibleChange(const Change& change);
    /// Whether the entry lacks nothing but the signature of a second administrator.
    bool waitsForSecond(const Entry& entry) const;
    /// The next entry, to be signed.
    Entry next(Change change, UtcTime at) const;

    const Hash& root() const { return m_root; }
    const Hash& head() const { return m_head; }
    std::uint64_t version() const { return m_version; }
    const std::string& org() const { return m_org; }
    const Member* member(const OfficerId& id) const;
    const RosterDevice* device(const DeviceId& id) const;
    const std::map<OfficerId, Member>& members() const { return m_members; }
    const std::map<DeviceId, RosterDevice>& devices() const { return m_devices; }
    /// Canonical JSON; nothing while the organisation set none.
    const std::optional<std::string>& policy() const { return m_policy; }
    /// Agreements with partner states in canonical JSON, by their ids.
    const std::map<std::string, std::string>& partners() const { return m_partners; }
    bool isAdministrator(const OfficerId& id) const;

  private:
    Roster() = default;
    Status admissible(const Entry& entry) const;
    Status checkChange(const Change& change) const;
    Status checkNew(const record::Officer& officer, const Hash& person) const;
    Status checkSignatures(const Entry& entry) const;
    bool needsSecond(const Change& change) const;
    std::size_t holders(record::Role role) const;
    void apply(const Change& change);

    Hash m_root, m_head;
    std::uint64_t m_version = 0;
    std::string m_org;
    std::map<OfficerId, Member> m_members;
    std::map<DeviceId, RosterDevice> m_devices;
    std::optional<std::string> m_policy;
    std::map<std::string, std::string> m_partners;
};

/// Words that people read before they sign: of a bounded length, on one line, and without signs that change how others are read. Error: E_INVALID_ARGUMENT.
Status checkWords(std::string_view text, std::size_t cap = 200);

/// The hash that stands for a person's personnel number: however it is written, with spaces, hyphens, small letters or zeros before it.
Hash personOf(const std::string& org, std::string_view number);

/// Why an act has no effect, by the roster at the place in the order where it was first received: "unknown_officer", "unknown_device",
/// "revoked_device", "suspended", "role_not_held"; "" when it may have one. Opening a case and placing PROTECTION stand for anybody who
/// ever held a role, suspended or not, on any device that was ever admitted. `protective` says that the act is one of these two.
std::string withoutAuthority(const Member* author, const RosterDevice* device, std::string_view role, bool protective, UtcTime received);

}  // namespace cotejo::roster
