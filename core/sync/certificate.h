#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

struct evp_pkey_st;
struct x509_st;

/// X.509 as sync needs it: a device is named by its certificate (CN = device id, O = organisation) and proves itself with the
/// same Ed25519 key that signs its events. Any thread.
namespace cotejo::sync {

using PrivateKey = std::unique_ptr<evp_pkey_st, void (*)(evp_pkey_st*)>;
using Certificate = std::unique_ptr<x509_st, void (*)(x509_st*)>;

/// The device's signing key as OpenSSL takes it. The seed is copied into OpenSSL's memory and never written.
PrivateKey tlsKeyOf(const SigningKey& key);

/// PKCS #10 request in PEM, signed with the device key.
Result<std::string> certificateRequest(const SigningKey& key, const DeviceId& device, std::string_view organisation);

/// First certificate of a PEM text. Error: E_SYNC_CERTIFICATE.
Result<Certificate> readCertificate(std::string_view pem);
std::string toPem(const Certificate& certificate);
/// SHA-256 over the DER bytes.
Hash fingerprintOf(const Certificate& certificate);

struct DeviceCertificate {
    DeviceId device;
    std::string organisation;
    PublicKey key;
    UtcTime notBefore{};
    UtcTime notAfter{};
};

/// What a device's certificate says, once `authority` is proved to have signed it for this purpose. Validity in time is left to
/// the caller: a directory keeps old certificates. Error: E_SYNC_CERTIFICATE.
Result<DeviceCertificate> readDeviceCertificate(const Certificate& certificate, const Certificate& authority);

/// The reason at the head of OpenSSL's error queue, which is emptied.
std::string openSslReason();

}  // namespace cotejo::sync
