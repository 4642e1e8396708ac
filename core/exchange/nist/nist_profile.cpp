#include "core/exchange/nist/nist_profile.h"

#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/exchange/nist/nist_detail.h"

namespace cotejo::exchange {

namespace {

tl::unexpected<Error> malformed(const std::string& what) {
    return fail(base::kMalformed, "The transaction profile is not valid: " + what + ".");
}

Result<std::pair<int, NistProfile::Field>> readField(const std::string& key, const Json& value) {
    const auto tag = nist::tagAt(key + ":");
    if (!tag || tag->type != 2 || tag->length != key.size() + 1)
        return malformed("\"" + key + "\" is no Type-2 field such as \"2.018\"");
    const auto label = textAt(value, "label");
    if (!label) return malformed("\"" + key + "\" has no label");
    return std::pair(tag->number, NistProfile::Field{*label, textAt(value, "meaning").value_or("")});
}

}  // namespace

Result<NistProfile> parseNistProfile(std::string_view json) {
    COTEJO_TRY_ASSIGN(const Json document, parseJson(json, "transaction profile", 1u << 20));
    NistProfile profile;
    const auto id = textAt(document, "id");
    if (!id) return malformed("\"id\" is missing");
    profile.id = *id;
    if (const auto list = document.find("transactions"); list != document.end()) {
        for (const Json& each : *list) {
            if (!each.is_string()) return malformed("\"transactions\" has something other than text");
            profile.transactions.push_back(each.get<std::string>());
        }
    }
    if (const auto list = document.find("mandatory"); list != document.end()) {
        for (const Json& each : *list) {
            if (!each.is_number_integer())
                return malformed("\"mandatory\" has something other than field numbers");
            profile.mandatory.push_back(each.get<int>());
        }
    }
    const auto fields = document.find("fields");
    if (fields == document.end() || !fields->is_object()) return malformed("\"fields\" is missing");
    for (const auto& [key, value] : fields->items()) {
        COTEJO_TRY_ASSIGN(auto field, readField(key, value));
        profile.fields.insert(std::move(field));
    }
    return profile;
}

const NistProfile& neutralNistProfile() {
    static const NistProfile profile = {"CTJ",
                                        {},
                                        {},
                                        {{5, {"RET", ""}},
                                         {9, {"OCA", ""}},
                                         {15, {"SID", ""}},
                                         {16, {"SOC", ""}},
                                         {18, {"NAM", "name"}},
                                         {19, {"AKA", "alias"}},
                                         {20, {"POB", "birthPlace"}},
                                         {21, {"CTZ", "nationality"}},
                                         {22, {"DOB", "birthDate"}},
                                         {24, {"SEX", "sex"}},
                                         {25, {"RAC", ""}},
                                         {27, {"HGT", ""}},
                                         {29, {"WGT", ""}},
                                         {31, {"EYE", ""}},
                                         {32, {"HAI", ""}},
                                         {37, {"RFP", ""}},
                                         {38, {"DPR", ""}},
                                         {39, {"EAD", ""}},
                                         {40, {"OCP", ""}},
                                         {41, {"RES", ""}},
                                         {45, {"DOA", ""}},
                                         {47, {"ASL", ""}},
                                         {67, {"IMA", ""}},
                                         {73, {"CRI", ""}},
                                         {84, {"AMP", "missingFingers"}}}};
    return profile;
}

}  // namespace cotejo::exchange
