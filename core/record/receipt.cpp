#include "core/record/receipt.h"

namespace cotejo::record {
namespace {

void writeFacts(ByteWriter& out, const PlaceReceipt& receipt) {
    out.raw(receipt.epoch.bytes());
    out.u64(receipt.gseq);
    out.u64(receipt.roster);
    out.u64(static_cast<std::uint64_t>(toMillis(receipt.at)));
    out.u8(receipt.witnessed ? 1 : 0);
    out.u64(static_cast<std::uint64_t>(receipt.watchlist));
    out.u16(static_cast<std::uint16_t>(receipt.seen.size()));
    for (const auto& event : receipt.seen) out.raw(event.bytes());
}

Bytes signedBytes(const PlaceReceipt& receipt) {
    ByteWriter out;
    out.field("cotejo receipt 2");
    out.raw(receipt.event.bytes());
    writeFacts(out, receipt);
    return out.take();
}

}  // namespace

void sign(PlaceReceipt& receipt, const SigningKey& key) { receipt.signature = key.sign(signedBytes(receipt)); }

bool signatureHolds(const PlaceReceipt& receipt, const PublicKey& key) { return verifySignature(key, signedBytes(receipt), receipt.signature); }

Bytes encodeReceipt(const PlaceReceipt& receipt) {
    ByteWriter out;
    writeFacts(out, receipt);
    out.raw(receipt.signature.bytes());
    return out.take();
}

std::optional<PlaceReceipt> decodeReceipt(const Hash& event, ByteView bytes) {
    ByteReader in(bytes);
    PlaceReceipt receipt;
    receipt.event = event;
    const auto epoch = Hash::fromBytes(in.raw(Hash::size));
    receipt.gseq = in.u64();
    receipt.roster = in.u64();
    receipt.at = fromMillis(static_cast<std::int64_t>(in.u64()));
    const auto witnessed = in.u8();
    receipt.witnessed = witnessed == 1;
    receipt.watchlist = static_cast<std::int64_t>(in.u64());
    const std::size_t count = in.u16();
    if (in.failed() || witnessed > 1 || count > kSeenCap || in.left() != count * Hash::size + Signature::size) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        receipt.seen.push_back(*Hash::fromBytes(in.raw(Hash::size)));
        if (i > 0 && !(receipt.seen[i - 1] < receipt.seen[i])) return std::nullopt;
    }
    const auto signature = Signature::fromBytes(in.raw(Signature::size));
    if (in.failed() || in.left() != 0 || !epoch || !signature) return std::nullopt;
    receipt.epoch = *epoch;
    receipt.signature = *signature;
    return receipt;
}

}  // namespace cotejo::record
