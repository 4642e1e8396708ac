#pragma once

#include <string>

#include "core/access/desk.h"

namespace cotejo::shell {
class Window;
}

namespace cotejo::desktop {

/// Signs an officer of a demo post in and says on standard error, in milliseconds since the process was started (loading of
/// libraries included, to 10 ms), when the window stood, when the officer was signed in, and when the first page of the queue
/// was painted. Returns the program's exit status. Main thread.
int timeStart(shell::Window& window, const access::PostFacts& facts, const std::string& login);

}  // namespace cotejo::desktop
