#pragma once

#include <QString>
#include <vector>

#include "core/base/result.h"

namespace cotejo::help {

struct Section {
    QString id;     ///< of the page it is about, or of a topic: "queue", "keys"
    QString title;
    QString text;   ///< Markdown, without the title
};

/// Sections of a handbook in order. Text before the first heading is left out.
std::vector<Section> parseHandbook(const QString& markdown);

/// The handbook of a language ("es", "en"). Errors: those of findShare and readFile.
Result<std::vector<Section>> readHandbook(const QString& language);

}  // namespace cotejo::help
