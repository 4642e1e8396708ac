#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Spellings of one name by different hands, for name_key.cpp. Words are as normaliseName writes them.
namespace cotejo::record::detail {

/// Articles and prepositions that one writer puts and the next leaves out or joins on.
bool isParticle(std::string_view word);

/// What else a word is indexed and asked as; empty where it has no other form. "ABDULRAHMAN", "ABDERRAHMANE" and "ABDALRAHMAN" give
/// "ABDRAHMAN"; "NOUREDDINE" and "NURALDIN" "NURDIN"; "YULIYA" and "JULIJA" "IULIA"; "DOSTOYEVSKIY" "DOSTOEVSKI".
std::string otherForm(std::string_view word);

/// Words joined to their neighbours: each pair, each three, each with the particles before it ("DE LA CRUZ": DELA, DELACRUZ, LACRUZ;
/// "DE AVILA": DEAVILA, DAVILA). At most 64.
std::vector<std::string> joinedRuns(const std::vector<std::string_view>& words);

}  // namespace cotejo::record::detail
