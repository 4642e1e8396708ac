#pragma once

#include <filesystem>

#include "app/server/partner/carrier.h"
#include "core/sync/https_transport.h"

namespace cotejo::server {

/// A partner with a server: POST and GET https://ADDRESS/cotejo-partner/v1/requests/{request id}. TLS 1.3, our certificate shown, theirs checked by name and
/// against the pinned authority alone. A connection an exchange; a silent or dripping peer is left after `budget`.
class HttpsCarrier final : public Carrier {
  public:
    struct Setup {
        sync::ServerAddress server;
        std::filesystem::path authority;    ///< PEM, checked against its pin
        std::filesystem::path certificate;  ///< ours, PEM
        std::filesystem::path key;
        std::chrono::seconds budget{10};
    };
    explicit HttpsCarrier(Setup setup) : m_setup(std::move(setup)) {}
    Result<std::optional<Brought>> send(const record::RequestId& id, ByteView envelope) override;
    Result<std::optional<Brought>> acknowledgement(const record::RequestId&) override { return std::optional<Brought>(); }
    Result<std::optional<Brought>> answer(const record::RequestId& id) override;
    bool keeps() const override { return false; }

  private:
    struct Came {
        int status = 0;
        Brought body;
    };
    Result<Came> exchange(const std::string& method, const record::RequestId& id, ByteView body) const;
    Setup m_setup;
};

}  // namespace cotejo::server
