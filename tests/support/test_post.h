#pragma once

#include <memory>
#include <string>

#include "core/access/desk.h"
#include "tests/support/temp_folder.h"

namespace cotejo::test {

/// A fresh post in a temporary folder with a cheap key derivation, and its administrator "admin".
class TestPost {
  public:
    static constexpr char kPassphrase[] = "correct horse battery";

    explicit TestPost(std::string org = "MIG", std::string name = "Paso Alto", bool demo = false) {
        access::PostSetup setup;
        setup.org = std::move(org);
        setup.postName = std::move(name);
        setup.deviceName = "counter 1";
        setup.demo = demo;
        setup.cost = {1, 8192};
        setup.testing = true;
        const auto made = access::createPost(folder(), setup, {"admin", "A. Admin", {{record::Role::Admin}}}, kPassphrase, clock);
        if (!made) std::abort();
        admin = *made;
    }
    std::filesystem::path folder() const { return m_temp / "post"; }
    Result<std::unique_ptr<access::Desk>> signIn(const std::string& login = "admin", const std::string& passphrase = kPassphrase) {
        return access::signIn(folder(), login, passphrase, clock);
    }
    /// Adds an officer with these roles and the usual passphrase.
    record::Officer add(const std::string& login, std::vector<record::RoleGrant> grants) {
        auto desk = signIn();
        auto officer = desk ? access::addOfficer(**desk, {login, login, std::move(grants)}, kPassphrase)
                            : Result<record::Officer>(tl::unexpected<Error>(desk.error()));
        if (!officer) std::abort();
        return *officer;
    }

    ManualClock clock{fromMillis(1'790'000'000'000)};
    record::Officer admin;

  private:
    TempFolder m_temp;
};

}  // namespace cotejo::test
