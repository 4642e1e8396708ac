#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/access/awaited.h"
#include "core/access/known_clock.h"
#include "core/base/time.h"
#include "core/journal/journal.h"
#include "core/record/role.h"
#include "core/roster/entry.h"
#include "core/store/officer_table.h"
#include "core/store/store.h"

namespace cotejo::access {

/// What the organisation decides when a post is set up.
struct PostSetup {
    std::string org;
    PostId post = PostId::random();
    std::string postName;
    std::string deviceName;  ///< "counter 2"
    bool demo = false;       ///< sign-in shows the passphrases: never for real people's data
    KdfCost cost;            ///< of every key slot; at least 64 MiB unless `testing`
    bool testing = false;    ///< unit tests only: allows a cheap cost
};

struct NewOfficer {
    std::string login;
    std::string displayName;
    std::vector<record::RoleGrant> grants;
};

/// What anybody may read of a post before sign-in.
struct PostFacts {
    std::string org;
    PostId post;
    std::string postName;
    DeviceId device;
    std::string deviceName;
    bool demo = false;
    std::optional<UtcTime> lastSync;
    struct DemoLogin {
        std::string login;
        std::string displayName;
        std::string passphrase;
    };
    std::vector<DemoLogin> demoLogins;  ///< empty unless `demo`
};

/// A post that is open, and the officer who signed in. Any thread. It must outlive whatever uses what it hands out.
class Desk {
  public:
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    store::Store& store() { return *m_store; }
    journal::Journal& journal() { return *m_journal; }
    const record::Officer& officer() const { return m_officer; }
    const DeviceId& device() const { return m_device.id; }
    const std::string& deviceName() const { return m_device.name; }
    const PostId& post() const { return m_device.post; }
    const std::string& postName() const { return m_postName; }
    const std::string& org() const { return m_org; }
    /// Known time: it does not run backwards.
    const Clock& clock() const { return *m_clock; }
    KnownClock& knownClock() { return *m_clock; }
    Awaited& awaited() { return m_awaited; }
    bool isDemo() const { return m_demo; }
    const std::filesystem::path& folder() const { return m_store->folder(); }
    /// True while the officer holds the role (qualifications end).
    bool holds(record::Role role) const { return m_officer.holds(role, m_clock->now()); }

    /// Writes user.logout once. Also done at the end of the desk.
    Status signOut();
    /// The screen was locked (user.lock).
    Status noteLock();
    /// Unlocking the screen: same counting of failures as sign-in. Errors: E_ACCESS_PASSPHRASE, E_ACCESS_LOCKED.
    Status confirm(std::string_view passphrase);
    /// As the officer who is signed in, who puts their name under a change of the roster.
    void sign(roster::Entry& entry) const;
    /// Shown at the next sign-in.
    Status noteSync(UtcTime at);

  private:
    friend Result<std::unique_ptr<Desk>> signIn(const std::filesystem::path&, std::string_view, std::string_view, const Clock&);
    friend Result<record::Officer> addOfficer(Desk&, const NewOfficer&, std::string_view);
    Desk(Secret dek, std::unique_ptr<store::Store> store, std::unique_ptr<journal::Journal> journal, record::Officer officer,
         store::Device device, std::unique_ptr<KnownClock> clock);

    Status note(std::string_view type);

    Secret m_dek;
    std::unique_ptr<KnownClock> m_clock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<journal::Journal> m_journal;
    record::Officer m_officer;
    store::Device m_device;
    std::string m_postName;
    std::string m_org;
    Awaited m_awaited;
    bool m_demo = false;
    bool m_signedOut = false;
};

/// Makes a post in an empty or new folder, with its first administrator. Errors: E_INVALID_ARGUMENT when there is a post already
/// or a field is empty, E_ACCESS_WEAK, E_STORE_*.
Result<record::Officer> createPost(const std::filesystem::path& folder, const PostSetup& setup, const NewOfficer& admin,
                                   std::string_view passphrase, const Clock& clock);
/// Unlocks the officer's key slot, opens the store, starts a chain, writes user.login. `clock` outlives the desk. Takes about
/// half a second of work on purpose (Argon2id). Errors: E_ACCESS_*, E_STORE_*.
Result<std::unique_ptr<Desk>> signIn(const std::filesystem::path& folder, std::string_view login, std::string_view passphrase,
                                     const Clock& clock);
/// By an administrator. Where the organisation has a roster, the account is a request: it has no role until the roster names it. Errors: E_ACCESS_NOT_ADMIN, E_ACCESS_LOGIN_TAKEN, E_ACCESS_WEAK.
Result<record::Officer> addOfficer(Desk& admin, const NewOfficer& officer, std::string_view passphrase);
/// An inactive officer cannot sign in; what they signed stays valid. An administrator cannot deactivate themselves. Errors:
/// E_ACCESS_OTHER_POST: people of another post are that post's; E_ACCESS_ROSTER: those of an organisation are its roster's (sync/roster_client.h).
Status setOfficerActive(Desk& admin, const OfficerId& officer, bool active);
/// Replaces an officer's roles and qualifications; they count from the next sign-in. One that is taken away ends now and stays
/// in the record.
Status setGrants(Desk& admin, const OfficerId& officer, std::vector<record::RoleGrant> grants);
/// Of the signed-in officer. Errors: E_ACCESS_PASSPHRASE for the old one, E_ACCESS_WEAK for the new one.
Status changePassphrase(Desk& desk, std::string_view oldPassphrase, std::string_view newPassphrase);
/// Errors: E_ACCESS_NO_POST, E_ACCESS_SLOTS.
Result<PostFacts> postFacts(const std::filesystem::path& folder);

}  // namespace cotejo::access
