#pragma once

#include <filesystem>
#include <optional>

#include "core/base/bytes.h"
#include "core/base/id.h"
#include "core/base/result.h"

namespace cotejo::match {

/// The face model set that a site uses instead of the shipped one: its manifest, and what that manifest held
/// when it was chosen. Its calibration reports lie in the folder "calibration" beside the manifest.
struct SiteSet {
    std::filesystem::path manifest;
    Hash sha256;
};

/// Where the choice is kept: $COTEJO_FACE_SET if set (empty = no site may choose), else
/// $XDG_CONFIG_HOME/cotejo/face-set.json or ~/.config/cotejo/face-set.json. The choice of the machine,
/// /etc/cotejo/face-set.json, counts when that file is absent.
std::filesystem::path siteSetFile();
/// Nothing when the shipped set is in use. Errors: E_MALFORMED, E_NOT_READABLE: a choice that cannot be read
/// is never taken for none.
Result<std::optional<SiteSet>> siteSet();
/// Nothing = back to the shipped set. Errors: E_NOT_FOUND without a place to keep it, E_NOT_WRITABLE.
Status chooseSiteSet(const std::optional<SiteSet>& set);

}  // namespace cotejo::match
