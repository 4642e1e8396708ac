#pragma once

#include "core/decide/rules.h"
#include "ui/bridge/case_file.h"

namespace cotejo::bridge {

/// What pages may offer of a case, each act judged by the rules; `file.blind`, `view` and `dossier` are filled in before. Nothing that
/// follows from others' work is judged for somebody who must be blind. Pure.
std::vector<ActOption> optionsOf(const CaseFile& file, const record::CaseView& whole, const decide::Conditions& conditions);

/// The papers of the table that a disposition needs, and where each stands.
std::vector<PaperNeed> paperNeeds(const record::CaseView& view, record::Disposition disposition);

}  // namespace cotejo::bridge
