#include <algorithm>
#include <filesystem>
#include <memory>
#include <sstream>

#include "app/cli/console.h"
#include "core/base/errors.h"
#include "core/imaging/decode.h"
#include "core/intake/inspect.h"
#include "core/match/calibration.h"
#include "core/match/errors.h"
#include "core/match/finger/search/card_gallery.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/compare/ten_print.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using record::codeOf;
using record::FingerPosition;

// From here on two prints count as one finger: the report's threshold at this FMR, and no less than a likelihood ratio of 100. A card
// has 45 pairs, and fingers of one card share scanner, pressure and creases (README.md of core/match/finger).
constexpr double kFmr = 1e-4, kLeastScore = 2;

struct TenPrintCall {
    std::string card, against, among;
    double ppi = 0;
    std::size_t top = 10;
    bool swapped = false;
    int threads = 1;
};

struct Card {
    match::TenPrint prints;
    std::vector<std::string> unusable;  ///< "right_index: E_FINGER_BLANK"
};

void add(Card& card, const exchange::ExchangeImage& image, double ppi) {
    if (image.position == FingerPosition::Unknown) {
        // Named, so that nobody takes it for compared.
        const bool print = image.subject == exchange::ImageSubject::Finger || image.subject == exchange::ImageSubject::Unknown;
        card.unusable.push_back(image.source + ": " + (print ? "of no known position" : std::string(codeOf(image.subject)) + ", not compared here"));
        return;
    }
    const std::string name(codeOf(image.position));
    if (image.missing != record::MissingReason::None) {
        card.unusable.push_back(name + ": " + std::string(codeOf(image.missing)));
        return;
    }
    const auto extraction = [&]() -> Result<match::FingerExtraction> {
        COTEJO_TRY_ASSIGN(const auto decoded, imaging::decodeImage(image.bytes));
        match::FingerImage print{imaging::toGray(decoded.pixels), image.ppi.known() ? image.ppi : decoded.ppi};
        if (ppi > 0) print.ppi = {ppi, record::PpiSource::Declared};
        return match::extractFinger(print);
    }();
    if (extraction)
        card.prints.emplace(image.position, match::PreparedFinger(extraction->finger));
    else
        card.unusable.push_back(name + ": " + extraction.error().code);
}

// A folder of images named by position ("right_index.png", "r2.png"), or a file that says its positions.
Result<Card> loadCard(const std::string& path, double ppi) {
    COTEJO_TRY_ASSIGN(const auto plan, intake::planImport({path}));
    Card card;
    for (const auto& unit : plan.units) {
        const auto document = intake::inspectUnit(unit, {}, SystemClock().now());
        if (!document) {  // an iris record, or damage: named, and the others go on
            card.unusable.push_back(unit.label + ": " + document.error().code);
            continue;
        }
        for (const auto& finding : document->report.findings)
            if (finding.rule == "intake.unreadable") card.unusable.push_back(finding.record + ": " + finding.detail);
        for (const auto& image : document->images) add(card, image, ppi);
    }
    for (const auto& skipped : plan.skipped) card.unusable.push_back(skipped.file.filename().string() + ": " + std::string(codeOf(skipped.reason)));
    if (card.prints.empty())
        return fail(base::kInvalidArgument, path + " has no usable print of a known position. Name the images by position, like right_index.png or l1.png.",
                    {{"file", path}});
    return card;
}

Json findingJson(const match::SequenceFinding& finding) {
    Json json{{"kind", codeOf(finding.kind)}, {"position", codeOf(finding.position)}};
    if (finding.other != FingerPosition::Unknown) json["other"] = codeOf(finding.other);
    if (finding.kind != match::SequenceFinding::Kind::Missing) json["score"] = finding.score;
    return json;
}

std::string findingText(const match::SequenceFinding& finding) {
    using Kind = match::SequenceFinding::Kind;
    const std::string position(codeOf(finding.position)), other(codeOf(finding.other));
    switch (finding.kind) {
    case Kind::Missing: return position + " is missing";
    case Kind::Duplicate: return position + " and " + other + " show the same finger";
    case Kind::Swapped: return position + " shows the finger that the other card has as " + other;
    }
    return {};
}

Status check(const TenPrintCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto card, loadCard(call.card, call.ppi));
    std::optional<Card> other;
    if (!call.against.empty()) {
        COTEJO_TRY_ASSIGN(other, loadCard(call.against, call.ppi));
    }
    COTEJO_TRY_ASSIGN(const auto reports, match::Calibrations::readDefault());
    COTEJO_TRY_ASSIGN(const auto report, reports.find(match::fingerAlgorithm()));
    const auto calibrated = report.threshold(std::max(kFmr, report.claimableFmr()));
    if (!calibrated) return fail(match::kCalibrationMissing, "the calibration report supports no threshold for fingerprints");
    const double threshold = std::max(calibrated->value, kLeastScore);

    std::vector<FingerPosition> expected;
    for (const auto& [position, code] : record::codes<FingerPosition>)
        if (position != FingerPosition::Unknown) expected.push_back(position);
    COTEJO_TRY_ASSIGN(const auto findings, match::checkSequence(card.prints, expected, other ? &other->prints : nullptr, threshold));
    std::ostringstream text;
    Json list = Json::array(), unusable = Json::array();
    for (const auto& each : findings) {
        list.push_back(findingJson(each));
        text << findingText(each) << "\n";
    }
    for (const auto& each : card.unusable) {
        unusable.push_back(each);
        text << each << "\n";
    }
    Json answer{{"prints", card.prints.size()}, {"findings", list}, {"unusable", unusable}, {"threshold", threshold}};
    if (other) {
        COTEJO_TRY_ASSIGN(const auto compared, match::compareTenPrints(card.prints, other->prints));
        Json fingers = Json::object();
        for (const auto& [position, comparison] : compared.fingers) {
            fingers[std::string(codeOf(position))] = comparison.score.value;
            text << codeOf(position) << "  " << comparison.score.value << "\n";
        }
        answer["comparison"] = {{"score", compared.score}, {"fingers", fingers}};
        text << "together " << compared.score << " over " << compared.fingers.size() << " fingers\n";
    }
    text << card.prints.size() << " prints, " << findings.size() << " findings";
    console.answer(answer, text.str());
    return {};
}

match::FingerCard templatesOf(const Card& card) {
    match::FingerCard fingers;
    for (const auto& [position, print] : card.prints) fingers.emplace(position, print.finger());
    return fingers;
}

// Each entry of the folder is a card; one that cannot be used is named and the others are searched.
Status identify(const TenPrintCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto probe, loadCard(call.card, call.ppi));
    std::error_code failed;
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(call.among, failed)) entries.push_back(entry.path());
    if (failed) return fail(base::kNotFound, call.among + " cannot be listed: " + failed.message(), {{"file", call.among}});
    std::sort(entries.begin(), entries.end());
    match::CardGallery gallery;
    Json left = Json::array();
    std::ostringstream text;
    for (const auto& entry : entries) {
        const auto card = loadCard(entry.string(), call.ppi);
        const auto name = entry.filename().string();
        if (!card) {
            left.push_back({{"card", name}, {"code", card.error().code}});
            text << "not searched: " << name << " (" << card.error().code << ")\n";
            continue;
        }
        for (const auto& [position, print] : card->prints) gallery.add(name, position, print.finger());
    }
    match::CardSearch what;
    what.top = call.top;
    what.swapped = call.swapped;
    what.finger.threads = static_cast<unsigned>(call.threads);
    COTEJO_TRY_ASSIGN(const auto found, gallery.search(templatesOf(probe), what));
    Json list = Json::array();
    for (const auto& candidate : found) {
        Json fingers = Json::object();
        text << candidate.card << "  " << candidate.score;
        for (const auto& [position, finger] : candidate.fingers) {
            fingers[std::string(codeOf(position))] = {{"reference", codeOf(finger.reference)}, {"score", finger.score}};
            text << "  " << codeOf(position);
            if (finger.reference != position) text << " as " << codeOf(finger.reference);
            text << " " << finger.score;
        }
        list.push_back({{"card", candidate.card}, {"score", candidate.score}, {"fingers", fingers}});
        text << "\n";
    }
    text << gallery.size() << " cards searched, " << left.size() << " not";
    console.answer({{"searched", gallery.size()}, {"not_searched", left}, {"candidates", list}}, text.str());
    return {};
}

}  // namespace

void addTenPrintCommand(CLI::App& finger, Console& console) {
    auto* command = finger.add_subcommand("ten-print", "Look for missing, duplicated and swapped fingers of a card; compare it with another, or search it among many");
    auto call = std::make_shared<TenPrintCall>();
    command->add_option("card", call->card, "Folder of images named by position, or an exchange file")->required();
    command->add_option("--against", call->against, "Another card of the person: an earlier one, or slaps");
    command->add_option("--among", call->among, "Search the card among those of a folder: each sub-folder or file is one");
    command->add_option("--top", call->top, "Cards to list")->check(CLI::Range(1, 10000));
    command->add_flag("--swapped", call->swapped, "With --among: look for each finger at every position");
    command->add_option("--threads", call->threads, "Of the search")->check(CLI::Range(1, 64));
    command->add_option("--ppi", call->ppi, "Resolution of the images, where the files do not state it or state it wrongly")->check(CLI::Range(1.0, 100000.0));
    command->callback([call, &console] {
        if (const auto done = call->among.empty() ? check(*call, console) : identify(*call, console); !done) console.report(done.error());
    });
}

}  // namespace cotejo::cli
