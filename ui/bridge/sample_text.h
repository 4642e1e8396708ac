#pragma once

#include <QStringList>

#include "core/record/sample.h"
#include "core/record/traveler.h"

/// Codes of documents and facts of samples in the officer's language. What is unknown is no text. Main thread.
namespace cotejo::bridge {

/// A code of Doc 9303 that is no country, in words beside it: "XXB, refugee (1951 Convention)"; any other code as it is.
QString countryText(std::string_view code);
/// Only the words: "refugee (1951 Convention)"; empty for countries.
QString countryWords(std::string_view code);
/// What kind of paper its code stands for: "travel document of a refugee", "passport"; empty when it says nothing.
QString documentTypeWords(const record::Document& document, std::string_view nationality);

/// Who says when a sample was taken, and when: "live", "from the document", "imported, taken 8 Aug 2001, says its record".
QString takenText(const record::Capture& capture);
/// What of a cut picture is not there, as core/imaging says it in English.
QString partialText(std::string_view partial);
/// What its file says of it: day, age, impression, hand, position as written, device, quality with its algorithm, what is missing of it,
/// the file it came in. In this order, each with who states it.
QStringList sampleFacts(const record::Capture& capture, UtcTime opened);

}  // namespace cotejo::bridge
