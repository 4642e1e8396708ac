#pragma once

#include "app/server/roster_desk.h"

namespace cotejo::server {

/// "partner": agreements with other states, our keys for them, and what is under way.
void addPartnerCommands(CLI::App& app, const AddCommand& add);

}  // namespace cotejo::server
