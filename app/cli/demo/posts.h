#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/access/desk.h"

/// The demo's two posts and who works there.
namespace cotejo::cli::demo {

inline constexpr char kFirstPost[] = "post-paso-alto";
inline constexpr char kSecondPost[] = "post-rio-norte";

struct DemoOfficer {
    const char* login;
    const char* name;
    const char* passphrase;
    std::vector<record::Role> roles;
};

/// Of the first post: an administrator, four officers who examine (a re-examination needs two who have seen nothing), two supervisors (an
/// override needs both), a protection officer; of the second: an administrator, an officer and a supervisor. The first is the administrator.
const std::vector<DemoOfficer>& officersOf(const std::string& postFolder);

/// Makes both posts below `folder`. Errors: those of access::createPost and addOfficer.
Status makePosts(const std::filesystem::path& folder, const Clock& clock);

/// The case of a traveler of the cast. Error: E_INTERNAL.
Result<CaseId> caseOf(access::Desk& desk, const std::string& familyName);

Result<std::unique_ptr<access::Desk>> signIn(const std::filesystem::path& folder, const std::string& post, const std::string& login,
                                             const Clock& clock);

}  // namespace cotejo::cli::demo
