#pragma once

#include <cstdint>
#include <opencv2/core/mat.hpp>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/record/case.h"

/// The invented people of the demo, from resources/demo. Everything is derived from names by hashing: the same demo every time.
namespace cotejo::cli::demo {

struct CastMember {
    record::Traveler traveler;
    record::ReferralReason reason = record::ReferralReason::ManualReferral;
    record::Priority priority = record::Priority::Normal;
    std::chrono::minutes deadline{0};
    int portrait = 0;      ///< 1 to 8: a specimen portrait; 0 for none
    int fingers = 0;
    std::string flow;      ///< what happens to the case: "received", "repatriation"...
};

struct WantedPerson {
    record::WatchlistEntry entry;   ///< id derived from the name; captures still empty
    int fingers = 0;
    std::string owner;              ///< whose fingers they are: a traveler's family name, or the entry's own name
};

/// Errors: E_NOT_FOUND and E_MALFORMED of the files in share/cotejo/demo.
Result<std::vector<CastMember>> readCast();
Result<std::vector<WantedPerson>> readWanted(UtcTime now);

/// One of the eight specimen portraits (JPEG bytes). They are never put on a watchlist.
Result<Bytes> portraitBytes(int number);

/// Impression number `impression` of one finger of `owner` as PNG with 500 ppi.
Result<Bytes> fingerBytes(const std::string& owner, record::FingerPosition position, int impression);

/// The order in which fingers are captured: indexes and thumbs first.
std::vector<record::FingerPosition> fingersInOrder(int count);

/// A number that belongs to a text, the same on every machine.
std::uint64_t numberOf(const std::string& text);

}  // namespace cotejo::cli::demo
