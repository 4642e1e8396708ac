#include "core/match/det_plot.h"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>

namespace cotejo::match {
namespace {

constexpr double kLeft = 80, kTop = 50, kWide = 600, kHigh = 360;

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (static_cast<unsigned char>(c) >= 0x20)
            safe += c;
    }
    return safe;
}

[[gnu::format(printf, 1, 2)]] std::string written(const char* format, ...) {
    char text[400];
    va_list values;
    va_start(values, format);
    std::vsnprintf(text, sizeof text, format, values);
    va_end(values);
    return text;
}

}  // namespace

std::string detPlotSvg(const Evaluation& evaluation, std::string_view title) {
    const int decades =
        std::clamp(int(std::ceil(-std::log10(3.0 / double(std::max(evaluation.nonMated, 10L))))), 1, 8);
    const int missDecades =
        std::clamp(int(std::ceil(-std::log10(1.0 / double(std::max(evaluation.mated, 10L))))), 1, 6);
    const auto x = [&](double fmr) {
        return kLeft + kWide * (1 + std::log10(std::max(fmr, std::pow(10, -decades))) / decades);
    };
    const auto y = [&](double fnmr) {
        return kTop - kHigh * std::log10(std::max(fnmr, std::pow(10, -missDecades))) / missDecades;
    };
    std::string svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height=\"480\" font-family=\"sans-serif\" "
        "font-size=\"12\"><rect width=\"720\" height=\"480\" fill=\"#fff\"/>";
    svg += "<text x=\"80\" y=\"28\" font-size=\"15\">" + escaped(title) + "</text>";
    for (int i = 0; i <= decades; ++i) {
        const double at = x(std::pow(10, -i));
        svg += written(
            "<path d=\"M%.1f %.0fV%.0f\" stroke=\"#ddd\"/><text x=\"%.1f\" y=\"%.0f\" "
            "text-anchor=\"middle\">1e-%d</text>",
            at, kTop, kTop + kHigh, at, kTop + kHigh + 18, i);
    }
    for (int i = 0; i <= missDecades; ++i) {
        const double at = y(std::pow(10, -i));
        svg += written(
            "<path d=\"M%.0f %.1fH%.0f\" stroke=\"#ddd\"/><text x=\"%.0f\" y=\"%.1f\" "
            "text-anchor=\"end\">1e-%d</text>",
            kLeft, at, kLeft + kWide, kLeft - 8, at + 4, i);
    }
    std::string line;
    for (const auto& point : evaluation.curve)
        line += written("%s%.1f %.1f", line.empty() ? "M" : "L", x(point.fmr), y(point.fnmr));
    svg += "<path d=\"" + line + "\" fill=\"none\" stroke=\"#1d4f91\" stroke-width=\"2\"/>";
    for (const auto& target : evaluation.targets) {
        svg += written("<path d=\"M%.1f %.1fV%.1f\" stroke=\"#1d4f91\"/>", x(target.fmr), y(target.fnmr.low),
                       y(target.fnmr.high));
        svg += written(
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"#1d4f91\"/><text x=\"%.1f\" y=\"%.1f\">%.2f "
            "%%</text>",
            x(target.fmr), y(target.fnmr.value), x(target.fmr) + 7, y(target.fnmr.value) - 6,
            100 * target.fnmr.value);
    }
    svg +=
        "<text x=\"380\" y=\"448\" text-anchor=\"middle\">false match rate (FMR)</text>"
        "<text x=\"22\" y=\"230\" text-anchor=\"middle\" transform=\"rotate(-90 22 230)\">false non-match "
        "rate (FNMR)</text>";
    svg += written(
        "<text x=\"80\" y=\"470\" fill=\"#555\">%ld persons, %ld mated, %ld non-mated comparisons, %ld "
        "failures; EER %.2f %%</text></svg>\n",
        evaluation.persons, evaluation.mated, evaluation.nonMated, evaluation.failed,
        100 * evaluation.eer.value);
    return svg;
}

}  // namespace cotejo::match
