#pragma once

#include <opencv2/core/mat.hpp>
#include <optional>
#include <string>

#include "core/imaging/codecs.h"
#include "core/imaging/header.h"

/// Pictures whose file ends too early: what of them is whole.
namespace cotejo::imaging::detail {

struct Salvaged {
    ImageHeader header;
    cv::Mat pixels;       ///< as the library decodes them, what is not there middle gray
    std::string missing;  ///< how much that is and where the file ends, for people
};

/// Of a JPEG, PNG or WebP that was cut inside its picture or behind it. Nothing for whole or otherwise damaged files, and where not one row
/// is whole. A file is decoded twice with its end filled up differently: what comes out differently is not in the file.
std::optional<Salvaged> salvage(const Codecs& library, ByteView bytes, ImageFormat format, const DecodeLimits& limits);

/// A cut PNG with its missing rows as zeros; nothing where it is not cut, or not one row is whole.
struct RepairedPng {
    Bytes file;
    int wholeRows = 0;
    int step = 1;   ///< interlaced: every how many columns there is a pixel
    int stepDown = 1;
};
std::optional<RepairedPng> repairPng(ByteView bytes, const DecodeLimits& limits);

}  // namespace cotejo::imaging::detail
