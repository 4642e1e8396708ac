#include "ui/compare/protocol/sample_analysis.h"

#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "core/match/face/quality/quality.h"
#include "ui/widgets/style/theme.h"

namespace cotejo::compare {
namespace {

/// Gray or BGR, as a picture of its own memory.
QImage pictureOf(const cv::Mat& pixels) {
    if (pixels.empty()) return {};
    const auto format = pixels.channels() == 1 ? QImage::Format_Grayscale8 : QImage::Format_BGR888;
    return QImage(pixels.data, pixels.cols, pixels.rows, qsizetype(pixels.step), format).copy();
}

/// Clear ridges green, middling yellow, poor orange, nothing where there is no print.
QImage qualityPicture(const cv::Mat& map, double cellPixels, QSize size) {
    QImage picture(map.cols, map.rows, QImage::Format_ARGB32_Premultiplied);
    const auto& c = widgets::canvasTokens();
    const auto shade = [](QColor colour, int alpha) {
        colour.setAlpha(alpha);
        return qPremultiply(colour.rgba());
    };
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x) {
            const int quality = map.at<uchar>(y, x);
            picture.setPixel(x, y,
                             quality == 0    ? 0U
                             : quality >= 60 ? shade(c.examiner, 70)
                             : quality >= 30 ? shade(c.cursor, 90)
                                             : shade(c.chosen, 100));
        }
    // The map ends on a whole cell; the print need not.
    const QSize covered(int(std::lround(map.cols * cellPixels)), int(std::lround(map.rows * cellPixels)));
    QImage whole(size, QImage::Format_ARGB32_Premultiplied);
    whole.fill(Qt::transparent);
    const QImage scaled = picture.scaled(covered.expandedTo({1, 1}));
    for (int y = 0; y < std::min(whole.height(), scaled.height()); ++y)
        std::copy_n(reinterpret_cast<const QRgb*>(scaled.constScanLine(y)),
                    std::min(whole.width(), scaled.width()), reinterpret_cast<QRgb*>(whole.scanLine(y)));
    return whole;
}

QImage layerPicture(const cv::Mat& layer, cv::Size size, int interpolation) {
    if (layer.empty()) return {};
    cv::Mat resized;
    if (layer.size() == size)
        resized = layer;
    else
        cv::resize(layer, resized, size, 0, 0, interpolation);
    return pictureOf(resized);
}

}  // namespace

FaceSample FaceFinder::analyse(const cv::Mat& pixels, std::stop_token stop) {
    FaceSample sample;
    sample.image = pictureOf(pixels);
    const std::lock_guard lock(m_mutex);
    if (!m_engine && !m_broken) {
        auto engine = match::FaceEngine::loadDefault();
        if (engine)
            m_engine = std::move(*engine);
        else
            m_broken = engine.error();
    }
    if (m_broken) {
        sample.problem = m_broken;
        return sample;
    }
    const auto found = m_engine->extract(pixels, stop);
    if (!found) {
        sample.problem = found.error();
        return sample;
    }
    for (const auto& measure : match::quality::measureFace(pixels, *found))
        if (measure.advice) sample.advice.insert(*measure.advice);
    if (const auto& landmarks = found->chosen().landmarks)
        for (const auto& point : *landmarks)
            sample.landmarks.emplace_back(point.x, point.y);
    else
        for (const auto& point : found->points)
            sample.landmarks.emplace_back(point.x, point.y);
    sample.eyes = std::pair(QPointF(found->points[0].x, found->points[0].y),
                            QPointF(found->points[1].x, found->points[1].y));
    const QPointF between = sample.eyes->second - sample.eyes->first;
    sample.eyeDistance = std::hypot(between.x(), between.y());
    return sample;
}

FingerSample analyseFinger(const cv::Mat& gray, const record::Ppi& ppi, std::stop_token stop) {
    FingerSample sample;
    sample.original = pictureOf(gray);
    sample.ppi = ppi;
    match::FingerOptions options;
    options.pictures = true;
    auto found = match::extractFinger({gray, sample.ppi}, options, stop);
    if (!found) {
        sample.problem = found.error();
        return sample;
    }
    sample.scale = found->scale > 0 ? found->scale : 1;
    sample.advice = found->advice;
    sample.finger = std::move(found->finger);
    // Outside the print the enhancement means nothing: paper white instead of its middle gray.
    constexpr int kCell = match::DirectionField::kCell;
    for (int y = 0; y < found->enhanced.rows; ++y)
        for (int x = 0; x < found->enhanced.cols; ++x) {
            const int row = y / kCell, column = x / kCell;
            if (row >= found->qualityMap.rows || column >= found->qualityMap.cols ||
                found->qualityMap.at<uchar>(row, column) == 0)
                found->enhanced.at<uchar>(y, x) = 255;
        }
    sample.enhanced = layerPicture(found->enhanced, gray.size(), cv::INTER_LINEAR);
    sample.skeleton = layerPicture(found->skeleton, gray.size(), cv::INTER_AREA);
    sample.qualityMap = qualityPicture(found->qualityMap, match::DirectionField::kCell / sample.scale,
                                       sample.original.size());
    for (const auto& each : sample.finger.minutiae) {
        Minutia minutia;
        minutia.at = QPointF(each.x, each.y) / sample.scale;
        minutia.angle = each.direction * 180.0 / std::numbers::pi;
        minutia.kind = each.type == match::MinutiaType::Ending        ? Glyph::Ending
                       : each.type == match::MinutiaType::Bifurcation ? Glyph::Bifurcation
                                                                      : Glyph::Other;
        minutia.quality = each.quality;
        sample.minutiae.push_back(minutia);
    }
    return sample;
}

PairedPrints pairPrints(const FingerSample& probe, const FingerSample& reference) {
    PairedPrints result;
    if (probe.problem || reference.problem) {
        result.problem = probe.problem ? probe.problem : reference.problem;
        return result;
    }
    const auto compared = match::compareFinger(probe.finger, reference.finger);
    if (!compared) {
        result.problem = compared.error();
        return result;
    }
    result.score = compared->score;
    for (const auto& each : compared->pairs) {
        MinutiaPair pair;
        pair.machine = true;
        pair.probe = each.probe;
        pair.reference = each.reference;
        pair.deviation = each.deviation / probe.scale;
        pair.quality = std::min(probe.finger.minutiae[std::size_t(each.probe)].quality,
                                reference.finger.minutiae[std::size_t(each.reference)].quality) /
                       100.0;
        result.pairs.push_back(pair);
    }
    if (!compared->pairs.empty()) {
        // Probe to reference in template pixels: q = R p + t. The canvas wants reference image to probe
        // image.
        const auto& rigid = compared->alignment;
        const QTransform toReference(rigid.cosine, rigid.sine, -rigid.sine, rigid.cosine, rigid.dx, rigid.dy);
        result.alignment = QTransform::fromScale(reference.scale, reference.scale) * toReference.inverted() *
                           QTransform::fromScale(1 / probe.scale, 1 / probe.scale);
    }
    return result;
}

}  // namespace cotejo::compare
