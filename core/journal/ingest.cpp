#include <set>

#include "core/base/errors.h"
#include "core/journal/admin_events.h"
#include "core/journal/journal.h"
#include "core/journal/roster_book.h"
#include "core/journal/seal.h"
#include "core/store/errors.h"
#include "core/store/event_table.h"
#include "core/store/officer_table.h"

/// Events that others wrote. What they say decides what becomes of them, never whether the pull goes on.
namespace cotejo::journal {
namespace {

using store::EventState;
using store::EventTable;

enum class Seal { Holds, Broken, UnknownSigner };

/// Both signatures, against the keys known here; the founding of a post brings its own.
Result<Seal> sealOf(store::Database& database, const record::Event& event) {
    COTEJO_TRY_ASSIGN(const auto device, store::DeviceTable(database).find(event.device));
    COTEJO_TRY_ASSIGN(const auto officer, store::OfficerTable(database).find(event.user));
    if (device && officer)
        return record::signaturesHold(event, device->key, officer->key) ? Seal::Holds : Seal::Broken;
    if (event.type != kPostFounded) return Seal::UnknownSigner;
    COTEJO_TRY_ASSIGN(const auto roster, rosterHere(database));
    if (roster) return Seal::UnknownSigner;  // nobody introduces himself
    const auto founding = readFounding(event.body);
    if (!founding || founding->device.id != event.device || founding->admin.id != event.user || event.seq != 1 ||
        founding->org != event.org)
        return Seal::Broken;
    if ((device && device->key != founding->device.key) || (officer && officer->key != founding->admin.key)) return Seal::Broken;
    return record::signaturesHold(event, founding->device.key, founding->admin.key) ? Seal::Holds : Seal::Broken;
}

/// Why an event of a known author has no effect; "" when it has.
Result<std::string> contentProblem(store::Database& database, const record::Event& event, std::uint64_t gseq,
                                   const std::optional<record::PlaceReceipt>& receipt) {
    COTEJO_TRY_ASSIGN(const auto roster, rosterHere(database));
    if (roster && event.entity) {
        if (auto problem = rosterProblem(*roster, event, receipt); !problem.empty()) return problem;
    }
    COTEJO_TRY_ASSIGN(const auto device, store::DeviceTable(database).find(event.device));
    if (!roster && device && device->revokedFrom && gseq >= *device->revokedFrom) return std::string("revoked_device");
    const auto act = record::readAct(event.type, event.body);
    if (!act && !act.error().is(base::kNotFound)) return std::string("malformed");
    if (act && !event.entity) return std::string("malformed");
    return std::string();
}

/// A founding introduces its own device, a new post and that post's first administrator. It changes nobody who is known: whoever writes one
/// more would otherwise make of themselves, or of others, what they like.
Result<std::string> foundingProblem(store::Database& database, const record::Event& event, const PostFounding& founding) {
    if (founding.device.id != event.device || founding.admin.id != event.user || event.seq != 1 || founding.org != event.org ||
        founding.admin.post != founding.device.post || founding.device.revokedFrom)
        return std::string("malformed");
    COTEJO_TRY_ASSIGN(const auto officer, store::OfficerTable(database).find(founding.admin.id));
    if (officer && record::officerToJson(*officer) != record::officerToJson(founding.admin)) return std::string("rule:person_is_known");
    COTEJO_TRY_ASSIGN(const auto devices, store::DeviceTable(database).all());
    for (const auto& each : devices) {
        if (each.id == founding.device.id && deviceBody(each) != deviceBody(founding.device)) return std::string("rule:device_is_known");
        if (each.id != founding.device.id && each.post == founding.device.post) return std::string("rule:post_is_known");
    }
    return std::string();
}

/// Officers and devices as the event says, if its author may say so: an administrator, of people and devices of the own post.
/// Answers why not, or "".
Result<std::string> applyAdmin(store::Database& database, const record::Event& event, UtcTime received) {
    Status done;
    COTEJO_TRY_ASSIGN(const auto roster, rosterHere(database));
    if (roster) return std::string();  // asked for, not given: the roster alone gives
    if (event.type == kPostFounded) {
        const auto founding = readFounding(event.body);
        if (!founding) return std::string("malformed");
        COTEJO_TRY_ASSIGN(auto problem, foundingProblem(database, event, *founding));
        if (!problem.empty()) return problem;
        done = store::DeviceTable(database).put(founding->device);
        if (done) done = store::OfficerTable(database).put(founding->admin);
    } else if (event.type == kOfficerChanged || event.type == kDeviceChanged) {
        COTEJO_TRY_ASSIGN(const auto author, store::OfficerTable(database).find(event.user));
        if (!author || !author->active || !author->holds(record::Role::Admin, received)) return std::string("not_admin");
        if (event.type == kOfficerChanged) {
            const auto officer = record::officerFromJson(textOf(event.body));
            if (!officer) return std::string("malformed");
            COTEJO_TRY_ASSIGN(const auto before, store::OfficerTable(database).find(officer->id));
            if (officer->post != author->post || (before && before->post != author->post)) return std::string("other_post");
            done = store::OfficerTable(database).put(*officer);
        } else {
            const auto device = readDeviceBody(event.body);
            if (!device) return std::string("malformed");
            COTEJO_TRY_ASSIGN(const auto before, store::DeviceTable(database).find(device->id));
            if (device->post != author->post || (before && before->post != author->post)) return std::string("other_post");
            done = store::DeviceTable(database).put(*device);
        }
    }
    if (!done && done.error().is(store::kConstraint)) return std::string("rule:key_is_kept");
    if (!done) return tl::unexpected<Error>(done.error());
    return std::string();
}

/// What keeps an event out of its chain; "" when it is the next entry, or one that was kept back before.
Result<std::string> placeProblem(EventTable& events, const record::Event& event) {
    COTEJO_TRY_ASSIGN(const auto tip, events.tip(event.chain));
    const std::uint64_t next = tip ? tip->seq + 1 : 1;
    if (tip && event.seq < next && event.device == tip->device) {
        COTEJO_TRY_ASSIGN(const auto before, events.keptBack(event.chain, event.seq));
        if (before == record::hashOf(event)) return std::string();
    }
    if (event.seq > next) return std::string("gap");
    if (event.seq < next || (tip && (event.prev != tip->hash || event.device != tip->device))) return std::string("fork");
    return std::string();
}

}  // namespace

Result<Ingested> ingest(store::Transaction& transaction, const record::Event& event, std::uint64_t gseq, UtcTime received,
                        const std::string& org, const std::optional<record::PlaceReceipt>& receipt) {
    EventTable events(transaction);
    Ingested result;
    result.hash = record::hashOf(event);
    COTEJO_TRY_ASSIGN(const bool known, events.has(result.hash));
    if (known) {
        result.outcome = Intake::Known;
        COTEJO_TRY(events.acknowledge(result.hash, gseq, received));
        if (receipt) COTEJO_TRY(events.keepReceipt(*receipt));
        return result;
    }
    COTEJO_TRY_ASSIGN(const auto seal, sealOf(transaction, event));
    COTEJO_TRY_ASSIGN(auto place, placeProblem(events, event));
    if (event.org != org) place = "other_org";
    if (seal == Seal::Broken) place = "signature";
    if (!place.empty()) {
        result.outcome = Intake::SetAside;
        result.reason = place;
        COTEJO_TRY(events.setAside(event, result.hash, place, gseq, received, receipt));
        return result;
    }
    if (seal == Seal::Holds) rememberSeal(result.hash);
    COTEJO_TRY(events.dropAside(result.hash));

    const bool newer = event.schema > kSchema || !isKnownType(event.type);
    if (seal == Seal::UnknownSigner) {
        result.reason = "unknown_signer";
    } else if (newer) {
        result.reason = "newer";
    } else {
        COTEJO_TRY_ASSIGN(result.reason, contentProblem(transaction, event, gseq, receipt));
        if (result.reason.empty()) {
            COTEJO_TRY_ASSIGN(result.reason, applyAdmin(transaction, event, received));
        }
    }
    if (result.reason.empty()) {
        auto stored = events.insert(event, result.hash, EventState::Pulled, gseq, received);
        if (stored && receipt) COTEJO_TRY(events.keepReceipt(*receipt));
        if (stored) return result;
        const auto& error = stored.error();
        const bool rule = error.is(store::kConstraint) && error.detail.find("UNIQUE") == std::string::npos;
        if (!rule) return tl::unexpected<Error>(error);
        for (const auto& [key, value] : error.params)
            if (key == "rule") result.reason = "rule:" + value;
    }
    result.outcome = Intake::NoEffect;
    if (result.reason == "newer") {
        COTEJO_TRY(events.insert(event, result.hash, EventState::UnknownSchema, gseq, received));
    } else {
        COTEJO_TRY(events.insert(event, result.hash, EventState::Quarantined, gseq, received));
        COTEJO_TRY(events.quarantine(result.hash, result.reason, received));
    }
    if (receipt) COTEJO_TRY(events.keepReceipt(*receipt));
    return result;
}

Result<std::vector<CaseId>> retrySetAside(store::Transaction& transaction, const std::string& org) {
    constexpr std::size_t kBatch = 100'000;
    EventTable events(transaction);
    std::set<CaseId> touched;
    for (bool progress = true; progress;) {
        progress = false;
        COTEJO_TRY_ASSIGN(const auto strangers, events.quarantinedFor("unknown_signer", kBatch));
        for (const auto& stored : strangers) {
            COTEJO_TRY_ASSIGN(const auto seal, sealOf(transaction, stored.event));
            if (seal == Seal::UnknownSigner) continue;
            const auto at = stored.received.value_or(stored.event.wall);
            std::string reason = seal == Seal::Broken ? "signature" : "";
            const bool newer = stored.event.schema > kSchema || !isKnownType(stored.event.type);
            if (reason.empty() && !newer) {
                COTEJO_TRY_ASSIGN(reason, contentProblem(transaction, stored.event, stored.gseq.value_or(0), stored.receipt));
            }
            if (reason.empty() && !newer) {
                COTEJO_TRY_ASSIGN(reason, applyAdmin(transaction, stored.event, at));
            }
            if (!reason.empty()) {
                COTEJO_TRY(events.quarantine(stored.hash, reason, at));
                continue;
            }
            auto freed = events.setState(stored.hash, newer ? EventState::UnknownSchema : EventState::Pulled);
            if (!freed && freed.error().is(store::kConstraint)) {
                COTEJO_TRY(events.quarantine(stored.hash, "rule:system_decides_nothing", at));
                continue;
            }
            COTEJO_TRY(std::move(freed));
            progress = true;
            if (stored.event.entity) touched.insert(*stored.event.entity);
        }
        COTEJO_TRY_ASSIGN(const auto waiting, events.aside("gap", kBatch));
        for (const auto& each : waiting) {
            COTEJO_TRY_ASSIGN(const auto place, placeProblem(events, each.event));
            if (place == "gap") continue;
            COTEJO_TRY_ASSIGN(const auto again, ingest(transaction, each.event, each.gseq.value_or(0), each.at, org, each.receipt));
            progress = progress || again.outcome != Intake::SetAside;
            if (again.outcome == Intake::Stored && each.event.entity) touched.insert(*each.event.entity);
        }
    }
    return std::vector<CaseId>(touched.begin(), touched.end());
}

}  // namespace cotejo::journal
