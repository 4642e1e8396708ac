#include "core/review/references.h"

#include <algorithm>
#include <array>
#include <thread>

#include "core/base/errors.h"
#include "core/match/finger/errors.h"
#include "core/store/errors.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"

namespace cotejo::review {

using record::Modality;

namespace {

constexpr std::size_t kChangesARead = 500;

/// The sample itself is not to blame: it may be usable at the next search.
bool mayPass(const Error& error) {
    constexpr std::array<std::string_view, 6> kOthersFault{store::kMissing, store::kBusy, store::kFull, store::kReadOnly, store::kIo, base::kInternal};
    return std::ranges::find(kOthersFault, error.code) != kOthersFault.end();
}

}  // namespace

std::string References::keyOf(const CaptureId& capture) {
    return std::string(textOf(capture.bytes()));
}

CaptureId References::captureOf(const std::string& key) {
    return CaptureId::fromBytes(viewOf(key)).value_or(CaptureId());
}

void References::drop(const CaptureId& capture) {
    const auto found = m_held.find(capture);
    if (found == m_held.end()) return;
    const auto& held = found->second;
    m_waiting[indexOf(held.modality)].erase(capture);
    if (!held.failure.empty()) --m_failures[indexOf(held.modality)][held.failure];
    if (held.modality == Modality::Finger)
        m_fingers.withdraw(keyOf(capture));
    else if (m_faces)
        m_faces->withdraw(capture);
    m_held.erase(found);
}

void References::take(const record::WatchlistEntry& entry) {
    if (const auto known = m_entries.find(entry.id); known != m_entries.end()) {
        for (const auto& capture : known->second.captures)
            if (const auto held = m_held.find(capture); held != m_held.end() && held->second.entry == entry.id) drop(capture);
        m_entries.erase(known);
    }
    if (entry.status != record::EntryStatus::Active) return;
    for (const auto& capture : entry.captures) {
        if (capture.missing != record::MissingReason::None) continue;
        drop(capture.id);  // it may have been another entry's
        m_held[capture.id] = {entry.id, capture.modality, capture.position, {}, std::make_unique<record::Capture>(capture)};
        auto& known = m_entries[entry.id];
        known.gallery = entry.gallery;
        known.captures.push_back(capture.id);
        m_waiting[indexOf(capture.modality)][capture.id].clear();
    }
}

Status References::refresh() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    return reader.whole([&]() -> Status {
        store::WatchlistTable watchlist(reader);
        COTEJO_TRY_ASSIGN(const auto issued, store::SyncState(reader).integer(store::SyncState::kWatchlistIssued));
        COTEJO_TRY_ASSIGN(const auto galleries, watchlist.galleries());
        m_galleries.clear();
        for (const auto& each : galleries) m_galleries.push_back({each.name, each.active, 0, fromMillis(issued.value_or(0))});
        while (true) {
            COTEJO_TRY_ASSIGN(const auto changes, watchlist.changes(m_change, kChangesARead));
            if (changes.empty()) return {};
            for (const auto& each : changes) {
                take(each.entry);
                m_change = each.number;
            }
        }
    });
}

Status References::add(const CaptureId& id, const Held& held, std::stop_token stop) {
    if (held.modality == Modality::Finger) {
        COTEJO_TRY_ASSIGN(const auto finger, m_samples.finger(*held.source, stop));
        if (finger.minutiae.empty()) return fail(match::kFingerTooFewMinutiae, "the print has no minutiae");
        m_fingers.add(keyOf(id), finger);
        return {};
    }
    COTEJO_TRY_ASSIGN(const auto face, m_samples.face(*held.source, stop));
    if (!m_faces)
        m_faces = std::make_unique<match::FaceGallery>(face.algorithm(), face.steps().size(), std::thread::hardware_concurrency());
    return m_faces->add({id, held.entry, {}, {}, record::EntryStatus::Active}, face);
}

Status References::load(Modality modality, std::stop_token stop, const std::function<void()>& step) {
    auto& waiting = m_waiting[indexOf(modality)];
    for (auto each = waiting.begin(); each != waiting.end();) {
        if (stop.stop_requested()) return fail(base::kCancelled, "the search was stopped; nothing was recorded");
        auto& held = m_held.at(each->first);
        auto added = add(each->first, held, stop);
        if (!added && added.error().is(base::kCancelled)) return added;
        if (step) step();
        if (!added && mayPass(added.error())) {
            each->second = added.error().code;
            ++each;
            continue;
        }
        if (!added) {
            held.failure = added.error().code;
            ++m_failures[indexOf(modality)][held.failure];
        }
        held.source.reset();
        each = waiting.erase(each);
    }
    return {};
}

std::map<std::string, std::int64_t> References::comparable(bool face, const std::set<record::FingerPosition>& fingers) const {
    using record::FingerPosition;
    const auto meets = [&](const CaptureId& id) {
        const auto& held = m_held.at(id);
        if (!held.failure.empty() || m_waiting[indexOf(held.modality)].contains(id)) return false;
        if (held.modality == Modality::Face) return face;
        return !fingers.empty() && (held.position == FingerPosition::Unknown || fingers.contains(FingerPosition::Unknown) || fingers.contains(held.position));
    };
    std::map<std::string, std::int64_t> counts;
    for (const auto& [id, entry] : m_entries)
        counts[entry.gallery] += std::ranges::any_of(entry.captures, [&](const auto& each) {
            return m_held.contains(each) && m_held.at(each).entry == id && meets(each);
        });
    return counts;
}

std::map<std::string, std::int64_t> References::unusable(Modality modality) const {
    auto found = m_failures[indexOf(modality)];
    for (const auto& [capture, why] : m_waiting[indexOf(modality)])
        if (!why.empty()) ++found[why];
    std::erase_if(found, [](const auto& each) { return each.second == 0; });
    return found;
}

}  // namespace cotejo::review
