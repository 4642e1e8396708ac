#pragma once

/// Hot loops are compiled three times, for any x86-64, for processors with AVX2 and POPCNT, and for those
/// that count bits in AVX-512, and chosen at run time. All give the same bits: no fused multiply-add (the
/// room is compiled with -ffp-contract=off), no reordering. COTEJO_CLONES(Type, name, body, (parameters),
/// (arguments)) defines `name`, which calls the COTEJO_INLINE function `body` in the right version.
namespace cotejo::match {
enum class ProcessorKind { Plain, Fast, Widest };
}  // namespace cotejo::match
#if defined(__x86_64__) && defined(__GNUC__)
#define COTEJO_INLINE __attribute__((always_inline)) inline
namespace cotejo::match {
/// What this processor can do. A test may set less.
inline ProcessorKind& processorKind() {
    static ProcessorKind kind = [] {
        if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("popcnt")) return ProcessorKind::Plain;
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                       __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vpopcntdq")
                   ? ProcessorKind::Widest
                   : ProcessorKind::Fast;
    }();
    return kind;
}
}  // namespace cotejo::match
#define COTEJO_CLONES(Type, name, body, parameters, arguments)                                        \
    __attribute__((                                                                                   \
        target("avx512f,avx512bw,avx512vl,avx512dq,avx512vpopcntdq,popcnt,prefer-vector-width=512"))) \
    Type name##Widest parameters {                                                                    \
        return body arguments;                                                                        \
    }                                                                                                 \
    __attribute__((target("avx2,popcnt"))) Type name##Fast parameters {                               \
        return body arguments;                                                                        \
    }                                                                                                 \
    Type name##Plain parameters {                                                                     \
        return body arguments;                                                                        \
    }                                                                                                 \
    Type name parameters {                                                                            \
        switch (processorKind()) {                                                                    \
            case ProcessorKind::Widest:                                                               \
                return name##Widest arguments;                                                        \
            case ProcessorKind::Fast:                                                                 \
                return name##Fast arguments;                                                          \
            default:                                                                                  \
                return name##Plain arguments;                                                         \
        }                                                                                             \
    }
#else
#define COTEJO_INLINE inline
namespace cotejo::match {
inline ProcessorKind& processorKind() {
    static ProcessorKind kind = ProcessorKind::Plain;
    return kind;
}
}  // namespace cotejo::match
#define COTEJO_CLONES(Type, name, body, parameters, arguments) \
    Type name parameters {                                     \
        return body arguments;                                 \
    }
#endif
