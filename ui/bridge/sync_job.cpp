#include "ui/bridge/sync_job.h"

#include "core/decide/case_projection.h"
#include "core/sync/sync_client.h"

namespace cotejo::bridge {

Result<sync::SyncReport> syncOnce(access::Desk& desk, const std::stop_token& stop) {
    decide::CaseProjection projection;
    return sync::SyncClient(desk, projection).run(stop);
}

Result<bool> isEnrolled(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(const auto enrolment, sync::enrolmentOf(desk));
    return enrolment.has_value();
}

}  // namespace cotejo::bridge
