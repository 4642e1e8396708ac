#pragma once

#include <functional>
#include <map>
#include <stop_token>

#include "core/access/desk.h"
#include "core/intake/gather.h"
#include "core/intake/plan.h"
#include "core/journal/projection.h"
#include "core/record/case.h"

namespace cotejo::intake {

enum class UnitOutcome { Imported, Duplicate, Refused };

/// What became of one unit.
struct UnitReport {
    std::string label;
    std::vector<std::filesystem::path> files;
    UnitOutcome outcome = UnitOutcome::Refused;
    std::vector<CaseId> cases;           ///< new ones; for a duplicate the ones there were
    std::vector<std::string> numbers;    ///< of `cases`
    std::size_t captures = 0;
    exchange::ValidationReport findings;
    std::optional<Error> refusal;        ///< why, when Refused
    std::vector<RefusedFile> refusedFiles;  ///< those of `files` that gave nothing; all of them when Refused
    std::size_t filesRead = 0;           ///< with the pictures that a table names
};

struct ImportOptions {
    Declared declared;
    record::ReferralReason reason = record::ReferralReason::ManualReferral;
    record::Priority priority = record::Priority::Normal;
    std::string legalBasis;                        ///< may be set later, case by case; triage needs one
    std::chrono::minutes attention{24 * 60};       ///< deadline of the new cases
    /// Takes each unit's report as soon as it is there, on the importing thread; ImportReport::units then stays empty, and the
    /// memory of an import does not grow with its files.
    std::function<void(UnitReport&&)> each = nullptr;
    /// Writes the quality of a sample, or why it could not be measured, into it; called for each that has a picture, on the importing
    /// thread, before anything of its traveler is written.
    std::function<void(record::Capture&, ByteView)> measure = nullptr;
};

inline constexpr std::size_t kMostRefusedKept = 10'000;

struct ImportReport {
    std::vector<UnitReport> units;       ///< in order of the plan; see ImportOptions::each
    std::vector<SkippedFile> skipped;
    std::vector<RefusedFile> refusedFiles;  ///< of all units, at most kMostRefusedKept; `filesRefused` counts them
    std::map<std::string, std::size_t> reasons;  ///< code of an error, and how many files it refused
    std::size_t filesFound = 0;          ///< filesRead + filesRefused + skipped, unless cancelled
    std::size_t filesRead = 0;
    std::size_t filesRefused = 0;
    std::size_t imported = 0;
    std::size_t duplicates = 0;
    std::size_t refused = 0;
    bool cancelled = false;              ///< the rest of the plan was not looked at; run it again to go on
};

struct ImportProgress {
    std::size_t done = 0;
    std::size_t total = 0;
    std::string current;
};

/// Brings travelers in: each becomes a case with its events and images, in one transaction of its own, so that a cut import has
/// whole cases only and the next run of the same plan goes on behind them. Any thread; one import at a time.
class Importer {
  public:
    /// `desk` and `projection` outlive it. Whoever imports opens cases, so the role officer is needed.
    Importer(access::Desk& desk, journal::Projection& projection, ImportOptions options);

    /// A unit that fails is reported and the rest goes on; only the store's own failures end the import. `progress` is called
    /// before each unit, on this thread. Nothing is written for an officer who may not open cases. Errors: E_STORE_*, E_ROLE.
    Result<ImportReport> run(const ImportPlan& plan, const std::function<void(const ImportProgress&)>& progress = {},
                             std::stop_token stop = {});

  private:
    Result<UnitReport> importUnit(const ImportUnit& unit);
    Status write(const GatheredTraveler& traveler, const std::vector<GatheredOriginal>& originals, UnitReport& report);

    access::Desk& m_desk;
    journal::Projection& m_projection;
    ImportOptions m_options;
};

}  // namespace cotejo::intake

template <>
inline constexpr auto cotejo::record::codes<cotejo::intake::UnitOutcome> =
    std::to_array<cotejo::record::Code<cotejo::intake::UnitOutcome>>({{cotejo::intake::UnitOutcome::Imported, "imported"},
                                                                      {cotejo::intake::UnitOutcome::Duplicate, "duplicate"},
                                                                      {cotejo::intake::UnitOutcome::Refused, "refused"}});
