#pragma once

#include <QString>
#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/record/case.h"
#include "core/store/case_table.h"
#include "ui/widgets/badge.h"

namespace cotejo::queue {

/// One case as this officer's queue shows it; a value. Holds are badges already, so that nothing here knows which neutral one
/// is which.
struct QueueRow {
    CaseId id;
    QString number;
    record::CaseState state = record::CaseState::Received;
    record::Priority priority = record::Priority::Normal;
    record::ReferralReason reason = record::ReferralReason::ManualReferral;
    record::DeadlineKind deadlineKind = record::DeadlineKind::Attention;
    UtcTime deadline{};
    QString person;          ///< empty: identity hidden (blind second examination)
    QString document;        ///< "UTO P4471902"
    std::vector<widgets::BadgeLook> holds;
    QString holder;          ///< empty: free
    std::optional<UtcTime> heldUntil;
    bool mine = false;
    bool waiting = false;    ///< has acts without a receipt
};

struct QueuePageOfRows {
    std::vector<QueueRow> rows;
    std::optional<store::QueueCursor> next;
    bool searchCapped = false;
    std::chrono::milliseconds took{0};
};

}  // namespace cotejo::queue
