#include "core/exchange/envelope/envelope.h"

#include <sodium.h>

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/errors.h"

namespace cotejo::exchange {

static_assert(kEnvelopeOverhead == crypto_box_SEALBYTES + crypto_sign_BYTES);

namespace {

constexpr std::string_view kDomain = "cotejo envelope 1\n";

Bytes signedPart(ByteView sealed) {
    Bytes part = bytesOf(kDomain);
    part.insert(part.end(), sealed.begin(), sealed.end());
    return part;
}

}  // namespace

BoxKey::BoxKey(Secret secret) : m_secret(std::move(secret)) {
    std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> open{};
    crypto_scalarmult_base(open.data(), m_secret.data());
    m_public = PublicKey(open);
}

BoxKey BoxKey::random() { return BoxKey(Secret::random(crypto_box_SECRETKEYBYTES)); }

std::optional<BoxKey> BoxKey::fromSecret(ByteView secret) {
    if (secret.size() != crypto_box_SECRETKEYBYTES) return std::nullopt;
    return BoxKey(Secret::copyOf(secret));
}

bool isBoxKey(const PublicKey& key) {
    constexpr std::array<std::uint8_t, crypto_scalarmult_SCALARBYTES> any{1};
    std::array<std::uint8_t, crypto_scalarmult_BYTES> shared{};
    return crypto_scalarmult(shared.data(), any.data(), key.bytes().data()) == 0;
}

Bytes sealEnvelope(ByteView message, const PublicKey& recipient, const SigningKey& sender) {
    Bytes envelope(message.size() + crypto_box_SEALBYTES);
    if (crypto_box_seal(envelope.data(), message.data(), message.size(), recipient.bytes().data()) != 0) return {};
    const auto signature = sender.sign(signedPart(envelope));
    envelope.insert(envelope.end(), signature.bytes().begin(), signature.bytes().end());
    return envelope;
}

Result<Bytes> openEnvelope(ByteView envelope, const BoxKey& recipient, std::span<const PublicKey> senders) {
    if (envelope.size() < kEnvelopeOverhead)
        return fail(base::kMalformed, "an envelope has at least " + std::to_string(kEnvelopeOverhead) + " bytes; this has " + std::to_string(envelope.size()));
    const auto sealed = envelope.first(envelope.size() - crypto_sign_BYTES);
    const auto signature = *Signature::fromBytes(envelope.last(crypto_sign_BYTES));
    const auto part = signedPart(sealed);
    if (std::ranges::none_of(senders, [&](const PublicKey& key) { return verifySignature(key, part, signature); }))
        return fail(kEnvelopeSignature, "none of the sender's keys signed this envelope, or it was changed on its way");
    Bytes message(sealed.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(message.data(), sealed.data(), sealed.size(), recipient.publicKey().bytes().data(), recipient.secret().data()) != 0)
        return fail(kEnvelopeSeal, "the envelope is not sealed to this key");
    return message;
}

}  // namespace cotejo::exchange
