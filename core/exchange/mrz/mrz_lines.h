#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cotejo::exchange::mrz {

inline constexpr std::size_t kMaxText = 4096;

struct Lines {
    std::vector<std::string> text;  ///< in upper case; characters of no zone stay as they are, so that they can be located
    bool changed = false;           ///< blanks left out, letters raised, fillers of another form read
    bool apart = false;             ///< other lines stood around them and were left out
    std::size_t zones = 1;          ///< how many stand in the text; with more than one `text` has all lines
};

/// The lines of a zone out of text in UTF-8 or UTF-16: byte order marks, every kind of blank and empty lines go; guillemets, full-width
/// and HTML forms of the filler become it. One line of 72, 88 or 90 characters is cut into its lines. Where a zone stands among other
/// lines, as readers' logs have it, only its own are given.
Lines linesOf(std::string_view text);

/// Column (from 1) of a byte of a line, counted in characters.
std::size_t columnOf(const std::string& line, std::size_t byte);
/// Characters of a line.
std::size_t lengthOf(const std::string& line);

}  // namespace cotejo::exchange::mrz
