#include "core/record/event.h"

#include <algorithm>

#include "core/base/errors.h"

namespace cotejo::record {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kEnvelopeCap = 1u << 20;
constexpr std::size_t kListCap = 1024;

std::string textField(ByteReader& in) { return std::string(textOf(in.field(kEnvelopeCap))); }

template <class T>
T fixedField(ByteReader& in) {
    return T::fromBytes(in.raw(T::size)).value_or(T{});
}

}  // namespace

namespace {

void writeSigned(ByteWriter& out, const Event& event) {
    out.reserve(512 + event.body.size() + 32 * event.parents.size());
    out.u8(kVersion);
    out.field(event.org);
    out.raw(event.device.bytes());
    out.raw(event.chain.bytes());
    out.u64(event.seq);
    out.raw(event.prev.bytes());
    out.field(event.type);
    out.u32(event.schema);
    out.u8(event.entity ? 1 : 0);
    if (event.entity) out.raw(event.entity->bytes());
    out.u32(static_cast<std::uint32_t>(event.parents.size()));
    for (const auto& parent : event.parents) out.raw(parent.bytes());
    out.raw(event.user.bytes());
    out.field(event.role);
    out.u64(static_cast<std::uint64_t>(event.watchlistVersion));
    out.raw(event.seenEpoch.bytes());
    out.u64(event.seenGseq);
    out.u64(static_cast<std::uint64_t>(toMillis(event.wall)));
    out.u64(static_cast<std::uint64_t>(event.monotonicMillis));
    out.field(event.bootId);
    out.u64(static_cast<std::uint64_t>(event.serverOffsetMillis));
    out.u64(static_cast<std::uint64_t>(event.serverOffsetAgeMillis));
    out.field(ByteView(event.body));
    out.u32(static_cast<std::uint32_t>(event.blobs.size()));
    for (const auto& blob : event.blobs) {
        out.raw(blob.sha256.bytes());
        out.u64(blob.length);
        out.field(blob.mime);
        out.field(blob.role);
    }
    out.u8(event.reissueOf ? 1 : 0);
    if (event.reissueOf) out.raw(event.reissueOf->bytes());
}

}  // namespace

Bytes signedBytes(const Event& event) {
    ByteWriter out;
    writeSigned(out, event);
    return out.take();
}

Hash hashOf(const Event& event) {
    ByteWriter leaf;
    leaf.u8(0x00);
    writeSigned(leaf, event);
    return sha256(leaf.bytes());
}

void sign(Event& event, const SigningKey& device, const SigningKey& user) {
    const auto bytes = signedBytes(event);
    event.deviceSignature = device.sign(bytes);
    event.userSignature = user.sign(bytes);
}

bool signaturesHold(const Event& event, const PublicKey& device, const PublicKey& user) {
    const auto bytes = signedBytes(event);
    return verifySignature(device, bytes, event.deviceSignature) && verifySignature(user, bytes, event.userSignature);
}

Bytes encodeEvent(const Event& event) {
    auto bytes = signedBytes(event);
    const auto append = [&](ByteView more) { bytes.insert(bytes.end(), more.begin(), more.end()); };
    append(event.deviceSignature.bytes());
    append(event.userSignature.bytes());
    return bytes;
}

Result<Event> decodeEvent(ByteView envelope) {
    if (envelope.size() > kEnvelopeCap) return fail(base::kMalformed, "an event is larger than 1 MiB");
    ByteReader in(envelope);
    Event event;
    if (in.u8() != kVersion) return fail(base::kMalformed, "an event of an unknown version");
    event.org = textField(in);
    event.device = fixedField<DeviceId>(in);
    event.chain = fixedField<ChainId>(in);
    event.seq = in.u64();
    event.prev = fixedField<Hash>(in);
    event.type = textField(in);
    event.schema = in.u32();
    if (in.u8() != 0) event.entity = fixedField<CaseId>(in);
    const auto parents = in.u32();
    if (parents > kListCap) return fail(base::kMalformed, "an event names too many parents");
    for (std::uint32_t i = 0; i < parents && !in.failed(); ++i) event.parents.push_back(fixedField<Hash>(in));
    event.user = fixedField<OfficerId>(in);
    event.role = textField(in);
    event.watchlistVersion = static_cast<std::int64_t>(in.u64());
    event.seenEpoch = fixedField<Hash>(in);
    event.seenGseq = in.u64();
    event.wall = fromMillis(static_cast<std::int64_t>(in.u64()));
    event.monotonicMillis = static_cast<std::int64_t>(in.u64());
    event.bootId = textField(in);
    event.serverOffsetMillis = static_cast<std::int64_t>(in.u64());
    event.serverOffsetAgeMillis = static_cast<std::int64_t>(in.u64());
    const auto body = in.field(kEnvelopeCap);
    event.body.assign(body.begin(), body.end());
    const auto blobs = in.u32();
    if (blobs > kListCap) return fail(base::kMalformed, "an event names too many attachments");
    for (std::uint32_t i = 0; i < blobs && !in.failed(); ++i) {
        BlobRef blob;
        blob.sha256 = fixedField<Hash>(in);
        blob.length = in.u64();
        blob.mime = textField(in);
        blob.role = textField(in);
        event.blobs.push_back(std::move(blob));
    }
    if (in.u8() != 0) event.reissueOf = fixedField<Hash>(in);
    event.deviceSignature = fixedField<Signature>(in);
    event.userSignature = fixedField<Signature>(in);
    if (in.failed() || in.left() != 0) return fail(base::kMalformed, "an event is cut short or has bytes too many");
    if (!std::ranges::equal(encodeEvent(event), envelope)) return fail(base::kMalformed, "an event is not in canonical form");
    return event;
}

}  // namespace cotejo::record
