#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <random>
#include <set>

#include "app/server/http/service.h"
#include "core/base/errors.h"
#include "core/sync/errors.h"
#include "core/sync/sync_pass.h"

namespace cotejo::testing {

/// One safeguard removed; the properties of the model test must then fail.
enum class Mutant { None, CursorBeforeData, IgnoreEpoch, NoDedupe };

/// ServerStore in memory, copied for backups. Attachments and the watchlist stay empty: the model is about events.
class MemoryServerStore final : public server::ServerStore {
  public:
    struct Contents {
        Hash epoch;
        std::vector<server::IncomingEvent> log;
        std::vector<Bytes> receipts;
        std::map<std::pair<ChainId, std::uint64_t>, std::size_t> places;
        std::map<ChainId, sync::ChainTip> tips;
        std::map<DeviceId, server::DeviceRow> devices;
        std::int64_t deviceVersion = 0;
        std::vector<Bytes> roster;
        std::vector<sync::ReceiptsReply::Line> earlier;
    };
    explicit MemoryServerStore(Mutant mutant = Mutant::None) : m_mutant(mutant) { (void)beginEpoch(); }

    Contents contents;

    Result<Hash> epoch() override { return contents.epoch; }
    Result<Hash> beginEpoch() override {
        std::array<std::uint8_t, 32> value;
        fillRandom(value.data(), value.size());
        contents.earlier.clear();
        return contents.epoch = Hash(value);
    }
    Result<std::vector<sync::PushResult>> append(std::span<const server::IncomingEvent> events, const server::Reception& reception) override {
        std::vector<sync::PushResult> results;
        for (const auto& event : events) results.push_back(appendOne(event, reception));
        return results;
    }
    Result<std::vector<std::pair<std::uint64_t, sync::ReceiptsReply::Line>>> receiptsAfter(std::uint64_t after, std::size_t limit) override {
        std::vector<std::pair<std::uint64_t, sync::ReceiptsReply::Line>> found;
        for (; after < contents.earlier.size() && found.size() < limit; ++after) found.emplace_back(after + 1, contents.earlier[after]);
        return found;
    }
    Result<std::uint64_t> head() override { return contents.log.size(); }
    Result<std::vector<sync::PulledEvent>> eventsAfter(std::uint64_t gseq, std::size_t limit, std::size_t byteCap, const server::Reader&) override {
        std::vector<sync::PulledEvent> page;
        for (std::size_t size = 0; gseq < contents.log.size() && page.size() < limit && size < byteCap; ++gseq) {
            page.push_back({gseq + 1, contents.log[gseq].envelope, contents.log[gseq].quarantine, contents.receipts[gseq], contents.log[gseq].hash});
            size += page.back().envelope.size();
        }
        return page;
    }
    Result<std::optional<Hash>> hashAt(std::uint64_t gseq) override {
        if (gseq == 0 || gseq > contents.log.size()) return std::optional<Hash>();
        return std::optional(contents.log[gseq - 1].hash);
    }
    Result<std::vector<sync::ChainTip>> tipsAfter(const ChainId& chain, std::size_t limit) override {
        std::vector<sync::ChainTip> tips;
        for (auto at = contents.tips.upper_bound(chain); at != contents.tips.end() && tips.size() < limit; ++at)
            tips.push_back(at->second);
        return tips;
    }
    Result<std::uint64_t> rosterVersion() override { return contents.roster.size(); }
    Result<std::vector<Bytes>> rosterAfter(std::uint64_t version, std::size_t) override {
        return std::vector<Bytes>(contents.roster.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(version, contents.roster.size())), contents.roster.end());
    }
    Status appendRoster(std::uint64_t, ByteView entry) override {
        contents.roster.emplace_back(entry.begin(), entry.end());
        return {};
    }
    Status putWaiting(const Hash&, ByteView) override { return {}; }
    Status dropWaiting(const Hash&) override { return {}; }
    Result<std::vector<Bytes>> waiting() override { return std::vector<Bytes>(); }
    Status putIntroduction(const DeviceId&, ByteView) override { return {}; }
    Result<std::vector<Bytes>> introductions() override { return std::vector<Bytes>(); }
    Result<std::optional<server::DeviceRow>> device(const DeviceId& id) override {
        const auto at = contents.devices.find(id);
        return at == contents.devices.end() ? std::nullopt : std::optional(at->second);
    }
    Status putDevice(const server::DeviceRow& device) override {
        auto row = device;
        row.version = ++contents.deviceVersion;
        contents.devices[row.id] = row;
        return {};
    }
    Status revokeDevice(const DeviceId& id, UtcTime now) override {
        contents.devices[id].revoked = now;
        return {};
    }
    Result<std::vector<server::DeviceRow>> devicesSince(std::int64_t version, std::size_t) override {
        std::vector<server::DeviceRow> rows;
        for (const auto& [id, row] : contents.devices)
            if (row.version > version) rows.push_back(row);
        std::ranges::sort(rows, {}, &server::DeviceRow::version);
        return rows;
    }
    Status addCode(const Hash&, UtcTime) override { return {}; }
    Result<bool> redeemCode(const Hash&, const DeviceId&, UtcTime) override { return false; }
    Result<std::optional<server::BlobState>> blob(const Hash&, const server::Reader&) override { return std::optional<server::BlobState>(); }
    Status expectBlob(const Hash&, std::uint64_t) override { return {}; }
    Result<server::BlobState> appendBlob(const Hash&, const DeviceId&, std::uint64_t, std::uint64_t, ByteView) override { return fail(base::kNotFound, ""); }
    Result<Bytes> readBlob(const Hash&, std::uint64_t, std::size_t) override { return fail(base::kNotFound, ""); }
    Result<std::int64_t> putWatchlist(std::span<const record::WatchlistEntry>) override { return 0; }
    Result<std::int64_t> watchlistVersion() override { return 0; }
    Result<std::optional<record::WatchlistEntry>> watchlistEntry(const WatchlistEntryId&) override { return std::optional<record::WatchlistEntry>(); }
    Result<bool> wasEpoch(const Hash&) override { return false; }
    Result<std::vector<server::CaseEvent>> caseEvents(const CaseId&) override { return std::vector<server::CaseEvent>(); }
    Result<std::vector<server::OutboxRequest>> dueRequests(UtcTime, std::size_t) override { return std::vector<server::OutboxRequest>(); }
    Result<std::vector<server::OutboxRequest>> outbox(std::size_t) override { return std::vector<server::OutboxRequest>(); }
    Status note(const server::OutboxStep&) override { return {}; }
    Result<bool> noteUnless(const server::OutboxStep&, std::uint64_t) override { return false; }
    Result<std::vector<server::KeptMessage>> keptMessages(const record::RequestId&) override { return std::vector<server::KeptMessage>(); }
    Result<server::KeptMessage> keptMessage(const record::RequestId&, const Hash&) override { return fail(base::kNotFound, "no message"); }
    Result<sync::PartnerNewsReply> newsAfter(std::uint64_t, std::size_t, const server::Reader&) override { return sync::PartnerNewsReply{}; }
    Result<bool> isNews(const CaseId&, ByteView) override { return false; }
    Result<std::optional<Bytes>> answer(const Hash&, const server::Reader&) override { return std::optional<Bytes>(); }
    Result<sync::WatchlistDelta> watchlistSince(std::int64_t version, std::size_t) override {
        return sync::WatchlistDelta{version, version, version, {}, {}, {}};
    }

  private:
    sync::PushResult appendOne(const server::IncomingEvent& incoming, const server::Reception& reception) {
        const auto& event = incoming.event;
        auto& tip = contents.tips[event.chain];
        const auto known = contents.places.find({event.chain, event.seq});
        if (known != contents.places.end() && m_mutant != Mutant::NoDedupe) {
            const bool same = contents.log[known->second].hash == incoming.hash;
            auto& receipt = contents.receipts[known->second];
            if (auto place = record::decodeReceipt(incoming.hash, receipt); same && incoming.first && record::isEarlier(*incoming.first, *place)) {
                place = *incoming.first;
                place->epoch = contents.epoch;
                place->gseq = known->second + 1;
                record::sign(*place, *reception.receiptKey);
                receipt = record::encodeReceipt(*place);
                contents.earlier.push_back({incoming.hash, receipt});
            }
            return {same ? sync::PushStatus::Dup : sync::PushStatus::Fork, same ? known->second + 1 : 0, 0, "", same ? contents.receipts[known->second] : Bytes()};
        }
        if (known == contents.places.end()) {
            if (event.seq != tip.seq + 1) return {sync::PushStatus::Gap, 0, tip.seq, "", {}};
            if (tip.seq > 0 && tip.hash != event.prev) return {sync::PushStatus::Gap, 0, 0, "", {}};
            tip = {event.chain, event.seq, incoming.hash};
        }
        contents.places[{event.chain, event.seq}] = contents.log.size();
        contents.log.push_back(incoming);
        record::PlaceReceipt place{incoming.hash, {}, 0, reception.roster, reception.now};
        if (incoming.first) place = *incoming.first;
        place.epoch = contents.epoch;
        place.gseq = contents.log.size();
        record::sign(place, *reception.receiptKey);
        contents.receipts.push_back(record::encodeReceipt(place));
        return {sync::PushStatus::Ok, contents.log.size(), 0, "", contents.receipts.back()};
    }
    Mutant m_mutant;
};

/// Replica in memory, copied for disk images. `crash` says when the post dies: the call then fails, before or after its
/// transaction was durable.
class MemoryReplica final : public sync::Replica {
  public:
    struct Line {
        record::Event event;
        Hash hash;
        std::optional<std::uint64_t> gseq;
        std::optional<record::PlaceReceipt> first;  // the receipt that decides authority
    };
    struct Contents {
        sync::Position position;
        std::vector<Bytes> roster;
        std::vector<Line> lines;  // in order of arrival
        std::map<Hash, std::size_t> byHash;
        std::map<std::pair<ChainId, std::uint64_t>, Hash> places;
        std::int64_t devicesVersion = 0;
        std::uint64_t receiptsCursor = 0;
        std::map<std::string, sync::DeviceNotice> devices;
    };
    Contents contents;
    Mutant mutant = Mutant::None;
    std::function<bool()> crash = [] { return false; };
    std::vector<sync::Refused> refusals;
    std::int64_t watchlist = 0;  // version held
    int deltas = 0;              // watchlist deltas applied

    void append(const record::Event& event) {
        const auto hash = record::hashOf(event);
        contents.byHash[hash] = contents.lines.size();
        contents.places[{event.chain, event.seq}] = hash;
        contents.lines.push_back({event, hash, {}, {}});
    }
    std::size_t unsentCount() const {
        return static_cast<std::size_t>(std::ranges::count_if(contents.lines, [](const Line& line) { return !line.gseq; }));
    }

    Result<sync::Position> position() override { return contents.position; }
    Status beginEpoch(const Hash& epoch) override {
        return durable([&] {
            if (mutant == Mutant::IgnoreEpoch) {
                contents.position.epoch = epoch;  // goes on as if nothing had happened
                return;
            }
            contents.position = {epoch, 0, {}};
            contents.devicesVersion = 0;
            contents.receiptsCursor = 0;
            for (auto& line : contents.lines) line.gseq.reset();
        });
    }
    Result<std::uint64_t> rosterVersion() override { return contents.roster.size(); }
    Status applyRoster(std::span<const Bytes> entries) override {
        return durable([&] { contents.roster.insert(contents.roster.end(), entries.begin(), entries.end()); });
    }
    Result<std::vector<Bytes>> rosterAfter(std::uint64_t version) override {
        return std::vector<Bytes>(contents.roster.begin() + static_cast<std::ptrdiff_t>(version), contents.roster.end());
    }
    Result<sync::Introduction> introduction() override { return sync::Introduction{}; }
    Status noteServerTime(UtcTime, std::chrono::milliseconds) override { return {}; }
    Result<std::vector<sync::UnsentEvent>> unsentAfter(std::int64_t id, std::size_t limit) override {
        std::vector<sync::UnsentEvent> unsent;
        for (auto at = static_cast<std::size_t>(id); at < contents.lines.size() && unsent.size() < limit; ++at) {
            const auto& line = contents.lines[at];
            if (line.gseq) continue;
            unsent.push_back({static_cast<std::int64_t>(at) + 1, line.hash, line.event.chain, line.event.seq,
                              record::encodeEvent(line.event), line.first ? record::encodeReceipt(*line.first) : Bytes()});
        }
        return unsent;
    }
    Status confirm(std::span<const sync::Receipt> receipts) override {
        return durable([&] {
            for (const auto& receipt : receipts) {
                auto& line = contents.lines[contents.byHash.at(receipt.hash)];
                line.gseq = receipt.gseq;
                keepEarlier(line, receipt.place);
            }
        });
    }
    Result<std::uint64_t> receiptsCursor() override { return contents.receiptsCursor; }
    Status applyReceipts(std::span<const record::PlaceReceipt> receipts, std::uint64_t next) override {
        return durable([&] {
            for (const auto& receipt : receipts)
                if (const auto at = contents.byHash.find(receipt.event); at != contents.byHash.end()) keepEarlier(contents.lines[at->second], receipt);
            contents.receiptsCursor = next;
        });
    }
    Result<std::uint64_t> partnerCursor() override { return 0; }
    Result<bool> applyPartnerNews(const sync::PartnerNewsReply&, std::span<const Bytes>) override { return false; }
    Status rewind(const ChainId& chain, std::uint64_t seq) override {
        return durable([&] {
            for (auto& line : contents.lines)
                if (line.event.chain == chain && line.event.seq > seq) line.gseq.reset();
        });
    }
    Result<bool> refuse(const sync::Refused& refused) override {
        refusals.push_back(refused);
        return false;
    }
    Result<sync::PageOutcome> apply(const sync::PullReply& page) override {
        if (mutant == Mutant::CursorBeforeData) {
            moveCursor(page);
            if (crash()) return fail(base::kInternal, "crash");
        }
        sync::PageOutcome outcome;
        const auto done = durable([&] {
            for (const auto& pulled : page.events) {
                const auto event = record::decodeEvent(pulled.envelope);
                const auto hash = record::hashOf(*event);
                if (!contents.byHash.contains(hash)) {
                    append(*event);
                    ++outcome.fresh;
                }
                auto& line = contents.lines[contents.byHash.at(hash)];
                const auto place = *record::decodeReceipt(hash, pulled.receipt);
                keepEarlier(line, place);
                line.gseq = pulled.gseq;
                if (record::isEarlier(*line.first, place)) line.gseq.reset();
            }
            moveCursor(page);
        });
        if (!done) return tl::unexpected(done.error());
        return outcome;
    }
    Result<std::int64_t> watchlistVersion() override { return watchlist; }
    Result<std::size_t> applyWatchlist(const sync::WatchlistDelta&) override {
        ++deltas;
        return 0;
    }
    Result<std::int64_t> devicesVersion() override { return contents.devicesVersion; }
    Status applyDevices(const sync::DevicesReply& page) override {
        for (const auto& device : page.devices) contents.devices[device.certificate] = device;
        contents.devicesVersion = page.version;
        return {};
    }
    Result<std::vector<sync::DeviceNotice>> devices() override {
        std::vector<sync::DeviceNotice> all;
        for (const auto& [text, device] : contents.devices) all.push_back(device);
        return all;
    }
    Result<std::vector<sync::PendingBlob>> uploads() override { return std::vector<sync::PendingBlob>(); }
    Result<Bytes> readBlob(const Hash&) override { return fail(base::kNotFound, ""); }
    Status uploaded(const Hash&) override { return {}; }
    Result<std::vector<sync::PendingBlob>> downloads(std::size_t) override { return std::vector<sync::PendingBlob>(); }
    Result<bool> addPiece(const Hash&, std::uint64_t, ByteView, bool) override { return true; }

  private:
    static void keepEarlier(Line& line, const record::PlaceReceipt& place) {
        if (!line.first || record::isEarlier(place, *line.first)) line.first = place;
    }
    void moveCursor(const sync::PullReply& page) {
        contents.position.cursor = page.next;
        contents.position.tip = record::hashOf(*record::decodeEvent(page.events.back().envelope));
    }
    template <class Work>
    Status durable(Work&& work) {
        if (crash()) return fail(base::kInternal, "crash before the commit");
        work();
        if (crash()) return fail(base::kInternal, "crash after the commit");
        return {};
    }
};

/// Straight into a Service, with a certificate.
class DirectTransport final : public sync::Transport {
  public:
    DirectTransport(server::Service& service, const sync::Certificate& certificate)
        : m_service(service), m_certificate(certificate) {}
    Result<sync::Reply> send(const sync::Request& request) override { return m_service.handle(request, {&m_certificate}); }

  private:
    server::Service& m_service;
    const sync::Certificate& m_certificate;
};

/// Loses requests and replies, delivers some twice, and some old ones again much later.
class FaultyTransport final : public sync::Transport {
  public:
    FaultyTransport(sync::Transport& inner, std::mt19937_64& random, double loss, double repeat)
        : m_inner(inner), m_random(random), m_loss(loss), m_repeat(repeat) {}

    Result<sync::Reply> send(const sync::Request& request) override {
        if (dice() < m_loss / 2) return fail(sync::kOffline, "request lost", {{"why", "closed"}});
        if (!m_old.empty() && dice() < m_repeat / 3) (void)m_inner.send(m_old[m_random() % m_old.size()]);
        auto reply = m_inner.send(request);
        if (dice() < m_repeat) reply = m_inner.send(request);
        if (request.method != "GET") {
            m_old.push_back(request);
            if (m_old.size() > 20) m_old.pop_front();
        }
        if (dice() < m_loss / 2)
            return fail(sync::kOffline, "reply lost", {{"why", dice() < 0.5 ? "timeout" : "closed"}});
        return reply;
    }

  private:
    double dice() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    sync::Transport& m_inner;
    std::mt19937_64& m_random;
    double m_loss;
    double m_repeat;
    std::deque<sync::Request> m_old;
};

}  // namespace cotejo::testing
