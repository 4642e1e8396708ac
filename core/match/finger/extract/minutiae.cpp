#include "core/match/finger/extract/minutiae.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <tuple>

#include "core/match/finger/extract/skeleton.h"

namespace cotejo::match {
namespace {

constexpr int kTrace = 14;   // pixels of line used for a direction
constexpr float kEdge = 14;  // pixels beyond an end that must still be print
constexpr float kBorder = 20;
constexpr int kForeign = 4;  // pixels around other ink without minutiae
constexpr float kOpposite = 8;  // two minutiae this near that face each other are one broken ridge

struct Found {
    int x, y;
    float dx, dy;  // image axes
    MinutiaType type;
};

bool isPrint(const RidgeField& field, float x, float y) {
    const int i = static_cast<int>(x) / RidgeField::kBlock, j = static_cast<int>(y) / RidgeField::kBlock;
    return x >= 0 && y >= 0 && i < field.mask.cols && j < field.mask.rows && field.mask(j, i);
}

bool nearEdge(const RidgeField& field, const Found& at, float radius) {
    for (int k = 0; k < 16; ++k) {
        const float angle = static_cast<float>(k) * std::numbers::pi_v<float> / 8;
        if (!isPrint(field, static_cast<float>(at.x) + radius * std::cos(angle),
                     static_cast<float>(at.y) + radius * std::sin(angle)))
            return true;
    }
    return false;
}

// Where other ink was filled up, lines break and meet as they like.
bool nearForeign(const RidgeField& field, const Found& at) {
    if (field.foreign.empty()) return false;
    const int x = at.x - RidgeField::kPad, y = at.y - RidgeField::kPad;
    for (int v = y - kForeign; v <= y + kForeign; v += kForeign)
        for (int u = x - kForeign; u <= x + kForeign; u += kForeign)
            if (u >= 0 && v >= 0 && u < field.width && v < field.height && field.foreign(v, u)) return true;
    return false;
}

// Follows the traced direction's sense, but takes the axis of the smoother direction field where both agree.
void alignToField(const RidgeField& field, Found& found) {
    const float fx = static_cast<float>(found.x) / RidgeField::kBlock - 0.5F,
                fy = static_cast<float>(found.y) / RidgeField::kBlock - 0.5F;
    const int i = static_cast<int>(fx), j = static_cast<int>(fy);
    const float u = fx - static_cast<float>(i), v = fy - static_cast<float>(j);
    const auto at = [&](const cv::Mat1f& plane) {
        return (1 - v) * ((1 - u) * plane(j, i) + u * plane(j, i + 1)) +
               v * ((1 - u) * plane(j + 1, i) + u * plane(j + 1, i + 1));
    };
    const float angle = 0.5F * std::atan2(at(field.sin2), at(field.cos2));
    float cx = std::cos(angle), cy = std::sin(angle);
    float dot = cx * found.dx + cy * found.dy;
    if (dot < 0) {
        cx = -cx;
        cy = -cy;
        dot = -dot;
    }
    if (dot > 0.8F) {
        found.dx = cx;
        found.dy = cy;
    }
}

std::vector<Found> endsAndForks(const cv::Mat1b& lines) {
    const LineSteps steps(lines);
    std::vector<Found> all;
    const int w = lines.cols;
    const auto towards = [w](int from, int to) {
        const float dx = static_cast<float>(to % w - from % w), dy = static_cast<float>(to / w - from / w);
        const float length = std::max(1.0F, std::hypot(dx, dy));
        return std::pair(dx / length, dy / length);
    };
    for (const int at : steps.pointsWhere([&](int point) { return steps.crossings(point) != 2; })) {
        const int crossings = steps.crossings(at);
        if (crossings == 1) {
            const auto path = steps.trace(at, -1, kTrace);
            const auto [dx, dy] = towards(at, path.back());
            all.push_back({at % w, at / w, dx, dy, MinutiaType::Ending});
        } else if (crossings == 3) {
            const auto starts = steps.around(at);
            if (starts.size() != 3) continue;
            std::array<std::pair<float, float>, 3> arm;
            for (std::size_t k = 0; k < 3; ++k)
                arm[k] = towards(at, steps.trace(starts[k], at, kTrace).back());
            float best = -2;
            std::pair<float, float> direction;
            for (std::size_t k = 0; k < 3; ++k) {
                const auto &a = arm[k], &b = arm[(k + 1) % 3];
                const float dot = a.first * b.first + a.second * b.second;
                if (dot > best) {
                    best = dot;
                    direction = {a.first + b.first, a.second + b.second};
                }
            }
            const float length = std::hypot(direction.first, direction.second);
            if (length < 0.5F) continue;
            all.push_back({at % w, at / w, direction.first / length, direction.second / length,
                           MinutiaType::Bifurcation});
        }
    }
    return all;
}

}  // namespace

cv::Mat1b qualityOf(const RidgeField& field) {
    cv::Mat1f smooth;
    cv::GaussianBlur(field.agreement, smooth, {}, 1.0, 1.0, cv::BORDER_REPLICATE);
    cv::Mat1b quality = cv::Mat1b::zeros(field.mask.size());
    for (int j = 0; j < quality.rows; ++j)
        for (int i = 0; i < quality.cols; ++i)
            if (field.mask(j, i)) {
                const float clear = std::clamp((smooth(j, i) - 0.25F) / 0.65F, 0.0F, 1.0F);
                const float coherent = std::clamp((field.coherence(j, i) - 0.1F) / 0.6F, 0.0F, 1.0F);
                quality(j, i) =
                    static_cast<std::uint8_t>(std::lround(1 + 99 * clear * (0.5F + 0.5F * coherent)));
            }
    return quality;
}

std::vector<Minutia> findMinutiae(const RidgeField& field, const cv::Mat1b& lines) {
    const cv::Mat1b quality = qualityOf(field);
    std::vector<Found> found = endsAndForks(lines);
    std::erase_if(found, [&](Found& each) {
        alignToField(field, each);
        const float x = static_cast<float>(each.x), y = static_cast<float>(each.y);
        if (!isPrint(field, x - kEdge * each.dx, y - kEdge * each.dy)) return true;
        return nearEdge(field, each, kEdge / 2) || nearForeign(field, each);
    });
    std::vector<bool> drop(found.size(), false);
    for (std::size_t a = 0; a < found.size(); ++a)
        for (std::size_t b = a + 1; b < found.size(); ++b) {
            const float dx = static_cast<float>(found[a].x - found[b].x),
                        dy = static_cast<float>(found[a].y - found[b].y);
            if (dx * dx + dy * dy > kOpposite * kOpposite) continue;
            if (found[a].dx * found[b].dx + found[a].dy * found[b].dy < -0.5F)
                drop[a] = drop[b] = true;
            else
                drop[b] = true;
        }
    std::vector<Minutia> minutiae;
    for (std::size_t k = 0; k < found.size(); ++k) {
        if (drop[k]) continue;
        const Found& each = found[k];
        const int q = quality(each.y / RidgeField::kBlock, each.x / RidgeField::kBlock);
        Minutia minutia;
        minutia.x = static_cast<float>(each.x - RidgeField::kPad) + 0.5F;
        minutia.y = static_cast<float>(each.y - RidgeField::kPad) + 0.5F;
        minutia.direction = std::atan2(-each.dy, each.dx);
        minutia.type = each.type;
        minutia.quality = static_cast<std::uint8_t>(q);
        minutia.border = nearEdge(field, each, kBorder);
        if (minutia.x < 0 || minutia.y < 0 || minutia.x >= static_cast<float>(field.width) ||
            minutia.y >= static_cast<float>(field.height))
            continue;
        minutiae.push_back(rounded(minutia));
    }
    std::sort(minutiae.begin(), minutiae.end(), [](const Minutia& a, const Minutia& b) {
        return std::tuple(-a.quality, a.y, a.x) < std::tuple(-b.quality, b.y, b.x);
    });
    if (minutiae.size() > FingerTemplate::kMaxMinutiae) minutiae.resize(FingerTemplate::kMaxMinutiae);
    return minutiae;
}

std::vector<Singularity> findSingularities(const RidgeField& field) {
    constexpr std::array<std::pair<int, int>, 12> ring{{{2, -1},
                                                        {2, 0},
                                                        {2, 1},
                                                        {1, 2},
                                                        {0, 2},
                                                        {-1, 2},
                                                        {-2, 1},
                                                        {-2, 0},
                                                        {-2, -1},
                                                        {-1, -2},
                                                        {0, -2},
                                                        {1, -2}}};
    cv::Mat1f cos2, sin2;
    cv::GaussianBlur(field.cos2, cos2, {}, 1.0);
    cv::GaussianBlur(field.sin2, sin2, {}, 1.0);
    const cv::Size grid = field.mask.size();
    std::vector<Singularity> found;
    // Whole turns of the flow around a cell, counter to the ring's sense and with it.
    cv::Mat1b core = cv::Mat1b::zeros(grid), delta = core.clone();
    for (int j = 2; j < grid.height - 2; ++j)
        for (int i = 2; i < grid.width - 2; ++i) {
            float turn = 0;
            bool inside = field.mask(j, i) != 0;
            for (std::size_t k = 0; k < ring.size() && inside; ++k) {
                const auto [au, av] = ring[k];
                const auto [bu, bv] = ring[(k + 1) % ring.size()];
                inside = field.mask(j + av, i + au) != 0;
                const float ac = cos2(j + av, i + au), as = sin2(j + av, i + au);
                const float bc = cos2(j + bv, i + bu), bs = sin2(j + bv, i + bu);
                turn += std::atan2(ac * bs - as * bc, ac * bc + as * bs);
            }
            if (!inside) continue;
            const long turns = std::lround(turn / (2 * std::numbers::pi_v<float>));
            core(j, i) = turns == 1;
            delta(j, i) = turns == -1;
        }
    for (const int sign : {1, -1}) {
        const cv::Mat1b& hits = sign > 0 ? core : delta;
        cv::Mat1i labels, stats;
        cv::Mat1d centres;
        const int count = cv::connectedComponentsWithStats(hits, labels, stats, centres, 8);
        for (int k = 1; k < count; ++k) {
            if (stats(k, cv::CC_STAT_AREA) < 3) continue;
            const double ci = centres(k, 0), cj = centres(k, 1);
            float c = 0, s = 0;
            for (const auto& [u, v] : ring) {
                const int i = static_cast<int>(std::lround(ci)) + u,
                          j = static_cast<int>(std::lround(cj)) + v;
                if (i < 0 || j < 0 || i >= grid.width || j >= grid.height) continue;
                const float around =
                    std::atan2(static_cast<float>(v), static_cast<float>(u)) * static_cast<float>(-sign);
                c += cos2(j, i) * std::cos(around) - sin2(j, i) * std::sin(around);
                s += sin2(j, i) * std::cos(around) + cos2(j, i) * std::sin(around);
            }
            const float angle = std::atan2(s, c) / (sign > 0 ? 1.0F : 3.0F);
            Minutia place;
            place.x = static_cast<float>((ci + 0.5) * RidgeField::kBlock) - RidgeField::kPad;
            place.y = static_cast<float>((cj + 0.5) * RidgeField::kBlock) - RidgeField::kPad;
            place.direction = -angle;
            if (place.x < 0 || place.y < 0 || place.x >= static_cast<float>(field.width) ||
                place.y >= static_cast<float>(field.height))
                continue;
            place = rounded(place);
            found.push_back({sign > 0 ? Singularity::Kind::Core : Singularity::Kind::Delta, place.x, place.y,
                             place.direction});
        }
    }
    if (found.size() > 16) found.resize(16);
    return found;
}

}  // namespace cotejo::match
