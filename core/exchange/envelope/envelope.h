#pragma once

#include <span>

#include "core/base/crypto.h"
#include "core/base/result.h"

/// A message on its way to a partner: sealed to the recipient's box key (libsodium crypto_box_seal), then signed by the sender (Ed25519 over a domain text and
/// the sealed bytes). Bytes: sealed message (48 more than the message), then 64 of signature.
namespace cotejo::exchange {

inline constexpr std::size_t kEnvelopeOverhead = 48 + 64;

/// X25519 key pair; the secret part is wiped when it goes.
class BoxKey {
  public:
    static BoxKey random();
    /// Nothing if the secret is not 32 bytes.
    static std::optional<BoxKey> fromSecret(ByteView secret);
    const PublicKey& publicKey() const { return m_public; }
    ByteView secret() const { return m_secret.view(); }

  private:
    explicit BoxKey(Secret secret);

    Secret m_secret;
    PublicKey m_public;
};

/// Whether something can be sealed to this key: zero and the other points of low order are nobody's.
bool isBoxKey(const PublicKey& key);

/// Empty where `recipient` is no key (isBoxKey).
Bytes sealEnvelope(ByteView message, const PublicKey& recipient, const SigningKey& sender);
/// `senders`: keys of which one must have signed. Errors: E_ENVELOPE_SIGNATURE, E_ENVELOPE_SEAL (not to this key, or changed), E_MALFORMED (too short).
Result<Bytes> openEnvelope(ByteView envelope, const BoxKey& recipient, std::span<const PublicKey> senders);

}  // namespace cotejo::exchange
