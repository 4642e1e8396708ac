#include "core/roster/roster.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/roster/admin_key.h"
#include "core/roster/errors.h"
#include "tests/support/temp_folder.h"

// What the organisation says, and who may make it say so (TRUST.md, Roster).
namespace cotejo::roster {
namespace {

using record::Role;

const UtcTime kDay = fromMillis(1'790'000'000'000);

struct Person {
    record::Officer officer;
    SigningKey key = SigningKey::random();

    explicit Person(const std::string& login, std::vector<record::RoleGrant> grants = {}) {
        officer.id = OfficerId::random();
        officer.login = login;
        officer.displayName = "Name of " + login;
        officer.post = PostId::random();
        officer.key = key.publicKey();
        officer.grants = std::move(grants);
    }
    Hash number() const { return sha256(officer.login + "'s personnel number"); }
};

struct Organisation {
    Person one{"one", {{Role::Admin}}}, two{"two", {{Role::Admin}}};
    Roster roster = founding().value();
    std::vector<Entry> log;

    Entry foundingEntry() const {
        Entry entry{1, {}, "MIG", kDay, Founding{{one.officer, two.officer}}, {}};
        sign(entry, one.officer.id, one.key);
        sign(entry, two.officer.id, two.key);
        return entry;
    }
    Result<Roster> founding() const { return Roster::founded(foundingEntry()); }

    Entry signedBy(Change change, std::vector<const Person*> who) const {
        auto entry = roster.next(std::move(change), kDay);
        for (const auto* each : who) sign(entry, each->officer.id, each->key);
        return entry;
    }
    std::string enter(Change change, std::vector<const Person*> who) {
        auto entry = signedBy(std::move(change), std::move(who));
        auto next = roster.after(entry);
        if (!next) return next.error().code;
        roster = std::move(*next);
        log.push_back(std::move(entry));
        return "";
    }
    std::string admit(const Person& who) { return enter(AdmitOfficer{who.officer, who.number()}, {&one, &two}); }
};

TEST(Roster, IsFoundedByTwoAdministratorsWhoBothSign) {
    const Organisation org;
    EXPECT_EQ(org.roster.version(), 1u);
    EXPECT_EQ(org.roster.root(), hashOf(org.foundingEntry()));
    EXPECT_TRUE(org.roster.isAdministrator(org.one.officer.id));

    auto alone = org.foundingEntry();
    alone.signatures.pop_back();
    EXPECT_EQ(Roster::founded(alone).error().code, kSecond);
    Entry single{1, {}, "MIG", kDay, Founding{{org.one.officer}}, {}};
    sign(single, org.one.officer.id, org.one.key);
    EXPECT_EQ(Roster::founded(single).error().code, kLast);
    Entry twice{1, {}, "MIG", kDay, Founding{{org.one.officer, org.one.officer}}, {}};
    EXPECT_EQ(Roster::founded(twice).error().code, kPerson);
    auto more = org.one.officer;
    more.grants.push_back({Role::Supervisor});
    Entry mixed{1, {}, "MIG", kDay, Founding{{more, org.two.officer}}, {}};
    EXPECT_EQ(Roster::founded(mixed).error().code, kSeparation);
}

TEST(Roster, EveryKindOfEntryReadsBackToItsOwnBytes) {
    Organisation org;
    const Person officer("officer", {{Role::Officer}, {Role::ExaminerFace, kDay}});
    for (const Change& change : std::vector<Change>{Founding{{org.one.officer, org.two.officer}}, AdmitOfficer{officer.officer, officer.number()},
                                                    SetRoles{officer.officer.id, {{Role::Dpo, kDay}}}, SuspendOfficer{officer.officer.id, "left"},
                                                    RestoreOfficer{officer.officer.id, "back"},
                                                    AdmitDevice{DeviceId::random(), officer.officer.key, PostId::random(), "Paso", "counter 1"},
                                                    RevokeDevice{DeviceId::random(), "stolen"}, SetPolicy{"{\"lease\":1}"}}) {
        const auto entry = org.signedBy(change, {&org.one, &org.two});
        const auto bytes = encodeEntry(entry);
        const auto read = decodeEntry(bytes);
        ASSERT_TRUE(read) << kindOf(change) << read.error().detail;
        EXPECT_EQ(hashOf(*read), hashOf(entry)) << kindOf(change);
        for (std::size_t cut = 0; cut < bytes.size(); ++cut) EXPECT_FALSE(decodeEntry(ByteView(bytes).first(cut)));
        auto spaced = bytes;
        spaced.insert(spaced.begin() + 1, ' ');
        EXPECT_EQ(decodeEntry(spaced).error().code, base::kMalformed);
    }
}

TEST(Roster, AChangedByteAForeignHandAndAForeignOrganisationAreRefused) {
    Organisation org;
    const Person officer("officer", {{Role::Officer}});
    auto entry = org.signedBy(AdmitOfficer{officer.officer, officer.number()}, {&org.one, &org.two});
    std::get<AdmitOfficer>(entry.change).officer.grants.push_back({Role::Supervisor});
    EXPECT_EQ(org.roster.after(entry).error().code, kSignature);

    // An officer of the roster, a stranger, one administrator twice, an administrator's name with another's key.
    ASSERT_EQ(org.admit(officer), "");
    const Person more("more", {{Role::Officer}});
    EXPECT_EQ(org.enter(AdmitOfficer{more.officer, more.number()}, {&org.one, &officer}), kSignature);
    EXPECT_EQ(org.enter(AdmitOfficer{more.officer, more.number()}, {&more, &org.one}), kSignature);
    EXPECT_EQ(org.enter(AdmitOfficer{more.officer, more.number()}, {&org.one, &org.one}), kSignature);
    auto forged = org.roster.next(AdmitOfficer{more.officer, more.number()}, kDay);
    sign(forged, org.one.officer.id, org.one.key);
    sign(forged, org.two.officer.id, more.key);
    EXPECT_EQ(org.roster.after(forged).error().code, kSignature);
    auto foreign = org.roster.next(AdmitOfficer{more.officer, more.number()}, kDay);
    foreign.org = "OTHER";
    sign(foreign, org.one.officer.id, org.one.key);
    sign(foreign, org.two.officer.id, org.two.key);
    EXPECT_EQ(org.roster.after(foreign).error().code, kChain);
}

TEST(Roster, DoesNotGoBackForkOrLeaveOut) {
    Organisation org;
    const Person officer("officer", {{Role::Officer}});
    const auto early = org.roster;
    ASSERT_EQ(org.admit(officer), "");
    const auto second = org.log.back();
    EXPECT_EQ(org.roster.after(second).error().code, kChain) << "played again";
    auto other = early.next(SetPolicy{"{}"}, kDay);
    sign(other, org.one.officer.id, org.one.key);
    sign(other, org.two.officer.id, org.two.key);
    ASSERT_TRUE(early.after(other));
    EXPECT_EQ(org.roster.after(other).error().code, kChain) << "another second entry";
    ASSERT_EQ(org.enter(SuspendOfficer{officer.officer.id, "left"}, {&org.one, &org.two}), "");
    EXPECT_EQ(early.after(org.log.back()).error().code, kChain) << "one left out";
    EXPECT_EQ(org.roster.after(org.foundingEntry()).error().code, kChain);
}

TEST(Roster, TheSecondSignatureStandsWhereMisuseCostsMost) {
    Organisation org;
    Person officer("officer", {{Role::Officer}});
    const auto alone = [&](Change change) { return org.enter(std::move(change), {&org.one}); };
    EXPECT_EQ(alone(AdmitOfficer{officer.officer, officer.number()}), kSecond);
    EXPECT_EQ(alone(SetPolicy{"{}"}), kSecond);
    ASSERT_EQ(org.admit(officer), "");
    for (const auto role : {Role::Supervisor, Role::Protection, Role::ExaminerFace, Role::ExaminerFinger, Role::Auditor, Role::Dpo})
        EXPECT_EQ(alone(SetRoles{officer.officer.id, {{Role::Officer}, {role}}}), kSecond) << codeOf(role);
    ASSERT_EQ(org.enter(SetRoles{officer.officer.id, {{Role::Officer}, {Role::ExaminerFace, kDay}}}, {&org.one, &org.two}), "");
    EXPECT_EQ(alone(SetRoles{officer.officer.id, {{Role::Officer}, {Role::ExaminerFace, kDay + std::chrono::days(1)}}}), kSecond) << "longer";
    EXPECT_EQ(alone(SetRoles{officer.officer.id, {{Role::Officer}}}), kSecond) << "nobody else examines faces";
    EXPECT_EQ(alone(SetRoles{officer.officer.id, {{Role::ExaminerFace, kDay}}}), "") << "less is one administrator's to say";
    ASSERT_EQ(org.enter(SetRoles{officer.officer.id, {{Role::Officer}}}, {&org.one, &org.two}), "");
    EXPECT_EQ(alone(SuspendOfficer{officer.officer.id, "left"}), kSecond) << "the last officer of all";
    for (const auto* login : {"b", "c", "d"}) ASSERT_EQ(org.admit(Person(login, {{Role::Officer}})), "");
    EXPECT_EQ(alone(SuspendOfficer{officer.officer.id, "left"}), "");
    EXPECT_EQ(alone(SuspendOfficer{officer.officer.id, "left"}), base::kInvalidArgument) << "the roster says so already";
    EXPECT_EQ(alone(RestoreOfficer{officer.officer.id, "came back"}), kSecond);
    EXPECT_TRUE(org.roster.waitsForSecond(org.signedBy(RestoreOfficer{officer.officer.id, "came back"}, {&org.one})));
    EXPECT_FALSE(org.roster.waitsForSecond(org.signedBy(RestoreOfficer{OfficerId::random(), "came back"}, {&org.one})));
    EXPECT_EQ(alone(AdmitDevice{DeviceId::random(), Person("d").officer.key, PostId::random(), "Paso", "counter"}), "");
}

TEST(Roster, AnAgreementIsSignedByTwoAndEndedByOne) {
    Organisation org;
    const std::string profile = R"({"id":"UTN-CF-02","version":1})", renewed = R"({"id":"UTN-CF-02","version":2})";
    EXPECT_EQ(org.enter(SetPartner{profile}, {&org.one}), kSecond);
    EXPECT_EQ(org.enter(SetPartner{profile}, {&org.one, &org.two}), "");
    ASSERT_EQ(org.roster.partners().size(), 1u);
    EXPECT_EQ(org.roster.partners().at("UTN-CF-02"), profile);
    EXPECT_EQ(org.enter(SetPartner{profile}, {&org.one, &org.two}), base::kInvalidArgument) << "it says so already";
    EXPECT_EQ(org.enter(SetPartner{renewed}, {&org.one}), kSecond) << "a change of an agreement is one";
    EXPECT_EQ(org.enter(SetPartner{renewed}, {&org.one, &org.two}), "");
    EXPECT_EQ(org.roster.partners().at("UTN-CF-02"), renewed);
    for (const std::string bad : {"", "[]", R"({"id":""})", R"({"id":"two words"})", R"({ "id":"X"})", R"({"version":1})"})
        EXPECT_EQ(org.enter(SetPartner{bad}, {&org.one, &org.two}), base::kInvalidArgument) << bad;
    EXPECT_EQ(org.enter(SetPartner{R"({"id":"X","more":")" + std::string(40'000, 'x') + "\"}"}, {&org.one, &org.two}), base::kInvalidArgument);
    EXPECT_EQ(org.enter(EndPartner{"UTN-CF-03", "expired"}, {&org.one}), kKnows);
    EXPECT_EQ(org.enter(EndPartner{"UTN-CF-02", " "}, {&org.one}), base::kInvalidArgument);
    EXPECT_EQ(org.enter(EndPartner{"UTN-CF-02", "keys were stolen"}, {&org.one}), "");
    EXPECT_TRUE(org.roster.partners().empty());
}

TEST(Roster, WhoGivesRolesDoesNotUseThem) {
    Organisation org;
    const Person both("both", {{Role::Admin}, {Role::Officer}});
    EXPECT_EQ(org.admit(both), kSeparation);
    const Person admin("third", {{Role::Admin}}), officer("officer", {{Role::Officer}});
    ASSERT_EQ(org.admit(admin), "");
    ASSERT_EQ(org.admit(officer), "");
    EXPECT_EQ(org.enter(SetRoles{admin.officer.id, {{Role::Officer}}}, {&org.one, &org.two}), kSeparation);
    EXPECT_EQ(org.enter(SetRoles{officer.officer.id, {{Role::Admin}}}, {&org.one, &org.two}), kSeparation);
    // Nor in two steps.
    ASSERT_EQ(org.enter(SetRoles{officer.officer.id, {}}, {&org.one, &org.two}), "");
    EXPECT_EQ(org.enter(SetRoles{officer.officer.id, {{Role::Admin}}}, {&org.one, &org.two}), kSeparation);
}

TEST(Roster, OnePersonStandsOnceAndTwoAdministratorsRemain) {
    Organisation org;
    Person officer("officer", {{Role::Officer}});
    ASSERT_EQ(org.admit(officer), "");
    Person again("another-login", {{Role::Officer}});
    EXPECT_EQ(org.enter(AdmitOfficer{again.officer, officer.number()}, {&org.one, &org.two}), kPerson);
    auto sameKey = again.officer;
    sameKey.key = officer.officer.key;
    EXPECT_EQ(org.enter(AdmitOfficer{sameKey, again.number()}, {&org.one, &org.two}), kPerson);
    EXPECT_EQ(org.enter(SuspendOfficer{org.two.officer.id, "left"}, {&org.one, &org.two}), kLast);
    EXPECT_EQ(org.enter(SetRoles{org.two.officer.id, {}}, {&org.one, &org.two}), kLast);
    const Person third("third", {{Role::Admin}});
    ASSERT_EQ(org.admit(third), "");
    EXPECT_EQ(org.enter(SuspendOfficer{org.two.officer.id, "left"}, {&org.one, &third}), "");
    EXPECT_EQ(org.enter(SetPolicy{"{}"}, {&org.one, &org.two}), kSignature) << "a suspended administrator signs nothing";
    EXPECT_EQ(org.enter(SuspendOfficer{OfficerId::random(), "who?"}, {&org.one, &third}), kKnows);
}

TEST(Roster, AWithdrawnDeviceDoesNotComeBack) {
    Organisation org;
    const Person box("box");
    const AdmitDevice device{DeviceId::random(), box.officer.key, PostId::random(), "Paso", "counter 1"};
    ASSERT_EQ(org.enter(device, {&org.one}), "");
    EXPECT_EQ(org.enter(RevokeDevice{device.device, " "}, {&org.one}), base::kInvalidArgument);
    ASSERT_EQ(org.enter(RevokeDevice{device.device, "stolen"}, {&org.one}), "");
    EXPECT_TRUE(org.roster.device(device.device)->revoked);
    EXPECT_EQ(org.enter(device, {&org.one}), kPerson);
    auto sameKey = device;
    sameKey.device = DeviceId::random();
    EXPECT_EQ(org.enter(sameKey, {&org.one}), kPerson);
}

TEST(Authority, AnActCountsByWhatTheRosterSaidAtItsPlace) {
    Organisation org;
    const Person who("officer", {{Role::Officer}, {Role::ExaminerFinger, kDay}});
    ASSERT_EQ(org.admit(who), "");
    const AdmitDevice box{DeviceId::random(), Person("box").officer.key, who.officer.post, "Paso", "counter 1"};
    ASSERT_EQ(org.enter(box, {&org.one}), "");
    const auto says = [&](const Roster& roster, const char* role, bool protective = false, UtcTime at = kDay - std::chrono::hours(1)) {
        return withoutAuthority(roster.member(who.officer.id), roster.device(box.device), role, protective, at);
    };
    const auto before = org.roster;
    EXPECT_EQ(says(before, "officer"), "");
    EXPECT_EQ(says(before, "examiner_finger"), "");
    EXPECT_EQ(says(before, "examiner_finger", false, kDay), "role_not_held") << "to the millisecond";
    EXPECT_EQ(says(before, "supervisor"), "role_not_held");
    EXPECT_EQ(says(before, "no such role"), "role_not_held");
    EXPECT_EQ(withoutAuthority(nullptr, before.device(box.device), "officer", true, kDay), "unknown_officer");
    EXPECT_EQ(withoutAuthority(before.member(who.officer.id), nullptr, "officer", true, kDay), "unknown_device");
    ASSERT_EQ(org.enter(SuspendOfficer{who.officer.id, "left"}, {&org.one, &org.two}), "");
    EXPECT_EQ(says(before, "officer"), "") << "what was received before stands";
    EXPECT_EQ(says(org.roster, "officer"), "suspended");
    EXPECT_EQ(says(org.roster, "system"), "suspended");
    EXPECT_EQ(says(org.roster, "officer", true), "") << "a case is opened and PROTECTION placed by anybody who was ever believed";
    ASSERT_EQ(org.enter(RevokeDevice{box.device, "stolen"}, {&org.one}), "");
    EXPECT_EQ(says(org.roster, "officer"), "revoked_device");
    EXPECT_EQ(says(org.roster, "officer", true), "");
}

TEST(AdminKey, OpensWithItsPassphraseAlone) {
    const test::TempFolder temp;
    const auto file = temp / "one.key";
    const KdfCost cheap{1, 8192};
    EXPECT_EQ(createAdminKey(file, "one", "Name", "short", cheap).error().code, base::kInvalidArgument);
    const auto officer = createAdminKey(file, "one", "Name", "correct horse battery", cheap).value();
    EXPECT_EQ(std::filesystem::status(file).permissions() & std::filesystem::perms::others_all, std::filesystem::perms::none);
    const auto opened = openAdminKey(file, "correct horse battery");
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(opened->officer.id, officer.id);
    EXPECT_EQ(opened->key.publicKey(), officer.key);
    EXPECT_EQ(openAdminKey(file, "wrong horse battery").error().code, kAdminKey);
    EXPECT_EQ(createAdminKey(file, "one", "Name", "correct horse battery", cheap).error().code, base::kInvalidArgument);
}

}  // namespace
}  // namespace cotejo::roster
