#pragma once

/// Mutants that no test can kill because nothing observable differs, each with why. The run fails when one of these keys names nothing any more.
namespace cotejo::mutants {

struct Equivalent {
    const char* key;
    const char* reason;
};

inline constexpr Equivalent kEquivalent[] = {
    {"", ""},
};

}  // namespace cotejo::mutants
