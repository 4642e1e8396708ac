#include "app/cli/demo/posts.h"

#include "core/base/errors.h"
#include "core/store/case_table.h"

namespace cotejo::cli::demo {
namespace {

// The lightest cost that a real post may have: a demo is opened many times a day and guards nobody's data.
constexpr KdfCost kCost{1, 64u << 20};
constexpr auto kQualifiedFor = std::chrono::days(365);

std::vector<record::RoleGrant> grantsOf(const DemoOfficer& officer, UtcTime now) {
    std::vector<record::RoleGrant> grants;
    for (const auto role : officer.roles) {
        const bool qualification = role == record::Role::ExaminerFace || role == record::Role::ExaminerFinger;
        grants.push_back(qualification ? record::RoleGrant{role, now + kQualifiedFor} : record::RoleGrant{role});
    }
    return grants;
}

Status makePost(const std::filesystem::path& folder, const std::string& name, const std::string& postName, const Clock& clock) {
    const auto& officers = officersOf(name);
    access::PostSetup setup;
    setup.org = "UTO";
    setup.postName = postName;
    setup.deviceName = "ventanilla 2";
    setup.demo = true;
    setup.cost = kCost;
    const auto& admin = officers.front();
    COTEJO_TRY(access::createPost(folder / name, setup, {admin.login, admin.name, grantsOf(admin, clock.now())}, admin.passphrase, clock));
    COTEJO_TRY_ASSIGN(const auto desk, access::signIn(folder / name, admin.login, admin.passphrase, clock));
    for (std::size_t i = 1; i < officers.size(); ++i)
        COTEJO_TRY(access::addOfficer(*desk, {officers[i].login, officers[i].name, grantsOf(officers[i], clock.now())},
                                      officers[i].passphrase));
    return {};
}

}  // namespace

const std::vector<DemoOfficer>& officersOf(const std::string& postFolder) {
    using enum record::Role;
    static const std::vector<DemoOfficer> first{
        {"admin", "A. Barrientos", "demo administra paso alto", {Admin}},
        {"salvatierra", "I. Salvatierra", "demo oficial paso alto", {Officer, ExaminerFace, ExaminerFinger}},
        {"aldecoa", "M. Aldecoa", "demo segunda paso alto", {Officer, ExaminerFace, ExaminerFinger}},
        {"carvallo", "J. Carvallo", "demo tercera paso alto", {Officer, ExaminerFace, ExaminerFinger}},
        {"ekdahl", "L. Ekdahl", "demo cuarta paso alto", {Officer, ExaminerFace, ExaminerFinger}},
        {"quintanar", "R. Quintanar", "demo supervisa paso alto", {Supervisor}},
        {"montiel", "D. Montiel", "demo supervisa dos paso alto", {Supervisor}},
        {"beltrami", "P. Beltrami", "demo protege paso alto", {Protection}}};
    static const std::vector<DemoOfficer> second{
        {"admin", "E. Lucero", "demo administra rio norte", {Admin}},
        {"osorno", "V. Osorno", "demo oficial rio norte", {Officer, ExaminerFace, ExaminerFinger}},
        {"varela", "S. Varela", "demo supervisa rio norte", {Supervisor}}};
    return postFolder == kFirstPost ? first : second;
}

Status makePosts(const std::filesystem::path& folder, const Clock& clock) {
    COTEJO_TRY(makePost(folder, kFirstPost, "Paso Alto", clock));
    return makePost(folder, kSecondPost, "Río Norte", clock);
}

Result<CaseId> caseOf(access::Desk& desk, const std::string& familyName) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    store::QueueFilter filter;
    filter.text = familyName;
    COTEJO_TRY_ASSIGN(const auto page, store::CaseTable(reader).page(filter, {}, 1));
    if (page.rows.empty()) return fail(base::kInternal, "the demo has no case of " + familyName);
    return page.rows.front().id;
}

Result<std::unique_ptr<access::Desk>> signIn(const std::filesystem::path& folder, const std::string& post, const std::string& login,
                                             const Clock& clock) {
    for (const auto& officer : officersOf(post))
        if (officer.login == login) return access::signIn(folder / post, login, officer.passphrase, clock);
    return fail(base::kInternal, "the demo has no officer " + login);
}

}  // namespace cotejo::cli::demo
