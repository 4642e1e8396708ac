#pragma once

#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/exchange/fact.h"
#include "core/exchange/minutiae/minutiae_record.h"
#include "core/exchange/mrz/mrz.h"
#include "core/exchange/report.h"
#include "core/record/quality.h"
#include "core/record/sample.h"
#include "core/record/traveler.h"

namespace cotejo::exchange {

enum class ExchangeFormat {
    NistItl,
    NistItlXml,
    Minutiae,
    FingerImages,
    FaceImages,
    Iso39794,
    Mrz,
    TravelerCsv,
    Image,
    Wsq,
    Osia,
    MosipRequest,
    MosipResponse,
    IrisImages,
    CbeffXml,
    Pdf
};

enum class ImageSubject { Face, Finger, FingerGroup, Palm, Latent, Iris, Signature, Unknown };

/// A picture that a row of a table names.
struct ExchangeImageFile {
    std::string path;  ///< as written in the row, relative to the table
    ImageSubject subject = ImageSubject::Unknown;
    record::FingerPosition position = record::FingerPosition::Unknown;
};

/// Someone a file tells about. The traveler has what fits its fields; the facts have everything.
struct ExchangePerson {
    record::Traveler traveler;
    std::vector<std::string> aliases;
    std::vector<ExchangeFact> facts;
    std::string source;                         ///< "Type-2 IDC 00 (record 2)", "line 7"
    std::vector<ExchangeImageFile> imageFiles;  ///< CSV only
};

using StatedValue = record::StatedValue;

/// One image of a file. The bytes are a file of their own: uncompressed pixels come wrapped as BMP.
struct ExchangeImage {
    std::size_t person = 0;  ///< whom it shows, as an index into the document's persons
    ImageSubject subject = ImageSubject::Unknown;
    record::FingerPosition position =
        record::FingerPosition::Unknown;  ///< single fingers; plain thumbs count as thumbs
    int positionCode = 0;                 ///< as written: 13 and 14 are four fingers, 20 and up palms
    record::MissingReason missing = record::MissingReason::None;  ///< with any other value there are no bytes
    record::Ppi ppi;
    std::string mime;
    Bytes bytes;
    int width = 0;  ///< as the record says, pixels; 0 when it does not
    int height = 0;
    std::string captured;      ///< "YYYY-MM-DD", empty when unknown
    std::string capturedFrom;  ///< where the date stands: "14.005", "EXIF", "captureDate"
    StatedValue impression;    ///< a name of sample_codes.h: "live_plain", "latent"...
    StatedValue hand;          ///< "right", "left", "both"
    StatedValue positionWritten;  ///< the code or word that the position was read from
    record::CaptureDevice device;
    std::vector<record::Quality> qualities;
    std::string undecoded;  ///< why no program here can show it; empty when one can: "cut", "jpeg_lossless",
                            ///< "unknown_coding"
    std::string source;     ///< "Type-14 IDC 03 (record 5)"
    std::vector<ExchangeFact> facts;
};

/// Everything a foreign file holds, in neutral shapes, with what is wrong about it.
struct ExchangeDocument {
    ExchangeFormat format = ExchangeFormat::Image;
    std::string formatName;           ///< "ANSI/NIST-ITL 0201", "ISO/IEC 19794-2:2005", "TD3"
    std::vector<ExchangeFact> facts;  ///< of the file as a whole: Type-1, and records that are no person, image or minutiae
    std::vector<ExchangePerson> persons;
    std::vector<ExchangeImage> images;
    std::vector<MinutiaeRecord> minutiae;
    std::vector<MrzReading> zones;
    ValidationReport report;
};

}  // namespace cotejo::exchange

template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::ExchangeFormat> =
    std::to_array<cotejo::record::Code<cotejo::exchange::ExchangeFormat>>(
        {{cotejo::exchange::ExchangeFormat::NistItl, "nist_itl"},
         {cotejo::exchange::ExchangeFormat::NistItlXml, "nist_itl_xml"},
         {cotejo::exchange::ExchangeFormat::Minutiae, "minutiae"},
         {cotejo::exchange::ExchangeFormat::FingerImages, "finger_images"},
         {cotejo::exchange::ExchangeFormat::FaceImages, "face_images"},
         {cotejo::exchange::ExchangeFormat::Iso39794, "iso_39794"},
         {cotejo::exchange::ExchangeFormat::Mrz, "mrz"},
         {cotejo::exchange::ExchangeFormat::TravelerCsv, "traveler_csv"},
         {cotejo::exchange::ExchangeFormat::Image, "image"},
         {cotejo::exchange::ExchangeFormat::Wsq, "wsq"},
         {cotejo::exchange::ExchangeFormat::Osia, "osia"},
         {cotejo::exchange::ExchangeFormat::MosipRequest, "mosip_request"},
         {cotejo::exchange::ExchangeFormat::MosipResponse, "mosip_response"},
         {cotejo::exchange::ExchangeFormat::IrisImages, "iris_images"},
         {cotejo::exchange::ExchangeFormat::CbeffXml, "cbeff_xml"},
         {cotejo::exchange::ExchangeFormat::Pdf, "pdf"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::ImageSubject> =
    std::to_array<cotejo::record::Code<cotejo::exchange::ImageSubject>>(
        {{cotejo::exchange::ImageSubject::Face, "face"},
         {cotejo::exchange::ImageSubject::Finger, "finger"},
         {cotejo::exchange::ImageSubject::FingerGroup, "finger_group"},
         {cotejo::exchange::ImageSubject::Palm, "palm"},
         {cotejo::exchange::ImageSubject::Latent, "latent"},
         {cotejo::exchange::ImageSubject::Iris, "iris"},
         {cotejo::exchange::ImageSubject::Signature, "signature"},
         {cotejo::exchange::ImageSubject::Unknown, "unknown"}});
