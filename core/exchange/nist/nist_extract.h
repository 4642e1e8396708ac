#pragma once

#include "core/exchange/document.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/nist/nist_profile.h"

namespace cotejo::exchange {

/// The neutral content of a transaction: persons (Type-2), images (types 3 to 8, 10, 13 to 17), minutiae
/// (Type-9), the facts of Type-1 and of records of other kinds (98, 99...), and the reports of the parser, of
/// validateNistItl and of what the profile asks for. Resolutions come from the records, with provenance.
ExchangeDocument documentOf(const NistFile& file, const NistProfile& profile = neutralNistProfile());

/// Minutiae of one Type-9 record: the standard's own fields (9.012), I-AFIS (9.023), INCITS 378 (9.137) and Extended Feature Set
/// (9.331). Never empty: a record that has none of them gives one set without minutiae. `report` gets what was not read: blocks of
/// vendors and data by name and size, minutiae that are none, counts that differ.
std::vector<MinutiaeRecord> minutiaeOf(const NistFile& file, const NistRecord& record, ValidationReport& report);

}  // namespace cotejo::exchange
