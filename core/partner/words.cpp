#include <array>

#include "core/partner/members.h"
#include "core/partner/profile.h"

/// An agreement as a lawyer reads it. Sentences stand here in both languages, since they are printed with the agreement and signed as one.
namespace cotejo::partner {

namespace {

using record::EvidenceGrade;
using record::FingerPosition;
using record::PartnerField;
using record::PartnerPurpose;

class Words {
  public:
    explicit Words(bool spanish) : m_spanish(spanish) {}
    std::string pick(const char* es, const char* en) const { return m_spanish ? es : en; }

    std::string name(PartnerPurpose purpose) const {
        switch (purpose) {
            case PartnerPurpose::BorderInquiry: return pick("Consulta de frontera", "Border inquiry");
            case PartnerPurpose::FugitiveNotice: return pick("Aviso de prófugos", "Notice of fugitives");
            case PartnerPurpose::Confirmation: return pick("Confirmación de un registro", "Confirmation of an entry");
            case PartnerPurpose::Nationality: return pick("Comprobación de nacionalidad", "Check of nationality");
            case PartnerPurpose::PreRemoval: return pick("Aviso previo al traslado", "Notice before a removal");
            case PartnerPurpose::Correction: return pick("Corrección de lo enviado", "Correction of what was sent");
        }
        return {};
    }
    std::string name(PartnerField field) const {
        switch (field) {
            case PartnerField::FamilyName: return pick("apellidos", "family name");
            case PartnerField::GivenNames: return pick("nombres", "given names");
            case PartnerField::BirthDate: return pick("fecha de nacimiento", "date of birth");
            case PartnerField::Sex: return pick("sexo", "sex");
            case PartnerField::Nationality: return pick("nacionalidad", "nationality");
            case PartnerField::Document: return pick("documento (tipo, emisor, número y vencimiento)", "document (type, issuer, number and expiry)");
            case PartnerField::Faces: return pick("rostro", "face");
            case PartnerField::Fingers: return pick("huellas dactilares", "fingerprints");
        }
        return {};
    }
    std::string name(EvidenceGrade grade) const {
        switch (grade) {
            case EvidenceGrade::Unknown: return pick("fundamento desconocido", "unknown grounds");
            case EvidenceGrade::Intelligence: return pick("información de inteligencia", "intelligence");
            case EvidenceGrade::Allegation: return pick("denuncia", "allegation");
            case EvidenceGrade::Charge: return pick("acusación", "charge");
            case EvidenceGrade::Warrant: return pick("orden de detención", "warrant");
            case EvidenceGrade::Conviction: return pick("condena", "conviction");
        }
        return {};
    }
    std::string name(FingerPosition finger) const {
        switch (finger) {
            case FingerPosition::Unknown: return pick("dedo desconocido", "unknown finger");
            case FingerPosition::RightThumb: return pick("pulgar derecho", "right thumb");
            case FingerPosition::RightIndex: return pick("índice derecho", "right index");
            case FingerPosition::RightMiddle: return pick("medio derecho", "right middle");
            case FingerPosition::RightRing: return pick("anular derecho", "right ring");
            case FingerPosition::RightLittle: return pick("meñique derecho", "right little");
            case FingerPosition::LeftThumb: return pick("pulgar izquierdo", "left thumb");
            case FingerPosition::LeftIndex: return pick("índice izquierdo", "left index");
            case FingerPosition::LeftMiddle: return pick("medio izquierdo", "left middle");
            case FingerPosition::LeftRing: return pick("anular izquierdo", "left ring");
            case FingerPosition::LeftLittle: return pick("meñique izquierdo", "left little");
        }
        return {};
    }
    /// "a, b and c"
    std::string list(const std::vector<std::string>& words) const {
        std::string text;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool last = i > 0 && i + 1 == words.size();
            // Spanish "y" becomes "e" before the sound of i; no word of these lists but "índice" and "información" begins with it.
            const bool vowel = words[i].starts_with("í") || words[i].starts_with("in");
            if (i > 0) text += last ? (m_spanish ? (vowel ? " e " : " y ") : " and ") : ", ";
            text += words[i];
        }
        return text;
    }
    std::string list(const auto& values) const {
        std::vector<std::string> words;
        for (const auto each : values) words.push_back(name(each));
        return list(words);
    }
    /// "16 de noviembre de 2026, 15:14 UTC"
    std::string moment(UtcTime time) const {
        static constexpr std::array es{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"};
        static constexpr std::array en{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
        const auto day = std::chrono::floor<std::chrono::days>(time);
        const std::chrono::year_month_day date(day);
        const auto month = static_cast<unsigned>(date.month()) - 1;
        const auto number = std::to_string(static_cast<unsigned>(date.day())), year = std::to_string(static_cast<int>(date.year()));
        auto text = m_spanish ? number + " de " + es[month] + " de " + year : number + " " + en[month] + " " + year;
        if (const auto clock = toIso(time).substr(11, 8); clock != "00:00:00") text += ", " + clock;
        return text + " UTC";
    }
    std::string duration(std::chrono::minutes minutes) const {
        const auto count = minutes.count();
        const auto say = [&](std::int64_t n, const char* oneEs, const char* manyEs, const char* oneEn, const char* manyEn) {
            return std::to_string(n) + " " + (n == 1 ? pick(oneEs, oneEn) : pick(manyEs, manyEn));
        };
        if (count % 1440 == 0) return say(count / 1440, "día", "días", "day", "days");
        if (count % 60 == 0) return say(count / 60, "hora", "horas", "hour", "hours");
        return say(count, "minuto", "minutos", "minute", "minutes");
    }
    std::string days(int count) const { return duration(std::chrono::minutes(1440) * count); }
    std::string counted(int count, const char* oneEs, const char* manyEs, const char* oneEn, const char* manyEn) const {
        return std::to_string(count) + " " + (count == 1 ? pick(oneEs, oneEn) : pick(manyEs, manyEn));
    }
    bool spanish() const { return m_spanish; }

  private:
    bool m_spanish;
};

std::string sentence(const Words& words, const std::string& partner, PartnerPurpose purpose, const PurposeRule& rule) {
    const bool es = words.spanish();
    std::string text = words.name(purpose) + ": ";
    switch (rule.direction) {
        case Direction::Ask: text += es ? "solo nosotros podemos enviarla a " + partner : "only we may send it to " + partner; break;
        case Direction::Answer: text += es ? "solo " + partner + " puede enviárnosla" : "only " + partner + " may send it to us"; break;
        case Direction::Both: text += es ? "cada parte puede enviarla a la otra" : "each side may send it to the other"; break;
    }
    text += ". ";
    if (rule.direction != Direction::Answer)
        text += rule.bySupervisor ? words.pick("La autoriza siempre una persona de supervisión. ", "A supervisor always authorises it. ")
                                  : words.pick("La autoriza un oficial, salvo el primer contacto del caso, que autoriza una persona de supervisión. ",
                                               "An officer authorises it, save the first contact of a case, which a supervisor authorises. ");
    else
        text += rule.bySupervisor ? words.pick("La respuesta la autoriza siempre una persona de supervisión. ", "A supervisor always authorises the answer. ")
                                  : words.pick("La respuesta la puede autorizar un oficial. ", "An officer may authorise the answer. ");
    text += words.pick("Plazo para contestar: ", "Time for the answer: ") + words.duration(rule.clock) + ". ";
    text += words.pick("Datos que pueden salir, y ningún otro: ", "Data that may leave, and no other: ") + words.list(rule.fields) + ". ";
    if (rule.faces > 0) text += words.pick("Rostros: ", "Faces: ") + words.counted(rule.faces, "imagen como máximo", "imágenes como máximo", "image at most", "images at most") + ". ";
    if (!rule.fingers.empty()) text += words.pick("Huellas: una como máximo de cada uno de estos dedos: ", "Prints: one at most of each of these fingers: ") + words.list(rule.fingers) + ". ";
    text += rule.grades.empty() ? words.pick("No se habla de registros de personas buscadas. ", "No entries of lists are spoken of. ")
                                : words.pick("Fundamentos de los registros de que se puede hablar: ", "Grounds of the entries that may be spoken of: ") + words.list(rule.grades) + ". ";
    text += rule.candidates == 0 ? words.pick("La respuesta no puede nombrar a nadie. ", "The answer may name nobody. ")
                                 : words.pick("La respuesta puede nombrar ", "The answer may name ") + words.counted(rule.candidates, "persona como máximo", "personas como máximo", "person at most", "people at most") + ". ";
    text += rule.quota == 0 ? es ? partner + " no puede enviarnos consultas de esta clase." : partner + " may send us no inquiries of this kind."
            : es           ? partner + " puede enviarnos " + words.counted(rule.quota, "consulta al día como máximo.", "consultas al día como máximo.", "", "")
                           : partner + " may send us " + words.counted(rule.quota, "", "", "inquiry a day at most.", "inquiries a day at most.");
    return text;
}

}  // namespace

std::vector<std::string> inWords(const Profile& profile, std::string_view language) {
    const bool es = language == "es";
    const Words words(es);
    std::vector<std::string> lines;
    const auto say = [&](const char* inSpanish, const char* inEnglish, const std::string& value) { lines.push_back(words.pick(inSpanish, inEnglish) + value + "."); };
    lines.push_back(es ? "Perfil " + profile.id + ", versión " + std::to_string(profile.version) + ", con " + profile.partner + " (" + profile.country + ")."
                       : "Profile " + profile.id + ", version " + std::to_string(profile.version) + ", with " + profile.partner + " (" + profile.country + ").");
    say("Acuerdo: ", "Agreement: ", profile.agreement);
    say("Base legal: ", "Legal basis: ", profile.legalBasis);
    say("Los datos pueden cruzar la frontera en virtud de: ", "Data may cross the border by virtue of: ", profile.transferBasis);
    lines.push_back(es ? "Vigente desde el " + words.moment(profile.validFrom) + " y hasta antes del " + words.moment(profile.validUntil) + "; fuera de esas fechas no sale nada."
                       : "In force from " + words.moment(profile.validFrom) + " until before " + words.moment(profile.validUntil) + "; outside of these dates nothing leaves.");
    say("Contacto: ", "Contact: ", profile.contact);
    for (const auto& [purpose, rule] : profile.purposes) lines.push_back(sentence(words, profile.partner, purpose, rule));
    lines.push_back(profile.format == Format::Osia ? words.pick("Los datos de la persona van en el formato OSIA (UIT-T X.1281).", "The person's data go in the format OSIA (ITU-T X.1281).")
                                                   : words.pick("Los datos de la persona van en el formato ANSI/NIST-ITL; en él el documento no tiene lugar y no sale.",
                                                                "The person's data go in the format ANSI/NIST-ITL; it has no place for the document, which does not leave."));
    lines.push_back(profile.carrier == Carrier::Https
                        ? (es ? "Los mensajes van por HTTPS a " + profile.address + "; solo se acepta la autoridad de certificación cuya huella SHA-256 es " + profile.authority + "."
                              : "Messages go by HTTPS to " + profile.address + "; only the certificate authority whose SHA-256 is " + profile.authority + " is accepted.")
                        : (es ? "Los mensajes pasan por la carpeta de intercambio «" + profile.address + "»." : "Messages pass through the exchange folder \"" + profile.address + "\"."));
    for (const auto& each : profile.keys)
        lines.push_back(es ? "Clave del socio válida desde el " + words.moment(each.from) + " y hasta antes del " + words.moment(each.until) + ": firma con " + each.signing.text() + " y recibe con " + each.box.text() + "."
                           : "Key of the partner, valid from " + words.moment(each.from) + " until before " + words.moment(each.until) + ": it signs with " + each.signing.text() + " and receives with " + each.box.text() + ".");
    for (const auto& [of, text] : profile.caveat)
        lines.push_back(es ? "Advertencia en cada mensaje (" + std::string(of == "es" ? "en español" : "en inglés") + "): «" + text + "»"
                           : "Caveat on every message (" + std::string(of == "es" ? "in Spanish" : "in English") + "): \"" + text + "\"");
    lines.push_back(profile.theirRetentionDays == 0 ? (es ? profile.partner + " no ha prometido un plazo de conservación." : profile.partner + " has promised no term of retention.")
                                                    : (es ? profile.partner + " conserva lo que recibe " + words.days(profile.theirRetentionDays) + " como máximo."
                                                          : profile.partner + " keeps what it receives for " + words.days(profile.theirRetentionDays) + " at most."));
    lines.push_back(profile.ourRetentionDays == 0 ? words.pick("Aquí se conserva lo que dure el caso.", "Here it is kept as long as the case.")
                                                  : words.pick("Aquí se conserva ", "Here it is kept for ") + words.days(profile.ourRetentionDays) + words.pick(" como máximo.", " at most."));
    if (profile.posts.empty())
        lines.push_back(words.pick("Sus avisos llegan a todos los puestos.", "Its notices come to all posts."));
    else
        say("Sus avisos llegan solo a estos puestos: ", "Its notices come to these posts only: ", words.list(profile.posts));
    // True of this version of the program, whatever was agreed.
    if (std::ranges::any_of(profile.purposes, [](const auto& each) { return each.second.direction != Direction::Ask; }))
        lines.push_back(words.pick("Lo que el socio envía por su cuenta (consultas y avisos) todavía no entra en este programa.",
                                   "What the partner sends of its own accord (inquiries and notices) does not come into this program yet."));
    return lines;
}

}  // namespace cotejo::partner
