#include <algorithm>

#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/exchange/tables/csv.h"
#include "core/exchange/tables/csv_targets.h"
#include "core/exchange/text.h"
#include "core/record/name_key.h"
#include "core/record/sample.h"

namespace cotejo::exchange {

namespace {

bool isTarget(CsvContent content, std::string_view target) {
    if (target.starts_with("finger:")) return record::fromCode<record::FingerPosition>(target.substr(7)).has_value();
    const auto names = columnNames(content);
    return std::any_of(names.begin(), names.end(), [&](const ColumnName& each) { return each.target == target; });
}

std::string targetsHint(CsvContent content) {
    std::string hint = " Known: ";
    std::string_view last;
    for (const ColumnName& each : columnNames(content))  // those of one target stand together
        if (each.target != last) {
            hint += std::string(each.target) + ", ";
            last = each.target;
        }
    return hint + "finger:right_index and the other fingers.";
}

// Names of a column that mean a given name beside a family name and a whole name alone, or the other way round.
bool isGivenOrWhole(std::string_view key) {
    return key == "NOMBRE" || key == "NOMBRES" || key == "NOME" || key == "NOMES";
}
bool isFamilyOrWhole(std::string_view key) {
    return key == "NAME" || key == "NOM";
}

std::string targetOf(const std::string& column, CsvContent content) {
    const std::string plain = cleaned(column);
    if (isTarget(content, plain)) return plain;
    const std::string key = record::normaliseName(plain);
    const auto names = columnNames(content);
    const auto known = std::find_if(names.begin(), names.end(), [&](const ColumnName& each) { return each.name == key; });
    return known != names.end() ? std::string(known->target) : std::string();
}

Status takeColumns(const Json& columns, CsvContent content, CsvMapping& mapping) {
    std::map<std::string, std::string> byTarget;
    for (const auto& [column, value] : columns.items()) {
        if (!value.is_string() || !isTarget(content, value.get<std::string>()))
            return fail(base::kMalformed, "The CSV mapping names no known target for the column \"" + column + "\"." + targetsHint(content));
        const std::string target = value.get<std::string>();
        if (const auto [at, added] = byTarget.try_emplace(target, column); !added && !isListedTarget(target))
            return fail(base::kMalformed, "The CSV mapping gives the columns \"" + at->second + "\" and \"" + column + "\" the same target \"" + target +
                                              "\", which has room for one value. Leave one of them out.");
        mapping.columns[column] = target;
    }
    if (byTarget.contains("name") && (byTarget.contains("familyName") || byTarget.contains("givenNames")))
        return fail(base::kMalformed, "The CSV mapping gives the column \"" + byTarget["name"] +
                                          "\" the target \"name\" beside columns of familyName or givenNames. Use one or the other.");
    return {};
}

Status takeConstants(const Json& constants, CsvContent content, CsvMapping& mapping) {
    if (!constants.is_object()) return fail(base::kMalformed, "The CSV mapping's \"constants\" are no object of targets and texts.");
    for (const auto& [target, value] : constants.items()) {
        if (!isTarget(content, target)) return fail(base::kMalformed, "The CSV mapping's constant \"" + target + "\" is no known target." + targetsHint(content));
        if (!value.is_string()) return fail(base::kMalformed, "The CSV mapping's constant \"" + target + "\" is no text.");
        mapping.constants[target] = value.get<std::string>();
    }
    return {};
}

Status takeValues(const Json& values, CsvContent content, CsvMapping& mapping) {
    const char* const form = "The CSV mapping's \"values\" are no object of columns or targets and what their cells mean, such as {\"sex\": {\"H\": \"M\"}}.";
    if (!values.is_object()) return fail(base::kMalformed, form);
    for (const auto& [column, meanings] : values.items()) {
        if (!mapping.columns.contains(column) && !isTarget(content, column))
            return fail(base::kMalformed, "The CSV mapping's \"values\" name \"" + column + "\", which is neither one of its columns nor a target." + targetsHint(content));
        if (!meanings.is_object()) return fail(base::kMalformed, form);
        for (const auto& [cell, meaning] : meanings.items()) {
            if (!meaning.is_string()) return fail(base::kMalformed, form);
            mapping.values[column][cell] = meaning.get<std::string>();
        }
    }
    return {};
}

}  // namespace

bool isListedTarget(std::string_view target) {
    return target == "familyName" || target == "givenNames" || target == "alias" || target == "face" || target.starts_with("finger");
}

Result<CsvMapping> parseCsvMapping(std::string_view json, CsvContent content) {
    COTEJO_TRY_ASSIGN(const Json document, parseJson(json, "CSV mapping", 1u << 20));
    CsvMapping mapping;
    if (const auto format = textAt(document, "dateFormat")) {
        mapping.dateFormat = *format;
        if (std::find(kDateFormats.begin(), kDateFormats.end(), *format) == kDateFormats.end()) {
            std::string known;
            for (const auto each : kDateFormats) known += (known.empty() ? "" : ", ") + std::string(each);
            return fail(base::kMalformed, "The CSV mapping's \"dateFormat\" is none of " + known + ".");
        }
    }
    if (const auto encoding = textAt(document, "encoding")) {
        if (const auto known = decodeText("", *encoding); !known) return fail(base::kMalformed, "The CSV mapping: " + known.error().detail);
        mapping.encoding = *encoding;
    }
    const auto columns = document.find("columns");
    if (columns == document.end() || !columns->is_object() || columns->empty())
        return fail(base::kMalformed, "The CSV mapping has no \"columns\". State one target for each column that counts, such as "
                                      "{\"columns\": {\"Apellidos\": \"familyName\"}}.");
    COTEJO_TRY(takeColumns(*columns, content, mapping));
    if (const auto constants = document.find("constants"); constants != document.end()) COTEJO_TRY(takeConstants(*constants, content, mapping));
    if (const auto values = document.find("values"); values != document.end()) COTEJO_TRY(takeValues(*values, content, mapping));
    return mapping;
}

std::optional<CsvMapping> guessCsvMapping(const std::vector<std::string>& header, CsvContent content) {
    CsvMapping mapping;
    for (const std::string& column : header)
        if (const std::string target = targetOf(column, content); !target.empty()) mapping.columns[column] = target;
    const auto has = [&](std::string_view target) {
        return std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& each) { return each.second == target; });
    };
    const bool family = has("familyName"), given = has("givenNames");
    for (auto& [column, target] : mapping.columns) {
        const std::string key = record::normaliseName(cleaned(column));
        if (isFamilyOrWhole(key) && given && !family) target = "familyName";
        if (isGivenOrWhole(key) && !family && !has("name")) target = "name";
    }
    // A whole name beside its parts would say them twice; it stays a fact. In a watchlist it is what is shown.
    if (content == CsvContent::Travelers && has("familyName"))
        std::erase_if(mapping.columns, [](const auto& each) { return each.second == "name"; });
    return has("familyName") || has("name") || has("mrz") || has("reference") ? std::optional(mapping) : std::nullopt;
}

std::size_t knownColumns(const std::vector<std::string>& cells, const CsvExpected& expected) {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](const std::string& cell) {
        if (cell.size() > 128) return false;
        return expected.mapping != nullptr ? expected.mapping->columns.contains(cell) || expected.mapping->columns.contains(cleaned(cell))
                                           : !targetOf(cell, expected.content).empty();
    }));
}

}  // namespace cotejo::exchange
