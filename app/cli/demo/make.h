#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

namespace cotejo::cli::demo {

struct DemoServer {
    std::string host;
    std::uint16_t port = 0;
    std::string authority;           ///< CA certificate, PEM
    std::vector<std::string> codes;  ///< one enrolment code a post
};

/// Says what is going on, in English, for the terminal.
using Say = std::function<void(const std::string&)>;

/// Makes both posts below `folder` and enrols them with the server, which has the demo's watchlist already: they wait to be admitted.
Status enrolDemo(const std::filesystem::path& folder, const DemoServer& server, const Clock& clock, const Say& say);
/// Plays every flow at the admitted posts, through the real rules, matching and sync. Errors: whatever these refuse.
Status makeDemo(const std::filesystem::path& folder, const Clock& clock, const Say& say);

/// What the posts of 'makeDemo' ask the stand-in partner, and its answers: the agreement is in the roster and the agency runs.
Status askDemo(const std::filesystem::path& folder, const Clock& clock, const Say& say);

/// A post "crowd" below `folder` with one officer and `cases` received cases, to measure with. Not for looking at.
Status makeCrowd(const std::filesystem::path& folder, std::size_t cases, const Clock& clock, const Say& say);

}  // namespace cotejo::cli::demo
