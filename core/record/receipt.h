#pragma once

#include <utility>

#include "core/base/crypto.h"
#include "core/base/time.h"

namespace cotejo::record {

/// The server's signature over where an event stands: what it was received under decides, once and for ever, by which roster it is judged
/// (TRUST.md, What the model taught, 1): the earliest that anybody holds. A server that begins a new epoch gives a new place, and keeps `roster` and `at` of the first.
struct PlaceReceipt {
    Hash event;
    Hash epoch;
    std::uint64_t gseq = 0;
    std::uint64_t roster = 0;  ///< version at the first receipt
    UtcTime at{};              ///< the server's time at the first receipt
    Signature signature;
    bool operator==(const PlaceReceipt&) const = default;
};

void sign(PlaceReceipt& receipt, const SigningKey& key);
bool signatureHolds(const PlaceReceipt& receipt, const PublicKey& key);
/// Of two receipts of one event, the one that decides: a reply that was lost before a server was put back may have been the first.
inline bool isEarlier(const PlaceReceipt& one, const PlaceReceipt& other) { return std::pair(one.roster, one.at) < std::pair(other.roster, other.at); }
/// All but the event's hash, which whoever keeps or sends it names anyway: 120 bytes.
Bytes encodeReceipt(const PlaceReceipt& receipt);
/// Nothing for other bytes than those.
std::optional<PlaceReceipt> decodeReceipt(const Hash& event, ByteView bytes);

}  // namespace cotejo::record
