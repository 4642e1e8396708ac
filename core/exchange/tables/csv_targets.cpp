#include "core/exchange/tables/csv_targets.h"

#include <array>

namespace cotejo::exchange {

namespace {

constexpr auto kOfTravelers = std::to_array<ColumnName>({
    {"FAMILYNAME", "familyName"}, {"FAMILY NAME", "familyName"}, {"FAMILY NAMES", "familyName"}, {"SURNAME", "familyName"},
    {"SURNAMES", "familyName"}, {"LAST NAME", "familyName"}, {"LAST NAMES", "familyName"}, {"LASTNAME", "familyName"}, {"APELLIDOS", "familyName"},
    {"APELLIDO", "familyName"}, {"PRIMER APELLIDO", "familyName"}, {"SEGUNDO APELLIDO", "familyName"}, {"1ER APELLIDO", "familyName"},
    {"2DO APELLIDO", "familyName"}, {"1 APELLIDO", "familyName"}, {"2 APELLIDO", "familyName"}, {"APELLIDO 1", "familyName"},
    {"APELLIDO 2", "familyName"}, {"APELLIDO1", "familyName"}, {"APELLIDO2", "familyName"}, {"APELLIDO PATERNO", "familyName"},
    {"APELLIDO MATERNO", "familyName"}, {"PATERNO", "familyName"}, {"MATERNO", "familyName"}, {"PRIMERAPELLIDO", "familyName"},
    {"SEGUNDOAPELLIDO", "familyName"}, {"OTROS APELLIDOS", "familyName"}, {"APELLIDO DE CASADA", "familyName"}, {"APELIDO", "familyName"},
    {"APELIDOS", "familyName"}, {"SOBRENOME", "familyName"}, {"SOBRENOMES", "familyName"}, {"ULTIMO NOME", "familyName"},
    {"NOM DE FAMILLE", "familyName"}, {"NOM DE NAISSANCE", "familyName"}, {"NOMS DE FAMILLE", "familyName"},
    {"GIVENNAMES", "givenNames"}, {"GIVEN NAMES", "givenNames"}, {"GIVEN NAME", "givenNames"}, {"FIRST NAME", "givenNames"},
    {"FIRST NAMES", "givenNames"}, {"FIRSTNAME", "givenNames"}, {"FORENAME", "givenNames"}, {"FORENAMES", "givenNames"},
    {"MIDDLE NAME", "givenNames"}, {"MIDDLE NAMES", "givenNames"}, {"SECOND NAME", "givenNames"}, {"NOMBRES", "givenNames"},
    {"NOMBRE", "givenNames"}, {"PRIMER NOMBRE", "givenNames"}, {"SEGUNDO NOMBRE", "givenNames"}, {"TERCER NOMBRE", "givenNames"},
    {"OTROS NOMBRES", "givenNames"}, {"1ER NOMBRE", "givenNames"}, {"2DO NOMBRE", "givenNames"}, {"1 NOMBRE", "givenNames"},
    {"2 NOMBRE", "givenNames"}, {"NOMBRE 1", "givenNames"}, {"NOMBRE 2", "givenNames"}, {"NOMBRE1", "givenNames"}, {"NOMBRE2", "givenNames"},
    {"NOMBRE DE PILA", "givenNames"}, {"PRIMERNOMBRE", "givenNames"}, {"SEGUNDONOMBRE", "givenNames"}, {"NOME", "givenNames"},
    {"NOMES", "givenNames"}, {"NOMES PROPRIOS", "givenNames"}, {"NOME PROPRIO", "givenNames"}, {"PRIMEIRO NOME", "givenNames"},
    {"PRENOM", "givenNames"}, {"PRENOMS", "givenNames"},
    {"NAME", "name"}, {"FULL NAME", "name"}, {"FULLNAME", "name"}, {"NOMBRE COMPLETO", "name"}, {"NOMBRES Y APELLIDOS", "name"},
    {"APELLIDOS Y NOMBRES", "name"}, {"APELLIDO Y NOMBRE", "name"}, {"NOMBRE Y APELLIDO", "name"}, {"NOMBRE Y APELLIDOS", "name"},
    {"PASAJERO", "name"}, {"PASSENGER", "name"}, {"PASSENGER NAME", "name"}, {"NOME COMPLETO", "name"}, {"NOM COMPLET", "name"},
    {"NOM ET PRENOM", "name"}, {"NOM ET PRENOMS", "name"}, {"NOM", "name"},
    {"ALIAS", "alias"}, {"ALIASES", "alias"}, {"AKA", "alias"}, {"APODO", "alias"}, {"OTROS NOMBRES USADOS", "alias"}, {"ALCUNHA", "alias"},
    {"SURNOM", "alias"},
    {"BIRTHDATE", "birthDate"}, {"BIRTH DATE", "birthDate"}, {"DATE OF BIRTH", "birthDate"}, {"DOB", "birthDate"},
    {"FECHA DE NACIMIENTO", "birthDate"}, {"FECHA NACIMIENTO", "birthDate"}, {"FECHANACIMIENTO", "birthDate"}, {"FEC NACIMIENTO", "birthDate"},
    {"FEC NAC", "birthDate"}, {"FECHA NAC", "birthDate"}, {"F NACIMIENTO", "birthDate"}, {"NACIMIENTO", "birthDate"}, {"BORN", "birthDate"},
    {"DATA DE NASCIMENTO", "birthDate"}, {"DATA NASCIMENTO", "birthDate"}, {"NASCIMENTO", "birthDate"}, {"DATE DE NAISSANCE", "birthDate"},
    {"DATE NAISSANCE", "birthDate"},
    {"SEX", "sex"}, {"SEXO", "sex"}, {"GENDER", "sex"}, {"GENERO", "sex"}, {"SEXE", "sex"}, {"GENRE", "sex"}, {"SEXO GENERO", "sex"},
    {"NATIONALITY", "nationality"}, {"NACIONALIDAD", "nationality"}, {"PAIS DE NACIONALIDAD", "nationality"}, {"PAIS NACIONALIDAD", "nationality"},
    {"CITIZENSHIP", "nationality"}, {"CIUDADANIA", "nationality"}, {"NACIONALIDADE", "nationality"}, {"NATIONALITE", "nationality"},
    {"DOCUMENTTYPE", "documentType"}, {"DOCUMENT TYPE", "documentType"}, {"TYPE OF DOCUMENT", "documentType"},
    {"TIPO DE DOCUMENTO", "documentType"}, {"TIPO DOCUMENTO", "documentType"}, {"TIPO DOC", "documentType"}, {"TYPE DE DOCUMENT", "documentType"},
    {"ISSUER", "issuer"}, {"ISSUING COUNTRY", "issuer"}, {"ISSUING STATE", "issuer"}, {"COUNTRY OF ISSUE", "issuer"}, {"PAIS EMISOR", "issuer"},
    {"PAIS DE EMISION", "issuer"}, {"PAIS EXPEDIDOR", "issuer"}, {"PAIS DE EXPEDICION", "issuer"}, {"EMISOR", "issuer"}, {"PAIS EMISSOR", "issuer"},
    {"PAYS EMETTEUR", "issuer"}, {"PAYS DE DELIVRANCE", "issuer"},
    {"DOCUMENTNUMBER", "documentNumber"}, {"DOCUMENT NUMBER", "documentNumber"}, {"DOCUMENT NO", "documentNumber"}, {"DOCUMENT", "documentNumber"},
    {"PASSPORT", "documentNumber"}, {"PASSPORT NUMBER", "documentNumber"}, {"PASSPORT NO", "documentNumber"},
    {"NUMERO DE DOCUMENTO", "documentNumber"}, {"NUMERO DOCUMENTO", "documentNumber"}, {"NUMERODOCUMENTO", "documentNumber"},
    {"NRO DOCUMENTO", "documentNumber"}, {"NRO DE DOCUMENTO", "documentNumber"}, {"NUM DOCUMENTO", "documentNumber"},
    {"N DOCUMENTO", "documentNumber"}, {"N DE DOCUMENTO", "documentNumber"}, {"NO DE DOCUMENTO", "documentNumber"},
    {"NO DOCUMENTO", "documentNumber"}, {"DOCUMENTO", "documentNumber"}, {"NUMERO DO DOCUMENTO", "documentNumber"}, {"PASAPORTE", "documentNumber"},
    {"NUMERO DE PASAPORTE", "documentNumber"}, {"NUMERO PASAPORTE", "documentNumber"}, {"NRO PASAPORTE", "documentNumber"},
    {"NO PASAPORTE", "documentNumber"}, {"N PASAPORTE", "documentNumber"}, {"PASSAPORTE", "documentNumber"},
    {"NUMERO DO PASSAPORTE", "documentNumber"}, {"PASSEPORT", "documentNumber"}, {"NUMERO DE PASSEPORT", "documentNumber"},
    {"NUMERO DE DOCUMENT", "documentNumber"}, {"NUMERO DU DOCUMENT", "documentNumber"}, {"CEDULA", "documentNumber"},
    {"CEDULA DE IDENTIDAD", "documentNumber"}, {"CEDULA DE CIUDADANIA", "documentNumber"}, {"NUMERO DE CEDULA", "documentNumber"},
    {"DNI", "documentNumber"},
    {"EXPIRY", "expiry"}, {"EXPIRY DATE", "expiry"}, {"DATE OF EXPIRY", "expiry"}, {"EXPIRATION DATE", "expiry"}, {"VALID UNTIL", "expiry"},
    {"FECHA DE CADUCIDAD", "expiry"}, {"FECHA CADUCIDAD", "expiry"}, {"CADUCIDAD", "expiry"}, {"FECHA DE VENCIMIENTO", "expiry"},
    {"FECHA VENCIMIENTO", "expiry"}, {"VENCIMIENTO", "expiry"}, {"FECHA DE EXPIRACION", "expiry"}, {"FECHA EXPIRACION", "expiry"},
    {"VALIDO HASTA", "expiry"}, {"VALIDADE", "expiry"}, {"DATA DE VALIDADE", "expiry"}, {"DATE DEXPIRATION", "expiry"},
    {"DATE EXPIRATION", "expiry"},
    {"MRZ", "mrz"}, {"ZLM", "mrz"}, {"ZONA DE LECTURA MECANICA", "mrz"},
    {"FACE", "face"}, {"PHOTO", "face"}, {"IMAGE", "face"}, {"FOTO", "face"}, {"FOTOGRAFIA", "face"}, {"ROSTRO", "face"}, {"RETRATO", "face"},
    {"PORTRAIT", "face"},
    {"FINGER", "finger"}, {"FINGERPRINT", "finger"}, {"HUELLA", "finger"}, {"HUELLA DACTILAR", "finger"}, {"IMPRESSAO DIGITAL", "finger"},
    {"EMPREINTE", "finger"},
});

constexpr auto kOfWatchlists = std::to_array<ColumnName>({
    {"REFERENCE", "reference"}, {"NUMBER", "reference"}, {"REFERENCIA", "reference"}, {"EXPEDIENTE", "reference"},
    {"GALLERY", "gallery"}, {"LIST", "gallery"}, {"LISTA", "gallery"},
    {"NAME", "name"}, {"FULL NAME", "name"}, {"FULLNAME", "name"}, {"NOMBRE COMPLETO", "name"}, {"NOMBRES Y APELLIDOS", "name"},
    {"APELLIDOS Y NOMBRES", "name"}, {"APELLIDO Y NOMBRE", "name"}, {"NOMBRE Y APELLIDO", "name"}, {"NOMBRE Y APELLIDOS", "name"},
    {"PASAJERO", "name"}, {"PASSENGER", "name"}, {"PASSENGER NAME", "name"}, {"NOME COMPLETO", "name"}, {"NOM COMPLET", "name"},
    {"NOM ET PRENOM", "name"}, {"NOM ET PRENOMS", "name"}, {"NOM", "name"},
    {"FAMILYNAME", "familyName"}, {"FAMILY NAME", "familyName"}, {"FAMILY NAMES", "familyName"}, {"SURNAME", "familyName"},
    {"SURNAMES", "familyName"}, {"LAST NAME", "familyName"}, {"LAST NAMES", "familyName"}, {"LASTNAME", "familyName"}, {"APELLIDOS", "familyName"},
    {"APELLIDO", "familyName"}, {"PRIMER APELLIDO", "familyName"}, {"SEGUNDO APELLIDO", "familyName"}, {"1ER APELLIDO", "familyName"},
    {"2DO APELLIDO", "familyName"}, {"1 APELLIDO", "familyName"}, {"2 APELLIDO", "familyName"}, {"APELLIDO 1", "familyName"},
    {"APELLIDO 2", "familyName"}, {"APELLIDO1", "familyName"}, {"APELLIDO2", "familyName"}, {"APELLIDO PATERNO", "familyName"},
    {"APELLIDO MATERNO", "familyName"}, {"PATERNO", "familyName"}, {"MATERNO", "familyName"}, {"PRIMERAPELLIDO", "familyName"},
    {"SEGUNDOAPELLIDO", "familyName"}, {"OTROS APELLIDOS", "familyName"}, {"APELLIDO DE CASADA", "familyName"}, {"APELIDO", "familyName"},
    {"APELIDOS", "familyName"}, {"SOBRENOME", "familyName"}, {"SOBRENOMES", "familyName"}, {"ULTIMO NOME", "familyName"},
    {"NOM DE FAMILLE", "familyName"}, {"NOM DE NAISSANCE", "familyName"}, {"NOMS DE FAMILLE", "familyName"},
    {"GIVENNAMES", "givenNames"}, {"GIVEN NAMES", "givenNames"}, {"GIVEN NAME", "givenNames"}, {"FIRST NAME", "givenNames"},
    {"FIRST NAMES", "givenNames"}, {"FIRSTNAME", "givenNames"}, {"FORENAME", "givenNames"}, {"FORENAMES", "givenNames"},
    {"MIDDLE NAME", "givenNames"}, {"MIDDLE NAMES", "givenNames"}, {"SECOND NAME", "givenNames"}, {"NOMBRES", "givenNames"},
    {"NOMBRE", "givenNames"}, {"PRIMER NOMBRE", "givenNames"}, {"SEGUNDO NOMBRE", "givenNames"}, {"TERCER NOMBRE", "givenNames"},
    {"OTROS NOMBRES", "givenNames"}, {"1ER NOMBRE", "givenNames"}, {"2DO NOMBRE", "givenNames"}, {"1 NOMBRE", "givenNames"},
    {"2 NOMBRE", "givenNames"}, {"NOMBRE 1", "givenNames"}, {"NOMBRE 2", "givenNames"}, {"NOMBRE1", "givenNames"}, {"NOMBRE2", "givenNames"},
    {"NOMBRE DE PILA", "givenNames"}, {"PRIMERNOMBRE", "givenNames"}, {"SEGUNDONOMBRE", "givenNames"}, {"NOME", "givenNames"},
    {"NOMES", "givenNames"}, {"NOMES PROPRIOS", "givenNames"}, {"NOME PROPRIO", "givenNames"}, {"PRIMEIRO NOME", "givenNames"},
    {"PRENOM", "givenNames"}, {"PRENOMS", "givenNames"},
    {"ISSUER", "issuer"}, {"AUTHORITY", "issuer"}, {"AUTORIDAD", "issuer"}, {"AUTORIDADE", "issuer"}, {"AUTORITE", "issuer"},
    {"ISSUERCOUNTRY", "issuerCountry"}, {"ISSUER COUNTRY", "issuerCountry"}, {"PAIS EMISOR", "issuerCountry"}, {"PAIS EMISSOR", "issuerCountry"},
    {"REASON", "reason"}, {"MOTIVO", "reason"}, {"MOTIF", "reason"},
    {"STATUS", "status"}, {"ESTADO", "status"}, {"STATUT", "status"},
    {"GRADE", "grade"}, {"EVIDENCE GRADE", "grade"}, {"GRADO", "grade"}, {"GRAU", "grade"},
    {"REVIEWBY", "reviewBy"}, {"REVIEW BY", "reviewBy"}, {"REVISAR ANTES DE", "reviewBy"},
    {"CAVEATS", "caveats"}, {"SALVEDADES", "caveats"},
    {"FACE", "face"}, {"PHOTO", "face"}, {"FOTO", "face"}, {"ROSTRO", "face"},
    {"FINGER", "finger"}, {"FINGERPRINT", "finger"}, {"HUELLA", "finger"},
});

}  // namespace

std::span<const ColumnName> columnNames(CsvContent content) {
    if (content == CsvContent::Watchlist) return kOfWatchlists;
    return kOfTravelers;
}

}  // namespace cotejo::exchange
