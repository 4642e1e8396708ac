#include "app/server/partner/carrier.h"

#include <openssl/x509.h>

#include <algorithm>

#include "app/server/errors.h"
#include "app/server/partner/https_carrier.h"
#include "app/server/partner/spool_carrier.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/sync/certificate.h"
#include "core/sync/https_transport.h"

namespace cotejo::server {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kPemCap = 64 * 1024;
constexpr auto kRenewWithin = std::chrono::days(30);

/// Ids and spool names become names of files.
bool isFileName(std::string_view name) {
    return !name.empty() && name.size() <= 60 && name.front() != '.' &&
           std::ranges::all_of(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.'; });
}

Result<sync::Certificate> readPem(const fs::path& path) {
    const auto bytes = readFile(path, kPemCap);
    if (!bytes) return fail(kPartnerSetup, bytes.error().detail);
    auto certificate = sync::readCertificate(textOf(*bytes));
    if (!certificate) return fail(kPartnerSetup, path.string() + ": " + certificate.error().detail);
    return certificate;
}

bool lastsUntil(const sync::Certificate& certificate, UtcTime time) {
    auto seconds = static_cast<std::time_t>(toMillis(time) / 1000);
    return X509_cmp_time(X509_get0_notAfter(certificate.get()), &seconds) > 0;
}

Result<std::unique_ptr<Carrier>> httpsCarrier(const fs::path& folder, const Authority& authority, const std::string& organisation, const partner::Profile& profile, const Clock& clock,
                                              std::chrono::seconds budget) {
    HttpsCarrier::Setup setup;
    const auto server = sync::readServerAddress(profile.address);
    if (!server) return fail(kPartnerSetup, "the agreement " + profile.id + ": " + server.error().detail);
    setup.server = *server;
    setup.budget = budget;
    setup.authority = folder / "partners" / (profile.id + ".pem");
    COTEJO_TRY_ASSIGN(const auto pinned, readPem(setup.authority));
    if (sync::fingerprintOf(pinned).text() != profile.authority)
        return fail(kPartnerSetup, setup.authority.string() + " is not the authority that the agreement names; store that one with 'cotejo-server partner authority'");
    setup.certificate = folder / "partners" / (profile.id + ".client.pem");
    setup.key = folder / "partners" / (profile.id + ".client.key");
    std::error_code problem;
    if (!fs::exists(setup.certificate, problem)) {
        COTEJO_TRY_ASSIGN(setup.certificate, clientCertificate(folder, authority, organisation, clock.now()));
        setup.key = folder / "partners" / "client.key";
    }
    return std::make_unique<HttpsCarrier>(std::move(setup));
}

}  // namespace

Result<Hash> pinAuthority(const fs::path& folder, const std::string& id, ByteView pem) {
    if (!isFileName(id)) return fail(kPartnerSetup, "\"" + id + "\" is no id of an agreement");
    auto certificate = sync::readCertificate(textOf(pem));
    if (!certificate) return fail(kPartnerSetup, certificate.error().detail);
    std::error_code problem;
    fs::create_directories(folder / "partners", problem);
    COTEJO_TRY(writeFileAtomically(folder / "partners" / (id + ".pem"), viewOf(sync::toPem(*certificate))));
    return sync::fingerprintOf(*certificate);
}

Result<fs::path> clientCertificate(const fs::path& folder, const Authority& authority, const std::string& organisation, UtcTime now) {
    const auto certificate = folder / "partners" / "client.pem", key = folder / "partners" / "client.key";
    std::error_code problem;
    fs::create_directories(folder / "partners", problem);
    if (fs::exists(key, problem)) {
        const auto here = readPem(certificate);
        if (here && lastsUntil(*here, now + kRenewWithin)) return certificate;
    }
    COTEJO_TRY(authority.makeClient(certificate, key, organisation + " central server", now));
    return certificate;
}

Carriers carriersOf(fs::path folder, const Authority& authority, std::string organisation, const Clock& clock, std::chrono::seconds budget) {
    return [folder = std::move(folder), &authority, organisation = std::move(organisation), &clock, budget](const partner::Profile& profile) -> Result<std::unique_ptr<Carrier>> {
        if (!isFileName(profile.id)) return fail(kPartnerSetup, "the agreement has no id that can name files");
        if (profile.carrier == partner::Carrier::Https) return httpsCarrier(folder, authority, organisation, profile, clock, budget);
        if (!isFileName(profile.address)) return fail(kPartnerSetup, "the agreement " + profile.id + " names no folder below 'spool'");
        const auto spool = folder / "spool" / profile.address;
        std::error_code problem;
        fs::create_directories(spool / "out", problem);
        fs::create_directories(spool / "in", problem);
        if (problem) return fail(kPartnerSetup, spool.string() + " cannot be made: " + problem.message());
        return std::make_unique<SpoolCarrier>(spool);
    };
}

}  // namespace cotejo::server
