#include "core/base/crypto.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <cstdlib>
#include <cstring>

#include "core/base/errors.h"

namespace cotejo {

bool initCrypto() { return sodium_init() >= 0; }

namespace {

/// OpenSSL's uses the processor's own instructions; libsodium's is plain C, a fifth as fast. The algorithm is fetched once, a context a
/// thread.
class Sha256 {
  public:
    Sha256() : m_context(EVP_MD_CTX_new()) {
        static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        m_algorithm = algorithm;
        if (!m_context || !m_algorithm) std::abort();
    }
    ~Sha256() { EVP_MD_CTX_free(m_context); }
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    std::array<std::uint8_t, 32> of(ByteView bytes) {
        std::array<std::uint8_t, 32> out;
        const bool good = EVP_DigestInit_ex2(m_context, m_algorithm, nullptr) == 1 && EVP_DigestUpdate(m_context, bytes.data(), bytes.size()) == 1 &&
                          EVP_DigestFinal_ex(m_context, out.data(), nullptr) == 1;
        if (!good) std::abort();  // a hash that is not one would be worse
        return out;
    }

  private:
    EVP_MD_CTX* m_context;
    const EVP_MD* m_algorithm;
};

}  // namespace

Hash sha256(ByteView bytes) {
    thread_local Sha256 hasher;
    return Hash(hasher.of(bytes));
}

Secret::Secret(std::size_t size) : m_size(size) {
    if (size == 0) return;
    m_data = static_cast<std::uint8_t*>(std::calloc(size, 1));
    if (!m_data) std::abort();
    (void)sodium_mlock(m_data, size);  // best effort: an unprivileged process may have no allowance
}

Secret Secret::random(std::size_t size) {
    Secret secret(size);
    randombytes_buf(secret.m_data, size);
    return secret;
}

Secret Secret::copyOf(ByteView bytes) {
    Secret secret(bytes.size());
    if (!bytes.empty()) std::memcpy(secret.m_data, bytes.data(), bytes.size());
    return secret;
}

Secret::Secret(Secret&& other) noexcept : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret() { wipe(); }

void Secret::wipe() {
    if (!m_data) return;
    sodium_munlock(m_data, m_size);  // also overwrites
    sodium_memzero(m_data, m_size);
    std::free(m_data);
    m_data = nullptr;
    m_size = 0;
}

SigningKey SigningKey::random() { return *fromSeed(Secret::random(crypto_sign_SEEDBYTES).view()); }

std::optional<SigningKey> SigningKey::fromSeed(ByteView seed) {
    if (seed.size() != crypto_sign_SEEDBYTES) return std::nullopt;
    SigningKey key;
    key.m_secret = Secret(crypto_sign_SECRETKEYBYTES);
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> open;
    crypto_sign_seed_keypair(open.data(), key.m_secret.data(), seed.data());
    key.m_public = PublicKey(open);
    return key;
}

Signature SigningKey::sign(ByteView message) const {
    std::array<std::uint8_t, crypto_sign_BYTES> out;
    crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), m_secret.data());
    return Signature(out);
}

bool verifySignature(const PublicKey& key, ByteView message, const Signature& signature) {
    return crypto_sign_verify_detached(signature.bytes().data(), message.data(), message.size(), key.bytes().data()) == 0;
}

Bytes seal(const Secret& key, ByteView plain, ByteView associated) {
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES) std::abort();
    constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    Bytes out(nonceSize + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    randombytes_buf(out.data(), nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + nonceSize, nullptr, plain.data(), plain.size(), associated.data(),
                                               associated.size(), nullptr, out.data(), key.data());
    return out;
}

std::optional<Secret> unseal(const Secret& key, ByteView sealed, ByteView associated) {
    constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES || sealed.size() < nonceSize + tagSize) return std::nullopt;
    Secret plain(sealed.size() - nonceSize - tagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data() + nonceSize,
                                                   sealed.size() - nonceSize, associated.data(), associated.size(),
                                                   sealed.data(), key.data()) != 0)
        return std::nullopt;
    return plain;
}

Result<Secret> deriveKey(std::string_view passphrase, ByteView salt, const KdfCost& cost) {
    if (salt.size() != crypto_pwhash_SALTBYTES) return fail(base::kInvalidArgument, "a key salt is 16 bytes");
    Secret key(32);
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(), cost.operations,
                      cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(base::kInternal, "not enough memory to check the passphrase (" +
                                         std::to_string(cost.memoryBytes >> 20) + " MiB are needed); close other programs");
    return key;
}

Secret subKey(const Secret& key, std::string_view label) {
    Secret out(32);
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(label.data()), label.size(), key.data(),
                       key.size());
    return out;
}

bool equalConstantTime(ByteView a, ByteView b) {
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

}  // namespace cotejo
