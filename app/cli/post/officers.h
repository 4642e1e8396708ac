#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/record/role.h"

/// Officers and their roles as the command line writes and reads them.
namespace CLI {
class App;
}

namespace cotejo::cli {

class Console;

/// "supervisor", or "examiner_face:2027-03-31" for a qualification that ends.
Result<std::vector<record::RoleGrant>> readGrants(const std::vector<std::string>& texts);
Json officerJson(const record::Officer& officer);
std::string officerText(const record::Officer& officer);
/// "officer ...".
void addOfficerCommands(CLI::App& root, Console& console);

}  // namespace cotejo::cli
