#pragma once

#include <filesystem>
#include <stop_token>

#include "core/exchange/read_exchange.h"
#include "core/intake/gather.h"

/// What files hold, for people to look at; nothing is written.
namespace cotejo::intake {

inline constexpr std::size_t kMostInspected = 200;  ///< images of one traveler, or that a table names

/// Everything that a file holds with its validation report. Every image is decoded once: one that does not decode is an error of the
/// report, and sizes that its record does not tell are filled in. Images that a table names are read from beside it, at most
/// `mostNamed` (the report then says so). Errors: E_NOT_READABLE and those of readExchangeFile.
Result<exchange::ExchangeDocument> inspectFile(const std::filesystem::path& file, const exchange::ReadOptions& options,
                                               std::size_t mostNamed = kMostInspected);

/// A path of a table that would lead out of the table's folder.
bool leavesFolder(const std::filesystem::path& relative);

/// The same of a unit of an import. Images of one traveler come together, each under its file's name, at most kMostInspected (the report then says so); one
/// that cannot be read is an error of the report. Errors besides: E_CANCELLED.
Result<exchange::ExchangeDocument> inspectUnit(const ImportUnit& unit, const Declared& declared, UtcTime now, std::stop_token stop = {});

}  // namespace cotejo::intake
