#pragma once

#include "core/exchange/tables/csv.h"

namespace cotejo::exchange {

/// The coded columns of a table (sex, nationality and countries, kind of document, status and grade of a watchlist), each read as a whole: what
/// M means depends on what else stands in its column. The mapping's `values` go first. Notes what it settled, and asks where nothing settles it.
class CodedColumns {
  public:
    /// Looks at every cell of the mapped columns once. `report` takes one finding a column.
    CodedColumns(const CsvTable& table, const CsvMapping& mapping, ValidationReport& report);

    enum class Verdict { Known, Unknown, Ambiguous };
    struct Meaning {
        std::string value;  ///< the code; what was written where it is not Known
        Verdict verdict = Verdict::Unknown;
    };
    /// What a cell of a column means for its target; `column` may be nobody's (a constant).
    Meaning meaningOf(const std::string& target, const std::string& column, const std::string& cell) const;

  private:
    void settleSex(const std::string& column, const std::vector<std::string>& cells, ValidationReport& report);
    Meaning ownMeaning(const std::string& target, const std::string& column, const std::string& cell) const;

    const CsvMapping& m_mapping;
    std::map<std::string, std::map<std::string, std::string>> m_sex;  ///< column, normalised cell, code or "?"
};

/// True for the targets that CodedColumns reads.
bool isCodedTarget(std::string_view target);

}  // namespace cotejo::exchange
