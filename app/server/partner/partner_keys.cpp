#include "app/server/partner/partner_keys.h"

#include "app/server/key_file.h"

namespace cotejo::server {

Result<PartnerKeys> PartnerKeys::open(const std::filesystem::path& folder) {
    const auto signing = folder / "partner-signing.key", box = folder / "partner-box.key";
    COTEJO_TRY(makeSecretFile(signing));
    COTEJO_TRY(makeSecretFile(box));
    COTEJO_TRY_ASSIGN(const auto seed, readSecretFile(signing));
    COTEJO_TRY_ASSIGN(const auto secret, readSecretFile(box));
    return PartnerKeys(*SigningKey::fromSeed(seed.view()), *exchange::BoxKey::fromSecret(secret.view()));
}

}  // namespace cotejo::server
