#pragma once

#include <utility>
#include <vector>

#include "core/base/crypto.h"
#include "core/base/time.h"

namespace cotejo::record {

/// Of those that a receipt names at most: more are what nobody honest leaves.
inline constexpr std::size_t kSeenCap = 1024;

/// The server's signature over where an event stands: what it was received under decides, once and for ever, by which roster it is judged
/// (TRUST.md, What the model taught, 1): the earliest that anybody holds. A server that begins a new epoch gives a new place, and keeps all else of the first.
struct PlaceReceipt {
    Hash event;
    Hash epoch;
    std::uint64_t gseq = 0;
    std::uint64_t roster = 0;  ///< version at the first receipt
    UtcTime at{};              ///< the server's time at the first receipt
    /// The server, with all that it had of the case, allowed the act at that moment to its author, who waited for it.
    bool witnessed = false;
    std::int64_t watchlist = 0;  ///< version of the server's list by which it was witnessed
    /// Events of the case that count as seen by its author although the act does not name them, sorted: what the author's device had received
    /// by then; of a witnessed act all that the server had.
    std::vector<Hash> seen{};
    Signature signature{};
    bool operator==(const PlaceReceipt&) const = default;
};

void sign(PlaceReceipt& receipt, const SigningKey& key);
bool signatureHolds(const PlaceReceipt& receipt, const PublicKey& key);
/// Of two receipts of one event, the one that decides: a reply that was lost before a server was put back may have been the first.
inline bool isEarlier(const PlaceReceipt& one, const PlaceReceipt& other) { return std::pair(one.roster, one.at) < std::pair(other.roster, other.at); }
/// All but the event's hash, which whoever keeps or sends it names anyway: 131 bytes, and 32 for each of `seen`. `roster` and `at` are bytes 40 to 55,
/// big-endian, so that a store compares them (isEarlier).
Bytes encodeReceipt(const PlaceReceipt& receipt);
/// Nothing for other bytes than those.
std::optional<PlaceReceipt> decodeReceipt(const Hash& event, ByteView bytes);

}  // namespace cotejo::record
