#pragma once

#include <gtest/gtest.h>

#include <opencv2/core.hpp>
#include <string>

#include "core/match/face/face_engine.h"

namespace cotejo::match {

/// The engine of the shipped set, loaded once for all tests of a process.
inline FaceEngine& sharedEngine() {
    static auto engine = FaceEngine::loadDefault();
    if (!engine) throw std::runtime_error(engine.error().detail);
    return *engine;
}

/// One of the eight specimen portraits of the demo, BGR.
cv::Mat portrait(int number);

/// The set's parity image: I[y,x,c] = (2x + y + 40c) mod 256.
cv::Mat parityImage();

}  // namespace cotejo::match
