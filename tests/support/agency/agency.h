#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>

#include "app/server/partner/partner_keys.h"
#include "core/base/json.h"
#include "core/partner/message.h"
#include "core/partner/profile.h"
#include "tests/support/agency/lists.h"

/// The other side of an agreement, for tests and the demo: "Utopía Norte". It has its own keys and lists, answers by the same codecs, and lies when its script says so.
namespace cotejo::agency {

/// What is served to one call.
struct Served {
    int status = 200;
    Bytes body;
    int hangMillis = 0;   ///< before it is served
    bool drop = false;    ///< the connection is closed instead
};

struct Counterpart {
    PublicKey signing;
    PublicKey box;
};

/// The agency without its sockets. What it received is in its folder, so that it answers the same after a restart. Any thread.
class Agency {
  public:
    /// `folder` was made by `init`. Files: profile.json (the agreement), lists.json, script.json (may be missing; read anew at each call).
    static Result<std::unique_ptr<Agency>> open(std::filesystem::path folder, Counterpart counterpart);

    /// A request comes in. One line of JSON goes to standard output.
    Served receive(const record::RequestId& id, ByteView envelope);
    /// Somebody asks for the answer.
    Served answer(const record::RequestId& id);

  private:
    Agency(std::filesystem::path folder, Counterpart counterpart, server::PartnerKeys keys, partner::Profile profile)
        : m_folder(std::move(folder)), m_counterpart(counterpart), m_keys(std::move(keys)), m_profile(std::move(profile)) {}

    Json script() const;
    Result<Bytes> compose(const partner::Inquiry& inquiry, const Json& script) const;
    Bytes seal(ByteView message, const Json& script) const;
    std::filesystem::path fileOf(const record::RequestId& id, const std::string& what) const { return m_folder / "requests" / (id.text() + "." + what); }

    std::filesystem::path m_folder;
    Counterpart m_counterpart;
    server::PartnerKeys m_keys;
    partner::Profile m_profile;
    std::mutex m_lock;
    std::map<record::RequestId, int> m_posts, m_gets, m_given;  ///< guarded by m_lock, like the rest
    std::map<record::RequestId, std::chrono::steady_clock::time_point> m_first;
    std::map<record::RequestId, Bytes> m_last;                  ///< envelope that was served for it
};

}  // namespace cotejo::agency
