#include "app/server/partner/incoming.h"

#include "app/server/partner/agreements.h"
#include "core/base/errors.h"
#include "core/partner/errors.h"
#include "core/roster/roster.h"

namespace cotejo::server {
namespace {

constexpr std::size_t kReasonCap = 300;

/// Signed by a key of the agreement that is valid now, sealed to us, no larger than what is taken.
Result<Bytes> opened(const Brought& brought, const Expected& expected) {
    if (!expected.now || !partner::inForce(*expected.now, expected.at)) return fail(partner::kNoTransferBasis, "there is no agreement in force with whom it came from");
    if (brought.cut) return fail(partner::kAnswerExcess, "it is larger than what is taken");
    auto bytes = exchange::openEnvelope(brought.bytes, expected.box, signersAt(*expected.now, expected.at));
    if (bytes) return bytes;
    const bool shortened = bytes.error().is(base::kMalformed);
    return fail(shortened ? partner::kAnswerMalformed : partner::kAnswerForged, bytes.error().detail);
}

}  // namespace

Judged<partner::Acknowledgement> judgeAcknowledgement(const Brought& brought, const Expected& expected) {
    Judged<partner::Acknowledgement> judged;
    auto bytes = opened(brought, expected);
    if (!bytes) {
        judged.code = bytes.error().code;
        return judged;
    }
    judged.opened = std::move(*bytes);
    auto read = partner::readAcknowledgement(judged.opened);
    if (!read)
        judged.code = read.error().code;
    else if (read->request != expected.terms.id || read->packet != expected.terms.packet)
        judged.code = partner::kAnswerStray;
    else
        judged.message = std::move(*read);
    return judged;
}

Judged<partner::Answer> judgeAnswer(const Brought& brought, const Expected& expected) {
    Judged<partner::Answer> judged;
    auto bytes = opened(brought, expected);
    if (!bytes) {
        judged.code = bytes.error().code;
        return judged;
    }
    judged.opened = std::move(*bytes);
    auto read = partner::readAnswer(judged.opened);
    if (!read) {
        judged.code = read.error().code;
        return judged;
    }
    auto terms = expected.terms;
    terms.expires = std::max(terms.expires, expected.until.value_or(terms.expires));
    const auto fitting = expected.drafted ? partner::fits(*read, terms, *expected.drafted, expected.at) : Status(fail(partner::kAnswerStray, "it speaks of an agreement that never was"));
    if (!fitting)
        judged.code = fitting.error().code;
    else if (read->reply == record::PartnerReply::NeedTime && (!read->until || *read->until <= expected.at))
        judged.code = partner::kAnswerMalformed;
    else if (!read->reason.empty() && !roster::checkWords(read->reason, kReasonCap))
        judged.code = partner::kAnswerExcess;
    else
        judged.message = std::move(*read);
    return judged;
}

}  // namespace cotejo::server
