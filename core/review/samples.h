#pragma once

#include <stop_token>

#include "core/access/desk.h"
#include "core/match/face/face_engine.h"
#include "core/match/finger/finger_template.h"
#include "core/record/sample.h"

namespace cotejo::review {

/// Templates of stored samples, extracted once and kept in the store. One thread at a time.
class Samples {
  public:
    explicit Samples(access::Desk& desk) : m_desk(desk) {}

    /// Why there is none is an outcome that is stored too: param-free codes of core/match and core/imaging, "E_STORE_MISSING" while the
    /// image has not arrived. Errors: E_CANCELLED and the codes above.
    Result<match::FingerTemplate> finger(const record::Capture& capture, std::stop_token stop);
    Result<match::FaceTemplate> face(const record::Capture& capture, std::stop_token stop);
    /// The algorithm of face templates. Errors: E_MODEL_*, E_NOT_FOUND when the face models are not installed.
    Result<record::Algorithm> faceAlgorithm();

  private:
    Result<Bytes> templateBytes(const record::Capture& capture, const record::Algorithm& algorithm,
                                const std::function<Result<Bytes>(ByteView)>& extract);
    Status loadEngine();

    access::Desk& m_desk;
    std::optional<match::FaceEngine> m_engine;
};

}  // namespace cotejo::review
