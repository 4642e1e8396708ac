#include "core/base/errors.h"
#include "tests/unit/partner/agreements.h"

/// Agreements as data: read strictly, written in one way, and said in words.
namespace cotejo::partner::testing {
namespace {

std::string errorOf(const Json& json) { return codeOf(readProfile(json.dump())); }

/// Every path of an object to a member or an element.
void paths(const Json& json, const Json::json_pointer& at, std::vector<Json::json_pointer>& all) {
    if (json.is_object())
        for (const auto& [key, value] : json.items()) {
            all.push_back(at / key);
            paths(value, at / key, all);
        }
}

TEST(Profile, TheExampleIsReadAndWrittenTheSame) {
    const auto profile = readProfile(exampleText());
    ASSERT_TRUE(profile) << profile.error().detail;
    EXPECT_EQ(profile->purposes.size(), 6u);
    const auto canonical = writeProfile(*profile);
    EXPECT_EQ(canonical, canonicalJson(Json::parse(exampleText())));
    EXPECT_EQ(writeProfile(*readProfile(canonical)), canonical);
    EXPECT_EQ(hashOf(*profile), sha256(canonical));
}

TEST(Profile, EveryMemberMustStandInIt) {
    const auto whole = Json::parse(exampleText());
    std::vector<Json::json_pointer> all;
    paths(whole, Json::json_pointer(), all);
    ASSERT_GT(all.size(), 70u);
    int optional = 0;
    for (const auto& each : all) {
        auto json = whole;
        auto& parent = json.at(each.parent_pointer());
        parent.erase(each.back());
        // A purpose less is another agreement; anything else is none.
        const bool purpose = each.parent_pointer() == Json::json_pointer("/purposes");
        optional += purpose ? 1 : 0;
        EXPECT_EQ(errorOf(json), purpose ? "" : "E_MALFORMED") << each.to_string();
    }
    EXPECT_EQ(optional, 6);
}

TEST(Profile, EveryMemberMustBeOfItsKind) {
    const auto whole = Json::parse(exampleText());
    std::vector<Json::json_pointer> all;
    paths(whole, Json::json_pointer(), all);
    const Json wrong[] = {nullptr, "two\nlines", std::string(500, 'x'), -1, 1.5, 9'000'000'000'000, Json::array({Json::object()}), Json{{"strange", 1}}};
    for (const auto& each : all)
        for (const auto& value : wrong) {
            auto json = whole;
            json[each] = value;
            EXPECT_EQ(errorOf(json), "E_MALFORMED") << each.to_string() << " = " << value.dump();
        }
}

TEST(Profile, AnUnknownMemberIsNamed) {
    const auto whole = Json::parse(exampleText());
    for (const char* at : {"/extra", "/caveat/fr", "/purposes/border_inquiry/extra", "/purposes/espionage", "/keys/0/extra"}) {
        auto json = whole;
        json[Json::json_pointer(at)] = json.at("purposes").at("correction");
        const auto read = readProfile(json.dump());
        ASSERT_FALSE(read) << at;
        EXPECT_TRUE(read.error().is(base::kMalformed));
    }
    auto json = whole;
    json["purposes"]["border_inquiry"]["home_address"] = true;
    EXPECT_EQ(paramOf(readProfile(json.dump()), "place"), "/purposes/border_inquiry/home_address");
}

TEST(Profile, WhatContradictsItselfIsRefused) {
    const std::pair<const char*, Json> wrong[] = {
        {"/valid_until", "2024-11-04T00:00:00Z"}, {"/valid_from", "2040-01-01T00:00:00Z"}, {"/valid_from", "2024-11-04"}, {"/valid_from", "2024-11-04T00:00:00.000Z"},
        {"/country", "XXB"}, {"/country", "QQQ"}, {"/country", "uto"}, {"/id", "UTN CF"}, {"/id", "../x"}, {"/id", ""}, {"/version", 0}, {"/purposes", Json::object()},
        {"/address", "127.0.0.1"}, {"/address", "host:0"}, {"/address", "host:65536"}, {"/address", "http://host:1"}, {"/authority", ""}, {"/carrier", "spool"}, {"/carrier", "pigeon"}, {"/format", "pdf"},
        {"/keys", Json::array()}, {"/keys/0/until", "2024-11-04T00:00:00Z"}, {"/keys/0/box", std::string(64, '0')}, {"/keys/0/signing", std::string(64, '0')}, {"/keys/0/box", std::string(64, 'A')},
        {"/keys/0/box", "01" + std::string(62, '0')}, {"/posts", {"puesto"}}, {"/posts", {std::string(32, 'a'), std::string(32, 'a')}},
        {"/purposes/border_inquiry/fields", Json::array()}, {"/purposes/border_inquiry/fields", {"family_name"}}, {"/purposes/border_inquiry/fields", {"religion"}},
        {"/purposes/border_inquiry/faces", 0}, {"/purposes/border_inquiry/fingers", Json::array()}, {"/purposes/border_inquiry/fingers", {"unknown"}},
        {"/purposes/border_inquiry/fingers", {"left_index", "left_index"}}, {"/purposes/confirmation/grades", Json::array()}, {"/purposes/pre_removal/quota", 1},
        {"/purposes/border_inquiry/clock_minutes", 0}, {"/caveat/es", ""}};
    for (const auto& [at, value] : wrong) {
        auto json = Json::parse(exampleText());
        json[Json::json_pointer(at)] = value;
        const auto read = readProfile(json.dump());
        EXPECT_EQ(codeOf(read), "E_MALFORMED") << at << " " << value.dump();
        EXPECT_TRUE(paramOf(read, "place").starts_with("/")) << at;
    }
    EXPECT_EQ(codeOf(readProfile(std::string(kProfileCap + 1, ' '))), "E_TOO_LARGE");
    EXPECT_EQ(codeOf(readProfile("[]")), "E_MALFORMED");
    EXPECT_EQ(codeOf(readProfile(R"({"id":"a","id":"b"})")), "E_MALFORMED");
    const auto whole = exampleText();
    for (std::size_t cut = 0; cut + 2 < whole.size(); ++cut) ASSERT_EQ(codeOf(readProfile(std::string_view(whole).substr(0, cut))), "E_MALFORMED") << cut;
}

TEST(Profile, TwoKeysMayBeValidAtATime) {
    auto profile = example();
    auto next = profile.keys.front();
    next.signing = PublicKey::fromBytes(sha256("next").bytes()).value();
    next.from = kNow;
    profile.keys.push_back(next);
    EXPECT_EQ(keysAt(profile, kNow - std::chrono::hours(1)).size(), 1u);
    const auto both = keysAt(profile, kNow);
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both.front().signing, next.signing) << "the newest first";
    EXPECT_TRUE(keysAt(profile, profile.keys.front().until).empty());
    EXPECT_TRUE(inForce(profile, profile.validFrom));
    EXPECT_FALSE(inForce(profile, profile.validUntil));
}

TEST(Profile, ItsWordsSayEveryMember) {
    const auto profile = example();
    for (const auto* language : {"es", "en"}) {
        std::string before;
        for (const auto& each : inWords(profile, language)) {
            EXPECT_EQ(each.find('\n'), each.npos);
            before += each + "\n";
        }
        // Whatever of it changes, the words change.
        std::vector<std::pair<const char*, Json>> changes{
            {"/id", "UTN-CF-03"}, {"/version", 4}, {"/partner", "Utopía Sur"}, {"/country", "UTO"}, {"/contact", "Otra"}, {"/agreement", "Otro"}, {"/legal_basis", "Otra"}, {"/transfer_basis", "Otra"},
            {"/valid_from", "2024-11-05T00:00:00Z"}, {"/valid_until", "2036-12-30T00:00:00Z"}, {"/format", "nist"}, {"/address", "127.0.0.2:8843"}, {"/authority", std::string(64, 'a')},
            {"/keys/0/signing", std::string(64, 'a')}, {"/keys/0/box", std::string(64, 'a')}, {"/keys/0/from", "2024-11-05T00:00:00Z"}, {"/keys/0/until", "2036-12-30T00:00:00Z"},
            {"/caveat/es", "Otra."}, {"/caveat/en", "Other."}, {"/their_retention_days", 31}, {"/our_retention_days", 1}, {"/posts", {std::string(32, 'a')}}};
        const std::pair<const char*, Json> ofRules[] = {{"direction", "answer"}, {"by_supervisor", true}, {"clock_minutes", 241}, {"fields", {"given_names", "faces", "fingers"}}, {"grades", {"charge"}},
                                                        {"faces", 1}, {"fingers", {"left_little"}}, {"candidates", 6}, {"quota", 201}};
        for (const auto& [key, value] : ofRules) {
            auto json = Json::parse(exampleText());
            json["purposes"]["border_inquiry"][key] = value;
            const auto changed = readProfile(json.dump());
            ASSERT_TRUE(changed) << key << changed.error().detail;
            EXPECT_NE(inWords(*changed, language), inWords(profile, language)) << key;
        }
        for (const auto& [at, value] : changes) {
            auto json = Json::parse(exampleText());
            json[Json::json_pointer(at)] = value;
            const auto changed = readProfile(json.dump());
            ASSERT_TRUE(changed) << at << changed.error().detail;
            EXPECT_NE(inWords(*changed, language), inWords(profile, language)) << at;
        }
        EXPECT_NE(before.find(language == std::string("es") ? "acusación, orden de detención y condena" : "charge, warrant and conviction"), before.npos) << before;
    }
    EXPECT_EQ(inWords(profile, "es").size(), inWords(profile, "en").size());
}

}  // namespace
}  // namespace cotejo::partner::testing
