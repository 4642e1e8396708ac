#pragma once

/// Hot loops are compiled twice, for any x86-64 and for processors with AVX2 and POPCNT, and chosen at run
/// time. Both give the same bits: no fused multiply-add, no reordering. COTEJO_CLONES(Type, name, body,
/// (parameters), (arguments)) defines `name`, which calls the COTEJO_INLINE function `body` in the right
/// version.
#if defined(__x86_64__) && defined(__GNUC__)
#define COTEJO_INLINE __attribute__((always_inline)) inline
namespace cotejo::match {
inline bool hasFastProcessor() {
    static const bool kHas = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
    return kHas;
}
}  // namespace cotejo::match
#define COTEJO_CLONES(Type, name, body, parameters, arguments)                    \
    __attribute__((target("avx2,popcnt"))) Type name##Fast parameters {           \
        return body arguments;                                                    \
    }                                                                             \
    Type name##Plain parameters {                                                 \
        return body arguments;                                                    \
    }                                                                             \
    Type name parameters {                                                        \
        return hasFastProcessor() ? name##Fast arguments : name##Plain arguments; \
    }
#else
#define COTEJO_INLINE inline
#define COTEJO_CLONES(Type, name, body, parameters, arguments) \
    Type name parameters {                                     \
        return body arguments;                                 \
    }
#endif
