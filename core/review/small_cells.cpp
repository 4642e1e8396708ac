#include "core/review/small_cells.h"

#include <algorithm>
#include <numeric>

namespace cotejo::review {
namespace {

bool isUniform(const Share& share) { return share.part == 0 || share.part == share.whole; }

}  // namespace

std::vector<Group> withoutSmallCells(const std::vector<CountedGroup>& groups) {
    std::vector<std::size_t> bySize(groups.size());
    std::iota(bySize.begin(), bySize.end(), std::size_t{0});
    std::ranges::stable_sort(bySize, {}, [&](std::size_t at) { return groups[at].share.whole; });
    Share total, hidden;
    for (const auto& group : groups) total += group.share;
    std::size_t count = 0;
    const auto tellsTooMuch = [&] {
        return count > 0 && (count < 2 || hidden.whole < kSmallestCell || (isUniform(hidden) && !isUniform(total)));
    };
    while (count < groups.size() && (groups[bySize[count]].share.whole < kSmallestCell || tellsTooMuch()))
        hidden += groups[bySize[count++]].share;
    std::vector<Group> shown;
    for (const auto& group : groups) shown.push_back({group.value, Rate(group.share)});
    for (std::size_t i = 0; i < count; ++i) shown[bySize[i]].rate = Rate();
    return shown;
}

}  // namespace cotejo::review
