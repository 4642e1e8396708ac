#pragma once

#include <string>
#include <string_view>

#include "core/record/sample.h"

/// Codes that ANSI/NIST-ITL and ISO/IEC 19794 share for how and of what a print was taken.
namespace cotejo::exchange {

/// Name of an impression code (ANSI/NIST-ITL 1-2011 table 7, ISO/IEC 19794-4 table 7); "" for codes that have none.
constexpr std::string_view impressionName(int code) {
    switch (code) {
        case 0: return "live_plain";
        case 1: return "live_rolled";
        case 2: return "nonlive_plain";
        case 3: return "nonlive_rolled";
        case 4: case 5: case 6: case 7:
        case 12: case 13: case 14: case 15: return "latent";
        case 8: case 23: return "swipe";
        case 9: return "roll_controlled";
        case 10: return "live_palm";
        case 11: return "nonlive_palm";
        case 20: case 21: case 22: return "optical_contact";
        case 24: case 41: case 42: return "contactless";
        case 28: return "other";
        default: return "";
    }
}

/// "right", "left" or "both" for a finger, slap or palm position; "" where it does not tell.
constexpr std::string_view handOfPosition(int code) {
    if ((code >= 1 && code <= 5) || code == 11 || code == 13 || code == 21 || code == 22 || code == 25 || code == 26 || code == 29 ||
        (code >= 31 && code <= 33) || (code >= 40 && code <= 42) || code == 47 || code == 48)
        return "right";
    if ((code >= 6 && code <= 10) || code == 12 || code == 14 || code == 23 || code == 24 || code == 27 || code == 28 || code == 30 ||
        (code >= 34 && code <= 36) || (code >= 43 && code <= 45) || code == 49 || code == 50)
        return "left";
    return code == 15 || code == 46 ? "both" : "";
}

/// What took a sample in one line, as far as its file says.
inline record::StatedValue wordsOf(const record::CaptureDevice& device) {
    record::StatedValue words;
    for (const auto* each : {&device.make, &device.model, &device.serial}) {
        if (!each->known()) continue;
        words.value += (words.known() ? " " : "") + each->value;
        if (words.from.empty()) words.from = each->from;
    }
    return words;
}

/// "0x000d".
inline std::string hexCode(unsigned value) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "0x";
    for (int shift = 12; shift >= 0; shift -= 4) text += kDigits[value >> shift & 15];
    return text;
}

}  // namespace cotejo::exchange
