#pragma once

#include <string>
#include <vector>

#include "core/record/sample.h"
#include "core/record/traveler.h"

/// Samples, papers and codes in words for `case show`.
namespace cotejo::cli {

/// A code that is no country of ISO 3166 in words beside it: "XXB (refugee, 1951 Convention)".
std::string nationalityText(const std::string& code);
std::string issuerText(const std::string& code);
/// "PR (travel document of a refugee)", "ME (proof of arrival of an asylum seeker)", "P (passport)".
std::string documentTypeText(const record::Document& document, const std::string& nationality);

/// What kind of sample, when it was taken and who says so: only what the post took itself is live.
std::string captureText(const record::Capture& capture, UtcTime opened);
/// What its file says of it and where, its quality, and the file it came in: a line each, nothing for what is unknown.
std::vector<std::string> captureFacts(const record::Capture& capture);

}  // namespace cotejo::cli
