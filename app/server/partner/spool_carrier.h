#pragma once

#include <filesystem>

#include "app/server/partner/carrier.h"

namespace cotejo::server {

/// A partner that takes and brings files: out/{request id}.request, in/{request id}.ack, in/{request id}.answer. Ours are written beside and renamed; theirs
/// are read where they lie, followed through no link, and left there: what is done with them is the partner's or its courier's.
class SpoolCarrier final : public Carrier {
  public:
    explicit SpoolCarrier(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    Result<std::optional<Brought>> send(const record::RequestId& id, ByteView envelope) override;
    Result<std::optional<Brought>> acknowledgement(const record::RequestId& id) override;
    Result<std::optional<Brought>> answer(const record::RequestId& id) override;
    bool keeps() const override { return true; }

  private:
    std::filesystem::path m_folder;
};

}  // namespace cotejo::server
