#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace cotejo {

/// Fixed-size opaque value; the tag keeps a case from being passed where a capture is meant.
template <class Tag, std::size_t N>
class FixedBytes {
  public:
    static constexpr std::size_t size = N;

    constexpr FixedBytes() = default;
    explicit FixedBytes(const std::array<std::uint8_t, N>& value) : m_value(value) {}

    static std::optional<FixedBytes> fromBytes(ByteView bytes) {
        if (bytes.size() != N) return std::nullopt;
        FixedBytes id;
        std::memcpy(id.m_value.data(), bytes.data(), N);
        return id;
    }
    static std::optional<FixedBytes> fromText(std::string_view hex) {
        const auto bytes = fromHex(hex);
        return bytes ? fromBytes(*bytes) : std::nullopt;
    }

    ByteView bytes() const { return m_value; }
    std::string text() const { return toHex(m_value); }
    bool isZero() const { return m_value == std::array<std::uint8_t, N>{}; }
    auto operator<=>(const FixedBytes&) const = default;

  private:
    std::array<std::uint8_t, N> m_value{};
};

void fillRandom(std::uint8_t* out, std::size_t count);

/// 128-bit random identifier.
template <class Tag>
class Id : public FixedBytes<Tag, 16> {
  public:
    constexpr Id() = default;
    Id(const FixedBytes<Tag, 16>& value) : FixedBytes<Tag, 16>(value) {}
    static Id random() {
        std::array<std::uint8_t, 16> value;
        fillRandom(value.data(), value.size());
        return Id(FixedBytes<Tag, 16>(value));
    }
    static std::optional<Id> fromBytes(ByteView bytes) {
        const auto value = FixedBytes<Tag, 16>::fromBytes(bytes);
        return value ? std::optional<Id>(*value) : std::nullopt;
    }
    static std::optional<Id> fromText(std::string_view hex) {
        const auto value = FixedBytes<Tag, 16>::fromText(hex);
        return value ? std::optional<Id>(*value) : std::nullopt;
    }
    auto operator<=>(const Id&) const = default;
};

/// SHA-256 of something.
using Hash = FixedBytes<struct HashTag, 32>;

using CaseId = Id<struct CaseTag>;
using TravelerId = Id<struct TravelerTag>;
using CaptureId = Id<struct CaptureTag>;
using CandidateId = Id<struct CandidateTag>;
using WatchlistEntryId = Id<struct WatchlistEntryTag>;
using OfficerId = Id<struct OfficerTag>;
using DeviceId = Id<struct DeviceTag>;
using ChainId = Id<struct ChainTag>;
using PostId = Id<struct PostTag>;

}  // namespace cotejo

template <class Tag, std::size_t N>
struct std::hash<cotejo::FixedBytes<Tag, N>> {
    std::size_t operator()(const cotejo::FixedBytes<Tag, N>& id) const noexcept {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes().data(), sizeof value);
        return value;
    }
};
template <class Tag>
struct std::hash<cotejo::Id<Tag>> : std::hash<cotejo::FixedBytes<Tag, 16>> {};
