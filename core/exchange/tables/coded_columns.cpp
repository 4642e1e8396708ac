#include "core/exchange/tables/coded_columns.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/exchange/country_codes.h"
#include "core/exchange/text.h"
#include "core/record/name_key.h"
#include "core/record/watchlist.h"

namespace cotejo::exchange {

namespace {

struct Word {
    std::string_view word, code;
};

template <std::size_t N>
std::optional<std::string_view> find(const std::array<Word, N>& words, std::string_view asked) {
    for (const Word& each : words)
        if (each.word == asked) return each.code;
    return std::nullopt;
}

// Words that mean one sex whatever else their column has.
constexpr auto kSexWords = std::to_array<Word>({
    {"MALE", "M"},      {"MAN", "M"},       {"MASCULINE", "M"}, {"MASCULINO", "M"}, {"MASC", "M"},      {"HOMBRE", "M"},    {"VARON", "M"},
    {"HOMEM", "M"},     {"HOMME", "M"},     {"MASCULIN", "M"},  {"MONSIEUR", "M"},  {"FEMALE", "F"},    {"WOMAN", "F"},     {"FEMININE", "F"},
    {"FEMENINO", "F"},  {"FEMENINA", "F"},  {"FEM", "F"},       {"MUJER", "F"},     {"HEMBRA", "F"},    {"FEMININO", "F"},  {"FEMININA", "F"},
    {"MULHER", "F"},    {"FEMININ", "F"},   {"FEMME", "F"},     {"MADAME", "F"},    {"X", "X"},         {"U", "X"},         {"OTRO", "X"},
    {"OTHER", "X"},     {"NO BINARIO", "X"}, {"NON BINARY", "X"}, {"NAO BINARIO", "X"}, {"NON BINAIRE", "X"}, {"DESCONOCIDO", "X"}, {"UNKNOWN", "X"},
    {"UNSPECIFIED", "X"}, {"NO ESPECIFICADO", "X"}, {"INDETERMINADO", "X"}, {"AUTRE", "X"}, {"OUTRO", "X"}, {"INCONNU", "X"}, {"DESCONHECIDO", "X"},
});

constexpr auto kDocumentWords = std::to_array<Word>({
    {"PASAPORTE", "P"},         {"PASSPORT", "P"},         {"PASSEPORT", "P"},       {"PASSAPORTE", "P"},      {"PASAPORTE ORDINARIO", "P"},
    {"PAS", "P"},               {"PPT", "PPT"},            {"CEDULA", "I"},          {"CEDULA DE IDENTIDAD", "I"}, {"CEDULA DE CIUDADANIA", "I"},
    {"DNI", "I"},               {"IDENTITY CARD", "I"},    {"ID CARD", "I"},         {"NATIONAL ID", "I"},     {"CARTE DIDENTITE", "I"},
    {"CARTE NATIONALE DIDENTITE", "I"}, {"CARTAO DE CIDADAO", "I"}, {"BILHETE DE IDENTIDADE", "I"}, {"DOCUMENTO DE IDENTIDAD", "I"}, {"TARJETA DE IDENTIDAD", "I"},
    {"VISA", "V"},              {"VISADO", "V"},           {"VISTO", "V"},
});

constexpr auto kStatusWords = std::to_array<Word>({
    {"ACTIVO", "active"},       {"ACTIVA", "active"},      {"ATIVO", "active"},      {"ATIVA", "active"},       {"ACTIF", "active"},       {"VIGENTE", "active"},
    {"SUSPENDIDO", "suspended"}, {"SUSPENDIDA", "suspended"}, {"SUSPENSO", "suspended"}, {"SUSPENDU", "suspended"}, {"RETIRADO", "withdrawn"}, {"RETIRADA", "withdrawn"},
    {"RETIRE", "withdrawn"},    {"ANULADO", "withdrawn"},  {"ANULADA", "withdrawn"}, {"CUMPLIDO", "served"},    {"CUMPLIDA", "served"},    {"CUMPRIDO", "served"},
    {"EJECUTADA", "served"},    {"VENCIDO", "expired"},    {"VENCIDA", "expired"},   {"CADUCADO", "expired"},   {"CADUCADA", "expired"},   {"EXPIRE", "expired"},
    {"NO EXTRADITION", "no_extradition"}, {"SIN EXTRADICION", "no_extradition"},
});

constexpr auto kGradeWords = std::to_array<Word>({
    {"DESCONOCIDO", "unknown"}, {"INTELIGENCIA", "intelligence"}, {"RENSEIGNEMENT", "intelligence"}, {"DENUNCIA", "allegation"}, {"ALLEGATION", "allegation"},
    {"ACUSACION", "charge"},    {"ACUSACAO", "charge"},    {"INCULPATION", "charge"}, {"ORDEN", "warrant"},     {"ORDEN DE DETENCION", "warrant"},
    {"ORDEN DE CAPTURA", "warrant"}, {"MANDAMIENTO", "warrant"}, {"MANDADO", "warrant"}, {"MANDAT", "warrant"}, {"CONDENA", "conviction"},
    {"SENTENCIA", "conviction"}, {"CONDENACAO", "conviction"}, {"CONDAMNATION", "conviction"},
});

template <class Enum, std::size_t N>
std::optional<std::string> codeOrWord(const std::array<Word, N>& words, const std::string& cell) {
    if (record::fromCode<Enum>(cell)) return cell;
    std::string lower = cell;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == ' ' ? '_' : c; });
    if (record::fromCode<Enum>(lower)) return lower;
    if (const auto word = find(words, record::normaliseName(cell))) return std::string(*word);
    return std::nullopt;
}

// A column of M alone under such a header may be of men or of mujeres.
bool mayMeanMujer(const std::string& header) {
    const std::string key = record::normaliseName(header);
    return key == "SEXO" || key == "GENERO" || key == "SEXO GENERO";
}

// What the letters of a column mean, by which of them stand together; "?" asks.
std::map<std::string, std::string> lettersOf(const std::set<std::string>& seen, bool spanishHeader) {
    const auto has = [&](const char* letter) { return seen.contains(letter); };
    const bool feminineWord = has("FEMENINO") || has("FEMENINA") || has("FEMALE") || has("FEMININO") || has("FEMININ") || has("FEM");
    const bool masculineWord = has("MASCULINO") || has("MALE") || has("MASCULIN") || has("MASC");
    const bool mujerWord = has("MUJER") || has("MULHER");
    std::map<std::string, std::string> letters{{"F", "F"}, {"0", "X"}, {"9", "X"}, {"1", "M"}, {"2", "F"}};
    // Hombre, homem, homme; hembra only beside varón or macho.
    const bool varon = has("V") || has("VARON");
    letters["H"] = varon ? "F" : "M";
    letters["V"] = "M";
    const bool f = has("F") || feminineWord;
    const bool otherMan = (has("H") && !varon) || varon || has("HOMBRE") || has("HOMEM");
    if (otherMan && (f || masculineWord))
        letters["M"] = "?";
    else if (otherMan || mujerWord)
        letters["M"] = "F";
    else if (f || masculineWord || !spanishHeader)
        letters["M"] = "M";
    else
        letters["M"] = "?";
    if (varon && f) letters["H"] = "?";
    // H beside nothing, or 1 and 2 beside letters, have no rule of their own.
    if ((has("1") || has("2")) && (has("F") || has("M") || has("H") || has("V"))) letters["1"] = letters["2"] = "?";
    return letters;
}

}  // namespace

bool isCodedTarget(std::string_view target) {
    return target == "sex" || target == "nationality" || target == "issuer" || target == "documentType" || target == "issuerCountry" || target == "status" ||
           target == "grade";
}

CodedColumns::CodedColumns(const CsvTable& table, const CsvMapping& mapping, ValidationReport& report) : m_mapping(mapping) {
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const auto at = mapping.columns.find(table.header[i]);
        if (at == mapping.columns.end() || at->second != "sex") continue;
        std::vector<std::string> cells;
        for (const CsvRow& row : table.rows) cells.push_back(row.cells[i]);
        settleSex(table.header[i], cells, report);
    }
}

void CodedColumns::settleSex(const std::string& column, const std::vector<std::string>& cells, ValidationReport& report) {
    std::set<std::string> seen;
    for (const std::string& cell : cells)
        if (cell.size() <= 32 && seen.size() < 64) seen.insert(record::normaliseName(cleaned(cell)));
    const auto letters = lettersOf(seen, mayMeanMujer(column));
    std::string said;
    bool plain = true;
    auto& meanings = m_sex[column];
    for (const std::string& each : seen) {
        if (const auto word = find(kSexWords, each))
            meanings[each] = *word;
        else if (const auto letter = letters.find(each); letter != letters.end())
            meanings[each] = letter->second;
        else
            continue;
        plain = plain && meanings[each] == each;
        said += (said.empty() ? "" : ", ") + each + " = " + meanings[each];
    }
    if (!plain)
        report.add({Severity::Note, "", column, "csv.sex_column",
                    "The column was read as a whole: " + said + ". If that is wrong, state \"values\" for it in a mapping file.",
                    {{"meanings", said}}});
}

CodedColumns::Meaning CodedColumns::meaningOf(const std::string& target, const std::string& column, const std::string& cell) const {
    for (const std::string& key : {column, target})
        if (const auto stated = m_mapping.values.find(key); stated != m_mapping.values.end())
            for (const std::string& spelling : {cell, cleaned(cell)})
                if (const auto value = stated->second.find(spelling); value != stated->second.end())
                    return ownMeaning(target, {}, value->second);
    return ownMeaning(target, column, cell);
}

CodedColumns::Meaning CodedColumns::ownMeaning(const std::string& target, const std::string& column, const std::string& cell) const {
    const std::string written = cleaned(cell);
    std::optional<std::string> code;
    if (target == "sex") {
        const auto settled = m_sex.find(column);
        if (settled == m_sex.end()) {
            if (record::fromCode<record::Sex>(written)) code = written;
            else if (const auto word = find(kSexWords, record::normaliseName(written))) code = *word;
        } else if (const auto at = settled->second.find(record::normaliseName(written)); at != settled->second.end()) {
            if (at->second == "?") return {written, Verdict::Ambiguous};
            code = at->second;
        } else if (written == "<") {
            code = "X";
        }
    } else if (target == "nationality" || target == "issuer" || target == "issuerCountry") {
        code = countryCodeOf(written);
    } else if (target == "documentType") {
        code = written;
        if (const auto word = find(kDocumentWords, record::normaliseName(written))) code = *word;
    } else if (target == "status") {
        code = codeOrWord<record::EntryStatus>(kStatusWords, written);
    } else if (target == "grade") {
        code = codeOrWord<record::EvidenceGrade>(kGradeWords, written);
    }
    return code ? Meaning{*code, Verdict::Known} : Meaning{written, Verdict::Unknown};
}

}  // namespace cotejo::exchange
