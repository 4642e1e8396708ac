#pragma once

#include <atomic>
#include <mutex>
#include <thread>

#include "app/server/authority.h"
#include "app/server/store/sqlite_server_store.h"
#include "core/base/json.h"
#include "core/partner/errors.h"
#include "core/partner/request_service.h"
#include "tests/contract/staffed.h"

namespace cotejo::test {

inline constexpr char kAgreement[] = "UTN-CF-02";

/// The stand-in agency as a program of its own; what it says is kept line by line.
class AgencyProcess {
  public:
    AgencyProcess();
    ~AgencyProcess() { stop(); }
    std::filesystem::path folder() const { return m_temp / "agency"; }
    std::uint16_t port() const { return m_port; }
    /// What `cotejo-agency init` says.
    const Json& facts() const { return m_facts; }
    void start(const Json& serverKeys, const std::filesystem::path& spool = {});
    void stop();
    void script(const Json& rules) const;
    void lists(const Json& lists) const;
    /// Lines with this event, up to now.
    std::vector<Json> said(const std::string& event) const;

  private:
    TempFolder m_temp;
    Json m_facts;
    std::uint16_t m_port = 0;
    std::unique_ptr<Child> m_child;
    std::thread m_reader;
    mutable std::mutex m_lock;
    std::vector<Json> m_lines;  ///< guarded by m_lock
};

/// A real server, a real agency and a post of the same organisation under one agreement.
class PartnerWorld {
  public:
    /// `change` may say anything in the agreement.
    explicit PartnerWorld(const std::function<void(partner::Profile&)>& change = {}, const std::string& pace = "200");

    partner::Profile profile() const { return m_profile; }
    /// Both administrators enter it.
    void load(const partner::Profile& profile);
    CaseId open(const std::string& familyName = "SPECIMEN", const std::string& birthDate = "1981-02-27");
    /// An officer drafts, a supervisor reads and authorises. The error of the authorisation is returned.
    Result<record::RequestId> ask(const CaseId& id, record::PartnerPurpose purpose = record::PartnerPurpose::BorderInquiry);
    Result<record::RequestId> draft(const CaseId& id, record::PartnerPurpose purpose = record::PartnerPurpose::BorderInquiry);
    Result<record::CaseView> authorise(const CaseId& id, const record::RequestId& request);
    /// As the post has it after syncing.
    record::PartnerRequest request(const CaseId& id, const record::RequestId& request);
    /// Syncs until it is so, at most 30 s; how it stands then.
    record::PartnerRequest until(const CaseId& id, const record::RequestId& request, const std::function<bool(const record::PartnerRequest&)>& so);
    record::PartnerRequest until(const CaseId& id, const record::RequestId& request, record::RequestState state);
    /// The line of 'cotejo-server partner status'.
    Json status(const record::RequestId& request) const;
    Json untilStatus(const record::RequestId& request, const std::function<bool(const Json&)>& so) const;

    ServerProcess server;
    AgencyProcess agency;
    Json keys;  ///< of the server
    Staffed north{"North"};

  private:
    partner::Profile m_profile;
};

}  // namespace cotejo::test
