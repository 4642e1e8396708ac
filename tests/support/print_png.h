#pragma once

#include <cstdlib>
#include <map>
#include <tuple>

#include "core/imaging/encode.h"
#include "core/match/finger/synthetic.h"

namespace cotejo::test {

/// One print of an invented finger as a PNG of 500 ppi. Drawn once a process: drawing takes a tenth of a second, and a fixture that
/// founds a post for every test asks for the same prints every time. One thread.
inline const Bytes& printPng(std::uint64_t finger, std::uint64_t impression, const match::ImpressionOptions& how) {
    static std::map<std::tuple<std::uint64_t, std::uint64_t, int, int, double, double, double, double, double, double, double>, Bytes> drawn;
    auto& png = drawn[{finger, impression, how.width, how.height, how.rotation, how.shiftX, how.shiftY, how.distortion, how.noise, how.dryness, how.partial}];
    if (png.empty()) {
        auto encoded = imaging::encodePng(match::SyntheticFinger(finger).impression(impression, how), {500, record::PpiSource::Header});
        if (!encoded) std::abort();
        png = std::move(*encoded);
    }
    return png;
}

/// As everyday captures vary.
inline const Bytes& printPng(std::uint64_t finger, std::uint64_t impression) {
    return printPng(finger, impression, match::everydayImpression(impression));
}

}  // namespace cotejo::test
