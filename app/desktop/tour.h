#pragma once

#include <QString>

#include "core/access/desk.h"
#include "ui/settings/preferences.h"

namespace cotejo::desktop {

/// Walks through the pages of a demo post and writes a picture of each, for every language and look, into `folder`. Needs the demo
/// store's own logins. `blurFaces` makes portraits unrecognisable, for pictures that are published. Works on copies: what the tour examines stays unexamined in the post. Returns the exit code of the program.
int runTour(const std::filesystem::path& post, const access::PostFacts& facts, const QString& folder, const QStringList& languages,
            const QStringList& themes, bool blurFaces);

}  // namespace cotejo::desktop
