#pragma once

#include <memory>
#include <optional>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"
#include "ui/compare/protocol/compare_tab.h"

namespace cotejo::compare {

class FingerDocumentSession;
class FingerSession;

/// The Fingerprints tab of a case file. The owner of the case calls `showCase` whenever it was read anew.
class FingerTab final : public CompareTab {
    Q_OBJECT

  public:
    explicit FingerTab(bridge::Session& session, QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);

  private:
    FingerSession* m_search;
    FingerDocumentSession* m_document;
    std::optional<CaseId> m_case;
};

}  // namespace cotejo::compare
