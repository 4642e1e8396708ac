#pragma once

#include <QString>
#include <chrono>
#include <optional>

#include "core/base/time.h"

namespace cotejo::bridge {

/// What the window says of the post, as last read. Ages are counted when shown.
struct PostStatus {
    QString postName;
    QString deviceName;
    bool enrolled = false;                     ///< this post has met its server
    bool online = false;                       ///< in contact now, as the rules count it
    std::optional<UtcTime> lastContact;
    qint64 outbox = 0;                         ///< acts without a receipt
    qint64 quarantined = 0;                    ///< events that have no effect here
    std::optional<UtcTime> listsIssued;        ///< nothing: this post has no lists
    std::optional<std::chrono::milliseconds> clockOffset;  ///< server minus local; nothing: never seen a server
    bool suspended = false;                    ///< the roster suspended who is signed in: the session ends
    bool functionsChanged = false;             ///< it gives them other functions than they signed in with
    QString officerName;
    QString officerRoles;
};

}  // namespace cotejo::bridge
