#include <algorithm>
#include <span>

#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/exchange/tables/csv.h"
#include "core/record/name_key.h"
#include "core/record/sample.h"

namespace cotejo::exchange {

namespace {

struct Synonym {
    std::string_view name;  // as record::normaliseName writes it
    std::string_view target;
};

constexpr auto kOfTravelers = std::to_array<Synonym>({
    {"FAMILYNAME", "familyName"},
    {"FAMILY NAME", "familyName"},
    {"SURNAME", "familyName"},
    {"LAST NAME", "familyName"},
    {"APELLIDOS", "familyName"},
    {"APELLIDO", "familyName"},
    {"GIVENNAMES", "givenNames"},
    {"GIVEN NAMES", "givenNames"},
    {"FIRST NAME", "givenNames"},
    {"NOMBRES", "givenNames"},
    {"NOMBRE", "givenNames"},
    {"NAME", "name"},
    {"FULL NAME", "name"},
    {"NOMBRE COMPLETO", "name"},
    {"ALIAS", "alias"},
    {"BIRTHDATE", "birthDate"},
    {"BIRTH DATE", "birthDate"},
    {"DATE OF BIRTH", "birthDate"},
    {"FECHA DE NACIMIENTO", "birthDate"},
    {"SEX", "sex"},
    {"SEXO", "sex"},
    {"NATIONALITY", "nationality"},
    {"NACIONALIDAD", "nationality"},
    {"DOCUMENTTYPE", "documentType"},
    {"DOCUMENT TYPE", "documentType"},
    {"TIPO DE DOCUMENTO", "documentType"},
    {"ISSUER", "issuer"},
    {"PAIS EMISOR", "issuer"},
    {"DOCUMENTNUMBER", "documentNumber"},
    {"DOCUMENT NUMBER", "documentNumber"},
    {"PASSPORT", "documentNumber"},
    {"NUMERO DE DOCUMENTO", "documentNumber"},
    {"PASAPORTE", "documentNumber"},
    {"EXPIRY", "expiry"},
    {"EXPIRY DATE", "expiry"},
    {"FECHA DE CADUCIDAD", "expiry"},
    {"MRZ", "mrz"},
    {"FACE", "face"},
    {"PHOTO", "face"},
    {"IMAGE", "face"},
    {"FOTO", "face"},
    {"ROSTRO", "face"},
    {"FINGER", "finger"},
    {"FINGERPRINT", "finger"},
    {"HUELLA", "finger"},
});
constexpr auto kOfWatchlists = std::to_array<Synonym>({
    {"REFERENCE", "reference"},
    {"NUMBER", "reference"},
    {"REFERENCIA", "reference"},
    {"EXPEDIENTE", "reference"},
    {"GALLERY", "gallery"},
    {"LIST", "gallery"},
    {"LISTA", "gallery"},
    {"NAME", "name"},
    {"FULL NAME", "name"},
    {"NOMBRE COMPLETO", "name"},
    {"FAMILYNAME", "familyName"},
    {"FAMILY NAME", "familyName"},
    {"SURNAME", "familyName"},
    {"LAST NAME", "familyName"},
    {"APELLIDOS", "familyName"},
    {"APELLIDO", "familyName"},
    {"GIVENNAMES", "givenNames"},
    {"GIVEN NAMES", "givenNames"},
    {"FIRST NAME", "givenNames"},
    {"NOMBRES", "givenNames"},
    {"NOMBRE", "givenNames"},
    {"ISSUER", "issuer"},
    {"AUTHORITY", "issuer"},
    {"AUTORIDAD", "issuer"},
    {"ISSUERCOUNTRY", "issuerCountry"},
    {"ISSUER COUNTRY", "issuerCountry"},
    {"PAIS EMISOR", "issuerCountry"},
    {"REASON", "reason"},
    {"MOTIVO", "reason"},
    {"STATUS", "status"},
    {"ESTADO", "status"},
    {"GRADE", "grade"},
    {"EVIDENCE GRADE", "grade"},
    {"GRADO", "grade"},
    {"REVIEWBY", "reviewBy"},
    {"REVIEW BY", "reviewBy"},
    {"REVISAR ANTES DE", "reviewBy"},
    {"CAVEATS", "caveats"},
    {"SALVEDADES", "caveats"},
    {"FACE", "face"},
    {"PHOTO", "face"},
    {"FOTO", "face"},
    {"ROSTRO", "face"},
    {"FINGER", "finger"},
    {"FINGERPRINT", "finger"},
    {"HUELLA", "finger"},
});

std::span<const Synonym> synonymsOf(CsvContent content) {
    if (content == CsvContent::Watchlist) return kOfWatchlists;
    return kOfTravelers;
}

bool isTarget(CsvContent content, std::string_view target) {
    if (target.starts_with("finger:")) return record::fromCode<record::FingerPosition>(target.substr(7)).has_value();
    const auto synonyms = synonymsOf(content);
    return std::any_of(synonyms.begin(), synonyms.end(), [&](const Synonym& each) { return each.target == target; });
}

std::string targetsHint(CsvContent content) {
    std::string hint = " Known: ";
    std::string_view last;
    for (const Synonym& each : synonymsOf(content))  // those of one target stand together
        if (each.target != last) {
            hint += std::string(each.target) + ", ";
            last = each.target;
        }
    return hint + "finger:right_index and the other fingers.";
}

}  // namespace

Result<CsvMapping> parseCsvMapping(std::string_view json, CsvContent content) {
    COTEJO_TRY_ASSIGN(const Json document, parseJson(json, "CSV mapping", 1u << 20));
    CsvMapping mapping;
    if (const auto format = textAt(document, "dateFormat")) {
        mapping.dateFormat = *format;
        if (*format != "YYYY-MM-DD" && *format != "YYYYMMDD" && *format != "DD/MM/YYYY" &&
            *format != "MM/DD/YYYY" && *format != "DD.MM.YYYY")
            return fail(base::kMalformed,
                        "The CSV mapping's \"dateFormat\" is none of YYYY-MM-DD, YYYYMMDD, DD/MM/YYYY, "
                        "MM/DD/YYYY, DD.MM.YYYY.");
    }
    const auto columns = document.find("columns");
    if (columns == document.end() || !columns->is_object() || columns->empty())
        return fail(base::kMalformed, "The CSV mapping has no \"columns\". State one target for each column that counts, such as "
                                      "{\"columns\": {\"Apellidos\": \"familyName\"}}.");
    for (const auto& [column, target] : columns->items()) {
        if (!target.is_string() || !isTarget(content, target.get<std::string>()))
            return fail(base::kMalformed, "The CSV mapping names no known target for the column \"" + column + "\"." + targetsHint(content));
        mapping.columns[column] = target.get<std::string>();
    }
    const auto constants = document.find("constants");
    if (constants == document.end()) return mapping;
    if (!constants->is_object()) return fail(base::kMalformed, "The CSV mapping's \"constants\" are no object of targets and texts.");
    for (const auto& [target, value] : constants->items()) {
        if (!isTarget(content, target)) return fail(base::kMalformed, "The CSV mapping's constant \"" + target + "\" is no known target." + targetsHint(content));
        if (!value.is_string()) return fail(base::kMalformed, "The CSV mapping's constant \"" + target + "\" is no text.");
        mapping.constants[target] = value.get<std::string>();
    }
    return mapping;
}

std::optional<CsvMapping> guessCsvMapping(const std::vector<std::string>& header, CsvContent content) {
    CsvMapping mapping;
    bool names = false;
    for (const std::string& column : header) {
        const std::string key = record::normaliseName(column);
        const auto synonyms = synonymsOf(content);
        const auto known = std::find_if(synonyms.begin(), synonyms.end(), [&](const Synonym& each) { return each.name == key; });
        const std::string target = known != synonyms.end() ? std::string(known->target)
                                   : isTarget(content, column)       ? column
                                                            : std::string();
        if (target.empty()) continue;
        mapping.columns[column] = target;
        names = names || target == "familyName" || target == "name" || target == "mrz" || target == "reference";
    }
    return names ? std::optional(mapping) : std::nullopt;
}

}  // namespace cotejo::exchange
