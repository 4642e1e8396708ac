#pragma once

#include "core/exchange/document.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/nist/nist_profile.h"

namespace cotejo::exchange {

/// A transaction in the XML encoding (ANSI/NIST-ITL 1-2011, NIEM): records of types 1, 2, 4, 10 and 14 (13, 15 and 17 by the same names)
/// as records of the traditional encoding, so that there is one reader of their meaning. Elements are told by their local names, as
/// packages of several namespaces and NIEM versions are about. Of Type-2 what the profile gives a meaning gets its field; every other
/// leaf comes as a fact.
struct NistXml {
    NistFile file;
    std::vector<std::vector<ExchangeFact>> facts;  ///< of each Type-2 record, in their order
    ValidationReport report;                       ///< places are elements with their lines
};

bool looksLikeNistXml(ByteView bytes);

/// Errors: those of readXml, E_MALFORMED for XML without a package, E_TOO_LARGE beyond 10,000 records.
Result<NistXml> readNistXml(ByteView bytes, const NistProfile& profile = neutralNistProfile());

/// The same as a document, through nist_extract.h.
Result<ExchangeDocument> readNistXmlDocument(ByteView bytes, const NistProfile& profile = neutralNistProfile());

}  // namespace cotejo::exchange
