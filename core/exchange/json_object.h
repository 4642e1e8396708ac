#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/exchange/report.h"

namespace cotejo::exchange {

/// A JSON object that is read member by member. What is taken leaves the object; what is of another type stays, with a finding; what
/// is left at the end belongs to nobody and is kept by the caller. Places are JSON pointers (RFC 6901).
class JsonObject {
  public:
    /// `format` begins the finding's rules: "osia" gives "osia.type". `report` outlives it.
    JsonObject(Json object, std::string pointer, std::string format, ValidationReport& report);

    /// Empty when absent or null.
    std::string text(const char* key);
    /// As text, of a string or a whole number.
    std::string textOrNumber(const char* key);
    /// Nothing when absent, null, or not from 0 to 2^31 - 1.
    std::optional<int> whole(const char* key);
    std::optional<double> number(const char* key);
    std::optional<Json> object(const char* key);
    /// Empty when absent or null.
    std::optional<Json> array(const char* key);
    bool has(const char* key) const;

    /// Puts a taken value back, because it turned out to be unusable.
    void putBack(const char* key, Json value) { m_object[key] = std::move(value); }
    void find(Severity severity, const char* key, const char* rule, std::string detail);
    const std::string& pointer() const { return m_pointer; }
    std::string pointerTo(std::string_view key) const;
    /// A note for each member that is left. `known` are members that the format has and nobody took.
    void noteUnknown(std::initializer_list<std::string_view> known);
    Json rest() { return std::move(m_object); }

  private:
    std::optional<Json> take(const char* key, bool (*fits)(const Json&), const char* wanted);

    Json m_object;
    std::string m_pointer;
    std::string m_format;
    ValidationReport& m_report;
};

/// Sets the member unless the text is empty.
void put(Json& object, const char* key, const std::string& text);

/// The text without a byte order mark and white space begins like a JSON object or array.
bool looksLikeJson(std::string_view text);

}  // namespace cotejo::exchange
