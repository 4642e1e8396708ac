#include "core/sync/certificate.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>

#include "core/sync/errors.h"

namespace cotejo::sync {
namespace {

using SigningRequest = std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using Verification = std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)>;
using TrustStore = std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)>;

std::string textOfMemory(BIO* memory) {
    char* data = nullptr;
    const auto size = BIO_get_mem_data(memory, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

/// UTF-8 text of the only entry of this kind in a name; empty when there is none or more than one.
std::string nameEntry(const X509_NAME* name, int kind) {
    const int at = X509_NAME_get_index_by_NID(name, kind, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(name, kind, at) >= 0) return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) return {};
    std::string value(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return value;
}

UtcTime timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
    return fromMillis(static_cast<std::int64_t>(::timegm(&parts)) * 1000);
}

}  // namespace

std::string openSslReason() {
    const auto code = ERR_get_error();
    ERR_clear_error();
    const char* reason = ERR_reason_error_string(code);
    return reason ? reason : "unknown reason";
}

PrivateKey tlsKeyOf(const SigningKey& key) {
    return {EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, key.seed().data(), key.seed().size()), EVP_PKEY_free};
}

Result<std::string> certificateRequest(const SigningKey& key, const DeviceId& device, std::string_view organisation) {
    const auto pkey = tlsKeyOf(key);
    const SigningRequest request(X509_REQ_new(), X509_REQ_free);
    const auto id = device.text();
    auto* subject = X509_REQ_get_subject_name(request.get());
    const auto add = [&](const char* field, std::string_view value) {
        return X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value.data()),
                                          static_cast<int>(value.size()), -1, 0) == 1;
    };
    const bool made = pkey && X509_REQ_set_version(request.get(), 0) == 1 && (organisation.empty() || add("O", organisation)) &&
                      add("CN", id) && X509_REQ_set_pubkey(request.get(), pkey.get()) == 1 &&
                      X509_REQ_sign(request.get(), pkey.get(), nullptr) > 0;
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free_all);
    if (!made || PEM_write_bio_X509_REQ(memory.get(), request.get()) != 1)
        return fail(kCertificate, "the certificate request could not be made: " + openSslReason());
    return textOfMemory(memory.get());
}

Result<Certificate> readCertificate(std::string_view pem) {
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free_all);
    Certificate certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr), X509_free);
    if (!certificate) return fail(kCertificate, "this is not a certificate in PEM form: " + openSslReason());
    return certificate;
}

std::string toPem(const Certificate& certificate) {
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free_all);
    if (PEM_write_bio_X509(memory.get(), certificate.get()) != 1) return {};
    return textOfMemory(memory.get());
}

Hash fingerprintOf(const Certificate& certificate) {
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1) return {};
    return Hash::fromBytes(ByteView(digest).first(size)).value_or(Hash{});
}

Result<DeviceCertificate> readDeviceCertificate(const Certificate& certificate, const Certificate& authority) {
    const TrustStore store(X509_STORE_new(), X509_STORE_free);
    const Verification check(X509_STORE_CTX_new(), X509_STORE_CTX_free);
    if (X509_STORE_add_cert(store.get(), authority.get()) != 1 ||
        X509_STORE_CTX_init(check.get(), store.get(), certificate.get(), nullptr) != 1)
        return fail(kCertificate, "the certificate could not be checked: " + openSslReason());
    X509_STORE_CTX_set_flags(check.get(), X509_V_FLAG_NO_CHECK_TIME);
    X509_STORE_CTX_set_purpose(check.get(), X509_PURPOSE_SSL_CLIENT);
    if (X509_verify_cert(check.get()) != 1) {
        ERR_clear_error();
        return fail(kCertificate, std::string("the certificate is not one of this server's devices: ") +
                                      X509_verify_cert_error_string(X509_STORE_CTX_get_error(check.get())));
    }
    DeviceCertificate facts;
    const auto* subject = X509_get_subject_name(certificate.get());
    const auto device = DeviceId::fromText(nameEntry(subject, NID_commonName));
    auto* key = X509_get0_pubkey(certificate.get());
    std::array<std::uint8_t, 32> raw{};
    std::size_t size = raw.size();
    if (!device || !key || EVP_PKEY_id(key) != EVP_PKEY_ED25519 ||
        EVP_PKEY_get_raw_public_key(key, raw.data(), &size) != 1 || size != raw.size())
        return fail(kCertificate, "the certificate does not name a device and its Ed25519 key");
    facts.device = *device;
    facts.organisation = nameEntry(subject, NID_organizationName);
    facts.key = PublicKey(raw);
    facts.notBefore = timeOf(X509_get0_notBefore(certificate.get()));
    facts.notAfter = timeOf(X509_get0_notAfter(certificate.get()));
    return facts;
}

}  // namespace cotejo::sync
