#include "core/record/event.h"
#include "core/record/receipt.h"
#include "core/roster/entry.h"
#include "core/sync/gzip.h"
#include "core/sync/protocol.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

namespace {

/// What is read of a message is written so that it is read again the same.
template <class Read>
void message(ByteView bytes, Read read) {
    const auto first = read(bytes);
    if (!first) return;
    const Bytes written = sync::encode(*first);
    const auto again = read(written);
    fuzz::require(again && sync::encode(*again) == written);
}

}  // namespace

// Whatever travels between posts and server: each reader is bounded, never throws, and takes nothing that it would write in another way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    if (const auto event = record::decodeEvent(bytes)) fuzz::require(std::ranges::equal(record::encodeEvent(*event), bytes));
    if (const auto entry = roster::decodeEntry(bytes)) fuzz::require(std::ranges::equal(roster::encodeEntry(*entry), bytes));
    if (const auto receipt = record::decodeReceipt({}, bytes)) fuzz::require(std::ranges::equal(record::encodeReceipt(*receipt), bytes));
    message(bytes, sync::readHello);
    message(bytes, sync::readPushRequest);
    message(bytes, sync::readPushReply);
    message(bytes, sync::readPullReply);
    message(bytes, sync::readTipsReply);
    message(bytes, sync::readDevicesReply);
    message(bytes, sync::readRosterReply);
    message(bytes, sync::readReceiptsReply);
    message(bytes, sync::readIntroduction);
    message(bytes, sync::readWaitingReply);
    message(bytes, sync::readRosterAnswer);
    message(bytes, sync::readEnrolRequest);
    message(bytes, sync::readEnrolReply);
    static_cast<void>(sync::readRefusal(bytes));
    static_cast<void>(sync::readWatchlistDelta(bytes, PublicKey()));
    static_cast<void>(sync::readTarget(textOf(bytes)));
    if (const auto plain = sync::gunzip(bytes, 1u << 20)) fuzz::require(plain->size() <= 1u << 20);
    return 0;
}
