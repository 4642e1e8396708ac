#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <memory>

#include "core/access/desk.h"
#include "core/decide/case_service.h"

namespace cotejo::ui_test {

/// A small real post in a temporary folder: an administrator, an officer who is a face examiner, a supervisor, and invented
/// travelers as cases. All have kPassphrase.
class PostFixture {
  public:
    static constexpr char kPassphrase[] = "correct horse battery staple";

    PostFixture();
    std::filesystem::path folder() const { return m_dir.path().toStdString(); }
    access::PostFacts facts() const { return *access::postFacts(folder()); }
    const SystemClock& clock() const { return m_clock; }
    std::unique_ptr<access::Desk> desk(std::string_view login) const;
    const std::vector<CaseId>& cases() const { return m_cases; }

  private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::vector<CaseId> m_cases;
};

}  // namespace cotejo::ui_test
