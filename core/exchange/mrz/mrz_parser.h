#pragma once

#include "core/exchange/mrz/mrz_layout.h"
#include "core/record/partial_date.h"

namespace cotejo::exchange::mrz {

/// A zone of Doc 9303 whose lines have the layout's widths and the alphabet, without proposals.
MrzReading parseLayout(std::vector<std::string> lines, const Layout& layout, UtcTime captured);

/// Fills in what reads otherwise would leave less wrong: single characters that are alike, all letters of a date as the digits they look
/// like, pairs of characters of a number, fillers read as letters.
void propose(MrzReading& reading, const Layout& layout, UtcTime captured);

/// The French identity card of 1988 to 2021, the French and the Swiss driving licence, the Russian internal passport; nothing for any
/// other lines.
std::optional<MrzReading> parseNational(const std::vector<std::string>& lines, UtcTime captured);

/// Adds a check digit and, where it is wrong, the finding.
void addCheck(MrzReading& reading, const char* field, std::string_view covered, const Place& digit, bool fillerAllowed);
void addFinding(MrzReading& reading, Severity severity, const Place& place, const char* field, const char* rule, std::string detail,
                std::vector<std::pair<std::string, std::string>> params = {});
/// Reads a date of birth into the reading and says what is doubtful about it.
void takeBirth(MrzReading& reading, const Place& place, const record::PartialDate& expiry, UtcTime captured);
void takeSex(MrzReading& reading, const Place& place);

inline std::string_view at(const MrzReading& reading, const Place& place) {
    return std::string_view(reading.lines[place.line]).substr(place.at, place.length);
}

}  // namespace cotejo::exchange::mrz
