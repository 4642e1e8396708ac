#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>

#include "core/base/file.h"
#include "core/exchange/read_exchange.h"
#include "core/imaging/decode.h"
#include "tests/support/paths.h"
#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {

/// A file of the shared data that came from the field; nothing where the data is absent.
inline std::optional<Bytes> fieldFile(const std::string& name) {
    const auto path = std::filesystem::path(COTEJO_SHARED_DATA) / "field" / name;
    if (!std::filesystem::exists(path)) return std::nullopt;
    auto bytes = readFile(path);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

inline const ReadOptions kFieldDay{*fromIso("2026-11-30T10:00:00Z"), nullptr, nullptr};

inline Result<ExchangeDocument> readBytes(ByteView bytes, std::string_view name = "file") {
    return readExchangeFile(bytes, name, kFieldDay);
}

inline const Finding* findingOf(const ValidationReport& report, std::string_view rule) {
    for (const Finding& each : report.findings)
        if (each.rule == rule) return &each;
    return nullptr;
}

/// Cuts a file at every `step`th byte: each part is refused with a place, or has a finding above a note, or an image that does not decode
/// with a place; never a silent success.
inline void expectEveryCutIsSaid(ByteView whole, const std::string& name, std::size_t step = 1) {
    while (!whole.empty() && (whole.back() == '\n' || whole.back() == '\r')) whole = whole.first(whole.size() - 1);  // the end of a text is no loss
    for (std::size_t cut = 1; cut < whole.size(); cut += step) {
        const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(cut));
        const auto document = readExchangeFile(part, name, kFieldDay);
        if (!document) {
            ASSERT_EQ(document.error().detail.find(name), 0u) << cut;
            ASSERT_GT(document.error().detail.size(), name.size() + 10) << cut;
            continue;
        }
        bool said = document->report.has(Severity::Warning) || document->report.has(Severity::Error);
        for (const auto& image : document->images)
            if (image.missing == record::MissingReason::None && !imaging::decodeImage(image.bytes)) said = true;
        ASSERT_TRUE(said) << name << " cut at " << cut << " of " << whole.size() << " is taken as whole";
    }
}

}  // namespace cotejo::exchange
