#pragma once

#include "core/imaging/header.h"

namespace cotejo::imaging::detail {

/// The tags of one TIFF directory that we use; also what an EXIF block is made of.
struct TiffTags {
    bool bigEndian = false;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t bits = 1;
    std::uint32_t samples = 1;
    std::uint32_t photometric = 0;
    std::uint32_t sampleFormat = 1;
    std::uint32_t tileWidth = 0;
    std::uint32_t tileHeight = 0;
    std::uint32_t orientation = 1;
    std::optional<std::size_t> orientationOffset;
    std::uint32_t resolutionUnit = 2;
    double xResolution = 0;
    double yResolution = 0;
    std::uint64_t dataEnd = 0;  ///< byte after the last strip or tile named
};

/// Reads the first directory of a TIFF file or EXIF block. Error: E_MALFORMED naming the tag and offset.
Result<TiffTags> readTiffTags(ByteView bytes);
record::Ppi ppiOf(const TiffTags& tags);
/// Header ppi from two axes in dots per inch, Unknown when they are absent, differ or are absurd.
record::Ppi ppiFromAxes(double x, double y);
Result<ImageHeader> readTiffHeader(ByteView bytes);

}  // namespace cotejo::imaging::detail
