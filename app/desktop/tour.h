#pragma once

#include <QString>

#include "core/access/desk.h"
#include "ui/settings/preferences.h"

namespace cotejo::desktop {

/// Walks a demo post through its pages and writes a picture of each, in both languages and looks, into `folder`. Needs the demo
/// store's own logins. Returns the exit code of the program.
int runTour(const std::filesystem::path& post, const access::PostFacts& facts, const QString& folder, const QStringList& languages,
            const QStringList& themes);

}  // namespace cotejo::desktop
