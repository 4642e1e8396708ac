#include "app/server/http/service.h"

#include <charconv>

#include "app/server/errors.h"
#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/decide/policy.h"
#include "core/journal/roster_book.h"
#include "core/record/event.h"
#include "core/roster/errors.h"

namespace cotejo::server {
namespace {

using sync::Reply;

constexpr std::size_t kKnownCap = 10'000;
constexpr std::size_t kEnrolCap = 64u << 10;         ///< of whom we do not know yet, and of a request for a certificate
constexpr std::size_t kIntroductionCap = 256u << 10;
constexpr std::size_t kDevicesCap = 1u << 20;

// Inside the service an Error carries the refusal: code = what the client reads, param "status" = the HTTP status.
auto refuse(int status, std::string code, std::string detail, std::optional<Hash> epoch = {}) {
    auto error = fail(code, std::move(detail), {{"status", std::to_string(status)}});
    if (epoch) error.value().params.emplace_back("epoch", epoch->text());
    return error;
}

auto malformed(std::string detail) { return refuse(400, "malformed", std::move(detail)); }

std::string param(const Error& error, std::string_view name) {
    for (const auto& [key, value] : error.params)
        if (key == name) return value;
    return {};
}

}  // namespace

Reply Service::refusalOf(const Error& error) {
    const auto status = param(error, "status");
    if (status.empty()) {
        logLine(LogLevel::Error, "server", error.code + ": " + error.detail);
        return {503, {{"retry-after", "30"}}, sync::encode(sync::Refusal{"unavailable", "the server cannot store this now", {}})};
    }
    sync::Refusal refusal{error.code, error.detail, Hash::fromText(param(error, "epoch"))};
    return {std::stoi(status), {}, sync::encode(refusal)};
}

namespace {

Reply json(Bytes body) { return {200, {}, std::move(body)}; }

std::string headerOf(const sync::Request& request, const std::string& name) {
    const auto at = request.headers.find(name);
    return at == request.headers.end() ? std::string() : at->second;
}

std::optional<std::uint64_t> numberOf(std::string_view text, int base = 10) {
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, base);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::optional<Hash> hashParameter(const sync::Target& target, const std::string& key) {
    const auto at = target.query.find(key);
    return at == target.query.end() ? std::nullopt : Hash::fromText(at->second);
}

}  // namespace

Reply Service::handle(const sync::Request& request, const Peer& peer) {
    const auto entry = admit(request, peer);
    if (!entry) return refusalOf(entry.error());
    if (request.body.size() > entry->bodyCap) return refusalOf(refuse(413, "too_large", "the body is too large").value());
    return handle(request, *entry);
}

Reply Service::handle(const sync::Request& request, const Entry& entry) {
    auto reply = dispatch(request, entry);
    return reply ? std::move(*reply) : refusalOf(reply.error());
}

Result<Entry> Service::admit(const sync::Request& head, const Peer& peer) {
    const auto target = sync::readTarget(head.target);
    if (!target) return malformed("the address of the request cannot be read");
    Entry entry;
    if (head.method == "GET" && target->path == "/v1/time") return entry;
    if (head.method == "POST" && target->path == "/v1/enrol") {
        entry.bodyCap = kEnrolCap;
        return entry;
    }
    COTEJO_TRY_ASSIGN(entry.device, identify(peer));
    COTEJO_TRY_ASSIGN(entry.bodyCap, bodyCap(head, *target, *entry.device));
    return entry;
}

Result<std::size_t> Service::bodyCap(const sync::Request& head, const sync::Target& target, const DeviceRow& device) {
    if (head.method == "POST" && target.path == "/v1/device/rotate") return kEnrolCap;
    if (head.method == "POST" && target.path == "/v1/roster") return roster::kEntryCap;
    if (head.method == "POST" && target.path == "/v1/introductions") return kIntroductionCap;
    const bool posts = head.method == "POST" && (target.path == "/v1/events" || target.path == "/v1/devices");
    const bool piece = head.method == "PATCH" && target.path.starts_with("/v1/blobs/");
    if (!posts && !piece) return 0;
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    if (!history || !history->latest().device(device.id)) return refuse(403, "not_admitted", "an administrator of the roster has not admitted this device yet");
    if (piece) return 2 * sync::kPieceBytes;
    return target.path == "/v1/events" ? sync::kBodyCap : kDevicesCap;
}

Result<Reply> Service::dispatch(const sync::Request& request, const Entry& entry) {
    const auto target = sync::readTarget(request.target);
    if (!target) return malformed("the address of the request cannot be read");
    const auto is = [&](std::string_view method, std::string_view path) {
        return request.method == method && target->path == path;
    };
    if (is("GET", "/v1/time"))
        return json(bytesOf(canonicalJson({{"server_time", toMillis(m_clock.now())}})));
    if (is("POST", "/v1/enrol")) return enrol(request);

    if (!entry.device) return refuse(404, "unknown", "there is nothing at this address");
    const auto& device = *entry.device;
    if (is("GET", "/v1/hello")) return hello(device);
    if (is("POST", "/v1/device/rotate")) return renew(request, device);
    if (is("GET", "/v1/roster")) return roster(*target);
    if (is("POST", "/v1/roster")) return changeRoster(request);
    if (is("POST", "/v1/introductions")) return introduce(request, device);
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    const auto* named = history ? history->latest().device(device.id) : nullptr;
    if (!named) return refuse(403, "not_admitted", "an administrator of the roster has not admitted this device yet");
    // What a withdrawn device still holds may come: of it a case that it opened and a protection need count.
    if (is("POST", "/v1/events")) return push(request);
    if (named->revoked) return refuse(403, "revoked", "the organisation's roster withdrew this device");
    if (is("GET", "/v1/roster/waiting")) return waiting();
    if (is("GET", "/v1/events")) return pull(*target, device);
    if (is("GET", "/v1/receipts")) return receipts(*target);
    if (is("GET", "/v1/tips")) return tips(*target);
    if (is("GET", "/v1/devices")) return devices(*target);
    if (is("POST", "/v1/devices")) return offerDevices(request);
    if (is("GET", "/v1/watchlist")) return watchlist(*target);
    if (is("GET", "/v1/partner/news")) return partnerNews(*target, device);
    constexpr std::string_view messages = "/v1/partner/messages/";
    if (request.method == "GET" && target->path.starts_with(messages)) return partnerMessage(std::string_view(target->path).substr(messages.size()), device);
    constexpr std::string_view blobs = "/v1/blobs/";
    if (target->path.starts_with(blobs)) return blob(request, std::string_view(target->path).substr(blobs.size()), device);
    return refuse(404, "unknown", "there is nothing at this address");
}

Result<sync::DeviceCertificate> Service::factsOf(const sync::Certificate& certificate) {
    const auto print = sync::fingerprintOf(certificate);
    const std::lock_guard lock(m_knownLock);
    if (const auto at = m_known.find(print); at != m_known.end()) return at->second;
    COTEJO_TRY_ASSIGN(auto facts, sync::readDeviceCertificate(certificate, m_authority.certificate()));
    if (m_known.size() >= kKnownCap) m_known.clear();
    return m_known.emplace(print, std::move(facts)).first->second;
}

Result<DeviceRow> Service::identify(const Peer& peer) {
    if (!peer.certificate) return refuse(401, "no_certificate", "this needs the certificate of an enrolled device");
    const auto facts = factsOf(*peer.certificate);
    if (!facts) return refuse(403, "foreign_certificate", facts.error().detail);
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    const auto* named = history ? history->latest().device(facts->device) : nullptr;
    if (named && named->key != facts->key) return refuse(403, "foreign_certificate", "the roster names this device with another key");
    const auto now = m_clock.now();
    if (now < facts->notBefore || now >= facts->notAfter)
        return refuse(403, "expired_certificate",
                      "the certificate of this device was valid from " + toIso(facts->notBefore) + " to " + toIso(facts->notAfter));
    COTEJO_TRY_ASSIGN(auto row, m_store.device(facts->device));
    if (!row) {
        // Enrolled, but not in this database: it was restored from a backup. The certificate itself is the proof.
        row = DeviceRow{facts->device, facts->key, facts->organisation, "", sync::toPem(*peer.certificate), now, {}, 0};
        COTEJO_TRY(m_store.putDevice(*row));
    }
    if (row->key != facts->key) return refuse(403, "foreign_certificate", "this device is enrolled with another key");
    if (row->revoked) return refuse(403, "revoked", "this device was withdrawn on " + toIso(*row->revoked));
    return std::move(*row);
}

Result<Reply> Service::enrol(const sync::Request& request) {
    const auto message = sync::readEnrolRequest(request.body);
    if (!message) return malformed(message.error().detail);
    const auto now = m_clock.now();
    const auto issued = m_authority.issue(message->request, now);
    if (!issued) return refuse(400, "bad_request", issued.error().detail);
    const auto& device = issued->device;
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    if (!history) return refuse(503, "no_roster", "this server has no roster: it was not made by 'cotejo-server init'");
    if (!m_settings.organisation.empty() && device.organisation != m_settings.organisation)
        return refuse(403, "foreign_organisation", "this server belongs to the organisation \"" + m_settings.organisation + "\"");
    COTEJO_TRY_ASSIGN(const auto known, m_store.device(device.device));
    const auto* named = history->latest().device(device.device);
    if (named && named->key != device.key) return refuse(403, "known_device", "the roster names this device with another key");
    if (known && (known->key != device.key || known->revoked || known->organisation != device.organisation))
        return refuse(403, "known_device", "a device with this id is enrolled with another key, or was withdrawn");
    COTEJO_TRY_ASSIGN(const bool redeemed, m_store.redeemCode(sha256(message->code), device.device, now));
    if (!redeemed) return refuse(403, "bad_code", "the enrolment code is unknown, used or expired");
    COTEJO_TRY(m_store.putDevice({device.device, device.key, device.organisation, message->name, issued->certificate, now, {}, 0}));
    logLine(LogLevel::Info, "server", "enrolled device " + device.device.text());
    return json(sync::encode(granted(issued->certificate, history->latest().root())));
}

sync::EnrolReply Service::granted(const std::string& certificate, const Hash& root) const {
    return {certificate, m_authority.pem(), m_authority.watchlistKey().publicKey(), m_authority.receiptKey().publicKey(), root};
}

Result<Reply> Service::renew(const sync::Request& request, const DeviceRow& device) {
    const auto message = sync::readEnrolRequest(request.body);
    if (!message) return malformed(message.error().detail);
    const auto now = m_clock.now();
    const auto issued = m_authority.issue(message->request, now);
    if (!issued) return refuse(400, "bad_request", issued.error().detail);
    if (issued->device.device != device.id || issued->device.key != device.key ||
        issued->device.organisation != device.organisation)
        return refuse(403, "known_device", "a device renews its own certificate, for the same key");
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    auto row = device;
    row.certificate = issued->certificate;
    COTEJO_TRY(m_store.putDevice(row));
    return json(sync::encode(granted(issued->certificate, history ? history->latest().root() : Hash())));
}

Result<Reply> Service::roster(const sync::Target& target) {
    const auto after = target.number("after");
    if (!after) return malformed("\"after\" must be a number");
    sync::RosterReply message;
    COTEJO_TRY_ASSIGN(message.version, m_store.rosterVersion());
    COTEJO_TRY_ASSIGN(auto entries, m_store.rosterAfter(*after, sync::kRosterPage));
    std::size_t bytes = 0;
    for (auto& entry : entries) {
        bytes += entry.size();
        if (!message.entries.empty() && bytes > sync::kBatchBytes) break;
        message.entries.push_back(std::move(entry));
    }
    return json(sync::encode(message));
}

Result<Reply> Service::changeRoster(const sync::Request& request) {
    if (request.body.size() > roster::kEntryCap) return refuse(413, "too_large", "an entry of the roster is too large");
    const auto entry = roster::decodeEntry(request.body);
    if (!entry) return malformed(entry.error().detail);
    const auto answer = m_roster.handIn(*entry);
    if (answer) return json(sync::encode(*answer));
    if (roster::isRefusal(answer.error().code) || answer.error().is(base::kInvalidArgument)) return refuse(409, answer.error().code, answer.error().detail);
    return tl::unexpected(answer.error());
}

Result<Reply> Service::introduce(const sync::Request& request, const DeviceRow& device) {
    const auto message = sync::readIntroduction(request.body);
    if (!message) return malformed(message.error().detail);
    if (message->device != device.id || message->key != device.key) return refuse(403, "known_device", "a device introduces itself and its own people");
    for (const auto* words : {&message->postName, &message->deviceName})
        if (const auto fits = roster::checkWords(*words); !fits) return malformed(fits.error().detail);
    for (const auto& officer : message->officers)
        for (const auto* words : {&officer.login, &officer.displayName})
            if (const auto fits = roster::checkWords(*words); !fits) return malformed(fits.error().detail);
    // Who was introduced first by another device, or is in the roster, is not introduced again under another key.
    COTEJO_TRY_ASSIGN(const auto others, m_store.introductions());
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    for (const auto& officer : message->officers) {
        const auto* known = history ? history->latest().member(officer.id) : nullptr;
        bool taken = known && known->officer.key != officer.key;
        for (const auto& bytes : others) {
            const auto other = sync::readIntroduction(bytes);
            if (!other || other->device == device.id) continue;
            taken = taken || std::ranges::any_of(other->officers, [&](const auto& each) { return each.id == officer.id && each.key != officer.key; });
        }
        if (taken) return refuse(409, "introduced", "\"" + officer.login + "\" was introduced by another device under another key; tell an administrator");
    }
    COTEJO_TRY(m_store.putIntroduction(device.id, sync::encode(*message)));
    return Reply{204, {}, {}};
}

Result<Reply> Service::waiting() {
    COTEJO_TRY_ASSIGN(const auto message, m_roster.waiting());
    return json(sync::encode(message));
}

Result<Reply> Service::hello(const DeviceRow& device) {
    sync::Hello message;
    COTEJO_TRY_ASSIGN(message.epoch, m_store.epoch());
    COTEJO_TRY_ASSIGN(message.head, m_store.head());
    COTEJO_TRY_ASSIGN(message.watchlistVersion, m_store.watchlistVersion());
    message.serverTime = m_clock.now();
    message.organisation = m_settings.organisation;
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    if (history) {
        const auto* named = history->latest().device(device.id);
        message.roster = history->latest().version();
        message.admitted = named && !named->revoked;
        message.revoked = named && named->revoked;
    }
    return json(sync::encode(message));
}

Result<Hash> Service::currentEpoch(std::optional<Hash> claimed) {
    COTEJO_TRY_ASSIGN(const auto epoch, m_store.epoch());
    if (!claimed || *claimed != epoch) return refuse(409, "epoch_changed", "the server was restored from a backup", epoch);
    return epoch;
}

Result<Reader> Service::readerOf(const DeviceRow& device) {
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    const auto* named = history ? history->latest().device(device.id) : nullptr;
    return Reader{device.id, [named = named ? std::optional(*named) : std::nullopt](const PostId& post) { return named && named->receives(post); }};
}

/// What its author's device had before its eyes, at least: what it says, and what it asked this server to go on from. A claim of an epoch from
/// before a restore is believed: that work was done before this epoch began.
Result<std::uint64_t> Service::receivedBy(const record::Event& event, const Hash& epoch) {
    const auto said = event.seenEpoch == epoch ? event.seenGseq : 0;
    if (event.seenEpoch != epoch) {
        COTEJO_TRY_ASSIGN(const bool before, m_store.wasEpoch(event.seenEpoch));
        if (before) return 0;
    }
    const std::lock_guard lock(m_knownLock);
    const auto asked = m_received.find({epoch, event.device});
    return asked == m_received.end() ? said : std::max(said, asked->second);
}

Result<std::vector<sync::PushResult>> Service::receive(const sync::PushRequest& message, const Hash& epoch) {
    COTEJO_TRY_ASSIGN(const auto history, m_roster.current());
    const auto version = history->latest().version();
    const auto now = m_clock.now();
    std::vector<sync::PushResult> results(message.events.size());
    std::vector<IncomingEvent> accepted;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < message.events.size(); ++i) {
        const auto& envelope = message.events[i];
        const auto reject = [&](const char* reason) { results[i] = {sync::PushStatus::Rejected, 0, 0, reason, {}, {}}; };
        auto event = record::decodeEvent(envelope);
        if (!event || event->seq == 0) {
            reject("malformed");
            continue;
        }
        // Anyone may bring an event; only the signatures of a device and an officer of the roster make it one. Who is not named yet waits:
        // by its place in the order, once given, an act is judged for ever.
        const auto* device = history->latest().device(event->device);
        const auto* author = history->latest().member(event->user);
        const auto hash = record::hashOf(*event);
        std::optional<record::PlaceReceipt> first;
        if (!message.receipts.empty() && !message.receipts[i].empty()) first = record::decodeReceipt(hash, message.receipts[i]);
        if (!device) {
            reject("unknown_device");
        } else if (!author) {
            reject("unknown_officer");
        } else if (event->org != history->latest().org()) {
            reject("foreign_organisation");
        } else if (!record::signaturesHold(*event, device->key, author->officer.key)) {
            reject("bad_signature");
        } else {
            // A receipt of another server, or of nobody, decides nothing and stops nobody.
            if (first && (!record::signatureHolds(*first, m_authority.receiptKey().publicKey()) || first->roster > version)) first.reset();
            const auto judged = first.value_or(record::PlaceReceipt{hash, {}, 0, version, now});
            const auto problem = event->entity ? journal::rosterProblem(*history, *event, judged) : std::string();
            COTEJO_TRY_ASSIGN(const auto received, receivedBy(*event, epoch));
            accepted.push_back({std::move(*event), envelope, hash, problem, first, received, message.waits, device->post});
            places.push_back(i);
        }
    }
    auto policy = decide::Policy();
    if (const auto settled = history->latest().policy()) {
        if (auto read = decide::policyFromJson(*settled)) policy = std::move(*read);
    }
    COTEJO_TRY_ASSIGN(const auto watchlist, m_store.watchlistVersion());
    const CaseJudge judge(history, policy, now, [this](const WatchlistEntryId& id) { return m_store.watchlistEntry(id); }, watchlist,
                          [this](const CaseId& id, ByteView report) { return m_store.isNews(id, report); });
    COTEJO_TRY_ASSIGN(auto stored, m_store.append(accepted, {now, version, &m_authority.receiptKey(), &judge}));
    for (std::size_t i = 0; i < stored.size(); ++i) results[places[i]] = std::move(stored[i]);
    return results;
}

/// A receipt of an earlier epoch names a place that is no more; what it decided stays.
Bytes Service::receiptNow(const Hash& epoch, std::uint64_t gseq, const Hash& event, Bytes stored) const {
    if (auto place = record::decodeReceipt(event, stored); place && place->epoch != epoch) {
        place->epoch = epoch;
        place->gseq = gseq;
        record::sign(*place, m_authority.receiptKey());
        return record::encodeReceipt(*place);
    }
    return stored;
}

Result<Reply> Service::push(const sync::Request& request) {
    const auto message = sync::readPushRequest(request.body);
    if (!message) return malformed(message.error().detail);
    COTEJO_TRY_ASSIGN(const auto epoch, currentEpoch(message->epoch));
    constexpr int kTries = 5;
    for (int tries = 1;; ++tries) {
        auto results = receive(*message, epoch);
        if (!results && results.error().is(kRosterMoved) && tries < kTries) continue;
        if (!results) return tl::unexpected(results.error());
        for (std::size_t i = 0; i < results->size(); ++i) {
            auto& each = (*results)[i];
            const auto place = each.stored() ? record::decodeReceipt({}, each.receipt) : std::nullopt;
            if (place && place->epoch != epoch) each.receipt = receiptNow(epoch, each.gseq, record::hashOf(*record::decodeEvent(message->events[i])), std::move(each.receipt));
        }
        return json(sync::encode(sync::PushReply{epoch, std::move(*results)}));
    }
}

Result<Reply> Service::pull(const sync::Target& target, const DeviceRow& device) {
    COTEJO_TRY_ASSIGN(const auto epoch, currentEpoch(hashParameter(target, "epoch")));
    const auto after = target.number("after");
    const auto limit = target.number("limit").value_or(sync::kBatchEvents);
    if (!after || limit == 0) return malformed("\"after\" and \"limit\" must be numbers");
    sync::PullReply message;
    COTEJO_TRY_ASSIGN(message.head, m_store.head());
    if (*after > 0) {
        // The client names the event at its cursor: a server that was put back without a new epoch is found out here.
        COTEJO_TRY_ASSIGN(const auto here, m_store.hashAt(*after));
        const auto theirs = hashParameter(target, "tip");
        if (!here || (theirs && *theirs != *here))
            return refuse(410, "resnapshot", "the event at this cursor is another one here; begin again from 0", epoch);
        const std::lock_guard lock(m_knownLock);
        auto& received = m_received[{epoch, device.id}];
        received = std::max(received, *after);
    }
    COTEJO_TRY_ASSIGN(const auto reader, readerOf(device));
    COTEJO_TRY_ASSIGN(message.events, m_store.eventsAfter(*after, std::min<std::size_t>(limit, sync::kBatchEvents), sync::kBatchBytes, reader));
    for (auto& each : message.events) each.receipt = receiptNow(epoch, each.gseq, each.hash, std::move(each.receipt));
    message.epoch = epoch;
    message.next = message.events.empty() ? *after : message.events.back().gseq;
    message.head = std::max(message.head, message.next);
    return json(sync::encode(message));
}

Result<Reply> Service::receipts(const sync::Target& target) {
    sync::ReceiptsReply message;
    COTEJO_TRY_ASSIGN(message.epoch, currentEpoch(hashParameter(target, "epoch")));
    const auto after = target.number("after");
    if (!after) return malformed("\"after\" must be a number");
    COTEJO_TRY_ASSIGN(auto found, m_store.receiptsAfter(*after, sync::kReceiptsPage));
    message.next = found.empty() ? *after : found.back().first;
    message.more = found.size() == sync::kReceiptsPage;
    for (auto& [number, line] : found) message.receipts.push_back(std::move(line));
    return json(sync::encode(message));
}

Result<Reply> Service::tips(const sync::Target& target) {
    sync::TipsReply message;
    COTEJO_TRY_ASSIGN(message.epoch, currentEpoch(hashParameter(target, "epoch")));
    ChainId after;
    if (const auto at = target.query.find("after"); at != target.query.end()) {
        const auto chain = ChainId::fromText(at->second);
        if (!chain) return malformed("\"after\" must be a chain id");
        after = *chain;
    }
    COTEJO_TRY_ASSIGN(message.tips, m_store.tipsAfter(after, sync::kTipsPage));
    if (message.tips.size() == sync::kTipsPage) message.next = message.tips.back().chain;
    return json(sync::encode(message));
}

Result<Reply> Service::devices(const sync::Target& target) {
    const auto since = target.number("since");
    if (!since) return malformed("\"since\" must be a number");
    constexpr std::size_t page = 100;
    COTEJO_TRY_ASSIGN(const auto rows, m_store.devicesSince(static_cast<std::int64_t>(*since), page));
    sync::DevicesReply message;
    message.version = static_cast<std::int64_t>(*since);
    for (const auto& row : rows) {
        message.devices.push_back({row.version, row.certificate, row.revoked});
        message.version = row.version;
    }
    message.more = rows.size() == page;
    return json(sync::encode(message));
}

Result<Reply> Service::offerDevices(const sync::Request& request) {
    const auto message = sync::readDevicesReply(request.body);
    if (!message) return malformed(message.error().detail);
    for (const auto& notice : message->devices) {
        const auto certificate = sync::readCertificate(notice.certificate);
        const auto facts = certificate ? sync::readDeviceCertificate(*certificate, m_authority.certificate())
                                       : Result<sync::DeviceCertificate>(tl::unexpected(certificate.error()));
        if (!facts) return refuse(403, "foreign_certificate", facts.error().detail);
        COTEJO_TRY_ASSIGN(const auto known, m_store.device(facts->device));
        if (known) continue;
        COTEJO_TRY(m_store.putDevice({facts->device, facts->key, facts->organisation, "", notice.certificate, m_clock.now(), {}, 0}));
        // A withdrawal that the backup forgot: heeded, never undone this way.
        if (notice.revoked) COTEJO_TRY(m_store.revokeDevice(facts->device, *notice.revoked));
    }
    return Reply{204, {}, {}};
}

Result<Reply> Service::watchlist(const sync::Target& target) {
    const auto since = target.number("since");
    if (!since) return malformed("\"since\" must be a number");
    COTEJO_TRY_ASSIGN(auto delta, m_store.watchlistSince(static_cast<std::int64_t>(*since), sync::kWatchlistPage));
    delta.issued = m_clock.now();
    return json(sync::encode(delta, m_authority.watchlistKey()));
}

Result<Reply> Service::partnerNews(const sync::Target& target, const DeviceRow& device) {
    const auto after = target.number("after");
    if (!after) return malformed("\"after\" must be a number");
    COTEJO_TRY_ASSIGN(const auto reader, readerOf(device));
    COTEJO_TRY_ASSIGN(const auto message, m_store.newsAfter(*after, sync::kNewsPage, reader));
    return json(sync::encode(message));
}

Result<Reply> Service::partnerMessage(std::string_view name, const DeviceRow& device) {
    const auto hash = Hash::fromText(name);
    if (!hash) return malformed("a message is named by its SHA-256 in hexadecimal");
    COTEJO_TRY_ASSIGN(const auto reader, readerOf(device));
    COTEJO_TRY_ASSIGN(auto bytes, m_store.answer(*hash, reader));
    // Also for what exists and is not theirs: a hash must not tell whether something came.
    if (!bytes) return refuse(404, "unknown", "there is no such message");
    return Reply{200, {{"content-type", "application/octet-stream"}}, std::move(*bytes)};
}

Result<Reply> Service::blob(const sync::Request& request, std::string_view name, const DeviceRow& device) {
    const auto hash = Hash::fromText(name);
    if (!hash) return malformed("an attachment is named by its SHA-256 in hexadecimal");
    COTEJO_TRY_ASSIGN(const auto reader, readerOf(device));
    COTEJO_TRY_ASSIGN(const auto state, m_store.blob(*hash, reader));
    // Also for attachments that exist elsewhere: a hash must not tell whether something is on file.
    if (!state) return refuse(404, "unknown", "no event names this attachment");
    const auto progress = [](int status, const BlobState& now) {
        return Reply{status, {{"upload-offset", std::to_string(now.have)}, {"upload-length", std::to_string(now.length)}}, {}};
    };
    if (request.method == "HEAD") return progress(200, *state);
    if (request.method == "PATCH") {
        const auto offset = numberOf(headerOf(request, "upload-offset"));
        const auto checksum = numberOf(headerOf(request, "x-crc32c"), 16);
        const auto length = numberOf(headerOf(request, "upload-length"));
        if (!offset || !checksum || !length) return malformed("a piece needs the headers Upload-Offset, Upload-Length and X-CRC32C");
        if (request.body.size() > 2 * sync::kPieceBytes) return refuse(413, "too_large", "a piece is too large");
        if (*checksum != sync::crc32c(request.body)) return refuse(422, "damaged", "the piece was damaged on its way");
        const auto after = m_store.appendBlob(*hash, device.id, *length, *offset, request.body);
        if (after) return progress(200, *after);
        if (after.error().is(base::kNotFound)) return refuse(404, "unknown", "no event names this attachment");
        if (after.error().is(base::kInvalidArgument)) return progress(409, {*length, numberOf(param(after.error(), "have")).value_or(0)});
        if (after.error().is(base::kMalformed)) return refuse(422, "wrong_hash", after.error().detail);
        return tl::unexpected(after.error());
    }
    if (request.method != "GET") return refuse(405, "unknown", "attachments know HEAD, PATCH and GET");
    if (!state->complete()) return refuse(404, "unknown", "no event names this attachment");
    std::uint64_t from = 0;
    std::uint64_t until = std::min<std::uint64_t>(state->length, 2 * sync::kPieceBytes) - 1;
    if (auto range = headerOf(request, "range"); !range.empty()) {
        const std::string_view text(range);
        const auto dash = text.find('-');
        const auto first = text.starts_with("bytes=") && dash != text.npos ? numberOf(text.substr(6, dash - 6)) : std::nullopt;
        const auto last = dash != text.npos && dash + 1 < text.size() ? numberOf(text.substr(dash + 1)) : state->length - 1;
        if (!first || !last || *last < *first || *first >= state->length)
            return refuse(416, "range", "this range cannot be served");
        from = *first;
        until = std::min({*last, state->length - 1, from + 2 * sync::kPieceBytes - 1});
    }
    COTEJO_TRY_ASSIGN(auto bytes, m_store.readBlob(*hash, from, until - from + 1));
    const bool whole = from == 0 && until + 1 == state->length;
    const auto span = "bytes " + std::to_string(from) + "-" + std::to_string(until) + "/" + std::to_string(state->length);
    return Reply{whole ? 200 : 206,
                 {{"content-type", "application/octet-stream"}, {"content-range", span}},
                 std::move(bytes)};
}

}  // namespace cotejo::server
