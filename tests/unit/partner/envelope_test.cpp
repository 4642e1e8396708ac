#include "core/exchange/envelope/envelope.h"

#include <gtest/gtest.h>

/// A message on its way to a partner.
namespace cotejo::exchange::envelope_test {
namespace {

const SigningKey kSender = *SigningKey::fromSeed(sha256("sender").bytes());
const BoxKey kRecipient = *BoxKey::fromSecret(sha256("recipient").bytes());
const std::vector<PublicKey> kSenders{SigningKey::fromSeed(sha256("other").bytes())->publicKey(), kSender.publicKey()};

std::string codeOf(const Result<Bytes>& result) { return result ? "" : result.error().code; }

TEST(Envelope, OpensForItsRecipientOnly) {
    const auto message = bytesOf("what leaves");
    const auto envelope = sealEnvelope(message, kRecipient.publicKey(), kSender);
    EXPECT_EQ(envelope.size(), message.size() + kEnvelopeOverhead);
    EXPECT_EQ(*openEnvelope(envelope, kRecipient, kSenders), message);
    EXPECT_EQ(codeOf(openEnvelope(envelope, BoxKey::random(), kSenders)), "E_ENVELOPE_SEAL");
    EXPECT_EQ(codeOf(openEnvelope(envelope, kRecipient, {})), "E_ENVELOPE_SIGNATURE");
    EXPECT_EQ(codeOf(openEnvelope(envelope, kRecipient, std::vector{SigningKey::random().publicKey()})), "E_ENVELOPE_SIGNATURE");
    EXPECT_EQ(*openEnvelope(sealEnvelope({}, kRecipient.publicKey(), kSender), kRecipient, kSenders), Bytes());
    EXPECT_NE(sealEnvelope(message, kRecipient.publicKey(), kSender), envelope) << "each sealing has a key of its own";
}

TEST(Envelope, AByteChangedOrCutOpensNothing) {
    const auto envelope = sealEnvelope(bytesOf("what leaves"), kRecipient.publicKey(), kSender);
    for (std::size_t at = 0; at < envelope.size(); ++at) {
        auto changed = envelope;
        changed[at] ^= 1;
        EXPECT_EQ(codeOf(openEnvelope(changed, kRecipient, kSenders)), "E_ENVELOPE_SIGNATURE") << at;
        EXPECT_EQ(codeOf(openEnvelope(ByteView(envelope).first(at), kRecipient, kSenders)), at < kEnvelopeOverhead ? "E_MALFORMED" : "E_ENVELOPE_SIGNATURE") << at;
    }
}

TEST(Envelope, ASignatureOfSomethingElseIsNone) {
    const auto message = bytesOf("what leaves");
    auto envelope = sealEnvelope(message, kRecipient.publicKey(), kSender);
    const auto bare = kSender.sign(ByteView(envelope).first(envelope.size() - 64));  // without the domain
    std::ranges::copy(bare.bytes(), envelope.end() - 64);
    EXPECT_EQ(codeOf(openEnvelope(envelope, kRecipient, kSenders)), "E_ENVELOPE_SIGNATURE");
}

TEST(Envelope, NothingIsSealedToNobody) {
    EXPECT_FALSE(isBoxKey(PublicKey()));
    EXPECT_TRUE(isBoxKey(kRecipient.publicKey()));
    EXPECT_TRUE(sealEnvelope(bytesOf("x"), PublicKey(), kSender).empty());
    EXPECT_FALSE(BoxKey::fromSecret(Bytes(31)));
    EXPECT_EQ(BoxKey::fromSecret(kRecipient.secret())->publicKey(), kRecipient.publicKey());
}

}  // namespace
}  // namespace cotejo::exchange::envelope_test
