#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/exchange/mrz/mrz.h"

/// Where the fields of a zone stand. Shared by the parts of this room, not for others.
namespace cotejo::exchange::mrz {

inline bool inAlphabet(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<';
}
inline bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

struct Place {
    std::size_t line = 0;
    std::size_t at = 0;
    std::size_t length = 0;
};

/// A length of 0 means the format has no such field. ICAO Doc 9303-4 to -7.
struct Layout {
    MrzFormat format;
    std::size_t lines;
    std::size_t width;
    Place code, issuer, number, nationality, birth, sex, expiry, optional, optional2, names;
    std::optional<Place> optionalCheck;
    std::optional<Place> composite;
    std::vector<Place> compositeOver;
};

const std::vector<Layout>& layouts();
const Layout* layoutFor(const std::vector<std::string>& lines);
/// The format that lines of wrong lengths are nearest to; null when none has as many lines or they are far from it.
const Layout* nearestLayout(const std::vector<std::string>& lines);

/// Fillers cut off at both ends.
std::string trimmed(std::string_view text);
/// Words separated by single blanks.
std::string words(std::string_view text);

}  // namespace cotejo::exchange::mrz
