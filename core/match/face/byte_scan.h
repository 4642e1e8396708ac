#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cotejo::match {

/// Inner products of one probe with many rows of signed bytes, by the best instructions this processor has.
/// Values lie within -127..127; `dimension` is a multiple of 64; probe and rows start at multiples of 64
/// bytes. All kinds give equal numbers.
using ByteScan = void (*)(const std::int8_t* probe, const std::int8_t* rows, const std::int32_t* rowSums,
                          std::size_t count, std::size_t dimension, std::int32_t* products);

enum class ScanKind { Baseline, Avx2, Avx512Vnni };

/// Whether this processor can run it.
bool isAvailable(ScanKind kind);
ScanKind bestScan();
/// The function of an available kind.
ByteScan byteScan(ScanKind kind);
std::string_view nameOf(ScanKind kind);

}  // namespace cotejo::match
