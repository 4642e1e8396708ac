#pragma once

#include <string>
#include <vector>

namespace cotejo::record {

/// What an algorithm says of one sample. A failed measure is an outcome elsewhere, never a value here.
struct Quality {
    int value = 0;          ///< 0 worst to 100 best, as ISO/IEC 29794-1 has it; NFIQ 1 keeps its own 1 best to 5 worst
    std::string algorithm;  ///< "NFIQ 2", "OFIQ", or as a record names it: "vendor 0x000d algorithm 0x0001"; empty when not told
    std::string version;    ///< empty when not told
    std::string source;     ///< who says it: "14.024", "quality block 1", "nfiq2"
    bool operator==(const Quality&) const = default;
};

/// A measure that was asked for and gave no value.
struct QualityFailure {
    std::string algorithm;
    std::string version;
    std::string reason;  ///< code: "unscored", "timed_out", "failed", "not_started"...
    bool operator==(const QualityFailure&) const = default;
};

}  // namespace cotejo::record
