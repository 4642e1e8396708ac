#pragma once

#include <array>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/id.h"
#include "core/base/result.h"

/// The few primitives the program rests on, all from libsodium. Call initCrypto() once before anything else in a program.
namespace cotejo {

/// False if the system has no usable randomness.
[[nodiscard]] bool initCrypto();

Hash sha256(ByteView bytes);
inline Hash sha256(std::string_view text) { return sha256(viewOf(text)); }

/// Bytes that are wiped when they go, and locked in memory where the system allows it. Move-only.
class Secret {
  public:
    Secret() = default;
    explicit Secret(std::size_t size);
    static Secret random(std::size_t size);
    static Secret copyOf(ByteView bytes);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    Secret clone() const { return copyOf(view()); }
    std::uint8_t* data() { return m_data; }
    const std::uint8_t* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    ByteView view() const { return {m_data, m_size}; }

  private:
    void wipe();
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

using PublicKey = FixedBytes<struct PublicKeyTag, 32>;
using Signature = FixedBytes<struct SignatureTag, 64>;

/// Ed25519 key pair made from a 32-byte seed.
class SigningKey {
  public:
    static SigningKey random();
    /// Nothing if the seed is not 32 bytes.
    static std::optional<SigningKey> fromSeed(ByteView seed);
    const PublicKey& publicKey() const { return m_public; }
    Signature sign(ByteView message) const;
    /// 32 bytes; keep it only inside something encrypted.
    ByteView seed() const { return m_secret.view().first(32); }

  private:
    Secret m_secret;
    PublicKey m_public;
};

bool verifySignature(const PublicKey& key, ByteView message, const Signature& signature);

/// XChaCha20-Poly1305 with a random nonce in front. `key` is 32 bytes.
Bytes seal(const Secret& key, ByteView plain, ByteView associated);
/// Nothing if the key, the associated data or any byte differs.
std::optional<Secret> unseal(const Secret& key, ByteView sealed, ByteView associated);

/// Argon2id, 32 bytes. `salt` is 16 bytes. Fails only when memory is short (E_INTERNAL).
struct KdfCost {
    std::uint64_t operations = 3;
    std::size_t memoryBytes = 256u << 20;
};
Result<Secret> deriveKey(std::string_view passphrase, ByteView salt, const KdfCost& cost);

/// A 32-byte sub-key for one purpose (BLAKE2b keyed by `key` over the label).
Secret subKey(const Secret& key, std::string_view label);

/// Time does not depend on the content.
bool equalConstantTime(ByteView a, ByteView b);

}  // namespace cotejo
