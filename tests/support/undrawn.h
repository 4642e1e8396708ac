#pragma once

#include "core/decide/facts.h"

namespace cotejo::test {

/// Of a case whose first conclusion goes to nobody by the draw, in any of its first rounds: for tests about something else.
inline CaseId undrawnId() {
    while (true) {
        const auto id = CaseId::random();
        bool drawn = false;
        for (int round = 1; round <= 4; ++round) drawn = drawn || decide::drawnForVerification(id, {round, {}});
        if (!drawn) return id;
    }
}

}  // namespace cotejo::test
