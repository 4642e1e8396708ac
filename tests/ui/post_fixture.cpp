#include "tests/ui/post_fixture.h"

#include <gtest/gtest.h>

namespace cotejo::ui_test {

PostFixture::PostFixture() {
    access::PostSetup setup;
    setup.org = "org";
    setup.postName = "Paso Alto";
    setup.deviceName = "counter 2";
    setup.demo = true;
    setup.testing = true;
    setup.cost = {1, 8u << 20};
    const auto grant = [](record::Role role) { return record::RoleGrant{role, UtcTime::max()}; };
    const auto made = access::createPost(folder(), setup, {"admin", "A. Admin", {grant(record::Role::Admin)}}, kPassphrase, m_clock);
    if (!made) throw std::runtime_error(made.error().detail);
    auto admin = desk("admin");
    for (const auto& officer : {access::NewOfficer{"officer", "I. Salvatierra", {grant(record::Role::Officer), grant(record::Role::ExaminerFace)}},
                                access::NewOfficer{"supervisor", "R. Quintanar", {grant(record::Role::Supervisor)}}})
        if (auto added = access::addOfficer(*admin, officer, kPassphrase); !added) throw std::runtime_error(added.error().detail);
    admin.reset();
    const auto officer = desk("officer");
    decide::CaseService service(*officer);
    for (const char* name : {"Eriksson", "Vanterpool", "Quillay"}) {
        record::OpenCase open;
        open.legalBasis = "border control";
        open.reason = record::ReferralReason::MrzCheckDigit;
        open.traveler.familyName = name;
        open.traveler.givenNames = "Specimen";
        open.traveler.birthDate = "1974-08-12";
        open.traveler.nationality = "UTO";
        open.traveler.documents.push_back({"P", "UTO", "L898902C3", "2012-04-15",
                                           "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"});
        open.deadline = m_clock.now() + std::chrono::hours(m_cases.size() + 1);
        const auto id = service.open(open);
        if (!id) throw std::runtime_error(id.error().detail);
        m_cases.push_back(*id);
    }
}

std::unique_ptr<access::Desk> PostFixture::desk(std::string_view login) const {
    auto desk = access::signIn(folder(), login, kPassphrase, m_clock);
    if (!desk) throw std::runtime_error(desk.error().detail);
    return std::move(*desk);
}

}  // namespace cotejo::ui_test
