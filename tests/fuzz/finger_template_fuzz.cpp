#include <algorithm>

#include "core/base/crypto.h"
#include "core/match/finger/compare/compare.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/search/ranking.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

namespace {

constexpr std::size_t kHead = 6, kEngine = 8, kChecksum = 8;
constexpr std::size_t kFewMinutiae = 24;  // more make an execution slow

void read(ByteView bytes) {
    const auto finger = match::decodeFinger(bytes);
    if (!finger) return;
    const auto again = match::decodeFinger(match::encodeFinger(*finger));
    fuzz::require(again && *again == *finger);
    if (finger->minutiae.size() > kFewMinutiae) return;
    const match::PreparedFinger prepared(*finger);
    const match::RankingPrint print(prepared);
    (void)match::rankingScore(print, print);
    fuzz::require(match::compareFinger(prepared, prepared).has_value() == !finger->minutiae.empty());
}

}  // namespace

// Corpus files have no checksum and no engine: both are put in, so that the fields are reached.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read({data, size});
    Bytes bytes(data, data + size);
    const auto engine = match::fingerAlgorithm().model.bytes().first(kEngine);
    if (size >= kHead + kEngine) std::copy(engine.begin(), engine.end(), bytes.begin() + kHead);
    const Hash sum = sha256(bytes);
    bytes.insert(bytes.end(), sum.bytes().begin(), sum.bytes().begin() + kChecksum);
    read(bytes);
    return 0;
}
