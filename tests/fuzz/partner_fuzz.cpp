#include "core/exchange/envelope/envelope.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/images/without_metadata.h"
#include "core/partner/message.h"
#include "core/partner/profile.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

// What a partner can send: readers that never throw, and take nothing that they would write in another way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kOurs = *exchange::BoxKey::fromSecret(sha256("fuzz box").bytes());
    static const auto kTheirs = *SigningKey::fromSeed(sha256("fuzz signature").bytes());
    static const std::vector<PublicKey> kSenders{kTheirs.publicKey()};
    const ByteView bytes(data, size);
    static_cast<void>(exchange::openEnvelope(bytes, kOurs, kSenders));
    static_cast<void>(partner::readInquiry(bytes));
    if (const auto answer = partner::readAnswer(bytes)) {
        const auto written = partner::writeAnswer(*answer);
        const auto again = partner::readAnswer(written);
        // Samples that cannot be sent on are left out of what is written; what is written stays.
        fuzz::require(again && partner::writeAnswer(*again) == written);
    }
    if (const auto acknowledgement = partner::readAcknowledgement(bytes)) fuzz::require(partner::readAcknowledgement(partner::writeAcknowledgement(*acknowledgement)).has_value());
    if (const auto profile = partner::readProfile(textOf(bytes))) {
        const auto written = partner::writeProfile(*profile);
        const auto again = partner::readProfile(written);
        fuzz::require(again && partner::writeProfile(*again) == written);
        fuzz::require(partner::inWords(*profile, "es").size() == partner::inWords(*profile, "en").size());
    }
    if (const auto probe = exchange::probeImage(bytes))
        if (const auto clean = exchange::withoutMetadata(bytes, probe->mime)) {
            const auto again = exchange::withoutMetadata(*clean, probe->mime);
            fuzz::require(again && *again == *clean);
        }
    return 0;
}
