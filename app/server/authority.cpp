#include "app/server/authority.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

#include "app/server/errors.h"
#include "app/server/key_file.h"
#include "core/base/errors.h"
#include "core/base/file.h"

namespace cotejo::server {
namespace {

namespace fs = std::filesystem;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using Request = std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)>;
using Extension = std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)>;

constexpr std::size_t kCertificateFileCap = 64 * 1024;

auto refuse(std::string_view what) {
    return fail(kAuthority, std::string(what) + ": " + sync::openSslReason());
}

bool extend(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()), X509_EXTENSION_free);
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setRandomSerial(X509* certificate) {
    std::array<std::uint8_t, 16> random;
    fillRandom(random.data(), random.size());
    random[0] = static_cast<std::uint8_t>((random[0] & 0x7F) | 0x40);  // positive, always 16 octets
    BIGNUM* number = BN_bin2bn(random.data(), random.size(), nullptr);
    const bool done = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return done;
}

struct Plan {
    const X509_NAME* subject;
    EVP_PKEY* publicKey;
    X509* issuer;  ///< null: self-signed
    EVP_PKEY* issuerKey;
    UtcTime from;
    UtcTime until;
    std::vector<std::pair<int, std::string>> extensions;
};

Result<sync::Certificate> make(const Plan& plan) {
    sync::Certificate certificate(X509_new(), X509_free);
    auto* raw = certificate.get();
    const auto set = [](ASN1_TIME* slot, UtcTime time) { return ASN1_TIME_set(slot, toMillis(time) / 1000) != nullptr; };
    bool done = X509_set_version(raw, X509_VERSION_3) == 1 && setRandomSerial(raw) && set(X509_getm_notBefore(raw), plan.from) &&
                set(X509_getm_notAfter(raw), plan.until) && X509_set_subject_name(raw, plan.subject) == 1 &&
                X509_set_issuer_name(raw, plan.issuer ? X509_get_subject_name(plan.issuer) : plan.subject) == 1 &&
                X509_set_pubkey(raw, plan.publicKey) == 1;
    for (const auto& [kind, value] : plan.extensions)
        done = done && extend(raw, plan.issuer ? plan.issuer : raw, kind, value);
    if (!done || X509_sign(raw, plan.issuerKey, EVP_sha256()) <= 0) return refuse("a certificate could not be made");
    return certificate;
}

struct Name {
    std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)> value{X509_NAME_new(), X509_NAME_free};
    explicit Name(const std::string& commonName) {
        X509_NAME_add_entry_by_txt(value.get(), "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(commonName.data()),
                                   static_cast<int>(commonName.size()), -1, 0);
    }
};

sync::PrivateKey newKey() { return {EVP_EC_gen("P-256"), EVP_PKEY_free}; }

Status writeKey(const fs::path& path, EVP_PKEY* key) {
    const Memory memory(BIO_new(BIO_s_secmem()), BIO_free_all);
    if (!key || PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return refuse("a key could not be made");
    char* data = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &data);
    return writeFileAtomically(path, viewOf({data, static_cast<std::size_t>(size)}), 0600);
}

Result<sync::PrivateKey> readKey(const fs::path& path) {
    COTEJO_TRY_ASSIGN(const auto bytes, readKeyFile(path));
    const Memory memory(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())), BIO_free_all);
    sync::PrivateKey key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    if (!key) return refuse(path.string() + " is not a private key");
    return key;
}

Result<sync::Certificate> readAuthorityCertificate(const fs::path& folder) {
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(folder / "ca.pem", kCertificateFileCap));
    auto certificate = sync::readCertificate(textOf(bytes));
    if (!certificate) return fail(kAuthority, "ca.pem cannot be read: " + certificate.error().detail);
    return certificate;
}

bool isAddress(const std::string& name) {
    ASN1_OCTET_STRING* address = a2i_IPADDRESS(name.c_str());
    ASN1_OCTET_STRING_free(address);
    ERR_clear_error();
    return address != nullptr;
}

Status writeServer(const fs::path& folder, X509* authority, EVP_PKEY* authorityKey, const std::vector<std::string>& names,
                   const Clock& clock) {
    std::string alternatives;
    for (const auto& name : names) {
        if (name.empty() || (!isAddress(name) && name.find_first_of(",\n\r:") != std::string::npos))
            return fail(base::kInvalidArgument, "\"" + name + "\" is not a host name or address");
        alternatives += (alternatives.empty() ? "" : ",") + std::string(isAddress(name) ? "IP:" : "DNS:") + name;
    }
    const auto key = newKey();
    const Name subject("Cotejo server");
    const auto now = clock.now();
    COTEJO_TRY_ASSIGN(const auto certificate,
                      make({subject.value.get(), key.get(), authority, authorityKey, now - std::chrono::hours(1), now + kServerLife,
                            {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
                             {NID_ext_key_usage, "serverAuth"}, {NID_subject_alt_name, alternatives},
                             {NID_authority_key_identifier, "keyid"}}}));
    sync::Certificate shared(authority, [](X509*) {});
    COTEJO_TRY(writeKey(folder / "server.key", key.get()));
    return writeFileAtomically(folder / "server.pem", viewOf(sync::toPem(certificate) + sync::toPem(shared)));
}

}  // namespace

Status Authority::create(const fs::path& folder, const std::vector<std::string>& names, const Clock& clock) {
    std::error_code problem;
    if (fs::exists(folder / "ca.key", problem))
        return fail(kFolder, folder.string() + " already holds a server; its keys are never overwritten");
    fs::create_directories(folder, problem);
    if (problem) return fail(base::kNotWritable, folder.string() + " cannot be made: " + problem.message());
    ::chmod(folder.c_str(), 0700);
    const auto key = newKey();
    std::array<std::uint8_t, 4> tag;
    fillRandom(tag.data(), tag.size());
    const Name subject("Cotejo authority " + toHex(tag));
    const auto now = clock.now();
    COTEJO_TRY_ASSIGN(const auto certificate,
                      make({subject.value.get(), key.get(), nullptr, key.get(), now - std::chrono::hours(1), now + kAuthorityLife,
                            {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"}, {NID_key_usage, "critical,keyCertSign,cRLSign"},
                             {NID_subject_key_identifier, "hash"}}}));
    COTEJO_TRY(writeServer(folder, certificate.get(), key.get(), names, clock));
    COTEJO_TRY(writeFileAtomically(folder / "ca.pem", viewOf(sync::toPem(certificate))));
    COTEJO_TRY(writeFileAtomically(folder / "watchlist.key", viewOf(toHex(SigningKey::random().seed())), 0600));
    COTEJO_TRY(writeFileAtomically(folder / "receipt.key", viewOf(toHex(SigningKey::random().seed())), 0600));
    COTEJO_TRY(writeFileAtomically(folder / "store.key", viewOf(toHex(Secret::random(32).view())), 0600));
    return writeKey(folder / "ca.key", key.get());  // last: it marks the folder as complete
}

Status Authority::renewServer(const fs::path& folder, const std::vector<std::string>& names, const Clock& clock) {
    COTEJO_TRY_ASSIGN(const auto key, readKey(folder / "ca.key"));
    COTEJO_TRY_ASSIGN(const auto certificate, readAuthorityCertificate(folder));
    return writeServer(folder, certificate.get(), key.get(), names, clock);
}

Result<Authority> Authority::open(const fs::path& folder) {
    COTEJO_TRY_ASSIGN(auto key, readKey(folder / "ca.key"));
    COTEJO_TRY_ASSIGN(auto certificate, readAuthorityCertificate(folder));
    if (X509_check_private_key(certificate.get(), key.get()) != 1) return refuse("ca.pem and ca.key do not belong together");
    COTEJO_TRY_ASSIGN(const auto seed, readSecretFile(folder / "watchlist.key"));
    COTEJO_TRY_ASSIGN(const auto receipts, readSecretFile(folder / "receipt.key"));
    COTEJO_TRY_ASSIGN(auto storeKey, readSecretFile(folder / "store.key"));
    return Authority(std::move(certificate), std::move(key), *SigningKey::fromSeed(seed.view()), *SigningKey::fromSeed(receipts.view()),
                     std::move(storeKey));
}

Authority::Authority(sync::Certificate certificate, sync::PrivateKey key, SigningKey watchlistKey, SigningKey receiptKey,
                     Secret storeKey)
    : m_certificate(std::move(certificate)), m_key(std::move(key)), m_pem(sync::toPem(m_certificate)),
      m_watchlistKey(std::move(watchlistKey)), m_receiptKey(std::move(receiptKey)), m_storeKey(std::move(storeKey)) {}

Status Authority::makeClient(const fs::path& certificate, const fs::path& keyFile, const std::string& name, UtcTime now) const {
    const auto key = newKey();
    const Name subject(name);
    COTEJO_TRY_ASSIGN(const auto made,
                      make({subject.value.get(), key.get(), m_certificate.get(), m_key.get(), now - std::chrono::hours(1), now + kServerLife,
                            {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
                             {NID_ext_key_usage, "clientAuth"}, {NID_authority_key_identifier, "keyid"}}}));
    COTEJO_TRY(writeKey(keyFile, key.get()));
    return writeFileAtomically(certificate, viewOf(sync::toPem(made) + m_pem));
}

Result<Authority::Issued> Authority::issue(std::string_view pem, UtcTime now) const {
    const auto refuseRequest = [](std::string why) {
        ERR_clear_error();
        return fail(kRequest, "the certificate request " + std::move(why));
    };
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free_all);
    const Request request(PEM_read_bio_X509_REQ(memory.get(), nullptr, nullptr, nullptr), X509_REQ_free);
    if (!request) return refuseRequest("is not PKCS #10 in PEM form");
    auto* key = X509_REQ_get0_pubkey(request.get());
    if (!key || EVP_PKEY_id(key) != EVP_PKEY_ED25519) return refuseRequest("is not for an Ed25519 key");
    if (X509_REQ_verify(request.get(), key) != 1) return refuseRequest("is not signed with its own key");
    auto certificate = make({X509_REQ_get_subject_name(request.get()), key, m_certificate.get(), m_key.get(),
                             now - std::chrono::hours(1), now + kDeviceLife,
                             {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
                              {NID_ext_key_usage, "clientAuth"}, {NID_authority_key_identifier, "keyid"}}});
    if (!certificate) return tl::unexpected(certificate.error());
    auto facts = sync::readDeviceCertificate(*certificate, m_certificate);
    if (!facts) return refuseRequest("does not name one device: " + facts.error().detail);
    return Issued{std::move(*facts), sync::toPem(*certificate)};
}

}  // namespace cotejo::server
