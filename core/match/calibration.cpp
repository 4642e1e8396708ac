#include "core/match/calibration.h"

#include <algorithm>
#include <cmath>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/share.h"
#include "core/match/errors.h"
#include "core/match/site_set.h"

namespace cotejo::match {
namespace {

constexpr std::size_t kReportCap = 4u << 20, kMostKnots = 5000;

/// First knot with a score above `score`, and how far `score` lies towards it from the one before (0..1).
template <class Knots>
std::pair<std::size_t, double> placeOf(const Knots& knots, double score) {
    const auto above = std::upper_bound(knots.begin(), knots.end(), score,
                                        [](double value, const auto& knot) { return value < knot.score; });
    const auto at = static_cast<std::size_t>(above - knots.begin());
    if (at == 0 || at == knots.size()) return {at, 0};
    return {at, (score - knots[at - 1].score) / (knots[at].score - knots[at - 1].score)};
}

double between(double a, double b, double part) {
    return a + (b - a) * part;
}
double betweenLogs(double a, double b, double part) {
    return std::exp(between(std::log(a), std::log(b), part));
}

double rounded(double value) {
    return std::round(value * 1e7) / 1e7;
}
/// Seven significant digits, for shares that span many powers of ten.
double shortened(double value) {
    if (value == 0) return 0;
    const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) - 6);
    return std::round(value / unit) * unit;
}

}  // namespace

Result<record::Calibrated> Calibration::answer(const record::Score& score) const {
    if (score.algorithm != algorithm)
        return fail(kScoreIncomparable, "report " + report + " speaks of " + algorithm.name + " " +
                                            algorithm.version + " with one model; the score is of " +
                                            score.algorithm.name + " " + score.algorithm.version);
    if (!std::isfinite(score.value)) return fail(base::kInvalidArgument, "the score is not a number");
    record::Calibrated found;
    found.report = report;
    found.mated = mated;
    found.nonMated = nonMated;
    const auto [f, fPart] = placeOf(fmr, score.value);
    if (f == 0) {
        found.fmr = found.fmrHigh = 1;
    } else if (f == fmr.size()) {
        found.fmr = fmr.back().fmr;
        found.fmrHigh = fmr.back().fmrHigh;
        found.atFloor = true;
    } else {
        found.fmr = betweenLogs(fmr[f - 1].fmr, fmr[f].fmr, fPart);
        found.fmrHigh = betweenLogs(fmr[f - 1].fmrHigh, fmr[f].fmrHigh, fPart);
    }
    const auto [m, mPart] = placeOf(fnmr, score.value);
    found.fnmr = m == 0             ? 0
                 : m == fnmr.size() ? fnmr.back().fnmr
                                    : between(fnmr[m - 1].fnmr, fnmr[m].fnmr, mPart);
    const auto [r, rPart] = placeOf(ratio, score.value);
    const auto &low = ratio[r == 0 ? 0 : r - 1], &high = ratio[std::min(r, ratio.size() - 1)];
    found.logLikelihoodRatio = between(low.ratio, high.ratio, rPart);
    found.logLikelihoodRatioLow = between(low.low, high.low, rPart);
    found.logLikelihoodRatioHigh = between(low.high, high.high, rPart);
    return found;
}

std::optional<record::Threshold> Calibration::threshold(double fmrTarget) const {
    if (!(fmrTarget >= claimableFmr() && fmrTarget < 1)) return std::nullopt;
    for (const auto& point : operatingPoints)
        if (std::abs(point.fmrTarget - fmrTarget) < 1e-9 * fmrTarget)
            return record::Threshold{algorithm, point.threshold, fmrTarget, report, validUntil};
    for (std::size_t i = 1; i < fmr.size(); ++i) {
        if (fmr[i].fmr > fmrTarget * (1 + 1e-6)) continue;  // a written report is rounded
        const double part = fmr[i].fmr < fmr[i - 1].fmr
                                ? std::log(fmrTarget / fmr[i - 1].fmr) / std::log(fmr[i].fmr / fmr[i - 1].fmr)
                                : 1;
        return record::Threshold{algorithm,
                                 between(fmr[i - 1].score, fmr[i].score, std::clamp(part, 0.0, 1.0)),
                                 fmrTarget, report, validUntil};
    }
    return std::nullopt;
}

Json Calibration::json() const {
    Json points = Json::array(), fmrRows = Json::array(), fnmrRows = Json::array(), ratioRows = Json::array(),
         barRows = Json::array();
    for (const auto& point : operatingPoints)
        points.push_back({{"fmr", point.fmrTarget},
                          {"threshold", rounded(point.threshold)},
                          {"fnmr", rounded(point.fnmr)},
                          {"fnmrLow", rounded(point.fnmrLow)},
                          {"fnmrHigh", rounded(point.fnmrHigh)}});
    for (const auto& knot : fmr)
        fmrRows.push_back({rounded(knot.score), shortened(knot.fmr), shortened(knot.fmrHigh)});
    for (const auto& knot : fnmr)
        fnmrRows.push_back({rounded(knot.score), rounded(knot.fnmr)});
    for (const auto& knot : ratio)
        ratioRows.push_back(
            {rounded(knot.score), rounded(knot.ratio), rounded(knot.low), rounded(knot.high)});
    for (const auto& bar : bars)
        barRows.push_back({rounded(bar.score), rounded(bar.mated), rounded(bar.nonMated)});
    return {{"report", report},
            {"algorithm",
             {{"name", algorithm.name}, {"version", algorithm.version}, {"model", algorithm.model.text()}}},
            {"data", data},
            {"made", toIso(made)},
            {"validUntil", toIso(validUntil)},
            {"persons", persons},
            {"mated", mated},
            {"nonMated", nonMated},
            {"failed", failed},
            {"eer", rounded(eer)},
            {"operatingPoints", points},
            {"fmr", fmrRows},
            {"fnmr", fnmrRows},
            {"ratio", ratioRows},
            {"bars", barRows}};
}

namespace {

/// Reads a report field by field; the first problem stays.
class ReportReader {
  public:
    explicit ReportReader(const Json& root) : m_root(root) {}

    std::string text(const char* key) {
        const auto value = textAt(m_root, key);
        if (!value || value->empty() || value->size() > 500) refuse(key, "must be a text");
        return value.value_or("");
    }
    UtcTime time(const char* key) {
        const auto value = fromIso(textAt(m_root, key).value_or(""));
        if (!value) refuse(key, "must be a UTC time");
        return value.value_or(UtcTime{});
    }
    long count(const char* key, long least) {
        const auto value = integerAt(m_root, key);
        if (!value || *value < least || *value > 1'000'000'000'000)
            refuse(key, "must be a whole number of at least " + std::to_string(least));
        return static_cast<long>(value.value_or(0));
    }
    double share(const char* key) {
        const auto value = numberAt(m_root, key);
        if (!value || !(*value >= 0 && *value <= 1)) refuse(key, "must be from 0 to 1");
        return value.value_or(0);
    }
    /// Rows of `width` finite numbers whose first one rises strictly.
    std::vector<std::vector<double>> rows(const char* key, std::size_t width, std::size_t least) {
        std::vector<std::vector<double>> read;
        const auto at = m_root.is_object() ? m_root.find(key) : m_root.end();
        if (!m_root.is_object() || at == m_root.end() || !at->is_array() || at->size() < least ||
            at->size() > kMostKnots) {
            refuse(key, "must be a list of " + std::to_string(least) + " to " + std::to_string(kMostKnots) +
                            " rows");
            return read;
        }
        for (const auto& row : *at) {
            std::vector<double> numbers;
            if (row.is_array())
                for (const auto& each : row)
                    if (each.is_number() && std::isfinite(each.get<double>()))
                        numbers.push_back(each.get<double>());
            if (numbers.size() != width || row.size() != width ||
                (!read.empty() && !(numbers[0] > read.back()[0]))) {
                refuse(key, "has row " + std::to_string(read.size() + 1) + " that is not " +
                                std::to_string(width) + " numbers or does not rise");
                return {};
            }
            read.push_back(std::move(numbers));
        }
        return read;
    }
    void require(bool holds, const char* key, const char* why) {
        if (!holds) refuse(key, why);
    }
    void refuse(const char* key, const std::string& why) {
        if (m_problem.empty()) m_problem = std::string(key) + " " + why;
    }
    const std::string& problem() const { return m_problem; }

  private:
    const Json& m_root;
    std::string m_problem;
};

bool isShare(double value) {
    return value >= 0 && value <= 1;
}

}  // namespace

Result<Calibration> parseCalibration(std::string_view json, std::string_view what) {
    COTEJO_TRY_ASSIGN(const Json root, parseJson(json, what, kReportCap, 6));
    ReportReader in(root);
    Calibration read;
    read.report = in.text("report");
    read.data = in.text("data");
    read.made = in.time("made");
    read.validUntil = in.time("validUntil");
    read.persons = in.count("persons", 2);
    read.mated = in.count("mated", 1);
    read.nonMated = in.count("nonMated", 1);
    read.failed = in.count("failed", 0);
    read.eer = in.share("eer");
    const Json algorithm = root.is_object() && root.contains("algorithm") ? root["algorithm"] : Json();
    const auto model = Hash::fromText(textAt(algorithm, "model").value_or(""));
    in.require(textAt(algorithm, "name") && textAt(algorithm, "version") && model, "algorithm",
               "must have name, version and model");
    read.algorithm = {textAt(algorithm, "name").value_or(""), textAt(algorithm, "version").value_or(""),
                      model.value_or(Hash())};
    for (const auto& row : in.rows("fmr", 3, 2)) {
        const bool falls = read.fmr.empty() || row[1] <= read.fmr.back().fmr;
        in.require(falls && isShare(row[1]) && row[1] > 0 && isShare(row[2]) && row[2] >= row[1], "fmr",
                   "must fall, within 0 to 1");
        in.require(row[1] >= read.claimableFmr() * (1 - 1e-6), "fmr",
                   "goes below 3 / nonMated, which nothing supports");
        read.fmr.push_back({row[0], row[1], row[2]});
    }
    for (const auto& row : in.rows("fnmr", 2, 2)) {
        in.require(isShare(row[1]) && (read.fnmr.empty() || row[1] >= read.fnmr.back().fnmr), "fnmr",
                   "must rise, within 0 to 1");
        read.fnmr.push_back({row[0], row[1]});
    }
    for (const auto& row : in.rows("ratio", 4, 2)) {
        in.require(read.ratio.empty() || row[1] >= read.ratio.back().ratio, "ratio", "must rise");
        in.require(row[2] <= row[1] && row[1] <= row[3] && std::abs(row[1]) <= 12, "ratio",
                   "must lie within its interval");
        read.ratio.push_back({row[0], row[1], row[2], row[3]});
    }
    for (const auto& row : in.rows("bars", 3, 0)) {
        in.require(isShare(row[1]) && isShare(row[2]), "bars", "must be shares");
        read.bars.push_back({row[0], row[1], row[2]});
    }
    const auto points = root.is_object() ? root.find("operatingPoints") : root.end();
    if (root.is_object() && points != root.end() && points->is_array() && points->size() <= 20) {
        for (const auto& point : *points) {
            Calibration::OperatingPoint each{
                numberAt(point, "fmr").value_or(0), numberAt(point, "threshold").value_or(0),
                numberAt(point, "fnmr").value_or(-1), numberAt(point, "fnmrLow").value_or(-1),
                numberAt(point, "fnmrHigh").value_or(-1)};
            in.require(each.fmrTarget > 0 && each.fmrTarget < 1 && numberAt(point, "threshold") &&
                           isShare(each.fnmr) && isShare(each.fnmrLow) && isShare(each.fnmrHigh),
                       "operatingPoints", "must have fmr, threshold, fnmr and its interval");
            in.require(each.fmrTarget >= read.claimableFmr() * (1 - 1e-6), "operatingPoints",
                       "claim less than 3 / nonMated");
            read.operatingPoints.push_back(each);
        }
    } else {
        in.refuse("operatingPoints", "must be a list of at most 20");
    }
    if (!in.problem().empty())
        return fail(kCalibrationBad, std::string(what) + ": " + in.problem(), {{"file", std::string(what)}});
    return read;
}

Result<Calibrations> Calibrations::read(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (std::filesystem::directory_iterator at(folder, problem), end; !problem && at != end;
         at.increment(problem))
        if (at->path().extension() == ".json") files.push_back(at->path());
    std::sort(files.begin(), files.end());
    std::vector<Calibration> reports;
    for (const auto& file : files) {
        COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(file, kReportCap));
        COTEJO_TRY_ASSIGN(const Json root, parseJson(textOf(bytes), file.string(), kReportCap, 6));
        if (!textAt(root, "report")) continue;
        COTEJO_TRY_ASSIGN(Calibration report, parseCalibration(textOf(bytes), file.string()));
        reports.push_back(std::move(report));
    }
    return Calibrations(std::move(reports));
}

Result<Calibrations> Calibrations::readDefault() {
    COTEJO_TRY_ASSIGN(const auto share, findShare());
    COTEJO_TRY_ASSIGN(auto reports, read(share / "calibration"));
    COTEJO_TRY_ASSIGN(const auto site, siteSet());
    if (!site) return reports;
    COTEJO_TRY_ASSIGN(auto all, read(site->manifest.parent_path() / "calibration"));
    all.m_reports.insert(all.m_reports.end(), reports.m_reports.begin(), reports.m_reports.end());
    return all;
}

Result<Calibration> Calibrations::find(const record::Algorithm& algorithm) const {
    const Calibration* newest = nullptr;
    for (const auto& each : m_reports)
        if (each.algorithm == algorithm && (!newest || each.made > newest->made)) newest = &each;
    if (newest) return *newest;
    return fail(kCalibrationMissing,
                "no calibration report speaks of " + algorithm.name + " " + algorithm.version + ", model " +
                    algorithm.model.text().substr(0, 12) + "; its scores have no stated error rate",
                {{"algorithm", algorithm.name}});
}

}  // namespace cotejo::match
