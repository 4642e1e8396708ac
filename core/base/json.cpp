#include "core/base/json.h"

#include <algorithm>
#include <vector>

#include "core/base/errors.h"

namespace cotejo {

namespace {

/// Builds the value while it is read: a key that comes twice and a level too many stop it where they stand.
class Builder {
  public:
    Builder(int maxDepth, std::size_t maxValues) : m_maxDepth(static_cast<std::size_t>(std::max(0, maxDepth))), m_left(maxValues) {}
    Json take() { return std::move(m_root); }
    const std::string& problem() const { return m_problem; }

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(Json::number_integer_t value) { return add(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
    bool number_float(Json::number_float_t value, const std::string&) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Json::binary_t&) { return no("holds binary data"); }
    bool start_object(std::size_t) { return open(Json::value_t::object); }
    bool key(std::string& name) {
        auto& object = *m_open.back()->get_ptr<Json::object_t*>();
        const auto [at, fresh] = object.emplace(std::move(name), nullptr);
        if (!fresh) return no("has a key twice in one object");
        m_member = &at->second;
        return true;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::value_t::array); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t, const std::string&, const Json::exception& error) { return no(std::string("is not JSON: ") + error.what()); }

  private:
    bool no(std::string problem) {
        m_problem = std::move(problem);
        return false;
    }
    template <class Value>
    Json* place(Value&& value) {
        if (m_open.empty()) return &(m_root = std::forward<Value>(value));
        if (auto* array = m_open.back()->get_ptr<Json::array_t*>()) return &array->emplace_back(std::forward<Value>(value));
        return &(*m_member = std::forward<Value>(value));
    }
    template <class Value>
    bool add(Value&& value) {
        if (m_left-- == 0) return no("has too many values");
        place(std::forward<Value>(value));
        return true;
    }
    bool open(Json::value_t type) {
        if (m_left-- == 0) return no("has too many values");
        if (m_open.size() >= m_maxDepth) return no("is nested deeper than " + std::to_string(m_maxDepth) + " levels");
        m_open.push_back(place(Json(type)));
        return true;
    }
    bool close() {
        m_open.pop_back();
        return true;
    }

    std::size_t m_maxDepth;
    std::size_t m_left;
    Json m_root;
    std::vector<Json*> m_open;  ///< an array grows only at its end, whose members are never open while it does
    Json* m_member = nullptr;
    std::string m_problem;
};

}  // namespace

Result<Json> parseJson(std::string_view text, std::string_view what, std::size_t maxBytes, int maxDepth, std::size_t maxValues) {
    if (text.size() > maxBytes)
        return fail(base::kTooLarge, std::string(what) + " is " + std::to_string(text.size()) + " bytes of JSON; at most " +
                                         std::to_string(maxBytes) + " are read");
    Builder builder(maxDepth, maxValues);
    if (Json::sax_parse(text.begin(), text.end(), &builder)) return builder.take();
    return fail(base::kMalformed, std::string(what) + " " + builder.problem());
}

std::string canonicalJson(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

namespace {

const Json* find(const Json& object, std::string_view key) {
    if (!object.is_object()) return nullptr;
    const auto at = object.find(key);
    return at == object.end() ? nullptr : &*at;
}

}  // namespace

std::optional<std::string> textAt(const Json& object, std::string_view key) {
    const auto* value = find(object, key);
    return value && value->is_string() ? std::optional(value->get<std::string>()) : std::nullopt;
}

std::optional<std::int64_t> integerAt(const Json& object, std::string_view key) {
    const auto* value = find(object, key);
    return value && value->is_number_integer() ? std::optional(value->get<std::int64_t>()) : std::nullopt;
}

std::optional<double> numberAt(const Json& object, std::string_view key) {
    const auto* value = find(object, key);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

std::optional<bool> boolAt(const Json& object, std::string_view key) {
    const auto* value = find(object, key);
    return value && value->is_boolean() ? std::optional(value->get<bool>()) : std::nullopt;
}

}  // namespace cotejo
