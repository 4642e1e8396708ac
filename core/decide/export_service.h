#pragma once

#include <string>

#include "core/access/desk.h"
#include "core/exchange/write_exchange.h"

namespace cotejo::decide {

/// To whom data of a case go, and as what.
struct Departure {
    exchange::CaseFormat format = exchange::CaseFormat::NistItl;
    std::string recipient;         ///< organisation
    std::string recipientCountry;  ///< ICAO code; empty: none
    std::string originator;        ///< who sends, as the recipient knows us; ANSI/NIST-ITL alone writes it
};

/// What the officer of the desk sees of a case in the format of others. The act case.export, with the hash of every byte that leaves, is
/// in the journal before the bytes are handed out. Errors: those of review::CaseReader, exchange::exportCase and of the rules;
/// E_NOT_VISIBLE while the traveler's identity is hidden from this officer.
Result<exchange::CaseExport> exportCase(access::Desk& desk, const CaseId& id, const Departure& departure);

}  // namespace cotejo::decide
