#include "core/intake/gather.h"

#include <algorithm>

#include "core/base/crypto.h"
#include "core/base/file.h"
#include "core/exchange/errors.h"
#include "core/exchange/read_exchange.h"
#include "core/imaging/decode.h"
#include "core/intake/errors.h"
#include "core/intake/inspect.h"
#include "core/intake/sample_facts.h"
#include "core/record/partial_date.h"

namespace cotejo::intake {
namespace fs = std::filesystem;
namespace {

using exchange::Severity;

/// Collects travelers of one unit with a running hash of everything that came in.
class Gatherer {
  public:
    Gatherer(const Declared& declared, UtcTime now) : m_declared(declared), m_now(now) {}

    Status exchangeFile(const fs::path& file) {
        COTEJO_TRY_ASSIGN(const auto bytes, readFile(file));
        COTEJO_TRY_ASSIGN(auto document, read(bytes, file));
        const auto digest = sha256(bytes);
        // A list of travelers is nobody's file: kept with each case, it would tell of all others.
        const bool list = document.format == exchange::ExchangeFormat::TravelerCsv && document.persons.size() > 1;
        const auto original = list ? record::OriginalFile() : keep(bytes, digest, originalMime(document), file);
        const auto origin = file.filename().string() + " sha256:" + digest.text();
        if (document.persons.empty()) document.persons.emplace_back();
        for (std::size_t i = 0; i < document.persons.size(); ++i) {
            GatheredTraveler traveler;
            traveler.source = origin + (document.persons.size() > 1 ? ", " + document.persons[i].source : "");
            takePerson(traveler, document, i, bytes, file, original);
            traveler.fingerprint = fingerprintOf(traveler, digest, i);
            m_out.travelers.push_back(std::move(traveler));
        }
        return {};
    }

    Status images(const ImportUnit& unit) {
        GatheredTraveler traveler;
        traveler.source = unit.images.front().file.parent_path().filename().string() + "/" + unit.label;
        traveler.traveler.familyName = unit.label;
        addImages(traveler, unit);
        traveler.fingerprint = fingerprintOf(traveler, Hash(), 0);
        m_out.travelers.push_back(std::move(traveler));
        return {};
    }

    /// Everything of one person: what files say of it comes together, and one bad file does not keep the others.
    Status folder(const ImportUnit& unit) {
        GatheredTraveler traveler;
        ByteWriter hashes;
        for (const auto& file : unit.files) {
            auto bytes = readFile(file);
            auto document = bytes ? read(*bytes, file) : Result<exchange::ExchangeDocument>(tl::unexpected(bytes.error()));
            if (!document) {
                refuse(file, document.error());
                continue;
            }
            const auto digest = sha256(*bytes);
            hashes.raw(digest.bytes());
            if (document->persons.empty()) document->persons.emplace_back();
            if (document->persons.size() > 1)
                note(Severity::Warning, file, "intake.several_people", "the file tells of " + std::to_string(document->persons.size()) +
                                                                           " people, its folder of one; the first of them was taken. Import the file alone for the others");
            // What tells of people who are no part of this case is not kept with it.
            const auto original = document->persons.size() > 1 ? record::OriginalFile() : keep(*bytes, digest, originalMime(*document), file);
            GatheredTraveler one;
            takePerson(one, *document, 0, *bytes, file, original);
            merge(traveler, std::move(one), file);
        }
        addImages(traveler, unit);
        traveler.source = unit.label;
        if (traveler.traveler.familyName.empty() && traveler.traveler.givenNames.empty()) traveler.traveler.familyName = unit.label;
        traveler.fingerprint = fingerprintOf(traveler, sha256(hashes.bytes()), 0);
        m_out.travelers.push_back(std::move(traveler));
        return {};
    }

    Result<Gathered> take(const std::string& name) {
        std::erase_if(m_out.travelers, [](const GatheredTraveler& t) {
            return t.samples.empty() && t.traveler.familyName.empty() && t.traveler.givenNames.empty() && t.traveler.documents.empty();
        });
        const bool onlyPictures = std::all_of(m_out.travelers.begin(), m_out.travelers.end(),
                                              [](const auto& t) { return t.samples.empty() && t.traveler.documents.empty(); });
        if (m_out.travelers.empty() || (m_imagesOnly && onlyPictures)) {
            // The first error, or the reader's last word: that a message names people by number only.
            const auto& findings = m_out.report.findings;
            auto said = std::find_if(findings.begin(), findings.end(), [](const auto& f) { return f.severity == Severity::Error; });
            if (said == findings.end() && !findings.empty()) said = std::prev(findings.end());
            const std::string why = said == findings.end() ? "" : ": " + said->record + ": " + said->detail;
            return fail(kNothingUsable, "nothing in " + name + " can be used" + why, {{"file", name}});
        }
        return std::move(m_out);
    }

    void imagesOnly() { m_imagesOnly = true; }

  private:
    Result<exchange::ExchangeDocument> read(ByteView bytes, const fs::path& file) {
        const auto name = file.filename().string();
        if (textOf(bytes).starts_with(std::string_view("IIR\0", 4)))
            return fail(exchange::kNotDecoded, name + ": this is an iris record (ISO/IEC 19794-6). Irises are not compared here; keep the file elsewhere.", {{"file", name}});
        COTEJO_TRY_ASSIGN(auto document, exchange::readExchangeFile(bytes, name, {m_now, nullptr, m_declared.mapping ? &*m_declared.mapping : nullptr}));
        for (auto& finding : document.report.findings) {
            finding.record = name + (finding.record.empty() ? "" : ", " + finding.record);
            m_out.report.add(std::move(finding));
        }
        return document;
    }

    void takePerson(GatheredTraveler& traveler, exchange::ExchangeDocument& document, std::size_t person, ByteView bytes, const fs::path& file,
                    const record::OriginalFile& original) {
        traveler.traveler = std::move(document.persons[person].traveler);
        if (!original.sha256.isZero()) traveler.originals.push_back(original);
        const auto samples = traveler.samples.size();
        for (auto& image : document.images)
            if (image.person == person) addExchangeImage(traveler, std::move(image), file);
        if (person == 0 && document.format == exchange::ExchangeFormat::Minutiae) addTemplate(traveler, document, bytes);
        for (auto i = samples; i < traveler.samples.size(); ++i) setOriginal(traveler.samples[i].capture, original);
        for (const auto& named : document.persons[person].imageFiles) addNamedImage(traveler, named, file, document.persons[person].source);
    }

    /// The first file that says a thing counts; a file that says another is a finding.
    void merge(GatheredTraveler& into, GatheredTraveler from, const fs::path& file) {
        auto &to = into.traveler, &of = from.traveler;
        const auto field = [&](std::string& kept, std::string& said, const char* name) {
            if (kept.empty())
                kept = std::move(said);
            else if (!said.empty() && said != kept)
                m_out.report.add({Severity::Warning, file.filename().string(), name, "intake.clash",
                                  "the files of this folder say this differently: \"" + kept.substr(0, 64) + "\" was taken, \"" + said.substr(0, 64) + "\" was not. Are they of one person?",
                                  {{"taken", kept.substr(0, 64)}, {"left", said.substr(0, 64)}}});
        };
        field(to.familyName, of.familyName, "familyName");
        field(to.givenNames, of.givenNames, "givenNames");
        field(to.birthDate, of.birthDate, "birthDate");
        field(to.nationality, of.nationality, "nationality");
        if (to.sex == record::Sex::Unspecified) to.sex = of.sex;
        for (auto& paper : of.documents) to.documents.push_back(std::move(paper));
        for (auto& sample : from.samples) into.samples.push_back(std::move(sample));
        for (auto& original : from.originals) into.originals.push_back(std::move(original));
    }

    void addImages(GatheredTraveler& traveler, const ImportUnit& unit) {
        for (const auto& image : unit.images) {
            auto bytes = readFile(image.file);
            if (!bytes) {
                refuse(image.file, bytes.error());
                continue;
            }
            addImage(traveler, std::move(*bytes), image.file, image.position, m_declared.modality);
        }
    }

    void refuse(const fs::path& file, const Error& why) {
        m_out.report.add({Severity::Error, file.filename().string(), "", why.is(exchange::kNotDecoded) ? "intake.not_compared" : "intake.unreadable", why.detail, why.params});
        m_out.refused.push_back({file, why});
    }

    /// When the record says so; nothing that is imported was captured by this post, today.
    static void setCaptured(record::Capture& capture, const std::string& date, record::CaptureOrigin origin) {
        const auto day = record::PartialDate::parse(date);
        capture.captured = day && day->whole() ? UtcTime(*day->earliest()) : UtcTime{};
        capture.origin = day && day->whole() ? origin : record::CaptureOrigin::Unknown;
    }

    void note(Severity severity, const fs::path& file, std::string rule, std::string detail) {
        m_out.report.add({severity, file.filename().string(), "", std::move(rule), std::move(detail), {}});
    }

    /// The file as it came in, to be stored beside what was read from it. A file that is one picture is stored as that picture already.
    record::OriginalFile keep(ByteView bytes, const Hash& digest, const std::string& mime, const fs::path& file) {
        if (bytes.size() > kMostOriginal) {
            note(Severity::Warning, file, "intake.original_not_kept", "the file is larger than " + std::to_string(kMostOriginal >> 20) +
                                                                          " MiB; its hash and what was read from it are kept, the file itself is not. Keep it yourself");
            return {};
        }
        if (std::ranges::none_of(m_out.originals, [&](const auto& each) { return each.file.sha256 == digest; }))
            m_out.originals.push_back({{digest, mime}, Bytes(bytes.begin(), bytes.end())});
        return {digest, mime};
    }

    static void setOriginal(record::Capture& capture, const record::OriginalFile& original) {
        capture.original = original.sha256;
        capture.originalMime = original.mime;
    }

    void addExchangeImage(GatheredTraveler& traveler, exchange::ExchangeImage image, const fs::path& file) {
        using exchange::ImageSubject;
        GatheredSample sample;
        auto& capture = sample.capture;
        switch (image.subject) {
            case ImageSubject::Face: capture.modality = record::Modality::Face; break;
            case ImageSubject::Finger: capture.modality = record::Modality::Finger; break;
            case ImageSubject::FingerGroup:
            case ImageSubject::Latent:
                capture.modality = record::Modality::Finger;
                note(Severity::Note, file, "intake.not_single_finger",
                     image.source + " shows several fingers or a latent print; it is kept and shown, and no position is assumed");
                break;
            default:
                if (image.subject == ImageSubject::Unknown && m_declared.modality) {
                    capture.modality = *m_declared.modality;
                    break;
                }
                note(Severity::Warning, file, "intake.not_compared",
                     image.source + " (" + std::string(record::codeOf(image.subject)) + ") is of a kind that is not compared; it stays in the file" +
                         (image.subject == ImageSubject::Unknown ? ". If it shows a face or a finger, declare which and import the file again" : ""));
                return;
        }
        capture.position = image.position;
        capture.missing = image.missing;
        capture.mime = image.mime;
        capture.width = image.width;
        capture.height = image.height;
        capture.ppi = image.ppi;
        capture.undecoded = image.undecoded;
        setCaptured(capture, image.captured, record::CaptureOrigin::Record);
        takeFacts(capture, image);
        sample.bytes = std::move(image.bytes);
        if (capture.modality == record::Modality::Finger && !capture.ppi.known() && m_declared.ppi)
            capture.ppi = {*m_declared.ppi, record::PpiSource::Declared};
        if (capture.missing == record::MissingReason::None && sample.bytes.empty()) return;  // the reader's finding says why
        if (!sample.bytes.empty() && capture.undecoded.empty()) checkPixels(sample, file, image.source);
        traveler.samples.push_back(std::move(sample));
    }

    /// Decodes once, so that what cannot be shown is said now and not in front of the traveler.
    void checkPixels(GatheredSample& sample, const fs::path& file, const std::string& place) {
        const auto decoded = imaging::decodeImage(sample.bytes);
        if (decoded) {
            sample.capture.width = decoded->pixels.cols;
            sample.capture.height = decoded->pixels.rows;
            takePartial(sample.capture, *decoded, file, place);
            return;
        }
        sample.capture.undecoded = decoded.error().code;
        note(Severity::Warning, file, "intake.undecoded", place + ": " + decoded.error().detail + "; the bytes are kept");
    }

    /// A picture that is cut is kept with what it lacks, said now and wherever it is shown.
    void takePartial(record::Capture& capture, const imaging::DecodedImage& decoded, const fs::path& file, const std::string& place) {
        capture.partial = decoded.missing;
        if (!decoded.missing.empty() && decoded.mime != "image/x-wsq")  // of which the reader spoke
            note(Severity::Warning, file, "image.partial", place + (place.empty() ? "" : ": ") + decoded.missing);
    }

    void addTemplate(GatheredTraveler& traveler, const exchange::ExchangeDocument& document, ByteView bytes) {
        GatheredSample sample;
        sample.capture.modality = record::Modality::Finger;
        sample.capture.mime = "application/x-finger-minutiae";
        sample.capture.undecoded = "template_only";
        setCaptured(sample.capture, {}, record::CaptureOrigin::Record);
        if (!document.minutiae.empty()) {
            const auto& first = document.minutiae.front();
            sample.capture.position = first.position;
            sample.capture.width = first.width;
            sample.capture.height = first.height;
            sample.capture.ppi = first.ppi();
            setCaptured(sample.capture, first.captured, record::CaptureOrigin::Record);
            takeFacts(sample.capture, first);
        }
        sample.bytes.assign(bytes.begin(), bytes.end());
        traveler.samples.push_back(std::move(sample));
    }

    void addNamedImage(GatheredTraveler& traveler, const exchange::ExchangeImageFile& named, const fs::path& table, const std::string& row) {
        if (leavesFolder(named.path)) {
            note(Severity::Error, table, "intake.outside", row + ": " + named.path + " lies outside the table's folder and is not read");
            return;
        }
        const auto file = table.parent_path() / named.path;
        auto bytes = readFile(file);
        if (!bytes) {
            note(Severity::Error, table, "intake.unreadable", row + ": " + bytes.error().detail);
            return;
        }
        std::optional<record::Modality> modality = m_declared.modality;
        if (named.subject == exchange::ImageSubject::Face) modality = record::Modality::Face;
        if (named.subject == exchange::ImageSubject::Finger) modality = record::Modality::Finger;
        addImage(traveler, std::move(*bytes), file, named.position, modality);
    }

    /// A file with several pictures gives a sample each; its name cannot tell the position of more than one.
    void addImage(GatheredTraveler& traveler, Bytes bytes, const fs::path& file, record::FingerPosition position,
                  std::optional<record::Modality> modality) {
        auto document = exchange::readExchangeFile(bytes, file.filename().string(), {m_now, nullptr, nullptr});
        if (!document || document->images.empty()) {
            addPicture(traveler, std::move(bytes), file, position, modality, {}, {});
            return;
        }
        for (auto& finding : document->report.findings) {
            finding.record = file.filename().string() + (finding.record.empty() ? "" : ", " + finding.record);
            m_out.report.add(std::move(finding));
        }
        if (document->images.size() > 1) position = record::FingerPosition::Unknown;
        // One picture is its own file; pages were taken out of theirs.
        record::OriginalFile original;
        if (document->images.size() > 1 || document->images.front().bytes != bytes) original = keep(bytes, sha256(bytes), originalMime(*document), file);
        for (auto& image : document->images) {
            Bytes picture = std::move(image.bytes);
            addPicture(traveler, std::move(picture), file, position, modality, image, original);
        }
    }

    void addPicture(GatheredTraveler& traveler, Bytes bytes, const fs::path& file, record::FingerPosition position,
                    std::optional<record::Modality> modality, const exchange::ExchangeImage& said, const record::OriginalFile& original) {
        const auto decoded = imaging::decodeImage(bytes);
        if (!decoded) {
            note(Severity::Error, file, "intake.not_an_image", decoded.error().detail);
            m_out.refused.push_back({file, decoded.error()});
            return;
        }
        GatheredSample sample;
        auto& capture = sample.capture;
        setCaptured(capture, said.captured, record::CaptureOrigin::Picture);
        takeFacts(capture, said);
        if (modality) {
            capture.modality = *modality;
        } else {
            capture.modality = decoded->pixels.channels() == 1 || position != record::FingerPosition::Unknown ? record::Modality::Finger
                                                                                                              : record::Modality::Face;
            note(Severity::Note, file, "intake.modality_assumed",
                 std::string("taken for a ") + std::string(record::codeOf(capture.modality)) + " by its colour; say which it is if that is wrong");
        }
        takePartial(capture, *decoded, file, {});
        capture.mime = decoded->mime;
        capture.width = decoded->pixels.cols;
        capture.height = decoded->pixels.rows;
        if (capture.modality == record::Modality::Finger) {
            capture.position = position;
            if (decoded->ppi.known() && decoded->ppi.value >= kLeastPrintPpi) capture.ppi = decoded->ppi;
            if (m_declared.ppi) capture.ppi = {*m_declared.ppi, record::PpiSource::Declared};
            if (!capture.ppi.known())
                note(Severity::Warning, file, "intake.ppi_unknown",
                     "its resolution is unknown, so it cannot be compared yet; declare the ppi of this import");
        }
        setOriginal(capture, original.sha256.isZero() ? record::OriginalFile{sha256(bytes), capture.mime} : original);
        sample.bytes = std::move(bytes);
        traveler.samples.push_back(std::move(sample));
    }

    static Hash fingerprintOf(const GatheredTraveler& traveler, const Hash& file, std::size_t index) {
        ByteWriter all;
        all.raw(file.bytes());
        all.u64(index);
        for (const auto& sample : traveler.samples) all.raw(sha256(sample.bytes).bytes());
        if (traveler.samples.empty()) all.field(traveler.source);
        return sha256(all.bytes());
    }

    const Declared& m_declared;
    UtcTime m_now;
    Gathered m_out;
    bool m_imagesOnly = false;
};

}  // namespace

Result<Gathered> gather(const ImportUnit& unit, const Declared& declared, UtcTime now) {
    Gatherer gatherer(declared, now);
    if (unit.kind == ImportUnit::Kind::ImageGroup) {
        gatherer.imagesOnly();
        COTEJO_TRY(gatherer.images(unit));
    } else if (unit.kind == ImportUnit::Kind::PersonFolder) {
        gatherer.imagesOnly();
        COTEJO_TRY(gatherer.folder(unit));
    } else {
        COTEJO_TRY(gatherer.exchangeFile(unit.file));
    }
    return gatherer.take(unit.label);
}

}  // namespace cotejo::intake
