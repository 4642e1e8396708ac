#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/exchange/tables/csv.h"
#include "core/exchange/report.h"
#include "core/intake/plan.h"
#include "core/record/act.h"
#include "core/record/sample.h"
#include "core/record/traveler.h"

/// From the bytes of one unit to what will be written: no database here.
namespace cotejo::intake {

/// A resolution below this only says "screen"; it is no resolution of a fingerprint.
inline constexpr double kLeastPrintPpi = 190;

/// What the officer declares for files that do not say it themselves.
struct Declared {
    std::optional<record::Modality> modality;  ///< of images; without it colour means face and gray means finger, as a finding
    std::optional<double> ppi;                 ///< of finger images without a resolution of their own
    std::optional<exchange::CsvMapping> mapping = std::nullopt;  ///< of tables; told from their headers without it
};

/// A file is kept whole up to this size: what a server takes as one attachment.
inline constexpr std::size_t kMostOriginal = 64u << 20;

/// A file as it came in.
struct GatheredOriginal {
    record::OriginalFile file;
    Bytes bytes;
};

/// One sample, with its original bytes.
struct GatheredSample {
    record::Capture capture;  ///< id and blob hash still empty; captured as the record says, zero and Unknown where it does not
    Bytes bytes;              ///< empty when the sample is missing (see capture.missing)
};

/// One traveler to be: becomes one case.
struct GatheredTraveler {
    record::Traveler traveler;  ///< id still empty
    std::vector<GatheredSample> samples;
    std::vector<record::OriginalFile> originals;  ///< files that tell who the traveler is; the samples name theirs
    std::string source;         ///< file, and record or row where a file has several
    Hash fingerprint;           ///< of everything that came in: the same input twice is noticed by it
};

/// A file of a unit that gave nothing.
struct RefusedFile {
    std::filesystem::path file;
    Error why;
};

struct Gathered {
    std::vector<GatheredTraveler> travelers;
    std::vector<GatheredOriginal> originals;  ///< each once; a picture that is its own file is not among them
    std::vector<RefusedFile> refused;   ///< of units of several files; the others go on
    exchange::ValidationReport report;  ///< findings name the file in `record`
};

/// Reads the files of a unit. What can be used is used, what cannot is a finding that names file, place and reason; a unit of
/// which nothing can be used is an error. Errors: those of the readers, E_INTAKE_NOTHING_USABLE.
Result<Gathered> gather(const ImportUnit& unit, const Declared& declared, UtcTime now);

}  // namespace cotejo::intake
