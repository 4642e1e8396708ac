#pragma once

#include <string>

#include "core/base/time.h"
#include "core/record/traveler.h"

namespace cotejo::record {

/// An adult is 18 (Convention on the Rights of the Child, article 1).
enum class Majority { Adult, Child, Unknown };
template <>
inline constexpr auto codes<Majority> =
    std::to_array<Code<Majority>>({{Majority::Adult, "adult"}, {Majority::Child, "child"}, {Majority::Unknown, "unknown"}});

inline constexpr int kMajorityAge = 18;

/// What the record of a person asks for whoever wrote it: a zone, a table, a message or a hand.
struct Safeguards {
    /// "XXA" stateless, "XXB" refugee of the 1951 Convention, "XXC" other refugee; "RTD", "STD" and "ASY" for the travel document of a
    /// refugee or of a stateless person and the paper of an asylum seeker that names none of the three; empty when nothing says so.
    std::string protectionCode;
    /// Where that stands: "nationality", "issuer", "document_type", "mrz_nationality", "mrz_issuer", "mrz_document_type"; empty without a code.
    std::string protectionSource;
    Majority majority = Majority::Unknown;
    /// The date of birth leaves it open whether the person is of age, and the younger reading was taken.
    bool majorityByDoubt = false;
};

/// Pure. A partial date of birth counts as its latest possible day, so that nobody is called an adult who may be a child; no year, a
/// day behind `at`, or an age above 120 is Unknown, and so is an age of a hundred or more that stands in a zone with two digits of its
/// year: it may be a small child's.
Safeguards safeguardsOf(const Traveler& traveler, UtcTime at);

/// "XXA", "XXB", "XXC" of a code however it was written (blanks, small letters, fillers); empty for any other text.
std::string protectionCodeIn(std::string_view code);

/// "RTD", "STD" or "ASY" of the kind of a document as its zone ("PR", "PS", Germany's "ME") or a hand writes it ("Titre de voyage
/// (Convention de 1951)", "documento de viaje para refugiados", "solicitud de asilo"); empty for any other. PR and PS are ordinary and
/// service passports of some States, so they count only where the holder is a foreigner to the issuer.
std::string protectionOfDocument(std::string_view type, std::string_view issuer, std::string_view nationality);

}  // namespace cotejo::record
