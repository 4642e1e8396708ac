#pragma once

#include "core/exchange/document.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/nist/nist_profile.h"

namespace cotejo::exchange {

/// Who sends what to whom: the part of Type-1 that no content can tell.
struct NistHeading {
    std::string transaction;    ///< 1.004, as agreed between the agencies
    std::string destination;    ///< 1.007
    std::string originator;     ///< 1.008; also the source of every image
    std::string controlNumber;  ///< 1.009
    std::string date;           ///< 1.005, "YYYYMMDD"
};

/// One person of a document as a new transaction: Type-2 in the profile's fields, Type-14 for fingers and missing fingers, Type-10
/// for faces, Type-9 for minutiae (INCITS 378 block). Images go as they are coded; a capture date that is not known is written as
/// zeros, an impression as unknown, a resolution that is not known as such. What has no place is named in `left`: documents, palms,
/// irises, signatures, codings that the standard does not have. Errors: E_INVALID_ARGUMENT naming the part of the heading or the
/// person, E_EXCHANGE_CANNOT_EXPRESS when nothing has a place or more than 99 records would be needed.
Result<NistFile> transactionOf(const ExchangeDocument& document, std::size_t person, const NistHeading& heading,
                               std::vector<std::string>& left, const NistProfile& profile = neutralNistProfile());

}  // namespace cotejo::exchange
