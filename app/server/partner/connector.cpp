#include "app/server/partner/connector.h"

#include <algorithm>
#include <condition_variable>

#include "app/server/errors.h"
#include "app/server/partner/agreements.h"
#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/table.h"
#include "core/partner/errors.h"
#include "core/review/visible_case.h"
#include "core/sync/protocol.h"

namespace cotejo::server {
namespace {

using record::RequestState;
using record::RequestStep;

constexpr std::size_t kDueAtOnce = 32;
/// Of one request: what else a partner makes up is not kept, so that it fills no disk and no case.
constexpr std::ptrdiff_t kQuarantineCap = 8;
constexpr std::ptrdiff_t kAnswersCap = 16;
/// Of a message that is larger than what is taken.
constexpr std::size_t kCutKept = 64u << 10;
/// However much time a partner asks for.
constexpr auto kLongestWait = std::chrono::days(30);

record::ReportRequest reportOf(const OutboxRequest& request, RequestStep step, UtcTime at) {
    record::ReportRequest report;
    report.request = request.id;
    report.step = step;
    report.at = at;
    return report;
}

bool onHold(const record::CaseView& view) {
    return std::ranges::any_of(view.holds, [](const auto& each) { return review::isNeutral(each.kind); });
}

/// Holds by which nothing may be authorised let nothing leave either.
bool forbidden(const record::CaseView& view) {
    const auto holds = decide::rowOf("partner.authorise")->forbiddenBy;
    return std::ranges::any_of(view.holds, [&](const auto& each) { return holds.has(each.kind); });
}

}  // namespace

/// What the server knows at the moment of looking.
struct Connector::Look {
    std::shared_ptr<const roster::History> history;
    record::CaseView view;
    record::PartnerRequest request;
    std::uint64_t head = 0;  ///< place of the case's last event
    UtcTime now{};
    std::optional<partner::Profile> agreement;  ///< with this id, as it stands; nothing where it ended or is not in force
    std::optional<partner::Profile> drafted;    ///< by which the request was drafted

    const record::RequestTerms& terms() const { return request.terms; }
    UtcTime endsAt(const OutboxRequest& outgoing) const { return std::max(terms().expires, outgoing.until.value_or(terms().expires)); }
    /// The answer's clock is half of what the request lives.
    UtcTime secondAt(const OutboxRequest& outgoing) const {
        const auto due = outgoing.sentAt.value_or(now) + (terms().expires - terms().created) / 2;
        return std::max(due, outgoing.until.value_or(due));
    }
};

Result<std::size_t> Connector::pass(const std::stop_token& stop) {
    COTEJO_TRY_ASSIGN(const auto due, m_store.dueRequests(m_clock.now(), kDueAtOnce));
    for (const auto& request : due) {
        if (stop.stop_requested()) break;
        const auto done = attend(request);
        if (done) continue;
        // One that cannot be judged keeps no other back.
        logLine(LogLevel::Error, "partner", "request " + request.id.text() + ": " + done.error().code + ": " + done.error().detail);
        auto later = request;
        later.problem = done.error().code;
        later.next = after(++later.attempts);
        COTEJO_TRY(m_store.note({later, {}, {}}));
    }
    return due.size();
}

void Connector::run(const std::stop_token& stop) {
    std::mutex lock;
    std::condition_variable_any wake;
    while (!stop.stop_requested()) {
        const auto done = pass(stop);
        if (!done) logLine(LogLevel::Error, "partner", done.error().code + ": " + done.error().detail);
        std::unique_lock held(lock);
        wake.wait_for(held, stop, m_pace.look, [] { return false; });
    }
}

Status Connector::attend(const OutboxRequest& request) {
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    if (!history) return fail(partner::kNoProfile, "this server has no roster");
    COTEJO_TRY_ASSIGN(const auto events, m_store.caseEvents(request.of));
    Look look;
    look.history = history;
    look.view = foldHere(*history, events);
    look.now = m_clock.now();
    const auto* known = decide::requestOf(look.view, request.id);
    // After a restore an authorisation may come back before the draft.
    if (!known) return postpone(request, look, decide::kRequestUnknown);
    look.request = *known;
    look.head = events.back().gseq;
    if (auto agreement = agreementNow(history->latest(), known->terms.profile); agreement && partner::inForce(*agreement, look.now)) look.agreement = std::move(*agreement);
    look.drafted = agreementOf(*history, known->terms.profileHash);
    auto outgoing = request;
    switch (request.state) {
        case OutboxState::Waiting: return known->left() ? remember(outgoing, look) : prepare(outgoing, look);
        case OutboxState::Sending:
            // The process ended while it left.
            outgoing.state = OutboxState::Sent;
            outgoing.sendings = 1;
            COTEJO_TRY(m_store.note({outgoing, reportOf(outgoing, RequestStep::Sent, outgoing.sentAt.value_or(look.now)), {}}));
            return press(outgoing, look);
        case OutboxState::Sent: return press(outgoing, look);
        case OutboxState::Acknowledged:
        case OutboxState::Watched: return ask(outgoing, look);
        case OutboxState::Ended: break;
    }
    return {};
}

/// What the case tells has left already: this server forgot it, because it was restored. It goes on from there.
Status Connector::remember(OutboxRequest request, const Look& look) {
    const auto& known = look.request;
    const bool open = known.state == RequestState::Sent || known.state == RequestState::Acknowledged;
    request.state = !open ? OutboxState::Ended : known.acknowledgedAt ? OutboxState::Acknowledged : OutboxState::Sent;
    request.sendings = known.sendings;
    request.sentAt = known.sentAt;
    request.acknowledgedAt = known.acknowledgedAt;
    request.until = known.until;
    request.answer = known.message;
    return m_store.note({request, {}, {}});
}

Result<partner::Profile> Connector::mayLeave(const Look& look, bool again) const {
    const auto& view = look.view;
    const auto& known = look.request;
    const bool cancelledByHold = known.state == RequestState::Cancelled && known.reason == decide::kOnHold;
    if (onHold(view) || cancelledByHold) return fail(decide::kOnHold, "the case is on hold");
    if (forbidden(view)) return fail(decide::kHoldConflict, "the case has a hold under which nothing leaves");
    if (!again && known.state != RequestState::Authorised) return fail(decide::kRequestState, "the request is not authorised any more");
    if (!again && !decide::rowOf("partner.authorise")->states.has(view.state)) return fail(decide::kState, "the case has ended");
    if (known.terms.purpose == record::PartnerPurpose::PreRemoval && view.state != record::CaseState::Approved) return fail(decide::kApprovalMissing, "the return is not approved any more");
    return agreementFor(look.history->latest(), view, known, look.now);
}

Result<std::optional<std::vector<partner::ChosenSample>>> Connector::samples(const Look& look) {
    std::vector<partner::ChosenSample> chosen;
    for (const auto& each : look.terms().samples) {
        const auto capture = std::ranges::find(look.view.captures, each, &record::Capture::id);
        if (capture == look.view.captures.end() || look.view.unusable.contains(each) || capture->missing != record::MissingReason::None)
            return fail(partner::kNoSample, "the case has no such sample to send");
        auto bytes = m_store.readBlob(capture->blob, 0, sync::kBlobCap);
        if (!bytes && bytes.error().is(base::kNotFound)) return std::optional<std::vector<partner::ChosenSample>>();
        if (!bytes) return tl::unexpected<Error>(bytes.error());
        chosen.push_back({*capture, std::move(*bytes)});
    }
    return std::optional(std::move(chosen));
}

Status Connector::prepare(OutboxRequest request, const Look& look) {
    const auto& known = look.request;
    if (known.state == RequestState::Cancelled && known.reason != decide::kOnHold) {
        request.state = OutboxState::Ended;  // whoever cancelled it said so in the case
        return m_store.note({request, {}, {}});
    }
    // As after a restore: what the authorisation rests on has not come back yet.
    if (known.state == RequestState::Drafted && look.now < known.terms.expires && !onHold(look.view)) return postpone(request, look, decide::kRequestState);
    const auto agreement = mayLeave(look, false);
    if (!agreement) return stop(request, agreement.error().code);
    COTEJO_TRY_ASSIGN(const auto chosen, samples(look));
    if (!chosen) return postpone(request, look, partner::kNoSample);  // on their way here from the post
    const auto packet = partner::buildPacket(*agreement, known.terms, look.view.traveler, *chosen);
    if (!packet) return stop(request, packet.error().code);
    if (packet->hash != known.terms.packet) return stop(request, partner::kNotPreviewed);
    const auto carrier = m_carriers(*agreement);
    if (!carrier) return failed(request, look, carrier.error());
    if (const auto silent = m_silent.find(agreement->id); silent != m_silent.end() && look.now < silent->second) return postpone(request, look, kPartnerUnreached);
    request.state = OutboxState::Sending;
    request.sentAt = look.now;
    OutboxStep step{request, {}, KeptMessage{request.id, request.of, KeptMessage::Kind::Sent, packet->hash, packet->hash, packet->hash, "", look.now, packet->bytes, {}}};
    // What came to the case since it was folded is looked at before anything leaves.
    COTEJO_TRY_ASSIGN(const bool unchanged, m_store.noteUnless(step, look.head));
    if (!unchanged) return {};
    return deliver(request, look, *agreement, **carrier, packet->bytes, false);
}

Status Connector::deliver(OutboxRequest request, const Look& look, const partner::Profile& agreement, Carrier& carrier, ByteView message, bool again) {
    const auto keys = partner::keysAt(agreement, look.now);
    const auto came = keys.empty() ? Result<std::optional<Brought>>(fail(kPartnerSetup, "the agreement has no key of the partner that is valid now"))
                                   : carrier.send(request.id, exchange::sealEnvelope(message, keys.front().box, m_keys.signing()));
    if (!came && !came.error().is(kPartnerFailed)) {
        if (request.state != OutboxState::Sending) return failed(request, look, came.error());
        // Nothing has left.
        request.state = OutboxState::Waiting;
        request.sentAt.reset();
        return failed(request, look, came.error());
    }
    OutboxStep step;
    if (request.state == OutboxState::Sending) {
        request.state = OutboxState::Sent;
        request.sendings = 1;
        step.report = reportOf(request, RequestStep::Sent, *request.sentAt);
    } else if (again) {
        request.sendings = 2;
        step.report = reportOf(request, RequestStep::SentAgain, m_clock.now());
    }
    request.problem.clear();
    if (came) {
        request.next = m_clock.now() + m_pace.base;
        m_silent.erase(agreement.id);
    }
    step.after = request;
    COTEJO_TRY(m_store.note(step));
    if (!came) return failed(request, look, came.error());
    return *came ? acknowledge(request, look, **came) : Status();
}

/// The message as it left; one that is not kept, because the server was restored, is not made up again.
Result<Bytes> Connector::sentMessage(const OutboxRequest& request) {
    COTEJO_TRY_ASSIGN(const auto kept, m_store.keptMessages(request.id));
    const auto sent = std::ranges::find(kept, KeptMessage::Kind::Sent, &KeptMessage::kind);
    if (sent != kept.end()) {
        COTEJO_TRY_ASSIGN(auto whole, m_store.keptMessage(request.id, sent->message));
        return std::move(whole.opened);
    }
    return fail(base::kNotFound, "the message that left is not here");
}

/// It left, and its acknowledgement has not come.
Status Connector::press(OutboxRequest request, const Look& look) {
    if (look.now >= look.endsAt(request)) return unanswered(request, look);
    if (!look.agreement) return postpone(request, look, partner::kNoTransferBasis);
    const auto carrier = m_carriers(*look.agreement);
    if (!carrier) return failed(request, look, carrier.error());
    if (const auto silent = m_silent.find(look.agreement->id); silent != m_silent.end() && look.now < silent->second) return postpone(request, look, kPartnerUnreached);
    const bool second = request.sendings < 2 && look.now >= look.secondAt(request);
    if ((*carrier)->keeps() && !second) {
        const auto came = (*carrier)->acknowledgement(request.id);
        if (!came) return failed(request, look, came.error());
        return *came ? acknowledge(request, look, **came) : ask(request, look);
    }
    const auto message = sentMessage(request);
    const auto agreement = mayLeave(look, true);
    if (!message || !agreement) return ask(request, look);
    return deliver(request, look, *agreement, **carrier, *message, second);
}

/// Whether an answer lies there.
Status Connector::ask(OutboxRequest request, const Look& look) {
    if (request.state == OutboxState::Watched && look.now >= request.watched) {
        request.state = OutboxState::Ended;
        return m_store.note({request, {}, {}});
    }
    if (request.state != OutboxState::Watched && look.now >= look.endsAt(request)) return unanswered(request, look);
    if (!look.agreement) return postpone(request, look, partner::kNoTransferBasis);
    const auto carrier = m_carriers(*look.agreement);
    if (!carrier) return failed(request, look, carrier.error());
    if (const auto silent = m_silent.find(look.agreement->id); silent != m_silent.end() && look.now < silent->second) return postpone(request, look, kPartnerUnreached);
    if (request.state == OutboxState::Acknowledged && request.sendings < 2 && look.now >= look.secondAt(request)) {
        const auto message = sentMessage(request);
        const auto agreement = mayLeave(look, true);
        if (message && agreement) return deliver(request, look, *agreement, **carrier, *message, true);
    }
    const auto came = (*carrier)->answer(request.id);
    if (!came) return failed(request, look, came.error());
    m_silent.erase(look.agreement->id);
    return *came ? take(request, look, **came) : postpone(request, look, "");
}

Expected Connector::expected(const Look& look, const OutboxRequest& request) const {
    return {look.request.terms, look.agreement ? &*look.agreement : nullptr, look.drafted ? &*look.drafted : nullptr, m_keys.box(), m_clock.now(), request.until};
}

Status Connector::acknowledge(OutboxRequest request, const Look& look, const Brought& brought) {
    const auto judged = judgeAcknowledgement(brought, expected(look, request));
    if (!judged.message) return quarantine(request, look, brought, judged.opened, judged.code);
    if (request.state != OutboxState::Sent) return {};  // of a second sending
    const auto now = m_clock.now();
    request.state = OutboxState::Acknowledged;
    request.acknowledgedAt = now;
    request.attempts = 0;
    request.problem.clear();
    request.next = now + m_pace.base / 2;
    const auto hash = sha256(judged.opened);
    return m_store.note({request, reportOf(request, RequestStep::Acknowledged, now),
                         KeptMessage{request.id, request.of, KeptMessage::Kind::Acknowledgement, hash, sha256(brought.bytes), hash, "", now, judged.opened, brought.bytes}});
}

Status Connector::take(OutboxRequest request, const Look& look, const Brought& brought) {
    COTEJO_TRY_ASSIGN(const auto kept, m_store.keptMessages(request.id));
    auto judged = judgeAnswer(brought, expected(look, request));
    const auto hash = sha256(judged.opened);
    // The same again is nothing, sealed anew or not.
    const bool same = judged.message && std::ranges::any_of(kept, [&](const auto& each) { return each.kind == KeptMessage::Kind::Answer && each.message == hash; });
    if (same) return postpone(request, look, request.problem);
    const bool late = request.replied || request.state == OutboxState::Watched;
    const bool many = std::ranges::count(kept, KeptMessage::Kind::Answer, &KeptMessage::kind) >= kAnswersCap;
    if (judged.message && (late || many)) judged.code = late ? partner::kAnswerLate : partner::kAnswerExcess;
    if (!judged.code.empty()) return quarantine(request, look, brought, judged.opened, judged.code);
    const auto now = m_clock.now();
    const auto& answer = *judged.message;
    auto report = reportOf(request, RequestStep::Answered, now);
    report.message = hash;
    report.reply = answer.reply;
    report.until = answer.until;
    report.candidates = static_cast<int>(answer.candidates.size());
    report.reason = answer.reason;
    request.answer = hash;
    request.replied = answer.reply != record::PartnerReply::NeedTime;
    request.attempts = 0;
    request.problem.clear();
    request.next = after(0);
    if (request.replied) {
        request.state = OutboxState::Watched;
        request.watched = look.endsAt(request);
    } else {
        request.until = std::min(*answer.until, now + kLongestWait);
    }
    return m_store.note({request, report, KeptMessage{request.id, request.of, KeptMessage::Kind::Answer, hash, sha256(brought.bytes), hash, "", now, std::move(judged.opened), brought.bytes}});
}

/// Kept as it came, shown, and changing nothing else. What was kept already is nothing new, sealed anew or not.
Status Connector::quarantine(OutboxRequest request, const Look& look, const Brought& brought, ByteView opened, const std::string& code) {
    COTEJO_TRY_ASSIGN(const auto kept, m_store.keptMessages(request.id));
    const auto came = ByteView(brought.bytes).first(brought.cut ? std::min(kCutKept, brought.bytes.size()) : brought.bytes.size());
    const auto hash = sha256(came);
    const auto inner = opened.empty() ? Hash() : sha256(opened);
    std::ptrdiff_t others = 0;
    for (const auto& each : kept) {
        if (each.kind != KeptMessage::Kind::Quarantined) continue;
        if (each.envelope == hash || (!inner.isZero() && each.inner == inner)) return postpone(request, look, code);
        ++others;
    }
    if (others >= kQuarantineCap) return postpone(request, look, code);
    const auto now = m_clock.now();
    request.problem = code;
    request.next = after(request.attempts++);
    OutboxStep step{request, reportOf(request, RequestStep::Quarantined, now), KeptMessage{}};
    step.report->message = hash;
    step.report->reason = code;
    *step.kept = {request.id, request.of, KeptMessage::Kind::Quarantined, hash, hash, inner, code, now, {}, Bytes(came.begin(), came.end())};
    return m_store.note(step);
}

Status Connector::stop(OutboxRequest request, const std::string& code) {
    request.state = OutboxState::Ended;
    request.problem = code;
    auto report = reportOf(request, RequestStep::Stopped, m_clock.now());
    report.reason = code;
    return m_store.note({request, report, {}});
}

Status Connector::unanswered(OutboxRequest request, const Look& look) {
    request.state = OutboxState::Watched;
    request.watched = look.now + (look.terms().expires - look.terms().created) / 2;
    request.attempts = 0;
    request.next = after(0);
    return m_store.note({request, reportOf(request, RequestStep::Unanswered, look.now), {}});
}

Status Connector::postpone(OutboxRequest request, const Look& look, const std::string& problem) {
    request.problem = problem;
    request.next = after(request.attempts++);
    const bool open = request.state == OutboxState::Sent || request.state == OutboxState::Acknowledged;
    // Clocks of the agreement are kept, however long the waits have become.
    if (open && look.now < look.endsAt(request)) request.next = std::min(request.next, look.endsAt(request));
    if (open && request.sendings < 2 && look.now < look.secondAt(request)) request.next = std::min(request.next, look.secondAt(request));
    return m_store.note({request, {}, {}});
}

Status Connector::failed(OutboxRequest request, const Look& look, const Error& error) {
    // Said once, not at each try.
    logLine(request.problem == error.code ? LogLevel::Debug : LogLevel::Warning, "partner", "request " + request.id.text() + ": " + error.code + ": " + error.detail);
    if (!error.is(kPartnerSetup)) m_silent[look.terms().profile] = after(0);
    return postpone(request, look, error.code);
}

/// Doubling, half of it by dice, so that requests do not come back together.
UtcTime Connector::after(int attempts) const {
    std::uint32_t dice = 0;
    fillRandom(reinterpret_cast<std::uint8_t*>(&dice), sizeof dice);
    const auto span = std::min<std::int64_t>(m_pace.cap.count(), m_pace.base.count() << std::clamp(attempts, 0, 16));
    return m_clock.now() + std::chrono::milliseconds(span / 2 + span / 2 * dice / UINT32_MAX);
}

}  // namespace cotejo::server
