#pragma once

#include "core/decide/case_projection.h"
#include "core/decide/case_service.h"
#include "core/record/act.h"
#include "tests/contract/post.h"

namespace cotejo::test {

inline constexpr std::chrono::seconds kBudget{9};

/// A post with an administrator, an officer and a supervisor.
class Staffed {
  public:
    explicit Staffed(const std::string& name) : m_name(name) {
        access::PostSetup setup;
        setup.org = "MIG";
        setup.postName = name;
        setup.deviceName = "counter 1";
        setup.cost = {1, 8192};
        setup.testing = true;
        if (!access::createPost(folder(), setup, {"admin", name + " admin", {{record::Role::Admin}}}, kPassphrase, clock)) std::abort();
        const auto admin = desk("admin");
        for (const auto& [login, role] : {std::pair{"officer", record::Role::Officer}, {"supervisor", record::Role::Supervisor}})
            if (!access::addOfficer(*admin, {login, name + " " + login, {{role}}}, kPassphrase)) std::abort();
    }
    std::filesystem::path folder() const { return m_temp / "post"; }
    std::unique_ptr<access::Desk> desk(const char* login) const {
        auto signedIn = access::signIn(folder(), login, kPassphrase, clock);
        if (!signedIn) throw std::runtime_error(signedIn.error().code + ": " + signedIn.error().detail);
        return std::move(*signedIn);
    }
    Status enrol(const ServerProcess& server) const {
        const auto admin = desk("admin");
        return sync::enrol(*admin, {{"127.0.0.1", server.port()}, server.enrolCode(), std::string(textOf(*readFile(server.folder() / "ca.pem"))), {}, kBudget});
    }
    Result<sync::SyncReport> sync(const char* login = "admin") const {
        const auto session = desk(login);
        decide::CaseProjection projection;
        return sync::SyncClient(*session, projection, kBudget).run();
    }
    void join(const ServerProcess& server, const std::string& scope = "all") const {
        ASSERT_TRUE(enrol(server));
        server.admitAll({}, scope);
        const auto report = sync();
        ASSERT_TRUE(report) << report.error().detail;
        ASSERT_FALSE(report->waitsForAdmission);
    }
    CaseId open(access::Desk& session) const {
        record::OpenCase act;
        act.legalBasis = "Border control act of UTO, art. 12";
        act.reason = record::ReferralReason::ManualReferral;
        act.traveler.familyName = "SPECIMEN";
        act.traveler.givenNames = "Eva";
        act.traveler.birthDate = "1981-02-27";
        act.deadline = clock.now() + std::chrono::hours(3);
        const auto opened = decide::CaseService(session).open(act);
        if (!opened) throw std::runtime_error(opened.error().code + ": " + opened.error().detail);
        return *opened;
    }
    record::CaseView view(const CaseId& id) const {
        const auto session = desk("admin");
        auto reader = session->store().reader();
        return decide::CaseProjection().fold(*reader, id).value();
    }
    /// Writes what it likes: a modified program in the hands of whoever signed in.
    static Hash write(access::Desk& session, journal::Draft draft) {
        decide::CaseProjection projection;
        const auto done = session.store().write([&](store::Transaction& transaction) -> Result<record::Event> {
            auto event = session.journal().append(transaction, draft);
            if (event && event->entity) COTEJO_TRY(projection.refold(transaction, *event->entity));
            return event;
        });
        if (!done) throw std::runtime_error(done.error().code + ": " + done.error().detail);
        return record::hashOf(*done);
    }
    static Hash act(access::Desk& session, const CaseId& id, const record::Act& what, const char* role, std::vector<Hash> parents) {
        return write(session, journal::Draft::of(what, id, std::move(parents), role));
    }

    SystemClock clock;

  private:
    std::string m_name;
    TempFolder m_temp;
};

inline bool holds(const record::CaseView& view, record::HoldKind kind) {
    return std::ranges::any_of(view.holds, [&](const auto& each) { return each.kind == kind; });
}

}  // namespace cotejo::test
