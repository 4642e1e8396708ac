#include "core/roster/admin_key.h"

#include <array>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/record/act.h"
#include "core/roster/errors.h"

namespace cotejo::roster {
namespace {

constexpr std::size_t kLeastPassphrase = 12;
constexpr std::size_t kFileBytes = 16u << 10;

}  // namespace

Result<record::Officer> createAdminKey(const std::filesystem::path& file, const std::string& login, const std::string& name,
                                       std::string_view passphrase, const KdfCost& cost) {
    if (passphrase.size() < kLeastPassphrase)
        return fail(base::kInvalidArgument, "a passphrase has at least " + std::to_string(kLeastPassphrase) + " characters; several words are easy to keep");
    std::error_code problem;
    if (std::filesystem::exists(file, problem)) return fail(base::kInvalidArgument, file.string() + " exists; it was not changed");
    const auto key = SigningKey::random();
    record::Officer officer;
    officer.id = OfficerId::random();
    officer.login = login;
    officer.displayName = name;
    officer.grants = {{record::Role::Admin}};
    officer.key = key.publicKey();
    std::array<std::uint8_t, 16> salt;
    fillRandom(salt.data(), salt.size());
    COTEJO_TRY_ASSIGN(const auto wrap, deriveKey(passphrase, salt, cost));
    const auto document = record::officerToJson(officer);
    const Json json{{"cotejo", "administrator's key 1"},
                    {"officer", document},
                    {"salt", toHex(salt)},
                    {"operations", cost.operations},
                    {"memory", cost.memoryBytes},
                    {"key", toHex(seal(wrap, key.seed(), viewOf(document)))}};
    COTEJO_TRY(writeFileAtomically(file, viewOf(json.dump(2)), 0600));
    return officer;
}

Result<AdminKey> openAdminKey(const std::filesystem::path& file, std::string_view passphrase) {
    std::error_code problem;
    const auto rights = std::filesystem::status(file, problem).permissions();
    using std::filesystem::perms;
    if (!problem && (rights & (perms::group_all | perms::others_all)) != perms::none)
        return fail(kAdminKey, file.string() + " may be read by others than its owner: run chmod 600 on it, and think of who read it");
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(file, kFileBytes));
    const auto unreadable = [&] { return fail(kAdminKey, file.string() + " is no administrator's key of this Cotejo"); };
    const auto json = parseJson(textOf(bytes), "administrator's key", kFileBytes);
    if (!json) return unreadable();
    const auto document = textAt(*json, "officer");
    const auto salt = fromHex(textAt(*json, "salt").value_or(""));
    const auto sealed = fromHex(textAt(*json, "key").value_or(""));
    const auto operations = integerAt(*json, "operations").value_or(0);
    const auto memory = integerAt(*json, "memory").value_or(0);
    if (!document || !salt || salt->size() != 16 || !sealed || operations < 1 || operations > 16 || memory < 8192 || memory > (1 << 30)) return unreadable();
    auto officer = record::officerFromJson(*document);
    if (!officer) return unreadable();
    COTEJO_TRY_ASSIGN(const auto wrap, deriveKey(passphrase, *salt, {static_cast<std::uint64_t>(operations), static_cast<std::size_t>(memory)}));
    const auto seed = unseal(wrap, *sealed, viewOf(*document));
    auto key = seed ? SigningKey::fromSeed(seed->view()) : std::nullopt;
    if (!key || key->publicKey() != officer->key) return fail(kAdminKey, "the passphrase of " + file.string() + " is wrong");
    return AdminKey{std::move(*officer), std::move(*key)};
}

}  // namespace cotejo::roster
