#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "core/access/desk.h"
#include "core/record/act.h"
#include "core/review/search_service.h"
#include "ui/bridge/post_status.h"
#include "ui/bridge/worker.h"

class QTimer;

namespace cotejo::decide {
class CaseService;
}

namespace cotejo::bridge {

/// A signed-in officer at an unlocked post, as the window sees it: core calls go through here, off the main thread, and news of
/// the store comes back as signals. Owns the desk; its end waits for running jobs and signs out. Main thread.
class Session final : public QObject {
    Q_OBJECT
  public:
    Session(std::unique_ptr<access::Desk> desk, const Clock& clock, QObject* parent = nullptr);
    ~Session() override;

    access::Desk& desk() { return *m_desk; }
    const record::Officer& officer() const { return m_desk->officer(); }
    bool holds(record::Role role) const { return m_desk->holds(role); }
    UtcTime now() const { return m_clock.now(); }
    const Clock& clock() const { return m_clock; }
    Worker& worker() { return m_worker; }
    const PostStatus& status() const { return m_status; }

    /// `job` is `R(access::Desk&, std::stop_token)`, any thread; `deliver` is `void(R)`, main thread, not called once
    /// `receiver` is gone.
    template <class Job, class Deliver>
    void call(QObject* receiver, Job job, Deliver deliver) {
        m_worker.run(receiver, [desk = m_desk.get(), job = std::move(job)](std::stop_token stop) mutable { return job(*desk, stop); },
                     std::move(deliver));
    }
    /// The same where only the newest answer counts.
    template <class Job, class Deliver>
    void ask(Request& request, Job job, Deliver deliver) {
        request.ask([desk = m_desk.get(), job = std::move(job)](std::stop_token stop) mutable { return job(*desk, stop); },
                    std::move(deliver));
    }

    /// The number of the case. What of it may be shown is read through loadCaseFile.
    using Done = std::function<void(const Result<std::string>&)>;
    /// One act, durable when `done` runs. Announces the change of the case.
    void perform(QObject* receiver, const CaseId& id, const record::Act& what, Done done);
    void take(QObject* receiver, const CaseId& id, Done done);
    /// Searches the lists with the samples of the case and records it.
    void search(QObject* receiver, const CaseId& id, Done done, const record::SearchLimits& limits = {});
    /// Records that no search is possible, with a code for each list and sample.
    void recordImpossibleSearch(QObject* receiver, const CaseId& id, Done done);

    /// After a job that wrote: pages re-read what they show.
    void announce(const CaseId& id);
    void refresh();

  signals:
    void statusChanged();
    void caseChanged(const cotejo::CaseId& id);
    /// Something in the store changed: a decision here, or acts that arrived.
    void storeChanged();

  private:
    void watch();

    /// Jobs take turns with it: the references stay in memory from one search to the next.
    struct Searcher {
        std::mutex lock;
        std::optional<review::SearchService> service;
    };

    /// `job` is `Result<record::CaseView>(access::Desk&, std::stop_token)`.
    template <class Job>
    void act(QObject* receiver, const CaseId& id, Job job, Done done);
    using WithEngine = std::function<Result<record::CaseView>(decide::CaseService&, review::SearchService&, std::stop_token)>;
    void withEngine(QObject* receiver, const CaseId& id, WithEngine run, Done done);

    const Clock& m_clock;
    std::unique_ptr<access::Desk> m_desk;
    Searcher m_searcher;
    PostStatus m_status;
    QTimer* m_timer;
    std::uint64_t m_seenChanges = 0;
    Worker m_worker;  ///< last: its end waits for jobs, which use what stands above
    std::unique_ptr<Request> m_statusRequest;
};

/// Rooms that an officer acts in, in words: "officer · face examiner".
QString rolesText(const record::Officer& officer, UtcTime now);

}  // namespace cotejo::bridge
