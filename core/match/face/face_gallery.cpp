#include "core/match/face/face_gallery.h"

#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <limits>
#include <mutex>
#include <new>
#include <set>
#include <thread>

#include "core/base/errors.h"
#include "core/match/errors.h"

namespace cotejo::match {
namespace {

constexpr std::size_t kChunkRows = 4096;
constexpr std::size_t kBlockRows = 256;
constexpr std::size_t kMostReferences = 50'000'000, kMostTop = 10'000;
/// More than the rounding of the bounds, which are computed in single precision.
constexpr float kSlack = 2e-5F;
constexpr std::size_t kParallelFrom = 20'000;  ///< below, a second thread costs more than it brings

struct Unalign {
    void operator()(std::int8_t* bytes) const { ::operator delete[](bytes, std::align_val_t(64)); }
};
using AlignedBytes = std::unique_ptr<std::int8_t[], Unalign>;

AlignedBytes alignedBytes(std::size_t count) {
    AlignedBytes bytes(static_cast<std::int8_t*>(::operator new[](count, std::align_val_t(64))));
    std::memset(bytes.get(), 0, count);
    return bytes;
}

struct Split {
    std::int8_t upper;
    std::int8_t lower;
};
/// step = 256 * upper + lower, both within a signed byte; |upper| <= 127 because |step| <=
/// FaceTemplate::kPeak.
Split split(std::int16_t step) {
    const int upper = (int(step) + 128) >> 8;
    return {static_cast<std::int8_t>(upper), static_cast<std::int8_t>(int(step) - 256 * upper)};
}

}  // namespace

/// Rows in planes, so that a scan reads only what it needs.
struct FaceGallery::Chunk {
    Chunk(std::size_t stride, bool sealed) : upper(alignedBytes(kChunkRows * stride)) {
        if (sealed)
            sealedRow.resize(kChunkRows);
        else
            lower = alignedBytes(kChunkRows * stride);
    }

    AlignedBytes upper, lower;             ///< no lower ones when they are sealed
    std::vector<std::uint32_t> sealedRow;  ///< where they are then
    std::vector<std::int32_t> upperSum = std::vector<std::int32_t>(kChunkRows);
    std::vector<float> perProduct = std::vector<float>(kChunkRows);  ///< 256 / length of the row
    std::vector<float> lowerPart =
        std::vector<float>(kChunkRows);  ///< length of the lower bytes / length of the row
    std::vector<std::uint16_t> group = std::vector<std::uint16_t>(kChunkRows);
    std::vector<CaptureId> capture = std::vector<CaptureId>(kChunkRows);
    std::vector<WatchlistEntryId> entry = std::vector<WatchlistEntryId>(kChunkRows);
};

struct FaceGallery::Group {
    std::string gallery, purpose;
    record::EntryStatus status;
    std::int64_t count = 0;
};

struct FaceGallery::Probe {
    AlignedBytes upper;
    float perProduct = 0, lowerPart = 0;
};

/// What one thread has found: everything that may be among the best, and the best lower bounds, smallest
/// first.
struct FaceGallery::Finds {
    struct Maybe {
        float atMost;
        std::uint32_t slot;
    };
    std::vector<Maybe> maybe;
    std::vector<float> atLeast;
    float limit = -std::numeric_limits<float>::infinity();  ///< lower bound of the last of the best so far
};

FaceGallery::FaceGallery(const record::Algorithm& algorithm, std::size_t dimension, unsigned threads,
                         ScanKind scan)
    : m_algorithm(algorithm),
      m_dimension(dimension),
      m_stride((dimension + 63) / 64 * 64),
      m_threads(std::clamp(threads, 1U, 64U)),
      m_scan(byteScan(isAvailable(scan) ? scan : bestScan())) {}

FaceGallery::~FaceGallery() {
    for (const auto& chunk : m_chunks) {
        sodium_memzero(chunk->upper.get(), kChunkRows * m_stride);
        if (chunk->lower) sodium_memzero(chunk->lower.get(), kChunkRows * m_stride);
    }
}

Status FaceGallery::keepLowerBytesIn(const std::filesystem::path& folder) {
    const std::unique_lock lock(m_mutex);
    if (m_size > 0)
        return fail(base::kInvalidArgument, "only an empty gallery may change where its bytes are kept");
    COTEJO_TRY_ASSIGN(auto rows, SealedRows::create(folder, m_dimension));
    m_sealed.emplace(std::move(rows));
    return {};
}

auto FaceGallery::captures() const {
    return [this](std::uint32_t slot) -> const CaptureId& {
        return m_chunks[slot / kChunkRows]->capture[slot % kChunkRows];
    };
}

std::uint32_t FaceGallery::slotOf(const CaptureId& capture) const {
    return m_slots.find(capture, captures());
}

std::uint16_t FaceGallery::groupOf(const std::string& gallery, const std::string& purpose,
                                   record::EntryStatus status) {
    const auto same = [&](const Group& group) {
        return group.gallery == gallery && group.purpose == purpose && group.status == status;
    };
    const auto at = std::find_if(m_groups.begin(), m_groups.end(), same);
    if (at != m_groups.end()) return static_cast<std::uint16_t>(at - m_groups.begin());
    m_groups.push_back({gallery, purpose, status, 0});
    return static_cast<std::uint16_t>(m_groups.size() - 1);
}

Status FaceGallery::add(const GalleryReference& reference, const FaceTemplate& face) {
    const std::unique_lock lock(m_mutex);
    return addLocked(reference, face);
}

Status FaceGallery::addLocked(const GalleryReference& reference, const FaceTemplate& face) {
    if (face.algorithm() != m_algorithm || face.steps().size() != m_dimension)
        return fail(kScoreIncomparable, "the template is of " + face.algorithm().name + " " +
                                            face.algorithm().version + ", the gallery of " +
                                            m_algorithm.name + " " + m_algorithm.version);
    if (m_size == kMostReferences || m_groups.size() == std::numeric_limits<std::uint16_t>::max())
        return fail(base::kTooLarge, "the gallery is full: " + std::to_string(m_size) + " references in " +
                                         std::to_string(m_groups.size()) + " groups");
    std::vector<std::int8_t> lower(m_dimension);
    for (std::size_t i = 0; i < m_dimension; ++i)
        lower[i] = split(face.steps()[i]).lower;
    std::uint32_t sealedRow = 0;
    if (m_sealed) {
        COTEJO_TRY_ASSIGN(sealedRow, m_sealed->put(lower.data()));
    }
    withdrawLocked(reference.capture);
    if (m_size == m_chunks.size() * kChunkRows)
        m_chunks.push_back(std::make_unique<Chunk>(m_stride, m_sealed.has_value()));
    auto& chunk = *m_chunks[m_size / kChunkRows];
    const auto row = m_size % kChunkRows;
    if (m_sealed)
        chunk.sealedRow[row] = sealedRow;
    else
        std::memcpy(&chunk.lower[row * m_stride], lower.data(), m_dimension);
    std::int64_t lowerSquared = 0;
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < m_dimension; ++i) {
        const auto parts = split(face.steps()[i]);
        chunk.upper[row * m_stride + i] = parts.upper;
        sum += parts.upper;
        lowerSquared += int(parts.lower) * int(parts.lower);
    }
    const double length = std::sqrt(double(face.squared()));
    chunk.upperSum[row] = sum;
    chunk.perProduct[row] = static_cast<float>(256 / length);
    chunk.lowerPart[row] = static_cast<float>(std::sqrt(double(lowerSquared)) / length);
    chunk.group[row] = groupOf(reference.gallery, reference.purpose, reference.status);
    chunk.capture[row] = reference.capture;
    chunk.entry[row] = reference.entry;
    ++m_groups[chunk.group[row]].count;
    m_slots.insert(reference.capture, static_cast<std::uint32_t>(m_size), captures());
    ++m_size;
    sodium_memzero(lower.data(), lower.size());
    return {};
}

bool FaceGallery::withdraw(const CaptureId& capture) {
    const std::unique_lock lock(m_mutex);
    return withdrawLocked(capture);
}

bool FaceGallery::withdrawLocked(const CaptureId& capture) {
    const std::size_t slot = slotOf(capture), last = m_size - 1;
    if (slot == SlotTable<CaptureId>::kNone) return false;
    auto &to = *m_chunks[slot / kChunkRows], &from = *m_chunks[last / kChunkRows];
    const auto row = slot % kChunkRows, lastRow = last % kChunkRows;
    --m_groups[to.group[row]].count;
    m_slots.erase(capture, captures());
    if (m_sealed) m_sealed->erase(to.sealedRow[row]);
    if (slot != last) {
        m_slots.move(from.capture[lastRow], static_cast<std::uint32_t>(slot), captures());
        std::memcpy(&to.upper[row * m_stride], &from.upper[lastRow * m_stride], m_stride);
        if (m_sealed)
            to.sealedRow[row] = from.sealedRow[lastRow];
        else
            std::memcpy(&to.lower[row * m_stride], &from.lower[lastRow * m_stride], m_stride);
        to.upperSum[row] = from.upperSum[lastRow];
        to.perProduct[row] = from.perProduct[lastRow];
        to.lowerPart[row] = from.lowerPart[lastRow];
        to.group[row] = from.group[lastRow];
        to.capture[row] = from.capture[lastRow];
        to.entry[row] = from.entry[lastRow];
    }
    sodium_memzero(&from.upper[lastRow * m_stride], m_stride);
    if (!m_sealed) sodium_memzero(&from.lower[lastRow * m_stride], m_stride);
    if (--m_size % kChunkRows == 0) m_chunks.pop_back();
    return true;
}

std::size_t FaceGallery::withdrawEntry(const WatchlistEntryId& entry) {
    const std::unique_lock lock(m_mutex);
    std::vector<CaptureId> captures;
    for (std::size_t slot = 0; slot < m_size; ++slot) {
        const auto& chunk = *m_chunks[slot / kChunkRows];
        if (chunk.entry[slot % kChunkRows] == entry) captures.push_back(chunk.capture[slot % kChunkRows]);
    }
    for (const auto& capture : captures)
        withdrawLocked(capture);
    return captures.size();
}

bool FaceGallery::setStatus(const CaptureId& capture, record::EntryStatus status) {
    const std::unique_lock lock(m_mutex);
    const std::size_t slot = slotOf(capture);
    if (slot == SlotTable<CaptureId>::kNone) return false;
    auto& group = m_chunks[slot / kChunkRows]->group[slot % kChunkRows];
    const auto before = m_groups[group];
    --m_groups[group].count;
    group = groupOf(before.gallery, before.purpose, status);
    ++m_groups[group].count;
    return true;
}

void FaceGallery::setSnapshot(const std::string& gallery, UtcTime issued) {
    const std::unique_lock lock(m_mutex);
    m_snapshots[gallery] = issued;
}

std::size_t FaceGallery::size() const {
    const std::shared_lock lock(m_mutex);
    return m_size;
}

/// With p = 256 P + p' and v = 256 V + v' the cosine is 65536 PV / (|p||v|) plus at most |256 p'V| + |p v'|,
/// over |p||v|; by Cauchy and Schwarz that is no more than (|p'| / |p|)(256 |V| / |v|) + |v'| / |v|, and 256
/// |V| <= |v| + |v'|.
void FaceGallery::scanChunk(std::size_t index, const Probe& probe, const std::vector<char>& allowed,
                            std::size_t top, Finds& finds) const {
    const auto& chunk = *m_chunks[index];
    const auto rows = std::min(kChunkRows, m_size - index * kChunkRows);
    std::int32_t products[kBlockRows];
    for (std::size_t begin = 0; begin < rows; begin += kBlockRows) {
        const auto count = std::min(kBlockRows, rows - begin);
        m_scan(probe.upper.get(), &chunk.upper[begin * m_stride], &chunk.upperSum[begin], count, m_stride,
               products);
        for (std::size_t i = 0; i < count; ++i) {
            const auto row = begin + i;
            const float middle = float(products[i]) * probe.perProduct * chunk.perProduct[row];
            const float error = probe.lowerPart * (1 + chunk.lowerPart[row]) + chunk.lowerPart[row] + kSlack;
            if (middle + error < finds.limit || !allowed[chunk.group[row]]) continue;
            finds.maybe.push_back({middle + error, static_cast<std::uint32_t>(index * kChunkRows + row)});
            if (finds.atLeast.size() == top && middle - error <= finds.limit) continue;
            if (finds.atLeast.size() == top) {
                std::pop_heap(finds.atLeast.begin(), finds.atLeast.end(), std::greater<>());
                finds.atLeast.pop_back();
            }
            finds.atLeast.push_back(middle - error);
            std::push_heap(finds.atLeast.begin(), finds.atLeast.end(), std::greater<>());
            if (finds.atLeast.size() == top) finds.limit = finds.atLeast.front();
        }
    }
}

/// The same whole numbers, and so the same score to the last bit, as compareFaces.
Result<double> FaceGallery::exactScore(const FaceTemplate& probe, std::size_t slot) const {
    const auto& chunk = *m_chunks[slot / kChunkRows];
    const auto* upper = &chunk.upper[slot % kChunkRows * m_stride];
    std::vector<std::int8_t> read;
    if (m_sealed) {
        read.resize(m_dimension);
        COTEJO_TRY(m_sealed->get(chunk.sealedRow[slot % kChunkRows], read.data()));
    }
    const auto* lower = m_sealed ? read.data() : &chunk.lower[slot % kChunkRows * m_stride];
    std::int64_t product = 0, squared = 0;
    for (std::size_t i = 0; i < m_dimension; ++i) {
        const std::int32_t step = 256 * int(upper[i]) + int(lower[i]);
        product += std::int32_t(probe.steps()[i]) * step;
        squared += step * step;
    }
    if (m_sealed) sodium_memzero(read.data(), read.size());
    return double(product) / (std::sqrt(double(probe.squared())) * std::sqrt(double(squared)));
}

Result<GalleryAnswer> FaceGallery::search(const FaceTemplate& probe, std::size_t top,
                                          const GalleryFilter& filter, std::stop_token stop) const {
    if (top == 0 || top > kMostTop)
        return fail(base::kInvalidArgument,
                    "a search returns 1 to " + std::to_string(kMostTop) + " candidates");
    if (probe.algorithm() != m_algorithm || probe.steps().size() != m_dimension)
        return fail(kScoreIncomparable, "the probe is of " + probe.algorithm().name + " " +
                                            probe.algorithm().version + ", the gallery of " +
                                            m_algorithm.name + " " + m_algorithm.version);
    Probe prepared{alignedBytes(m_stride), 0, 0};
    std::int64_t lowerSquared = 0;
    for (std::size_t i = 0; i < m_dimension; ++i) {
        const auto parts = split(probe.steps()[i]);
        prepared.upper[i] = parts.upper;
        lowerSquared += int(parts.lower) * int(parts.lower);
    }
    const double length = std::sqrt(double(probe.squared()));
    prepared.perProduct = static_cast<float>(256 / length);
    prepared.lowerPart = static_cast<float>(std::sqrt(double(lowerSquared)) / length);

    const std::shared_lock lock(m_mutex);
    GalleryAnswer answer;
    answer.coverage.faces = 1;
    std::vector<char> allowed;
    std::map<std::string, std::int64_t> searched;
    std::set<std::pair<std::string, std::string>> left;
    for (const auto& group : m_groups) {
        std::string why;
        if (!filter.galleries.empty() &&
            std::ranges::find(filter.galleries, group.gallery) == filter.galleries.end())
            why = "not_chosen";
        else if (!filter.purpose.empty() && !group.purpose.empty() && group.purpose != filter.purpose)
            why = "outside_purpose";
        else if (std::ranges::find(filter.statuses, group.status) == filter.statuses.end())
            why = record::codeOf(group.status);
        allowed.push_back(why.empty());
        if (why.empty())
            searched[group.gallery] += group.count;
        else if (group.count > 0)
            left.emplace(group.gallery, why);
    }
    for (const auto& [gallery, count] : searched) {
        const auto at = m_snapshots.find(gallery);
        answer.coverage.searched.push_back(
            {gallery, count, count, at == m_snapshots.end() ? UtcTime{} : at->second});
    }
    for (const auto& [gallery, why] : left)
        answer.coverage.notSearched.push_back({gallery, why});

    const std::size_t threads =
        m_size < kParallelFrom ? 1 : std::min<std::size_t>(m_threads, m_chunks.size());
    std::vector<Finds> finds(threads);
    std::atomic<std::size_t> next = 0;
    const auto work = [&](Finds& mine) {
        for (auto index = next++; index < m_chunks.size() && !stop.stop_requested(); index = next++)
            scanChunk(index, prepared, allowed, top, mine);
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i)
            others.emplace_back([&work, &mine = finds[i]] { work(mine); });
        work(finds[0]);
    }
    if (stop.stop_requested()) return fail(base::kCancelled, "the search was stopped");

    std::vector<float> atLeast;
    for (const auto& each : finds)
        atLeast.insert(atLeast.end(), each.atLeast.begin(), each.atLeast.end());
    float limit = -std::numeric_limits<float>::infinity();
    if (atLeast.size() >= top) {
        std::nth_element(atLeast.begin(), atLeast.begin() + static_cast<std::ptrdiff_t>(top - 1),
                         atLeast.end(), std::greater<>());
        limit = atLeast[top - 1];
    }
    for (const auto& each : finds)
        for (const auto& maybe : each.maybe) {
            if (maybe.atMost < limit) continue;
            const auto& chunk = *m_chunks[maybe.slot / kChunkRows];
            const auto row = maybe.slot % kChunkRows;
            COTEJO_TRY_ASSIGN(const double score, exactScore(probe, maybe.slot));
            answer.candidates.push_back({chunk.capture[row], chunk.entry[row], {score, m_algorithm}});
        }
    answer.reranked = answer.candidates.size();
    const auto before = [](const GalleryCandidate& a, const GalleryCandidate& b) {
        return a.score.value != b.score.value ? a.score.value > b.score.value : a.capture < b.capture;
    };
    const auto keep = std::min(top, answer.candidates.size());
    std::partial_sort(answer.candidates.begin(),
                      answer.candidates.begin() + static_cast<std::ptrdiff_t>(keep), answer.candidates.end(),
                      before);
    answer.candidates.resize(keep);
    return answer;
}

}  // namespace cotejo::match
