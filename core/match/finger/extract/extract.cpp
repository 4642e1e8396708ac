#include "core/match/finger/extract/extract.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <string>

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract/foreign_ink.h"
#include "core/match/finger/extract/minutiae.h"
#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {
namespace {

constexpr double kPpi = 500;
constexpr double kMinPpi = 200;
constexpr double kMaxPpi = 2000;
constexpr int kMinSide = 80;            // pixels of 500 ppi: 4 mm
constexpr int kMinCells = 60;           // of 8x8 pixels: 0.1 cm2
constexpr double kMinCoherence = 0.13;  // weak real prints have 0.20, noise 0.04 to 0.11
constexpr double kMinAgreement = 0.37;  // weak real prints have 0.46, white noise 0.32
constexpr double kHidden = 0.85;        // share of a cell's pixels under other ink that hides it
constexpr long kMaxPixels = 16L << 20;

// Changes here or in the files of this folder that change templates or scores must change the version.
constexpr char kParameters[] =
    "ctj-finger 1.1.0: other ink left out; two-pass line filters; ridge looks; votes; local stretch; ridge "
    "blocks; fitted weights 1";

FingerTemplate assemble(const RidgeField& field) {
    constexpr int pad = RidgeField::kPad;
    constexpr int block = RidgeField::kBlock;
    constexpr int margin = pad / block;
    static_assert(pad % block == 0 && DirectionField::kCell == block);
    FingerTemplate finger;
    finger.width = field.width;
    finger.height = field.height;
    finger.field.width = (field.width + block - 1) / block;
    finger.field.height = (field.height + block - 1) / block;
    for (int j = 0; j < finger.field.height; ++j)
        for (int i = 0; i < finger.field.width; ++i) {
            if (!field.mask(j + margin, i + margin)) {
                finger.field.angle.push_back(DirectionField::kNone);
                continue;
            }
            double turn =
                -std::atan2(field.sin2(j + margin, i + margin), field.cos2(j + margin, i + margin)) /
                (2 * std::numbers::pi);
            turn -= std::floor(turn);
            finger.field.angle.push_back(static_cast<std::uint8_t>(std::lround(turn * 255) % 255));
        }
    finger.ridges.width = (field.width + RidgeMap::kStep - 1) / RidgeMap::kStep;
    finger.ridges.height = (field.height + RidgeMap::kStep - 1) / RidgeMap::kStep;
    for (int j = 0; j < finger.ridges.height; ++j)
        for (int i = 0; i < finger.ridges.width; ++i) {
            const int x = pad + i * RidgeMap::kStep, y = pad + j * RidgeMap::kStep;
            std::int8_t value = 0;
            if (field.mask(y / block, x / block)) {
                const float wave = 0.25F * (field.enhanced(y, x) + field.enhanced(y, x + 1) +
                                            field.enhanced(y + 1, x) + field.enhanced(y + 1, x + 1));
                value = wave < -0.4F ? -3 : wave < 0 ? -1 : wave < 0.4F ? 1 : 3;
            }
            finger.ridges.value.push_back(value);
        }
    settleRidges(finger.ridges);
    return finger;
}

void rate(const RidgeField& field, const cv::Mat1b& quality, FingerExtraction& result) {
    double sum = 0, contrast = 0, dark = 0;
    int cells = 0, edge = 0;
    constexpr int block = RidgeField::kBlock;
    for (int j = 0; j < quality.rows; ++j)
        for (int i = 0; i < quality.cols; ++i)
            if (field.mask(j, i)) {
                ++cells;
                sum += quality(j, i);
                contrast += field.contrast(j, i);
                for (int y = j * block; y < (j + 1) * block; y += 2)
                    for (int x = i * block; x < (i + 1) * block; x += 2)
                        dark += field.normal(y, x) < 0 ? 1.0 / 16 : 0;
                const int x = i * block - RidgeField::kPad, y = j * block - RidgeField::kPad;
                if (x < block || y < block || x + 2 * block > field.width || y + 2 * block > field.height)
                    ++edge;
            }
    const double clear = sum / cells;
    const double area = cells * block * block * (2.54 / kPpi) * (2.54 / kPpi);  // cm2
    contrast /= cells;
    dark /= cells;
    const auto strong = std::count_if(result.finger.minutiae.begin(), result.finger.minutiae.end(),
                                      [](const Minutia& m) { return m.quality >= 40; });
    const double areaPart = std::clamp(area / 1.2, 0.0, 1.0);
    const double minutiaePart = std::clamp(static_cast<double>(strong) / 30, 0.0, 1.0);
    result.finger.quality = static_cast<std::uint8_t>(
        std::lround(std::clamp(clear * (0.4 + 0.35 * areaPart + 0.25 * minutiaePart), 0.0, 100.0)));
    if (area < 0.8) result.advice.push_back(FingerAdvice::SmallArea);
    if (contrast < 15) result.advice.push_back(FingerAdvice::LowContrast);
    if (dark < 0.40) result.advice.push_back(FingerAdvice::TooDry);
    if (dark > 0.60) result.advice.push_back(FingerAdvice::TooWet);
    if (clear < 45) result.advice.push_back(FingerAdvice::UnclearRidges);
    if (strong < 12) result.advice.push_back(FingerAdvice::FewMinutiae);
    if (edge * 4 > cells) result.advice.push_back(FingerAdvice::AtTheEdge);
}

Status check(const FingerImage& image) {
    if (image.pixels.empty() || image.pixels.type() != CV_8UC1)
        return fail(base::kInvalidArgument,
                    "A finger image must be 8-bit gray. Convert it with the decoder of core/imaging.");
    if (!image.ppi.known())
        return fail(kFingerPpiUnknown,
                    "The resolution of the finger image is not known. State it (--ppi on the command line).");
    if (!(image.ppi.value >= kMinPpi && image.ppi.value <= kMaxPpi))
        return fail(kFingerPpiUnsupported, "The finger image has " + std::to_string(image.ppi.value) +
                                               " ppi; 200 to 2000 ppi can be used.");
    const double scale = kPpi / image.ppi.value;
    const double width = image.pixels.cols * scale, height = image.pixels.rows * scale;
    const std::string size = std::to_string(image.pixels.cols) + " x " + std::to_string(image.pixels.rows) +
                             " pixels at " + std::to_string(static_cast<int>(image.ppi.value)) + " ppi";
    if (width < kMinSide || height < kMinSide)
        return fail(kFingerTooSmall, "The finger image of " + size +
                                         " shows less than 4 mm. Capture a larger part of the finger.");
    if (width > FingerTemplate::kMaxSide || height > FingerTemplate::kMaxSide ||
        static_cast<long>(image.pixels.total()) > kMaxPixels)
        return fail(kFingerTooLarge,
                    "The finger image of " + size +
                        " is larger than one finger. Cut out the finger, or check the resolution.");
    return {};
}

cv::Mat insidePadding(const RidgeField& field, const cv::Mat& plane) {
    return plane(cv::Rect(RidgeField::kPad, RidgeField::kPad, field.width, field.height));
}

// Cells in which other ink leaves little of the print.
void block(const ForeignInk& ink, RidgeField& field) {
    if (ink.marked.empty()) return;
    constexpr int side = RidgeField::kBlock, margin = RidgeField::kPad / side;
    field.foreign = ink.marked;
    field.blocked = cv::Mat1b::zeros(field.normal.rows / side, field.normal.cols / side);
    for (int y = 0; y < field.height; y += side)
        for (int x = 0; x < field.width; x += side) {
            const cv::Rect cell(x, y, std::min(side, field.width - x), std::min(side, field.height - y));
            field.blocked(y / side + margin, x / side + margin) =
                cv::countNonZero(ink.marked(cell)) > kHidden * cell.area() ||
                (!ink.solid.empty() && cv::countNonZero(ink.solid(cell)) > 0);
        }
}

Result<FingerExtraction> extractChecked(const FingerImage& image, const FingerOptions& options,
                                        const std::stop_token& stop) {
    const auto cancelled = [] { return fail(base::kCancelled, "Finger extraction was stopped."); };
    FingerExtraction result;
    result.scale = kPpi / image.ppi.value;
    cv::Mat pixels = image.pixels;
    if (std::abs(result.scale - 1) > 0.002) {
        const cv::Size size(static_cast<int>(std::lround(image.pixels.cols * result.scale)),
                            static_cast<int>(std::lround(image.pixels.rows * result.scale)));
        cv::resize(image.pixels, pixels, size, 0, 0, result.scale < 0.75 ? cv::INTER_AREA : cv::INTER_CUBIC);
    }
    const ForeignInk ink = findForeignInk(pixels);
    RidgeField field;
    field.share(pixels.cols, pixels.rows);
    block(ink, field);
    normalise(ink.pixels, field);
    if (!segment(field))
        return fail(kFingerBlank,
                    "The finger image is blank: there is no contrast in it. Capture the finger again.");
    const auto noRidges = [] {
        return fail(kFingerNoRidges,
                    "There is no ridge pattern in the image. Check that it shows a finger, at the stated "
                    "resolution.");
    };
    if (cv::countNonZero(field.mask) < kMinCells) return noRidges();
    if (stop.stop_requested()) return cancelled();
    estimateDirection(field.normal, 1.6, field);
    if (cv::mean(field.coherence, field.mask)[0] < kMinCoherence) return noRidges();
    estimatePeriod(field);
    enhance(field, 3.5);
    if (stop.stop_requested()) return cancelled();
    estimateDirection(field.enhanced, 1.2, field);
    estimatePeriod(field);
    enhance(field, 5.0);
    refineSegment(field);
    if (cv::countNonZero(field.mask) < kMinCells || cv::mean(field.agreement, field.mask)[0] < kMinAgreement)
        return noRidges();
    if (stop.stop_requested()) return cancelled();
    const cv::Mat1b lines = skeletonise(field);
    const cv::Mat1b quality = qualityOf(field);
    result.finger = assemble(field);
    result.finger.minutiae = findMinutiae(field, lines);
    result.finger.singularities = findSingularities(field);
    rate(field, quality, result);
    constexpr int margin = RidgeField::kPad / RidgeField::kBlock;
    result.qualityMap =
        quality(cv::Rect(margin, margin, result.finger.field.width, result.finger.field.height)).clone();
    result.foreign = ink.marked;
    if (options.pictures) {
        cv::Mat wave;
        insidePadding(field, field.enhanced).convertTo(wave, CV_8U, 80, 128);
        result.enhanced = wave;
        result.skeleton = insidePadding(field, lines) == 0;
    }
    return result;
}

}  // namespace

const record::Algorithm& fingerAlgorithm() {
    static const record::Algorithm kAlgorithm{"ctj-finger", "1.1.0", sha256(std::string_view(kParameters))};
    return kAlgorithm;
}

const record::Algorithm& fingerMinutiaeAlgorithm() {
    static const record::Algorithm kAlgorithm{"ctj-finger-minutiae", fingerAlgorithm().version,
                                              fingerAlgorithm().model};
    return kAlgorithm;
}

Result<FingerExtraction> extractFinger(const FingerImage& image, const FingerOptions& options,
                                       std::stop_token stop) {
    COTEJO_TRY(check(image));
    try {
        return extractChecked(image, options, stop);
    } catch (const std::exception& error) {
        return fail(base::kInternal, std::string("Finger extraction failed: ") + error.what());
    }
}

}  // namespace cotejo::match
