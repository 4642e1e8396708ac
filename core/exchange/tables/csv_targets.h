#pragma once

#include <span>
#include <string_view>

#include "core/exchange/tables/csv.h"

namespace cotejo::exchange {

struct ColumnName {
    std::string_view name;  // as record::normaliseName writes it
    std::string_view target;
};

/// The usual names of columns; those of one target stand together. Shared by mappings and headers, not for others.
std::span<const ColumnName> columnNames(CsvContent content);

}  // namespace cotejo::exchange
