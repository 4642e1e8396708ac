#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/access/desk.h"
#include "core/base/crypto.h"
#include "core/store/database.h"

/// slots.db: the small plain database beside cases.db. It holds what sign-in must know before anything is unlocked: facts of the
/// post and, for every officer, the data key and the officer's signing seed under a key made from the passphrase. A MAC under the
/// data key over facts and slots shows changes by others once somebody is in.
namespace cotejo::access {

inline constexpr char kSlotsName[] = "slots.db";
inline constexpr std::size_t kLeastCost = 64u << 20;  ///< bytes of memory for one guess
inline constexpr int kFailuresAllowed = 5;
inline constexpr int kLockMinutes = 15;

/// What a right passphrase gives.
struct Unlocked {
    Secret dek;
    OfficerId officer;
    SigningKey key;
};

class KeySlots {
  public:
    /// Errors: E_INVALID_ARGUMENT when there is a file already.
    static Result<KeySlots> create(const std::filesystem::path& folder, const PostFacts& facts);
    /// Errors: E_ACCESS_NO_POST, E_ACCESS_SLOTS.
    static Result<KeySlots> open(const std::filesystem::path& folder);

    Result<PostFacts> facts();
    Status setLastSync(UtcTime at, const Secret& dek);
    /// Demo posts only: what the sign-in screen shows.
    Status addDemoLogin(const PostFacts::DemoLogin& login, const Secret& dek);

    /// A new slot, or the same officer's with another passphrase. Error: E_ACCESS_LOGIN_TAKEN.
    Status put(std::string_view login, const OfficerId& officer, std::string_view passphrase, const KdfCost& cost,
               const Secret& dek, const SigningKey& key);
    Status remove(std::string_view login, const Secret& dek);
    /// Cost of the first slot: new ones get the same.
    Result<KdfCost> cost();
    /// Counts failures, also for logins that do not exist. Errors: E_ACCESS_PASSPHRASE (param "left"), E_ACCESS_LOCKED,
    /// E_ACCESS_SLOTS.
    Result<Unlocked> unlock(std::string_view login, std::string_view passphrase, UtcTime now);
    /// E_ACCESS_SLOTS when facts or slots are not as the program left them.
    Status checkMac(const Secret& dek);

  private:
    explicit KeySlots(store::Database database) : m_db(std::move(database)) {}
    Result<Bytes> mac(const Secret& dek);
    Status sealMac(const Secret& dek);
    Result<Bytes> associatedData(std::string_view login, const OfficerId& officer, std::int64_t version);
    Status setFact(std::string_view key, ByteView value);
    Result<std::optional<Bytes>> fact(std::string_view key);
    Status noteFailure(std::string_view login, UtcTime now);
    store::Database m_db;
};

}  // namespace cotejo::access
