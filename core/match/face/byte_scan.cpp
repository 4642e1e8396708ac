#include "core/match/face/byte_scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace cotejo::match {
namespace {

void scanBaseline(const std::int8_t* probe, const std::int8_t* rows, const std::int32_t*, std::size_t count,
                  std::size_t dimension, std::int32_t* products) {
    for (std::size_t row = 0; row < count; ++row, rows += dimension) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < dimension; ++i)
            sum += std::int16_t(probe[i]) * std::int16_t(rows[i]);
        products[row] = sum;
    }
}

#if defined(__x86_64__)
// maddubs multiplies unsigned by signed bytes and adds pairs in 16 bits: |probe| * sign(row, probe), at most
// 2 * 127 * 127.
[[gnu::target("avx2")]] void scanAvx2(const std::int8_t* probe, const std::int8_t* rows, const std::int32_t*,
                                      std::size_t count, std::size_t dimension, std::int32_t* products) {
    const __m256i ones = _mm256_set1_epi16(1);
    for (std::size_t row = 0; row < count; ++row, rows += dimension) {
        __m256i sum = _mm256_setzero_si256();
        for (std::size_t i = 0; i < dimension; i += 32) {
            const __m256i p = _mm256_load_si256(reinterpret_cast<const __m256i*>(probe + i));
            const __m256i r = _mm256_load_si256(reinterpret_cast<const __m256i*>(rows + i));
            const __m256i pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(p), _mm256_sign_epi8(r, p));
            sum = _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, ones));
        }
        __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
        half = _mm_add_epi32(half, _mm_shuffle_epi32(half, _MM_SHUFFLE(1, 0, 3, 2)));
        half = _mm_add_epi32(half, _mm_shuffle_epi32(half, _MM_SHUFFLE(2, 3, 0, 1)));
        products[row] = _mm_cvtsi128_si32(half);
    }
}

// dpbusd multiplies unsigned by signed bytes: the probe is raised by 128, which adds 128 * (sum of the row).
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void scanVnni(const std::int8_t* probe,
                                                             const std::int8_t* rows,
                                                             const std::int32_t* rowSums, std::size_t count,
                                                             std::size_t dimension, std::int32_t* products) {
    const __m512i raise = _mm512_set1_epi8(static_cast<char>(0x80));
    for (std::size_t row = 0; row < count; ++row, rows += dimension) {
        __m512i even = _mm512_setzero_si512(), odd = _mm512_setzero_si512();
        std::size_t i = 0;
        for (; i + 128 <= dimension; i += 128) {
            even = _mm512_dpbusd_epi32(even, _mm512_xor_si512(_mm512_load_si512(probe + i), raise),
                                       _mm512_load_si512(rows + i));
            odd = _mm512_dpbusd_epi32(odd, _mm512_xor_si512(_mm512_load_si512(probe + i + 64), raise),
                                      _mm512_load_si512(rows + i + 64));
        }
        if (i < dimension)
            even = _mm512_dpbusd_epi32(even, _mm512_xor_si512(_mm512_load_si512(probe + i), raise),
                                       _mm512_load_si512(rows + i));
        products[row] = _mm512_reduce_add_epi32(_mm512_add_epi32(even, odd)) - 128 * rowSums[row];
    }
}
#endif

}  // namespace

bool isAvailable(ScanKind kind) {
#if defined(__x86_64__)
    switch (kind) {
        case ScanKind::Baseline:
            return true;
        case ScanKind::Avx2:
            return __builtin_cpu_supports("avx2");
        case ScanKind::Avx512Vnni:
            return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                   __builtin_cpu_supports("avx512vnni");
    }
    return false;
#else
    return kind == ScanKind::Baseline;
#endif
}

ScanKind bestScan() {
    return isAvailable(ScanKind::Avx512Vnni) ? ScanKind::Avx512Vnni
           : isAvailable(ScanKind::Avx2)     ? ScanKind::Avx2
                                             : ScanKind::Baseline;
}

ByteScan byteScan([[maybe_unused]] ScanKind kind) {
#if defined(__x86_64__)
    if (kind == ScanKind::Avx512Vnni) return scanVnni;
    if (kind == ScanKind::Avx2) return scanAvx2;
#endif
    return scanBaseline;
}

std::string_view nameOf(ScanKind kind) {
    switch (kind) {
        case ScanKind::Avx512Vnni:
            return "avx512-vnni";
        case ScanKind::Avx2:
            return "avx2";
        case ScanKind::Baseline:
            break;
    }
    return "baseline";
}

}  // namespace cotejo::match
