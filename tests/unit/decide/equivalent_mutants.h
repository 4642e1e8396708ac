#pragma once

#include <array>

/// Mutants that no test can kill because nothing observable differs, each with why. The run fails when one of these keys names nothing any more.
namespace cotejo::mutants {

struct Equivalent {
    const char* key;
    const char* reason;
};

/// None is proven so far: every survivor counts as one.
inline constexpr std::array<Equivalent, 0> kEquivalent{};

}  // namespace cotejo::mutants
