#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/record/code.h"

namespace cotejo::exchange {

/// Note: worth knowing. Warning: breaks the standard, the content is usable. Error: something is missing or
/// not usable.
enum class Severity { Note, Warning, Error };

/// One thing found wrong in a file, for a list an officer reads: `rule` is a stable code, `detail` an English
/// sentence.
struct Finding {
    Severity severity = Severity::Error;
    std::string record;  ///< "Type-14 IDC 03 (record 5)", "view 2", "line 7"; empty for the file
    std::string field;   ///< "14.013", "birthDate", "byte 120"; empty for the record
    std::string rule;    ///< e.g. "nist.len"
    std::string detail;
    std::vector<std::pair<std::string, std::string>> params;
    bool operator==(const Finding&) const = default;
};

/// What the second phase says about leniently parsed bytes. Capped, so that hostile bytes cannot fill memory
/// with findings.
struct ValidationReport {
    static constexpr std::size_t kCap = 1000;
    std::vector<Finding> findings;
    std::size_t dropped = 0;  ///< findings beyond the cap

    void add(Finding finding) {
        if (findings.size() < kCap)
            findings.push_back(std::move(finding));
        else
            ++dropped;
    }
    void append(ValidationReport other) {
        for (auto& finding : other.findings)
            add(std::move(finding));
        dropped += other.dropped;
    }
    bool has(Severity severity) const {
        return std::any_of(findings.begin(), findings.end(),
                           [&](const Finding& f) { return f.severity == severity; });
    }
    bool hasErrors() const { return has(Severity::Error); }
};

}  // namespace cotejo::exchange

template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::Severity> =
    std::to_array<cotejo::record::Code<cotejo::exchange::Severity>>(
        {{cotejo::exchange::Severity::Note, "note"},
         {cotejo::exchange::Severity::Warning, "warning"},
         {cotejo::exchange::Severity::Error, "error"}});
