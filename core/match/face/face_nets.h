#pragma once

#include <opencv2/dnn.hpp>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/match/face/face_geometry.h"

namespace cotejo::match {

/// A box that may hold a face, in pixels of the image given, and the detector's confidence, 0..1.
struct FaceBox {
    cv::Rect2f box;
    float confidence = 0;
    std::optional<FivePoints> points;  ///< of detectors that give them
};

/// Strongest first, each overlapping no stronger one by more than `overlap` (intersection over union).
std::vector<FaceBox> withoutOverlaps(std::vector<FaceBox> boxes, double overlap);

/// The three networks of a set. Each belongs to one thread at a time; each checks the shape of what comes out
/// and answers E_MODEL_SHAPE. Images are 8-bit BGR.
class BoxNet {
  public:
    static Result<BoxNet> load(const Bytes& onnx, double threshold, double overlap);
    /// Boxes above the threshold without overlaps, strongest first. One look at the whole image at 320x240.
    Result<std::vector<FaceBox>> find(const cv::Mat& image);

  private:
    cv::dnn::Net m_net;
    double m_threshold = 1, m_overlap = 0;
};

/// YuNet as the OpenCV model zoo publishes it (2023mar): for strides 8, 16 and 32 two outputs [1,n,1]
/// whose geometric mean is the confidence, boxes [1,n,4] and points [1,n,10]. OpenCV 4.6 cannot read these heads itself. The image stands in
/// the top left corner of a black square of `size` pixels.
class YuNet {
  public:
    static Result<YuNet> load(const Bytes& onnx, int size, double threshold, double overlap);
    /// As BoxNet::find, each with its five points.
    Result<std::vector<FaceBox>> find(const cv::Mat& image);

  private:
    cv::dnn::Net m_net;
    int m_size = 0;
    double m_threshold = 1, m_overlap = 0;
};

class LandmarkNet {
  public:
    static Result<LandmarkNet> load(const Bytes& onnx);
    Result<Landmarks> find(const cv::Mat& image, const cv::Rect2f& box);

  private:
    cv::dnn::Net m_net;
};

class EmbeddingNet {
  public:
    static Result<EmbeddingNet> load(const Bytes& onnx, int size, int dimension, bool rgb, double mean,
                                     double divisor);
    /// As the network gives it, not normalised. `aligned` has the side the set asks for.
    Result<std::vector<float>> embed(const cv::Mat& aligned);

  private:
    cv::dnn::Net m_net;
    int m_size = 0, m_dimension = 0;
    bool m_rgb = false;
    double m_mean = 0, m_divisor = 1;
};

}  // namespace cotejo::match
