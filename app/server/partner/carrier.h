#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "app/server/authority.h"
#include "core/partner/packet.h"
#include "core/record/partner.h"

namespace cotejo::server {

/// What a partner put before us, at most kBroughtCap bytes of it. `cut`: there was more.
struct Brought {
    Bytes bytes;
    bool cut = false;
};

/// The largest envelope that is taken.
inline constexpr std::size_t kBroughtCap = partner::kPacketCap + 4096;

/// How envelopes go to one partner and come from it. One thread. Implementations: HTTPS and a spool folder.
class Carrier {
  public:
    virtual ~Carrier() = default;
    /// Hands a request over; answers the acknowledgement where there is one already. Errors: E_PARTNER_UNREACHED and E_PARTNER_SETUP (nothing has left),
    /// E_PARTNER_FAILED (it may have).
    virtual Result<std::optional<Brought>> send(const record::RequestId& id, ByteView envelope) = 0;
    /// The acknowledgement of what was handed over, where it comes apart. Errors: as above.
    virtual Result<std::optional<Brought>> acknowledgement(const record::RequestId& id) = 0;
    /// The answer as it lies there now; nothing while there is none. Errors: as above.
    virtual Result<std::optional<Brought>> answer(const record::RequestId& id) = 0;
    /// Whether what was handed over stays until it is taken, so that it need not be sent again because its acknowledgement is awaited.
    virtual bool keeps() const = 0;
};

/// Finds the carrier of an agreement. Errors: E_PARTNER_SETUP.
using Carriers = std::function<Result<std::unique_ptr<Carrier>>(const partner::Profile&)>;

/// Those of a server's folder: `partners/ID.pem` is the partner's authority, pinned by the agreement; `partners/ID.client.pem` and `.client.key` what this
/// server shows to that partner, or else `partners/client.pem` and `client.key`, made and renewed by our own authority; `spool/ADDRESS/out` and `/in` are
/// the folders of a partner that takes files. `authority` outlives them. `budget`: of one exchange.
Carriers carriersOf(std::filesystem::path folder, const Authority& authority, std::string organisation, const Clock& clock, std::chrono::seconds budget);

/// Takes over the certificate of a partner's authority (PEM) into `partners/ID.pem` and answers its SHA-256. Errors: E_PARTNER_SETUP, E_NOT_WRITABLE.
Result<Hash> pinAuthority(const std::filesystem::path& folder, const std::string& id, ByteView pem);

/// What we show to partners that have nothing of their own for us; made or renewed where it is missing or ends within a month. Answers the certificate's file.
/// Errors: E_PARTNER_SETUP, E_SERVER_AUTHORITY, E_NOT_WRITABLE.
Result<std::filesystem::path> clientCertificate(const std::filesystem::path& folder, const Authority& authority, const std::string& organisation, UtcTime now);

}  // namespace cotejo::server
