#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

namespace cotejo::record {

/// An attachment that an event names; its bytes travel apart, by hash.
struct BlobRef {
    Hash sha256;
    std::uint64_t length = 0;
    std::string mime;
    std::string role;  ///< "face", "finger", "document"
    bool operator==(const BlobRef&) const = default;
};

/// An immutable act of a person (or a device's own note), signed and chained. SYNC.md 2.1. Clock fields are recorded and never
/// used for order: order is `parents` and `seenGseq`.
struct Event {
    std::string org;
    DeviceId device;
    ChainId chain;              ///< random, new at every sign-in
    std::uint64_t seq = 0;      ///< 1, 2, 3... within the chain
    Hash prev;                  ///< hash of the event before; for seq 1 the tip of this device's previous chain, or zero
    std::string type;           ///< "case.open", "examination.conclude"...
    std::uint32_t schema = 1;
    std::optional<CaseId> entity;
    std::vector<Hash> parents;  ///< heads of the case as the author saw them, sorted
    OfficerId user;
    std::string role;           ///< code of the role acted in
    std::int64_t watchlistVersion = 0;
    Hash seenEpoch;             ///< server epoch last seen; zero when none
    std::uint64_t seenGseq = 0;
    UtcTime wall{};
    std::int64_t monotonicMillis = 0;
    std::string bootId;
    std::int64_t serverOffsetMillis = 0;     ///< estimated server minus local clock
    std::int64_t serverOffsetAgeMillis = -1; ///< -1: never seen a server
    Bytes body;                 ///< canonical JSON of the act
    std::vector<BlobRef> blobs;
    std::optional<Hash> reissueOf;
    Signature deviceSignature;
    Signature userSignature;
};

/// Canonical bytes: what both signatures cover and what is hashed.
Bytes signedBytes(const Event& event);
/// SHA-256(0x00 || signedBytes): also the RFC 6962 leaf.
Hash hashOf(const Event& event);
void sign(Event& event, const SigningKey& device, const SigningKey& user);
bool signaturesHold(const Event& event, const PublicKey& device, const PublicKey& user);

/// Envelope as stored and sent: the signed bytes, then both signatures.
Bytes encodeEvent(const Event& event);
/// Error: E_MALFORMED. Refuses anything that would not encode to the same bytes, and envelopes above 1 MiB.
Result<Event> decodeEvent(ByteView envelope);

}  // namespace cotejo::record
