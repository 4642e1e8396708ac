#pragma once

#include <memory>
#include <optional>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"
#include "ui/compare/protocol/compare_tab.h"

namespace cotejo::compare {

class FaceDocumentSession;
class FaceSession;

/// The Face tab of a case file. The owner of the case calls `showCase` whenever it was read anew.
class FaceTab final : public CompareTab {
    Q_OBJECT

  public:
    explicit FaceTab(bridge::Session& session, QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);

  private:
    FaceSession* m_search;
    FaceDocumentSession* m_document;
    std::optional<CaseId> m_case;
};

}  // namespace cotejo::compare
