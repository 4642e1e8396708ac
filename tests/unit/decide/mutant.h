#pragma once

#include <array>
#include <string_view>

/// What mutants.py writes into copies of the rules. One mutant at a time is on, picked by its number; without one everything is as written.
namespace cotejo::mutants {

inline constexpr int kMost = 16384;
extern int active;                  ///< 0: none
extern unsigned char* reached;      ///< kMost flags: the place of this mutant was passed; shared between processes

inline bool on(int id) {
    reached[id] = 1;
    return active == id;
}
/// The condition; its opposite, true or false under the three mutants of it.
inline bool condition(int id, bool value) {
    reached[id] = 1;
    if (active < id || active > id + 2) return value;
    return active == id ? !value : active == id + 1;
}
template <class A, class B>
bool equal(int id, const A& a, const B& b) { return on(id) ? a != b : a == b; }
template <class A, class B>
bool unequal(int id, const A& a, const B& b) { return on(id) ? a == b : a != b; }
template <class A, class B>
bool less(int id, const A& a, const B& b) { return on(id) ? a <= b : active == id + 1 ? a >= b : a < b; }
template <class A, class B>
bool lessEqual(int id, const A& a, const B& b) { return on(id) ? a < b : active == id + 1 ? a > b : a <= b; }
template <class A, class B>
bool greater(int id, const A& a, const B& b) { return on(id) ? a >= b : active == id + 1 ? a <= b : a > b; }
template <class A, class B>
bool greaterEqual(int id, const A& a, const B& b) { return on(id) ? a > b : active == id + 1 ? a < b : a >= b; }
/// The value of a switch; one that no case names where the case of this value is left out.
template <class Enum, std::size_t N>
Enum without(int first, Enum value, const Enum (&cases)[N]) {
    for (std::size_t i = 0; i < N; ++i)
        if (value == cases[i] && on(first + static_cast<int>(i))) return static_cast<Enum>(127);
    return value;
}
inline std::string_view word(int id, std::string_view text) { return on(id) ? "\x01" : text; }

}  // namespace cotejo::mutants
