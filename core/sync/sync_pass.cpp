#include "core/sync/sync_pass.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/record/act.h"
#include "core/roster/errors.h"
#include "core/sync/errors.h"

namespace cotejo::sync {
namespace {

constexpr int kEpochTries = 4;
constexpr int kRewindsCap = 50;
constexpr int kTimeoutTries = 6;
constexpr std::size_t kBlobsAtOnce = 500;

auto protocolError(const std::string& what) {
    return fail(kProtocol, "the server " + what + "; nothing was taken over from this answer");
}

std::string param(const Error& error, std::string_view name) {
    for (const auto& [key, value] : error.params)
        if (key == name) return value;
    return {};
}

/// What a refusal means to the officer. 409, 410 and blob answers are handled where they are asked.
tl::unexpected<Error> explain(const Reply& reply) {
    const auto refusal = readRefusal(reply.body);
    const auto said = refusal.detail.empty() ? "status " + std::to_string(reply.status) : refusal.detail;
    if (refusal.code == "revoked") return fail(kRevoked, "the server refuses this device: " + said);
    if (refusal.code == "expired_certificate" || refusal.code == "foreign_certificate" || refusal.code == "no_certificate")
        return fail(kCertificate, "the server does not accept this device's certificate: " + said + "; enrol the post again",
                    {{"reason", refusal.code}});
    if (refusal.code == "bad_code") return fail(kCode, said);
    if (roster::isRefusal(refusal.code)) return fail(kRoster, said, {{"reason", refusal.code}});
    if (reply.status == 426) return fail(kUpgrade, "the server needs a newer Cotejo: " + said);
    if (reply.status == 429 || reply.status == 503) {
        const auto after = reply.headers.find("retry-after");
        return fail(kBusy, "the server asks to come back later: " + said,
                    {{"retry_after", after == reply.headers.end() ? "30" : after->second.substr(0, 6)}});
    }
    return fail(kProtocol, "the server refused a request (" + std::to_string(reply.status) + "): " + said,
                {{"status", std::to_string(reply.status)}});
}

std::optional<std::uint64_t> headerNumber(const Reply& reply, const std::string& name) {
    const auto at = reply.headers.find(name);
    if (at == reply.headers.end() || at->second.empty() || at->second.size() > 18 ||
        !std::ranges::all_of(at->second, [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    return std::stoull(at->second);
}

/// "bytes 0-9/100": 100.
std::optional<std::uint64_t> totalOf(const Reply& reply) {
    const auto range = reply.headers.find("content-range");
    if (range == reply.headers.end()) return {};
    const auto slash = range->second.rfind('/');
    if (slash == std::string::npos) return {};
    const Reply length{0, {{"total", range->second.substr(slash + 1)}}, {}};
    return headerNumber(length, "total");
}

}  // namespace

Status SyncPass::goOn() const {
    if (m_stop.stop_requested()) return fail(base::kCancelled, "sync was stopped; it goes on from here the next time");
    return {};
}

void SyncPass::tell(Phase phase, std::size_t done, std::size_t total) const {
    if (m_progress) m_progress({phase, done, total});
}

Result<Reply> SyncPass::ask(const Request& request) {
    COTEJO_TRY(goOn());
    return m_transport.send(request);
}

Status SyncPass::noteEpoch(const Reply& reply) {
    const auto refusal = readRefusal(reply.body);
    if (!refusal.epoch) return protocolError("changed its epoch without naming the new one");
    m_epoch = *refusal.epoch;
    m_report.epochChanged = true;
    m_blocked.clear();
    m_devicesOffered = false;
    return m_replica.beginEpoch(m_epoch);
}

Status SyncPass::hello() {
    tell(Phase::Hello, 0, 0);
    const auto asked = m_clock.now();
    COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", "/v1/hello", {}, {}}));
    const auto answered = m_clock.now();
    if (reply.status != 200) return explain(reply);
    COTEJO_TRY_ASSIGN(const auto message, readHello(reply.body));
    if (message.minimumProtocol > kProtocolVersion)
        return fail(kUpgrade, "the server speaks protocol " + std::to_string(message.minimumProtocol) + " and later; this Cotejo " +
                                  std::to_string(kProtocolVersion));
    m_report.head = message.head;
    m_report.serverTime = message.serverTime;
    m_report.clockOffset = message.serverTime - (asked + (answered - asked) / 2);
    COTEJO_TRY(m_replica.noteServerTime(message.serverTime, m_report.clockOffset));
    m_rosterAtServer = message.roster;
    m_admitted = message.admitted;
    m_revoked = message.revoked;
    COTEJO_TRY_ASSIGN(const auto position, m_replica.position());
    m_epoch = message.epoch;
    if (position.epoch == m_epoch) return {};
    m_report.epochChanged = !position.epoch.isZero();
    return m_replica.beginEpoch(m_epoch);
}

Status SyncPass::introduce() {
    COTEJO_TRY_ASSIGN(const auto introduction, m_replica.introduction());
    if (m_admitted && introduction.officers.empty()) return {};
    COTEJO_TRY_ASSIGN(const auto reply, ask({"POST", "/v1/introductions", {}, encode(introduction)}));
    return reply.status == 204 ? Status() : explain(reply);
}

Status SyncPass::roster(std::uint64_t wanted) {
    COTEJO_TRY_ASSIGN(auto have, m_replica.rosterVersion());
    if (wanted < have) {
        // A server put back to an older day: it gets what it signed itself, and what does not follow from its own it refuses.
        COTEJO_TRY_ASSIGN(const auto ours, m_replica.rosterAfter(wanted));
        for (const auto& entry : ours) {
            COTEJO_TRY_ASSIGN(const auto reply, ask({"POST", "/v1/roster", {}, entry}));
            if (reply.status != 200) return explain(reply);
        }
        return {};
    }
    while (have < wanted) {
        tell(Phase::Roster, have, wanted);
        COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", "/v1/roster?after=" + std::to_string(have), {}, {}}));
        if (reply.status != 200) return explain(reply);
        COTEJO_TRY_ASSIGN(const auto page, readRosterReply(reply.body));
        if (page.entries.empty()) return protocolError("does not go on with its roster");
        COTEJO_TRY(m_replica.applyRoster(page.entries));
        have += page.entries.size();
    }
    m_report.rosterTo = have;
    return {};
}

Result<record::PlaceReceipt> SyncPass::checkedReceipt(const Hash& event, std::uint64_t gseq, ByteView bytes) const {
    const auto receipt = record::decodeReceipt(event, bytes);
    if (!receipt || receipt->epoch != m_epoch || receipt->gseq != gseq || !record::signatureHolds(*receipt, m_keys.receipts))
        return protocolError("gave an event a place without the signed receipt for it");
    return *receipt;
}

Status SyncPass::receipts() {
    while (true) {
        COTEJO_TRY_ASSIGN(const auto after, m_replica.receiptsCursor());
        COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", "/v1/receipts?epoch=" + m_epoch.text() + "&after=" + std::to_string(after), {}, {}}));
        if (reply.status == 409) return {};  // the next pass
        if (reply.status != 200) return explain(reply);
        COTEJO_TRY_ASSIGN(const auto page, readReceiptsReply(reply.body));
        std::vector<record::PlaceReceipt> earlier;
        for (const auto& each : page.receipts) {
            const auto receipt = record::decodeReceipt(each.event, each.receipt);
            if (!receipt || !record::signatureHolds(*receipt, m_keys.receipts)) return protocolError("sent a receipt that it did not sign");
            earlier.push_back(*receipt);
        }
        if (page.next < after || (page.more && page.next == after)) return protocolError("does not go on with its receipts");
        if (page.next > after) COTEJO_TRY(m_replica.applyReceipts(earlier, page.next));
        if (!page.more) return {};
    }
}

Status SyncPass::watchlist() {
    COTEJO_TRY_ASSIGN(m_report.watchlistFrom, m_replica.watchlistVersion());
    m_report.watchlistTo = m_report.watchlistFrom;
    while (true) {
        const auto have = m_report.watchlistTo;
        tell(Phase::Watchlist, static_cast<std::size_t>(have), 0);
        COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", "/v1/watchlist?since=" + std::to_string(have), {}, {}}));
        if (reply.status != 200) return explain(reply);
        COTEJO_TRY_ASSIGN(const auto delta, readWatchlistDelta(reply.body, m_keys.watchlist));
        if (delta.from != have) return protocolError("sent another part of the watchlist than was asked for");
        // An old answer played again, or a server put back: never followed, and it does not make our list look fresh.
        m_report.watchlistOlder = delta.head < have;
        if (m_report.watchlistOlder) return {};
        COTEJO_TRY_ASSIGN(const auto withdrawn, m_replica.applyWatchlist(delta));
        m_report.withdrawn += withdrawn;
        m_report.watchlistTo = delta.to;
        if (delta.to >= delta.head) return {};
        if (delta.to == have) return protocolError("does not go on with the watchlist");
    }
}

Status SyncPass::devices() {
    COTEJO_TRY_ASSIGN(auto version, m_replica.devicesVersion());
    while (true) {
        COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", "/v1/devices?since=" + std::to_string(version), {}, {}}));
        if (reply.status != 200) return explain(reply);
        COTEJO_TRY_ASSIGN(const auto page, readDevicesReply(reply.body));
        COTEJO_TRY(m_replica.applyDevices(page));
        if (!page.more) return {};
        if (page.version <= version) return protocolError("does not go on with its devices");
        version = page.version;
    }
}

/// True: something was written of it, and is to be handed over.
Result<bool> SyncPass::partnerNews() {
    bool wrote = false;
    while (true) {
        COTEJO_TRY_ASSIGN(const auto after, m_replica.partnerCursor());
        COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", "/v1/partner/news?after=" + std::to_string(after), {}, {}}));
        if (reply.status == 404) return wrote;  // a server that has no partners
        if (reply.status != 200) return explain(reply);
        COTEJO_TRY_ASSIGN(const auto page, readPartnerNewsReply(reply.body));
        if (page.next < after || (page.more && page.next == after)) return protocolError("does not go on with what became of requests");
        if (page.lines.empty() && page.next == after) return wrote;
        std::vector<Bytes> answers(page.lines.size());
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const auto act = record::readAct("partner.report", page.lines[i].report);
            const auto* report = act ? std::get_if<record::ReportRequest>(&*act) : nullptr;
            if (!report) return protocolError("sent a report that cannot be read");
            if (report->step != record::RequestStep::Answered || report->message.isZero()) continue;
            COTEJO_TRY_ASSIGN(auto message, ask({"GET", "/v1/partner/messages/" + report->message.text(), {}, {}}));
            if (message.status != 200) return explain(message);
            if (sha256(message.body) != report->message) return protocolError("sent another answer than it named");
            answers[i] = std::move(message.body);
        }
        COTEJO_TRY_ASSIGN(const bool fresh, m_replica.applyPartnerNews(page, answers));
        wrote = wrote || fresh;
        if (!page.more || fresh) return wrote;
    }
}

Status SyncPass::offerDevices() {
    if (m_devicesOffered) return {};
    m_devicesOffered = true;
    COTEJO_TRY_ASSIGN(auto known, m_replica.devices());
    for (std::size_t from = 0; from < known.size(); from += 100) {
        DevicesReply offer;
        const auto until = std::min(known.size(), from + 100);
        offer.devices.assign(known.begin() + static_cast<std::ptrdiff_t>(from), known.begin() + static_cast<std::ptrdiff_t>(until));
        COTEJO_TRY_ASSIGN(const auto reply, ask({"POST", "/v1/devices", {}, encode(offer)}));
        if (reply.status != 204) return explain(reply);
    }
    return {};
}

Result<SyncPass::Step> SyncPass::pushBatch(std::span<const UnsentEvent> batch, bool& progressed) {
    PushRequest message{m_epoch, {}, {}, std::ranges::any_of(batch, &UnsentEvent::awaited)};
    for (const auto& event : batch) message.events.push_back(event.envelope);
    if (std::ranges::any_of(batch, [](const auto& event) { return !event.receipt.empty(); }))
        for (const auto& event : batch) message.receipts.push_back(event.receipt);
    COTEJO_TRY_ASSIGN(const auto reply, ask({"POST", "/v1/events", {}, encode(message)}));
    for (const auto& event : batch)
        if (m_offered.insert(event.hash).second) ++m_report.sent;
    if (reply.status == 409) {
        COTEJO_TRY(noteEpoch(reply));
        return Step::EpochChanged;
    }
    if (reply.status != 200) return explain(reply);
    COTEJO_TRY_ASSIGN(const auto answer, readPushReply(reply.body));
    if (answer.epoch != m_epoch || answer.results.size() != batch.size())
        return protocolError("did not answer for every event that was sent");

    std::vector<Receipt> receipts;
    std::uint64_t newest = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const auto& result = answer.results[i];
        if (!result.stored()) continue;
        if (result.gseq == 0) return protocolError("confirmed an event without giving it a place");
        COTEJO_TRY_ASSIGN(const auto place, checkedReceipt(batch[i].hash, result.gseq, result.receipt));
        receipts.push_back({batch[i].hash, result.gseq, result.status == PushStatus::Quarantined ? result.reason : "", place, result.unwitnessed});
        newest = std::max(newest, place.roster);
        m_report.repeated += result.status == PushStatus::Dup;
        m_report.quarantined += result.status == PushStatus::Quarantined;
    }
    if (!m_rosterApart) COTEJO_TRY(roster(std::max(newest, m_report.rosterTo)));
    if (!receipts.empty()) COTEJO_TRY(m_replica.confirm(receipts));
    m_report.receipted += receipts.size();
    progressed = !receipts.empty();

    const bool mayOffer = !m_devicesOffered;
    std::set<ChainId> handled;  // one answer a chain: what follows a refused event is refused for that alone
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const auto& result = answer.results[i];
        const auto& event = batch[i];
        if (result.stored() || !handled.insert(event.chain).second) continue;
        if (result.status == PushStatus::Gap && result.have + 1 != event.seq && m_rewinds < kRewindsCap) {
            ++m_rewinds;
            COTEJO_TRY(m_replica.rewind(event.chain, result.have));
            progressed = true;
        } else if (result.status == PushStatus::Rejected && result.reason == "unknown_device" && mayOffer) {
            COTEJO_TRY(offerDevices());
            progressed = true;
        } else if (result.status == PushStatus::Rejected && result.reason == "unknown_officer") {
            m_blocked.insert(event.chain);
            ++m_report.waiting;
            progressed = true;
        } else {
            const auto reason = result.status == PushStatus::Fork ? "fork" : result.status == PushStatus::Gap ? "gap" : result.reason;
            const Refused refused{event.hash, event.chain, reason};
            m_blocked.insert(event.chain);
            COTEJO_TRY_ASSIGN(const bool reissued, m_replica.refuse(refused));
            if (reissued)
                ++m_report.reissued;
            else
                m_report.refused.push_back(refused);
            progressed = true;
        }
    }
    return Step::Done;
}

Result<SyncPass::Step> SyncPass::push() {
    std::int64_t after = 0;
    int timeouts = 0;
    while (true) {
        tell(Phase::Push, m_report.receipted, 0);
        COTEJO_TRY_ASSIGN(auto unsent, m_replica.unsentAfter(after, kBatchEvents));
        if (unsent.empty()) return Step::Done;
        const auto seen = unsent.back().id;
        std::erase_if(unsent, [&](const UnsentEvent& event) { return m_blocked.contains(event.chain); });
        if (unsent.empty()) {
            after = seen;  // all of refused chains: look further
            continue;
        }
        std::size_t count = 0;
        std::size_t bytes = 0;
        while (count < std::min(unsent.size(), m_batch) &&
               (count == 0 || bytes + unsent[count].envelope.size() <= kBatchBytes * m_batch / kBatchEvents))
            bytes += unsent[count++].envelope.size();
        bool progressed = false;
        const auto step = pushBatch(std::span(unsent).first(count), progressed);
        if (!step) {
            // A thin link: half as much at a time.
            if (!step.error().is(kOffline) || param(step.error(), "why") != "timeout" || count == 1 || ++timeouts > kTimeoutTries)
                return tl::unexpected(step.error());
            m_batch = std::max<std::size_t>(1, std::min(m_batch, count) / 2);
            continue;
        }
        if (*step == Step::EpochChanged) return Step::EpochChanged;
        if (!progressed) return protocolError("neither takes nor refuses what is sent");
        m_batch = std::min(kBatchEvents, m_batch + std::max<std::size_t>(1, m_batch / 10));
    }
}

/// Whether the server still has the order that we follow: one that was put back in silence would give places that are taken.
Result<SyncPass::Step> SyncPass::checkOrder() {
    COTEJO_TRY_ASSIGN(const auto position, m_replica.position());
    if (position.cursor == 0) return Step::Done;
    COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", "/v1/events?epoch=" + m_epoch.text() + "&after=" + std::to_string(position.cursor) + "&limit=1&tip=" + position.tip.text(), {}, {}}));
    if (reply.status == 409 || reply.status == 410) {
        COTEJO_TRY(noteEpoch(reply));
        return Step::EpochChanged;
    }
    return reply.status == 200 ? Result<Step>(Step::Done) : explain(reply);
}

Result<SyncPass::Step> SyncPass::pull() {
    while (true) {
        COTEJO_TRY_ASSIGN(const auto position, m_replica.position());
        tell(Phase::Pull, position.cursor, m_report.head);
        auto target = "/v1/events?epoch=" + m_epoch.text() + "&after=" + std::to_string(position.cursor) +
                      "&limit=" + std::to_string(kBatchEvents);
        if (position.cursor > 0) target += "&tip=" + position.tip.text();
        COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", target, {}, {}}));
        if (reply.status == 409 || reply.status == 410) {
            COTEJO_TRY(noteEpoch(reply));
            return Step::EpochChanged;
        }
        if (reply.status != 200) return explain(reply);
        COTEJO_TRY_ASSIGN(const auto page, readPullReply(reply.body));
        if (page.epoch != m_epoch) return protocolError("answered from another epoch");
        auto expected = position.cursor;
        auto newest = m_report.rosterTo;
        for (const auto& event : page.events) {
            if (event.gseq != ++expected) return protocolError("left out an event of its own order");
            auto hash = event.hash;
            if (!event.envelope.empty()) {
                const auto read = record::decodeEvent(event.envelope);
                if (!read) return protocolError("sent an event that cannot be read");
                hash = record::hashOf(*read);
            }
            COTEJO_TRY_ASSIGN(const auto place, checkedReceipt(hash, event.gseq, event.receipt));
            newest = std::max(newest, place.roster);
        }
        if (page.next != expected || page.head < page.next) return protocolError("sent a cursor that does not fit its events");
        m_report.head = page.head;
        if (page.events.empty()) return Step::Done;
        COTEJO_TRY(roster(newest));
        COTEJO_TRY_ASSIGN(const auto outcome, m_replica.apply(page));
        m_report.pulled += outcome.fresh;
        m_report.quarantined += outcome.quarantined;
    }
}

/// False: not taken now. What is wrong with one attachment, or what somebody else did in its name, stops no other.
Result<bool> SyncPass::uploadBlob(const PendingBlob& blob) {
    const auto target = "/v1/blobs/" + blob.sha256.text();
    COTEJO_TRY_ASSIGN(const auto state, ask({"HEAD", target, {}, {}}));
    if (state.status == 404) return false;  // its event is not there yet: the next pass
    auto offset = headerNumber(state, "upload-offset");
    if (state.status != 200 || !offset) return explain(state);
    if (*offset < blob.length) {
        COTEJO_TRY_ASSIGN(const auto bytes, m_replica.readBlob(blob.sha256));
        std::size_t left = 2 * (bytes.size() / kPieceBytes + 1) + 8;
        while (*offset < bytes.size()) {
            const auto piece = ByteView(bytes).subspan(*offset).first(std::min<std::size_t>(kPieceBytes, bytes.size() - *offset));
            char checksum[9];
            std::snprintf(checksum, sizeof checksum, "%08x", crc32c(piece));
            const Request request{"PATCH",
                                  target,
                                  {{"upload-offset", std::to_string(*offset)}, {"upload-length", std::to_string(bytes.size())}, {"x-crc32c", checksum},
                                   {"content-type", "application/offset+octet-stream"}},
                                  Bytes(piece.begin(), piece.end())};
            COTEJO_TRY_ASSIGN(const auto reply, ask(request));
            const auto next = headerNumber(reply, "upload-offset");
            if (reply.status == 404 || reply.status == 422) return false;
            // 409: a piece that was sent twice. Go on from where the server is.
            if ((reply.status != 200 && reply.status != 409) || !next) return explain(reply);
            if (left-- == 0) return false;
            offset = next;
        }
    }
    COTEJO_TRY(m_replica.uploaded(blob.sha256));
    return true;
}

Status SyncPass::uploadBlobs() {
    COTEJO_TRY_ASSIGN(const auto waiting, m_replica.uploads());
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        tell(Phase::Blobs, i, waiting.size());
        COTEJO_TRY_ASSIGN(const bool taken, uploadBlob(waiting[i]));
        m_report.uploaded += taken;
        m_report.uploadsWaiting += !taken;
    }
    return {};
}

Result<bool> SyncPass::downloadBlob(PendingBlob blob) {
    const auto target = "/v1/blobs/" + blob.sha256.text();
    if (blob.have >= blob.length) {  // a watchlist entry names only the hash, an event perhaps a false length
        COTEJO_TRY_ASSIGN(const auto state, ask({"HEAD", target, {}, {}}));
        if (state.status == 404) return false;
        const auto length = headerNumber(state, "upload-length");
        if (state.status != 200 || !length || *length == 0) return explain(state);
        blob.length = *length;
    }
    if (blob.length > kBlobCap) return false;
    while (blob.have < blob.length) {
        const auto last = blob.have + kPieceBytes - 1;
        const auto range = "bytes=" + std::to_string(blob.have) + "-" + std::to_string(last);
        COTEJO_TRY_ASSIGN(const auto reply, ask({"GET", target, {{"range", range}}, {}}));
        if (reply.status == 404) return false;
        if (reply.status != 200 && reply.status != 206) return explain(reply);
        if (reply.body.empty() || reply.body.size() > last + 1 - blob.have)
            return protocolError("sent another part of an attachment than was asked for");
        // How long it is says whoever has it whole: an event may name any length.
        if (const auto total = totalOf(reply); total && *total > blob.have && *total <= kBlobCap) blob.length = *total;
        const bool final = blob.have + reply.body.size() == blob.length;
        COTEJO_TRY_ASSIGN(const bool fits, m_replica.addPiece(blob.sha256, blob.have, reply.body, final));
        if (!fits) return false;
        blob.have += reply.body.size();
    }
    return true;
}

Status SyncPass::downloadBlobs() {
    std::set<Hash> tried;
    while (true) {
        COTEJO_TRY_ASSIGN(auto missing, m_replica.downloads(kBlobsAtOnce + tried.size()));
        std::erase_if(missing, [&](const PendingBlob& blob) { return tried.contains(blob.sha256); });
        if (missing.empty()) return {};
        for (std::size_t i = 0; i < missing.size(); ++i) {
            tell(Phase::Blobs, i, missing.size());
            tried.insert(missing[i].sha256);
            COTEJO_TRY_ASSIGN(const bool came, downloadBlob(missing[i]));
            m_report.downloaded += came;
            m_report.blobsWaiting += !came;
        }
    }
}

Result<SyncReport> SyncPass::run(const std::stop_token& stop, const OnProgress& progress, Extent extent) {
    m_stop = stop;
    m_progress = progress;
    m_report = {};
    m_offered.clear();
    m_blocked.clear();
    m_rewinds = 0;
    m_devicesOffered = false;
    m_rosterApart = false;
    COTEJO_TRY(hello());
    COTEJO_TRY_ASSIGN(m_report.rosterFrom, m_replica.rosterVersion());
    m_report.rosterTo = m_report.rosterFrom;
    if (m_rosterAtServer < m_report.rosterFrom) {
        if (const auto given = roster(m_rosterAtServer); !given) {
            m_rosterApart = given.error().is(kRoster);
            if (m_rosterApart) COTEJO_TRY(push());
            return tl::unexpected<Error>(given.error());
        }
        COTEJO_TRY(hello());
    }
    if (m_admitted || m_revoked) {
        if (const auto done = roster(m_rosterAtServer); !done) {
            // Whoever quarrels about the roster does not keep a protection need back.
            m_rosterApart = done.error().is(kRoster);
            if (m_rosterApart) COTEJO_TRY(push());
            return tl::unexpected<Error>(done.error());
        }
    }
    if (m_revoked) {
        COTEJO_TRY(push());
        return fail(kRevoked, "the organisation's roster withdrew this device: what it held was handed over, nothing more comes");
    }
    COTEJO_TRY(introduce());
    if (!m_admitted) {
        m_report.waitsForAdmission = true;
        tell(Phase::Done, 0, 0);
        return m_report;
    }
    if (extent == Extent::Whole) {
        COTEJO_TRY(watchlist());
        COTEJO_TRY(devices());
    }
    for (int tries = 0;; ++tries) {
        if (tries == kEpochTries) return fail(kEpoch, "the server's epoch changed " + std::to_string(tries) + " times in one pass");
        // After a restore: first learn what the server still has, then offer the rest, of this post and of others.
        if (!m_report.epochChanged) {
            COTEJO_TRY_ASSIGN(const auto order, checkOrder());
            if (order == Step::EpochChanged) continue;
        } else {
            COTEJO_TRY_ASSIGN(const auto first, pull());
            if (first == Step::EpochChanged) continue;
        }
        COTEJO_TRY_ASSIGN(const auto pushed, push());
        if (pushed == Step::EpochChanged) continue;
        COTEJO_TRY_ASSIGN(const auto pulled, pull());
        if (pulled == Step::EpochChanged) continue;
        // What pulling or a re-issue has written here.
        COTEJO_TRY_ASSIGN(const auto again, push());
        if (again == Step::EpochChanged) continue;
        if (extent == Extent::Acts) break;
        COTEJO_TRY_ASSIGN(const bool news, partnerNews());
        if (!news) break;
        COTEJO_TRY_ASSIGN(const auto handed, push());
        if (handed == Step::Done) break;
    }
    if (extent == Extent::Whole) {
        COTEJO_TRY(receipts());
        COTEJO_TRY(uploadBlobs());
        COTEJO_TRY(downloadBlobs());
    }
    tell(Phase::Done, 0, 0);
    return m_report;
}

}  // namespace cotejo::sync
