#pragma once

#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/record/score.h"

namespace cotejo::match {

/// A face as numbers: the direction of the embedding in steps of 16 bits. The steps, not the network's
/// floats, are the template, so that scores are computed in whole numbers and are the same to the last bit on
/// every machine and in every search. Rounding moves a cosine by less than 1e-4. Immutable value; any thread.
class FaceTemplate {
  public:
    /// Values go up to 127 * 256 + 127, so that the upper byte, rounded, is at most 127 in size (see
    /// face_gallery.h).
    static constexpr int kPeak = 127 * 256 + 127;

    FaceTemplate() = default;
    /// Error: E_FACE_TEMPLATE when empty, not finite or of zero length.
    static Result<FaceTemplate> fromEmbedding(const std::vector<float>& embedding,
                                              const record::Algorithm& algorithm);

    const record::Algorithm& algorithm() const { return m_algorithm; }
    const std::vector<std::int16_t>& steps() const { return m_steps; }
    /// Sum of squared steps.
    std::int64_t squared() const { return m_squared; }
    /// The embedding, of length 1.
    std::vector<float> embedding() const;

    /// Versioned bytes with a checksum: "CTJF", u16 format, fields set and version, raw model hash, u16
    /// count, u16 each step, first 8 bytes of the SHA-256 over all before. Big-endian.
    Bytes encode() const;
    /// Error: E_FACE_TEMPLATE.
    static Result<FaceTemplate> decode(ByteView bytes);

    bool operator==(const FaceTemplate&) const = default;

  private:
    record::Algorithm m_algorithm;
    std::vector<std::int16_t> m_steps;
    std::int64_t m_squared = 0;
};

/// Cosine of the two embeddings, -1..1. Error: E_SCORE_INCOMPARABLE when the sets differ.
Result<record::Score> compareFaces(const FaceTemplate& probe, const FaceTemplate& reference);

}  // namespace cotejo::match
