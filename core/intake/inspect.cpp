#include "core/intake/inspect.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/exchange/images/image_probe.h"
#include "core/imaging/decode.h"

namespace cotejo::intake {

using exchange::ExchangeDocument;
using exchange::Severity;

namespace {

void decodeImages(ExchangeDocument& document) {
    for (auto& image : document.images) {
        if (image.missing != record::MissingReason::None || !image.undecoded.empty()) continue;
        const auto decoded = imaging::decodeImage(image.bytes);
        if (!decoded) {
            image.undecoded = decoded.error().code;
            document.report.add({Severity::Error, image.source, "", "image.decode", decoded.error().detail, {}});
            continue;
        }
        if (!decoded->missing.empty() && decoded->mime != "image/x-wsq")
            document.report.add({Severity::Warning, image.source, "", "image.partial", decoded->missing, {}});
        if (image.width == 0) image.width = decoded->pixels.cols;
        if (image.height == 0) image.height = decoded->pixels.rows;
        const bool print = image.subject != exchange::ImageSubject::Face && image.subject != exchange::ImageSubject::Unknown;
        if (!image.ppi.known() && (!print || decoded->ppi.value >= kLeastPrintPpi)) image.ppi = decoded->ppi;
    }
}

// What the rows of a table name, as images of their persons.
void readNamedImages(ExchangeDocument& document, const std::filesystem::path& folder, std::size_t most) {
    std::size_t named = 0;
    for (std::size_t i = 0; i < document.persons.size(); ++i) {
        const auto& person = document.persons[i];
        for (const auto& each : person.imageFiles) {
            if (++named > most) continue;
            const auto refuse = [&](const char* rule, const std::string& why) {
                document.report.add({Severity::Error, person.source, each.path, rule, why, {}});
            };
            if (leavesFolder(each.path)) {
                refuse("intake.outside", "It lies outside the table's folder and is not read. Move it beside the table.");
                continue;
            }
            auto bytes = readFile(folder / each.path);
            if (!bytes) {
                refuse("intake.unreadable", bytes.error().detail);
                continue;
            }
            exchange::ExchangeImage image;
            image.person = i;
            image.subject = each.subject;
            image.position = each.position;
            image.positionCode = static_cast<int>(each.position);
            image.source = person.source + ", " + each.path;
            if (const auto probe = exchange::probeImage(*bytes)) image.mime = probe->mime;
            image.bytes = std::move(*bytes);
            document.images.push_back(std::move(image));
        }
    }
    if (named > most)
        document.report.add({Severity::Note, "", "", "intake.cap",
                             "The first " + std::to_string(most) + " of " + std::to_string(named) + " images are shown; an import takes them all.", {}});
}

}  // namespace

bool leavesFolder(const std::filesystem::path& relative) {
    return relative.is_absolute() || std::any_of(relative.begin(), relative.end(), [](const auto& part) { return part == ".."; });
}

Result<ExchangeDocument> inspectFile(const std::filesystem::path& file, const exchange::ReadOptions& options, std::size_t mostNamed) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(file));
    COTEJO_TRY_ASSIGN(auto document, exchange::readExchangeFile(bytes, file.string(), options));
    readNamedImages(document, file.parent_path(), mostNamed);
    decodeImages(document);
    return document;
}

namespace {

// One document after another, each under its file's name.
void append(ExchangeDocument& together, ExchangeDocument one, const std::string& name) {
    const std::size_t before = together.persons.size();
    for (auto& finding : one.report.findings) {
        finding.record = name + (finding.record.empty() ? "" : ", " + finding.record);
        together.report.add(std::move(finding));
    }
    for (auto& image : one.images) {
        image.person += before;
        image.source = name + ", " + image.source;
        together.images.push_back(std::move(image));
    }
    for (auto& person : one.persons) {
        person.source = name;
        together.persons.push_back(std::move(person));
    }
    for (auto& view : one.minutiae) {
        view.source = name + ", " + view.source;
        together.minutiae.push_back(std::move(view));
    }
    for (auto& zone : one.zones) together.zones.push_back(std::move(zone));
}

}  // namespace

Result<ExchangeDocument> inspectUnit(const ImportUnit& unit, const Declared& declared, UtcTime now, std::stop_token stop) {
    const exchange::ReadOptions options{now, nullptr, declared.mapping ? &*declared.mapping : nullptr};
    if (!unit.file.empty()) return inspectFile(unit.file, options);
    ExchangeDocument together;
    if (!unit.files.empty()) together.formatName = unit.label;
    for (const auto& file : unit.files) {
        if (stop.stop_requested()) return fail(base::kCancelled, "nobody waits for these files any more");
        auto one = inspectFile(file, options);
        if (one)
            append(together, std::move(*one), file.filename().string());
        else
            together.report.add({Severity::Error, file.filename().string(), "", "intake.unreadable", one.error().detail, one.error().params});
    }
    if (unit.images.size() > kMostInspected)
        together.report.add({Severity::Note, unit.label, "", "intake.cap",
                             "The first " + std::to_string(kMostInspected) + " of " + std::to_string(unit.images.size()) +
                                 " images are shown; an import takes them all.",
                             {}});
    for (std::size_t k = 0; k < std::min(unit.images.size(), kMostInspected); ++k) {
        if (stop.stop_requested()) return fail(base::kCancelled, "nobody waits for these images any more");
        const auto& planned = unit.images[k];
        const auto name = planned.file.filename().string();
        auto one = inspectFile(planned.file, options);
        if (!one) {
            together.report.add({Severity::Error, name, "", "intake.unreadable", one.error().detail, {}});
            continue;
        }
        if (together.formatName.empty()) together.formatName = one->formatName;
        for (auto& finding : one->report.findings) {
            finding.record = name;
            together.report.add(std::move(finding));
        }
        for (auto& image : one->images) {
            image.source = name;
            if (image.position == record::FingerPosition::Unknown) image.position = planned.position;
            together.images.push_back(std::move(image));
        }
    }
    return together;
}

}  // namespace cotejo::intake
