#include "core/exchange/write_exchange.h"

#include <algorithm>

#include "core/exchange/errors.h"
#include "core/exchange/images/finger_record.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/sample_codes.h"

namespace cotejo::exchange {

namespace {

std::string twoDigits(std::size_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// "02_right_index", "03_face".
std::string nameOf(const record::Capture& capture, std::size_t number) {
    const bool finger = capture.modality == record::Modality::Finger;
    return twoDigits(number) + "_" + std::string(finger ? record::codeOf(capture.position) : record::codeOf(capture.modality));
}

std::string extensionOf(const std::string& mime) {
    const std::pair<const char*, const char*> known[] = {{"image/png", ".png"}, {"image/jpeg", ".jpg"}, {"image/jp2", ".jp2"}, {"image/x-wsq", ".wsq"},
                                                         {"image/tiff", ".tif"}, {"image/bmp", ".bmp"}, {"image/webp", ".webp"}, {"image/heic", ".heic"},
                                                         {"image/x-portable-anymap", ".pnm"}};
    for (const auto& [name, extension] : known)
        if (mime == name) return extension;
    return ".bin";
}

int impressionCode(const StatedValue& impression) {
    for (int code = 0; code < 64; ++code)
        if (!impression.value.empty() && impressionName(code) == impression.value) return code;
    return 29;
}

ExchangeImage imageOf(const CaseSample& sample, std::size_t number) {
    const record::Capture& capture = sample.capture;
    ExchangeImage image;
    image.source = nameOf(capture, number);
    image.subject = capture.modality == record::Modality::Face ? ImageSubject::Face : ImageSubject::Finger;
    image.position = capture.position;
    image.positionCode = static_cast<int>(capture.position);
    image.missing = capture.missing;
    image.ppi = capture.ppi;
    image.mime = capture.mime;
    image.bytes = sample.bytes;
    image.width = capture.width;
    image.height = capture.height;
    image.captured = capture.capturedOn.known() ? capture.capturedOn.value : sample.capturedOn;
    image.capturedFrom = capture.capturedOn.known() ? capture.capturedOn.from : sample.capturedOn.empty() ? "" : "case";
    image.impression = capture.impression;
    image.hand = capture.hand;
    image.positionWritten = capture.positionWritten;
    image.device = capture.device;
    image.qualities = capture.qualities;
    return image;
}

/// What is left over when every sample gives a file of its own, or a sentence.
class SampleFiles {
  public:
    explicit SampleFiles(std::span<const CaseSample> samples) : m_samples(samples) {}
    template <class One>
    CaseExport each(One one) {
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            const std::string name = nameOf(m_samples[i].capture, i + 1);
            Result<CaseFile> file = one(m_samples[i], name);
            if (file)
                m_result.files.push_back(std::move(*file));
            else
                m_result.left.push_back(name + ": " + file.error().detail);
        }
        return std::move(m_result);
    }

  private:
    std::span<const CaseSample> m_samples;
    CaseExport m_result;
};

Result<CaseFile> minutiaeFile(const CaseSample& sample, const std::string& name) {
    if (!sample.minutiae) return fail(kCannotExpress, "there is no template of it");
    COTEJO_TRY_ASSIGN(Bytes bytes, writeMinutiae2005({&*sample.minutiae, 1}));
    return CaseFile{name + ".iso", "application/octet-stream", std::move(bytes)};
}

Result<CaseFile> fingerFile(const CaseSample& sample, const std::string& name) {
    const record::Capture& capture = sample.capture;
    if (capture.modality != record::Modality::Finger) return fail(kCannotExpress, "ISO/IEC 19794-4 is of fingers only");
    if (capture.missing != record::MissingReason::None || sample.bytes.empty()) return fail(kCannotExpress, "there is no image of it");
    FingerRecord finger{static_cast<int>(capture.position), capture.width, capture.height, capture.ppi, impressionCode(capture.impression), std::nullopt, sample.bytes};
    // One byte without the name of an algorithm: NFIQ 1 counts the other way round and has no place in it.
    const auto quality = std::find_if(capture.qualities.begin(), capture.qualities.end(),
                                      [](const auto& each) { return each.value >= 0 && each.value <= 100 && each.algorithm != "NFIQ"; });
    if (quality != capture.qualities.end()) finger.quality = quality->value;
    COTEJO_TRY_ASSIGN(Bytes bytes, writeFingerRecord2005(finger));
    return CaseFile{name + ".iso", "application/octet-stream", std::move(bytes)};
}

Result<CaseFile> imageFile(const CaseSample& sample, const std::string& name) {
    if (sample.bytes.empty()) return fail(kCannotExpress, "there is no image of it");
    return CaseFile{name + extensionOf(sample.capture.mime), sample.capture.mime, sample.bytes};
}

}  // namespace

ExchangeDocument documentOf(const record::Traveler& traveler, std::span<const CaseSample> samples) {
    ExchangeDocument document;
    document.formatName = "case";
    ExchangePerson person;
    person.traveler = traveler;
    person.source = "traveler";
    document.persons.push_back(std::move(person));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        document.images.push_back(imageOf(samples[i], i + 1));
        if (!samples[i].minutiae) continue;
        document.minutiae.push_back(*samples[i].minutiae);
        document.minutiae.back().source = document.images.back().source + ", minutiae";
    }
    return document;
}

Result<CaseExport> exportCase(const record::Traveler& traveler, std::span<const CaseSample> samples, CaseFormat format, const NistHeading& heading,
                              const NistProfile& profile) {
    CaseExport result;
    const ExchangeDocument document = documentOf(traveler, samples);
    switch (format) {
        case CaseFormat::NistItl: {
            COTEJO_TRY_ASSIGN(const NistFile file, transactionOf(document, 0, heading, result.left, profile));
            COTEJO_TRY_ASSIGN(Bytes bytes, writeNistItl(file));
            result.files.push_back({"transaction.an2", "application/octet-stream", std::move(bytes)});
            return result;
        }
        case CaseFormat::Osia: {
            COTEJO_TRY_ASSIGN(const OsiaMessage message, osiaOf(document, result.left));
            result.files.push_back({"person.json", "application/json", bytesOf(writeOsia(message))});
            return result;
        }
        case CaseFormat::Minutiae: result = SampleFiles(samples).each(minutiaeFile); break;
        case CaseFormat::FingerImages: result = SampleFiles(samples).each(fingerFile); break;
        case CaseFormat::Original: break;
        case CaseFormat::Images: result = SampleFiles(samples).each(imageFile); break;
    }
    if (result.files.empty())
        return fail(kCannotExpress, "Nothing of the case has a place in this format" + (result.left.empty() ? std::string() : "; " + result.left.front()) + ".");
    result.left.push_back("traveler: name, dates and documents have no place in this format");
    return result;
}

}  // namespace cotejo::exchange
