#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cotejo::review {

/// Fewer than this many people or acts are not shown apart.
inline constexpr std::int64_t kSmallestCell = 10;

struct Share {
    std::int64_t part = 0;
    std::int64_t whole = 0;
    Share& operator+=(const Share& more) {
        part += more.part;
        whole += more.whole;
        return *this;
    }
    bool operator==(const Share&) const = default;
};

/// A share that may be told, or one that is suppressed: why is not told, since that would narrow the others down.
class Rate {
  public:
    Rate() = default;  ///< suppressed
    /// Suppressed when it rests on fewer than kSmallestCell.
    explicit Rate(Share share) : m_share(share.whole < kSmallestCell ? std::nullopt : std::optional(share)) {}
    bool suppressed() const { return !m_share; }
    const std::optional<Share>& share() const { return m_share; }
    bool operator==(const Rate&) const = default;

  private:
    std::optional<Share> m_share;
};

struct CountedGroup {
    std::string value;
    Share share;
};
struct Group {
    std::string value;
    Rate rate;
};

/// Groups that together are everything, in the order given, as they may be shown beside their total. Suppressed are those that rest
/// on fewer than kSmallestCell and as many others, the smallest first, as it takes so that the rest (total minus what is shown) holds
/// at least two groups and kSmallestCell, and is neither none nor all of them where the total is neither. Pure.
std::vector<Group> withoutSmallCells(const std::vector<CountedGroup>& groups);

}  // namespace cotejo::review
