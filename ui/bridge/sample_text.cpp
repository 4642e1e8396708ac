#include "ui/bridge/sample_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "core/exchange/country_codes.h"
#include "core/record/partial_date.h"
#include "core/record/safeguards.h"
#include "ui/bridge/text.h"

namespace cotejo::bridge {

namespace {

struct SampleWords {
    Q_DECLARE_TR_FUNCTIONS(cotejo::bridge::Samples)
};

QString impressionText(std::string_view name) {
    if (name == "live_plain") return SampleWords::tr("plain, live");
    if (name == "live_rolled") return SampleWords::tr("rolled, live");
    if (name == "nonlive_plain") return SampleWords::tr("plain, from paper");
    if (name == "nonlive_rolled") return SampleWords::tr("rolled, from paper");
    if (name == "latent") return SampleWords::tr("latent");
    if (name == "swipe") return SampleWords::tr("swiped");
    if (name == "roll_controlled") return SampleWords::tr("rolled by guide");
    if (name == "live_palm") return SampleWords::tr("palm, live");
    if (name == "nonlive_palm") return SampleWords::tr("palm, from paper");
    if (name == "optical_contact") return SampleWords::tr("optical, with contact");
    if (name == "contactless") return SampleWords::tr("without contact");
    if (name == "other") return SampleWords::tr("other", "impression");
    return fromText(name);
}

QString handText(std::string_view name) {
    if (name == "right") return SampleWords::tr("right", "hand");
    if (name == "left") return SampleWords::tr("left", "hand");
    if (name == "both") return SampleWords::tr("both", "hands");
    return fromText(name);
}

QString failureText(std::string_view reason) {
    if (reason == "unscored") return SampleWords::tr("the program gives no value");
    if (reason == "timed_out") return SampleWords::tr("the program took too long");
    if (reason == "too_much_output") return SampleWords::tr("the program wrote too much");
    if (reason == "not_started") return SampleWords::tr("the program could not be started");
    if (reason == "failed") return SampleWords::tr("the program failed");
    if (reason == "not_understood") return SampleWords::tr("the program's answer was not understood");
    if (reason == "cancelled") return SampleWords::tr("cancelled", "measure");
    return fromText(reason);
}

QString algorithmText(const std::string& algorithm, const std::string& version) {
    if (algorithm.empty()) return SampleWords::tr("algorithm not told");
    return version.empty() ? fromText(algorithm) : QStringLiteral("%1 %2").arg(fromText(algorithm), fromText(version));
}

}  // namespace

QString countryWords(std::string_view code) {
    using enum exchange::CodeKind;
    switch (exchange::kindOfCode(code)) {
    case Stateless: return SampleWords::tr("stateless person");
    case Refugee: return SampleWords::tr("refugee (1951 Convention)");
    case OtherRefugee: return SampleWords::tr("refugee, other");
    case Unspecified: return SampleWords::tr("nationality unspecified");
    case Kosovo: return SampleWords::tr("Kosovo");
    case UnitedNations: return SampleWords::tr("United Nations");
    case Organisation: return SampleWords::tr("international organisation");
    case BritishOther: return SampleWords::tr("British, other than citizen");
    case Specimen: return SampleWords::tr("specimen");
    case Country:
    case Unknown: break;
    }
    return {};
}

QString countryText(std::string_view code) {
    const QString words = countryWords(code);
    return words.isEmpty() ? fromText(code) : QStringLiteral("%1, %2").arg(fromText(code), words);
}

QString documentTypeWords(const record::Document& document, std::string_view nationality) {
    const std::string kind = record::protectionOfDocument(document.type, document.issuer, nationality);
    if (kind == "RTD") return SampleWords::tr("travel document of a refugee");
    if (kind == "STD") return SampleWords::tr("travel document of a stateless person");
    if (kind == "ASY") return document.type.starts_with("ME") ? SampleWords::tr("proof of arrival of an asylum seeker") : SampleWords::tr("paper of an asylum seeker");
    const std::string& type = document.type;
    if (type == "P" || type == "PP") return SampleWords::tr("passport");
    if (type == "PD") return SampleWords::tr("diplomatic passport");
    if (type == "PO") return SampleWords::tr("official passport");
    if (type == "PE") return SampleWords::tr("emergency passport");
    if (type == "PT") return SampleWords::tr("passport of a foreigner");
    if (type == "PL") return SampleWords::tr("laissez-passer");
    if (type == "V") return SampleWords::tr("visa");
    if (type == "I" || type == "ID") return SampleWords::tr("identity card");
    if (type == "IP") return SampleWords::tr("passport card");
    if (type == "AC") return SampleWords::tr("crew certificate");
    return {};
}

QString takenText(const record::Capture& capture) {
    using record::CaptureOrigin;
    if (capture.kind == record::CaptureKind::Document) return SampleWords::tr("from the document");
    if (capture.origin == CaptureOrigin::Post) return capture.kind == record::CaptureKind::Reference ? SampleWords::tr("reference") : SampleWords::tr("live");
    if (capture.captured == UtcTime{}) return SampleWords::tr("imported, day of capture unknown");
    return (capture.origin == CaptureOrigin::Record ? SampleWords::tr("imported, taken %1, says its record") : SampleWords::tr("imported, taken %1, says the picture"))
        .arg(dateText(toIso(capture.captured).substr(0, 10)));
}

QString partialText(std::string_view partial) {
    const QString text = fromText(partial);
    static const QRegularExpression kRows(QStringLiteral("byte (\\d+) .*rows (\\d+) to (\\d+) of \\d+ \\((\\d+) %\\)"));
    static const QRegularExpression kCoarser(QStringLiteral("byte (\\d+) .*below row (\\d+) of (\\d+)"));
    static const QRegularExpression kEnd(QStringLiteral("byte (\\d+) without its end"));
    if (const auto rows = kRows.match(text); rows.hasMatch())
        return SampleWords::tr("the file ends at byte %1; rows %2 to %3 (%4 %) are missing and shown gray").arg(rows.captured(1), rows.captured(2), rows.captured(3), rows.captured(4));
    if (const auto coarser = kCoarser.match(text); coarser.hasMatch())
        return SampleWords::tr("the file ends at byte %1; below row %2 of %3 it is coarser than it was").arg(coarser.captured(1), coarser.captured(2), coarser.captured(3));
    if (const auto end = kEnd.match(text); end.hasMatch()) return SampleWords::tr("the file ends at byte %1 without its end; every row is there").arg(end.captured(1));
    return text;
}

QStringList sampleFacts(const record::Capture& capture, UtcTime opened) {
    QStringList facts{takenText(capture)};
    const auto add = [&](const QString& text, const std::string& from) {
        //: a fact of a sample, and the field of its file that states it
        facts << (from.empty() ? text : SampleWords::tr("%1 (says %2)").arg(text, fromText(from)));
    };
    const auto day = record::PartialDate::parse(capture.capturedOn.value);
    if (day && day->known() && !day->whole()) add(SampleWords::tr("taken %1").arg(dateText(capture.capturedOn.value)), capture.capturedOn.from);
    if (capture.captured != UtcTime{} && capture.origin != record::CaptureOrigin::Post) {
        const int years = record::yearsBetween(std::chrono::floor<std::chrono::days>(capture.captured), std::chrono::floor<std::chrono::days>(opened));
        if (years > 0) facts << SampleWords::tr("%n year(s) old when the case was opened", nullptr, years);
    }
    if (capture.impression.known()) add(SampleWords::tr("impression: %1").arg(impressionText(capture.impression.value)), capture.impression.from);
    if (capture.hand.known()) add(SampleWords::tr("hand: %1").arg(handText(capture.hand.value)), capture.hand.from);
    if (capture.positionWritten.known()) add(SampleWords::tr("position as written: %1").arg(fromText(capture.positionWritten.value)), capture.positionWritten.from);
    using Fact = std::pair<const record::StatedValue*, QString>;
    for (const auto& [each, words] : {Fact{&capture.device.make, SampleWords::tr("device made by %1")}, Fact{&capture.device.model, SampleWords::tr("device: %1")},
                                      Fact{&capture.device.serial, SampleWords::tr("device number: %1")}})
        if (each->known()) add(words.arg(fromText(each->value)), each->from);
    for (const auto& each : capture.qualities)
        add(SampleWords::tr("quality %1, %2").arg(each.value).arg(algorithmText(each.algorithm, each.version)), each.source);
    for (const auto& each : capture.unmeasured)
        facts << SampleWords::tr("quality not measured, %1: %2").arg(algorithmText(each.algorithm, each.version), failureText(each.reason));
    if (!capture.partial.empty()) facts << SampleWords::tr("a part of the picture is missing: %1").arg(partialText(capture.partial));
    if (!capture.original.isZero())
        facts << SampleWords::tr("file as it came in: %1").arg(QStringList{fromText(capture.original.text().substr(0, 12)), fromText(capture.originalMime),
                                                                     fromText(capture.originalPlace)}.filter(QRegularExpression(QStringLiteral("\\S"))).join(QStringLiteral(", ")));
    return facts;
}

}  // namespace cotejo::bridge
