#include "core/record/event.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"

namespace cotejo::record {
namespace {

Event specimen() {
    Event event;
    event.org = "UTO";
    event.device = DeviceId::random();
    event.chain = ChainId::random();
    event.seq = 7;
    event.prev = sha256("before");
    event.type = "note.add";
    event.entity = CaseId::random();
    event.parents = {sha256("a"), sha256("b")};
    event.user = OfficerId::random();
    event.role = "officer";
    event.wall = fromMillis(1794824062031);
    event.body = bytesOf(R"({"text":"specimen"})");
    event.blobs = {{sha256("image"), 5, "image/png", "face"}};
    return event;
}

TEST(Event, EnvelopeGoesBothWaysAndSignaturesHold) {
    const auto device = SigningKey::random();
    const auto user = SigningKey::random();
    auto event = specimen();
    sign(event, device, user);
    const auto back = decodeEvent(encodeEvent(event));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(hashOf(*back), hashOf(event));
    EXPECT_TRUE(signaturesHold(*back, device.publicKey(), user.publicKey()));
    EXPECT_FALSE(signaturesHold(*back, user.publicKey(), device.publicKey()));
}

TEST(Event, EveryFlippedBitIsNoticed) {
    const auto device = SigningKey::random();
    const auto user = SigningKey::random();
    auto event = specimen();
    sign(event, device, user);
    auto envelope = encodeEvent(event);
    for (std::size_t i = 0; i < envelope.size(); ++i) {
        envelope[i] ^= 0x10;
        const auto read = decodeEvent(envelope);
        EXPECT_FALSE(read && signaturesHold(*read, device.publicKey(), user.publicKey())) << "byte " << i;
        envelope[i] ^= 0x10;
    }
}

TEST(Event, EveryCutIsRefused) {
    const auto envelope = encodeEvent(specimen());
    for (std::size_t cut = 0; cut < envelope.size(); ++cut)
        EXPECT_EQ(decodeEvent(ByteView(envelope).first(cut)).error().code, base::kMalformed) << cut;
    auto longer = envelope;
    longer.push_back(0);
    EXPECT_FALSE(decodeEvent(longer));
}

}  // namespace
}  // namespace cotejo::record
