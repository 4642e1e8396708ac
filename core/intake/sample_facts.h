#pragma once

#include <string>

#include "core/exchange/document.h"

/// What a file says of a sample, on its way into the case.
namespace cotejo::intake {

/// Day, impression, hand, position, device and quality as `image` states them, and its place in the file. What it does not say stays
/// unknown; a text longer than 128 bytes is cut at a whole character.
void takeFacts(record::Capture& capture, const exchange::ExchangeImage& image);

/// The same of a sample that is a template without a picture.
void takeFacts(record::Capture& capture, const exchange::MinutiaeRecord& view);

/// Of the whole file: "application/x-ansi-nist-itl", "text/plain", "image/tiff"...
std::string originalMime(const exchange::ExchangeDocument& document);

}  // namespace cotejo::intake
