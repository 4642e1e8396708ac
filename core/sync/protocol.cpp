#include "core/sync/protocol.h"

#include <array>
#include <charconv>

#include "core/record/act.h"
#include "core/record/code.h"
#include "core/sync/errors.h"

namespace cotejo::record {
template <>
inline constexpr auto codes<sync::PushStatus> = std::to_array<Code<sync::PushStatus>>(
    {{sync::PushStatus::Ok, "ok"}, {sync::PushStatus::Dup, "dup"}, {sync::PushStatus::Gap, "gap"},
     {sync::PushStatus::Fork, "fork"}, {sync::PushStatus::Quarantined, "quarantined"},
     {sync::PushStatus::Rejected, "rejected"}});
}

namespace cotejo::sync {
namespace {

constexpr int kDepth = 24;
constexpr std::size_t kValues = 200'000;  ///< in one message: ten times what the fullest of ours has
constexpr std::size_t kListCap = 10'000;

Bytes write(const Json& document) { return bytesOf(canonicalJson(document)); }

auto refuse(std::string_view message, std::string_view what) {
    return fail(kProtocol, "the message \"" + std::string(message) + "\" " + std::string(what));
}

/// The reader of one object: remembers the first thing that is missing, so that a message is read without a branch a field.
class Fields {
  public:
    Fields(const Json& object, std::string_view message) : m_object(object), m_message(message) {}

    std::string text(std::string_view key, std::size_t cap = 4096) {
        auto value = textAt(m_object, key);
        if (!value || value->size() > cap) return miss(key), std::string();
        return std::move(*value);
    }
    std::int64_t integer(std::string_view key) {
        const auto value = integerAt(m_object, key);
        if (!value) miss(key);
        return value.value_or(0);
    }
    std::uint64_t count(std::string_view key) {
        const auto value = integer(key);
        if (value < 0) miss(key);
        return value < 0 ? 0 : static_cast<std::uint64_t>(value);
    }
    template <class T>
    T id(std::string_view key) {
        const auto value = T::fromText(text(key));
        if (!value) miss(key);
        return value.value_or(T{});
    }
    Bytes base64(std::string_view key, std::size_t cap) {
        auto value = fromBase64(text(key, cap));
        if (!value) miss(key);
        return value ? std::move(*value) : Bytes();
    }
    const Json& list(std::string_view key, std::size_t cap = kListCap) {
        static const Json nothing = Json::array();
        if (!m_object.is_object()) return miss(key), nothing;
        const auto at = m_object.find(key);
        if (at == m_object.end() || !at->is_array() || at->size() > cap) return miss(key), nothing;
        return *at;
    }
    Status done() const {
        if (m_missing.empty()) return {};
        return refuse(m_message, "lacks a valid \"" + m_missing + "\"");
    }
    void miss(std::string_view key) {
        if (m_missing.empty()) m_missing = key;
    }

  private:
    const Json& m_object;
    std::string m_message;
    std::string m_missing;
};

Result<Json> open(ByteView body, std::string_view message) {
    auto document = parseJson(textOf(body), message, kBodyCap, kDepth, kValues);
    if (!document) return fail(kProtocol, document.error().detail);
    if (!document->is_object()) return refuse(message, "is not an object");
    return std::move(*document);
}

}  // namespace

Bytes encode(const Hello& message) {
    return write({{"epoch", message.epoch.text()},
                  {"server_time", toMillis(message.serverTime)},
                  {"protocol", kProtocolVersion},
                  {"min_client", message.minimumProtocol},
                  {"schemas", {{"min", 1}, {"max", 1}}},
                  {"head", message.head},
                  {"watchlist", {{"version", message.watchlistVersion}}},
                  {"organisation", message.organisation},
                  {"roster", message.roster},
                  {"admitted", message.admitted},
                  {"revoked", message.revoked},
                  {"features", {"gzip", "blobs", "watchlist", "devices", "tips", "roster"}},
                  {"limits", {{"events", kBatchEvents}, {"bytes", kBatchBytes}, {"body", kBodyCap}, {"blob", kBlobCap}}}});
}

Result<Hello> readHello(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "hello"));
    Fields in(document, "hello");
    Hello message;
    message.epoch = in.id<Hash>("epoch");
    message.serverTime = fromMillis(in.integer("server_time"));
    message.minimumProtocol = static_cast<int>(in.integer("min_client"));
    message.head = in.count("head");
    message.organisation = in.text("organisation");
    const auto watchlist = document.find("watchlist");
    const auto version = watchlist == document.end() ? std::nullopt : integerAt(*watchlist, "version");
    if (!version) in.miss("watchlist.version");
    message.watchlistVersion = version.value_or(0);
    message.roster = in.count("roster");
    message.admitted = boolAt(document, "admitted").value_or(false);
    message.revoked = boolAt(document, "revoked").value_or(false);
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const PushRequest& message) {
    Json events = Json::array();
    for (const auto& envelope : message.events) events.push_back(toBase64(envelope));
    Json document{{"epoch", message.epoch.text()}, {"events", std::move(events)}};
    if (message.waits) document["waits"] = true;
    if (!message.receipts.empty()) {
        document["receipts"] = Json::array();
        for (const auto& receipt : message.receipts) document["receipts"].push_back(toBase64(receipt));
    }
    return write(document);
}

Result<PushRequest> readPushRequest(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "push"));
    Fields in(document, "push");
    PushRequest message;
    message.epoch = in.id<Hash>("epoch");
    for (const auto& item : in.list("events", kBatchEvents)) {
        auto envelope = item.is_string() ? fromBase64(item.get_ref<const std::string&>()) : std::nullopt;
        if (!envelope) return refuse("push", "has an event that is not base64");
        message.events.push_back(std::move(*envelope));
    }
    if (document.contains("receipts")) {
        for (const auto& item : in.list("receipts", kBatchEvents)) {
            auto receipt = item.is_string() ? fromBase64(item.get_ref<const std::string&>()) : std::nullopt;
            if (!receipt) return refuse("push", "has a receipt that is not base64");
            message.receipts.push_back(std::move(*receipt));
        }
        if (message.receipts.size() != message.events.size()) return refuse("push", "has not one receipt an event");
    }
    message.waits = boolAt(document, "waits").value_or(false);
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const PushReply& message) {
    Json results = Json::array();
    for (const auto& result : message.results) {
        Json line{{"status", record::codeOf(result.status)}};
        if (result.stored()) {
            line["gseq"] = result.gseq;
            line["receipt"] = toBase64(result.receipt);
        }
        if (result.status == PushStatus::Gap) line["have"] = result.have;
        if (!result.reason.empty()) line["reason"] = result.reason;
        if (!result.unwitnessed.empty()) line["unwitnessed"] = result.unwitnessed;
        results.push_back(std::move(line));
    }
    return write({{"epoch", message.epoch.text()}, {"results", std::move(results)}});
}

Result<PushReply> readPushReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "push answer"));
    Fields in(document, "push answer");
    PushReply message;
    message.epoch = in.id<Hash>("epoch");
    for (const auto& item : in.list("results", kBatchEvents)) {
        Fields line(item, "push answer");
        PushResult result;
        const auto status = record::fromCode<PushStatus>(line.text("status"));
        if (!status) return refuse("push answer", "has an unknown status");
        result.status = *status;
        if (result.stored()) {
            result.gseq = line.count("gseq");
            result.receipt = line.base64("receipt", kReceiptBytes);
        }
        if (result.status == PushStatus::Gap) result.have = line.count("have");
        result.reason = textAt(item, "reason").value_or("").substr(0, 100);
        result.unwitnessed = textAt(item, "unwitnessed").value_or("").substr(0, 100);
        COTEJO_TRY(line.done());
        message.results.push_back(std::move(result));
    }
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const PullReply& message) {
    Json events = Json::array();
    for (const auto& event : message.events) {
        Json line{{"gseq", event.gseq}, {"receipt", toBase64(event.receipt)}};
        if (event.envelope.empty()) {
            line["hash"] = event.hash.text();
            line["post"] = event.post.text();
            line["device"] = event.device.text();
            line["chain"] = event.chain.text();
            line["seq"] = event.seq;
        } else {
            line["event"] = toBase64(event.envelope);
        }
        if (!event.quarantine.empty()) line["quarantine"] = event.quarantine;
        events.push_back(std::move(line));
    }
    return write({{"epoch", message.epoch.text()}, {"events", std::move(events)}, {"next", message.next}, {"head", message.head}});
}

Result<PullReply> readPullReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "pull answer"));
    Fields in(document, "pull answer");
    PullReply message;
    message.epoch = in.id<Hash>("epoch");
    message.next = in.count("next");
    message.head = in.count("head");
    for (const auto& item : in.list("events", kBatchEvents)) {
        Fields line(item, "pull answer");
        PulledEvent event;
        event.gseq = line.count("gseq");
        if (item.contains("event")) {
            event.envelope = line.base64("event", kBodyCap);
        } else {
            event.hash = line.id<Hash>("hash");
            event.post = line.id<PostId>("post");
            event.device = line.id<DeviceId>("device");
            event.chain = line.id<ChainId>("chain");
            event.seq = line.count("seq");
        }
        event.receipt = line.base64("receipt", kReceiptBytes);
        event.quarantine = textAt(item, "quarantine").value_or("").substr(0, 100);
        COTEJO_TRY(line.done());
        message.events.push_back(std::move(event));
    }
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const TipsReply& message) {
    Json tips = Json::array();
    for (const auto& tip : message.tips)
        tips.push_back({{"chain", tip.chain.text()}, {"seq", tip.seq}, {"hash", tip.hash.text()}});
    Json document{{"epoch", message.epoch.text()}, {"tips", std::move(tips)}};
    if (message.next) document["next"] = message.next->text();
    return write(document);
}

Result<TipsReply> readTipsReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "tips"));
    Fields in(document, "tips");
    TipsReply message;
    message.epoch = in.id<Hash>("epoch");
    for (const auto& item : in.list("tips", kTipsPage)) {
        Fields line(item, "tips");
        ChainTip tip{line.id<ChainId>("chain"), line.count("seq"), line.id<Hash>("hash")};
        COTEJO_TRY(line.done());
        message.tips.push_back(tip);
    }
    if (document.contains("next")) message.next = in.id<ChainId>("next");
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const DevicesReply& message) {
    Json devices = Json::array();
    for (const auto& device : message.devices) {
        Json line{{"version", device.version}, {"certificate", device.certificate}};
        if (device.revoked) line["revoked"] = toMillis(*device.revoked);
        devices.push_back(std::move(line));
    }
    return write({{"devices", std::move(devices)}, {"version", message.version}, {"more", message.more}});
}

Result<DevicesReply> readDevicesReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "devices"));
    Fields in(document, "devices");
    DevicesReply message;
    message.version = in.integer("version");
    message.more = boolAt(document, "more").value_or(false);
    for (const auto& item : in.list("devices", kBatchEvents)) {
        Fields line(item, "devices");
        DeviceNotice device;
        device.version = line.integer("version");
        device.certificate = line.text("certificate", 16 * 1024);
        if (const auto revoked = integerAt(item, "revoked")) device.revoked = fromMillis(*revoked);
        COTEJO_TRY(line.done());
        message.devices.push_back(std::move(device));
    }
    COTEJO_TRY(in.done());
    return message;
}

namespace {

Json entriesJson(const std::vector<Bytes>& entries) {
    Json list = Json::array();
    for (const auto& entry : entries) list.push_back(toBase64(entry));
    return list;
}

Result<std::vector<Bytes>> entriesOf(Fields& in, std::string_view message) {
    std::vector<Bytes> entries;
    for (const auto& item : in.list("entries", kRosterPage)) {
        auto entry = item.is_string() ? fromBase64(item.get_ref<const std::string&>()) : std::nullopt;
        if (!entry) return refuse(message, "has an entry that is not base64");
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Json introductionJson(const Introduction& message) {
    Json officers = Json::array();
    for (const auto& officer : message.officers) officers.push_back(Json::parse(record::officerToJson(officer)));
    return {{"device", message.device.text()}, {"key", message.key.text()},          {"post", message.post.text()},
            {"post_name", message.postName},   {"device_name", message.deviceName}, {"officers", std::move(officers)}};
}

Result<Introduction> introductionOf(const Json& document) {
    Fields in(document, "introduction");
    Introduction message;
    message.device = in.id<DeviceId>("device");
    message.key = in.id<PublicKey>("key");
    message.post = in.id<PostId>("post");
    message.postName = in.text("post_name", 200);
    message.deviceName = in.text("device_name", 200);
    for (const auto& item : in.list("officers", kIntroduced)) {
        auto officer = record::officerFromJson(canonicalJson(item));
        if (!officer) return refuse("introduction", "has an officer that cannot be read");
        message.officers.push_back(std::move(*officer));
    }
    COTEJO_TRY(in.done());
    return message;
}

}  // namespace

Bytes encode(const RosterReply& message) { return write({{"entries", entriesJson(message.entries)}, {"version", message.version}}); }

Result<RosterReply> readRosterReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "roster"));
    Fields in(document, "roster");
    RosterReply message;
    COTEJO_TRY_ASSIGN(message.entries, entriesOf(in, "roster"));
    message.version = in.count("version");
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const ReceiptsReply& message) {
    Json receipts = Json::array();
    for (const auto& each : message.receipts) receipts.push_back({{"event", each.event.text()}, {"receipt", toBase64(each.receipt)}});
    return write({{"epoch", message.epoch.text()}, {"receipts", std::move(receipts)}, {"next", message.next}, {"more", message.more}});
}

Result<ReceiptsReply> readReceiptsReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "receipts"));
    Fields in(document, "receipts");
    ReceiptsReply message;
    message.epoch = in.id<Hash>("epoch");
    message.next = in.count("next");
    message.more = boolAt(document, "more").value_or(false);
    for (const auto& item : in.list("receipts", kReceiptsPage)) {
        Fields line(item, "receipts");
        ReceiptsReply::Line each{line.id<Hash>("event"), line.base64("receipt", kReceiptBytes)};
        COTEJO_TRY(line.done());
        message.receipts.push_back(std::move(each));
    }
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const PartnerNewsReply& message) {
    Json lines = Json::array();
    for (const auto& each : message.lines) lines.push_back({{"number", each.number}, {"case", each.of.text()}, {"report", toBase64(each.report)}});
    return write({{"lines", std::move(lines)}, {"next", message.next}, {"more", message.more}});
}

Result<PartnerNewsReply> readPartnerNewsReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "partner news"));
    Fields in(document, "partner news");
    PartnerNewsReply message;
    message.next = in.count("next");
    message.more = boolAt(document, "more").value_or(false);
    for (const auto& item : in.list("lines", kNewsPage)) {
        Fields line(item, "partner news");
        PartnerNewsReply::Line each{line.count("number"), line.id<CaseId>("case"), line.base64("report", 4096)};
        COTEJO_TRY(line.done());
        message.lines.push_back(std::move(each));
    }
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const Introduction& message) { return write(introductionJson(message)); }

Result<Introduction> readIntroduction(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "introduction"));
    return introductionOf(document);
}

Bytes encode(const WaitingReply& message) {
    Json introductions = Json::array();
    for (const auto& each : message.introductions) introductions.push_back(introductionJson(each));
    return write({{"introductions", std::move(introductions)}, {"entries", entriesJson(message.entries)}});
}

Result<WaitingReply> readWaitingReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "waiting"));
    Fields in(document, "waiting");
    WaitingReply message;
    for (const auto& item : in.list("introductions", kRosterPage)) {
        COTEJO_TRY_ASSIGN(message.introductions.emplace_back(), introductionOf(item));
    }
    COTEJO_TRY_ASSIGN(message.entries, entriesOf(in, "waiting"));
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const RosterAnswer& message) { return write({{"entered", message.entered}, {"version", message.version}}); }

Result<RosterAnswer> readRosterAnswer(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "roster answer"));
    Fields in(document, "roster answer");
    const RosterAnswer message{boolAt(document, "entered").value_or(false), in.count("version")};
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const EnrolRequest& message) {
    return write({{"code", message.code}, {"request", message.request}, {"name", message.name}});
}

Result<EnrolRequest> readEnrolRequest(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "enrol"));
    Fields in(document, "enrol");
    EnrolRequest message{in.text("code", 100), in.text("request", 16 * 1024), in.text("name", 200)};
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const EnrolReply& message) {
    return write({{"certificate", message.certificate}, {"authority", message.authority},
                  {"watchlist_key", message.watchlistKey.text()},
                  {"receipt_key", message.receiptKey.text()},
                  {"roster_root", message.rosterRoot.text()}});
}

Result<EnrolReply> readEnrolReply(ByteView body) {
    COTEJO_TRY_ASSIGN(const auto document, open(body, "enrol answer"));
    Fields in(document, "enrol answer");
    EnrolReply message{in.text("certificate", 16 * 1024), in.text("authority", 16 * 1024), in.id<PublicKey>("watchlist_key"),
                       in.id<PublicKey>("receipt_key"), in.id<Hash>("roster_root")};
    COTEJO_TRY(in.done());
    return message;
}

Bytes encode(const Refusal& message) {
    Json document{{"error", message.code}, {"detail", message.detail}};
    if (message.epoch) document["epoch"] = message.epoch->text();
    return write(document);
}

Refusal readRefusal(ByteView body) {
    const auto document = open(body, "refusal");
    if (!document) return {};
    Refusal message{textAt(*document, "error").value_or("").substr(0, 100),
                    textAt(*document, "detail").value_or("").substr(0, 1000), {}};
    if (const auto epoch = textAt(*document, "epoch")) message.epoch = Hash::fromText(*epoch);
    return message;
}

Bytes encode(const WatchlistDelta& message, const SigningKey& key) {
    Json withdrawn = Json::array();
    for (const auto& [id, version] : message.withdrawn) withdrawn.push_back({{"id", id.text()}, {"version", version}});
    Json entries = Json::array();
    for (const auto& entry : message.entries) entries.push_back(Json::parse(record::entryToJson(entry)));
    const auto delta = canonicalJson({{"from", message.from},
                                      {"to", message.to},
                                      {"head", message.head},
                                      {"issued", toMillis(message.issued)},
                                      {"withdrawn", std::move(withdrawn)},
                                      {"entries", std::move(entries)}});
    return write({{"delta", delta}, {"signature", toBase64(key.sign(viewOf("cotejo watchlist 1\n" + delta)).bytes())}});
}

Result<WatchlistDelta> readWatchlistDelta(ByteView body, const PublicKey& key) {
    COTEJO_TRY_ASSIGN(const auto envelope, open(body, "watchlist"));
    Fields outer(envelope, "watchlist");
    const auto text = outer.text("delta", kBodyCap);
    const auto signature = Signature::fromBytes(outer.base64("signature", 200));
    COTEJO_TRY(outer.done());
    if (!signature || !verifySignature(key, viewOf("cotejo watchlist 1\n" + text), *signature))
        return fail(kWatchlist, "the watchlist delta does not carry the signature of this server's watchlist key");
    COTEJO_TRY_ASSIGN(const auto document, open(viewOf(text), "watchlist"));
    Fields in(document, "watchlist");
    WatchlistDelta message;
    message.from = in.integer("from");
    message.to = in.integer("to");
    message.head = in.integer("head");
    message.issued = fromMillis(in.integer("issued"));
    for (const auto& item : in.list("withdrawn", 1'000'000)) {
        Fields line(item, "watchlist");
        const auto id = line.id<WatchlistEntryId>("id");
        message.withdrawn.emplace_back(id, line.integer("version"));
        COTEJO_TRY(line.done());
    }
    for (const auto& item : in.list("entries", kWatchlistPage)) {
        auto entry = record::entryFromJson(canonicalJson(item));
        if (!entry) return refuse("watchlist", "has a broken entry: " + entry.error().detail);
        message.entries.push_back(std::move(*entry));
    }
    COTEJO_TRY(in.done());
    if (message.from < 0 || message.to < message.from)
        return refuse("watchlist", "has versions out of order");
    return message;
}

std::optional<std::uint64_t> Target::number(const std::string& key) const {
    const auto at = query.find(key);
    if (at == query.end()) return {};
    std::uint64_t value = 0;
    const auto* end = at->second.data() + at->second.size();
    const auto [stop, error] = std::from_chars(at->second.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::optional<Target> readTarget(std::string_view text) {
    if (text.size() > 2048 || text.empty() || text.front() != '/') return {};
    Target target;
    const auto mark = text.find('?');
    target.path = text.substr(0, mark);
    if (mark == std::string_view::npos) return target;
    auto rest = text.substr(mark + 1);
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const auto part = rest.substr(0, end);
        const auto equals = part.find('=');
        if (target.query.size() >= 16) return {};
        target.query[std::string(part.substr(0, equals))] =
            equals == std::string_view::npos ? "" : std::string(part.substr(equals + 1));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return target;
}

std::uint32_t crc32c(ByteView bytes) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> values{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            auto value = i;
            for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1) != 0 ? 0x82F63B78u : 0u);
            values[i] = value;
        }
        return values;
    }();
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const auto byte : bytes) crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

}  // namespace cotejo::sync
