#pragma once

#include <QImage>
#include <QTransform>
#include <functional>
#include <mutex>
#include <opencv2/core/mat.hpp>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

#include "core/match/face/face_engine.h"
#include "core/match/face/quality/outcome.h"
#include "core/match/finger/compare/compare.h"
#include "core/match/finger/extract/extract.h"
#include "core/record/sample.h"
#include "ui/compare/canvas/finger_values.h"

/// Samples as the canvases need them: what the engines find, in pixels of the image as stored. Any thread but
/// the main one.
namespace cotejo::compare {

/// A face with what the engine found in it. `problem` says why it found nothing; the picture is there all the
/// same.
struct FaceSample {
    QImage image;
    std::optional<std::pair<QPointF, QPointF>> eyes;
    std::vector<QPointF> landmarks;
    double eyeDistance = 0;                   ///< pixels
    std::set<match::quality::Advice> advice;  ///< what weakens the picture
    std::optional<Error> problem;
};

/// A print with the layers and minutiae of the engine, all in pixels of the stored image.
struct FingerSample {
    QImage original, enhanced, skeleton, qualityMap;
    record::Ppi ppi;
    std::vector<Minutia> minutiae;
    std::vector<match::FingerAdvice> advice;
    match::FingerTemplate finger;
    double scale = 1;  ///< pixels of the template a pixel of the image
    std::optional<Error> problem;
};

/// What the engine says of two prints: after the reveal to who looks, never before.
struct PairedPrints {
    std::optional<record::Score> score;
    std::vector<MinutiaPair> pairs;
    std::optional<QTransform> alignment;  ///< reference pixels to probe pixels
    std::optional<Error> problem;
};

/// Owns the face networks, loaded at first use; takes one face at a time, from any thread.
class FaceFinder {
  public:
    FaceSample analyse(const cv::Mat& pixels, std::stop_token stop = {});

  private:
    std::mutex m_mutex;
    std::optional<match::FaceEngine> m_engine;
    std::optional<Error> m_broken;
};

/// `gray` is 8-bit, one channel.
FingerSample analyseFinger(const cv::Mat& gray, const record::Ppi& ppi, std::stop_token stop = {});
/// How prints are compared; tests count how often it is asked.
using PrintPairing = std::function<PairedPrints(const FingerSample&, const FingerSample&)>;
PairedPrints pairPrints(const FingerSample& probe, const FingerSample& reference);

}  // namespace cotejo::compare
