#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/record/code.h"

namespace cotejo::record {

/// CASEWORK.md, Roles. ExaminerFace and ExaminerFinger are qualifications with an expiry that an officer may hold.
enum class Role { Officer, ExaminerFace, ExaminerFinger, Supervisor, Protection, Dpo, Auditor, Admin, System };
template <>
inline constexpr auto codes<Role> = std::to_array<Code<Role>>(
    {{Role::Officer, "officer"}, {Role::ExaminerFace, "examiner_face"}, {Role::ExaminerFinger, "examiner_finger"},
     {Role::Supervisor, "supervisor"}, {Role::Protection, "protection"}, {Role::Dpo, "dpo"}, {Role::Auditor, "auditor"},
     {Role::Admin, "admin"}, {Role::System, "system"}});

struct RoleGrant {
    Role role = Role::Officer;
    UtcTime validUntil = UtcTime::max();  ///< qualifications expire
};

/// Someone who may sign in. `key` verifies what they sign.
struct Officer {
    OfficerId id;
    std::string login;        ///< what is typed at sign-in
    std::string displayName;  ///< "I. Salvatierra"
    PostId post;
    std::vector<RoleGrant> grants;
    PublicKey key;
    bool active = true;

    bool holds(Role role, UtcTime at) const {
        for (const auto& grant : grants)
            if (grant.role == role && at < grant.validUntil) return true;
        return false;
    }
};

}  // namespace cotejo::record
