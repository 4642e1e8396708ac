#pragma once

#include <set>

#include "core/decide/case_service.h"
#include "tests/support/test_post.h"

namespace cotejo::ui_test {

/// A post whose lists have six invented people, and one traveler's case with a document, its portrait, a live face and nine prints,
/// that tests lead from stage to stage. Everybody has test::TestPost::kPassphrase. The faces are the specimen portraits of the demo.
class StagedPost {
  public:
    StagedPost();

    std::filesystem::path folder() const { return m_post.folder(); }
    const ManualClock& clock() const { return m_post.clock; }
    /// Officer and examiner of both kinds: "ana", "ben". Officer: "cleo". Supervisor and protection: "sue". Supervisor: "max".
    std::unique_ptr<access::Desk> desk(const std::string& login);
    const CaseId& id() const { return m_id; }

    /// Searched, and in the hand of "ana".
    void search();
    /// The analysis of "ana", of both kinds of examination, every candidate seen and one concluded; the document beside the live face.
    void compare();
    /// Every candidate concluded and revealed to "ana"; the 1:1 check concluded with its score.
    void reveal();
    /// "ana" and "ben" identified the wanted person: the release guard stands. The coverage is read by "cleo", who has the case.
    void identify();
    /// The owner's answer is in the dossier and countersigned by "max", a supervisor; "cleo" proposed to hold the person, and a supervisor may decide.
    void submit();

  private:
    void list();
    void open();
    void perform(access::Desk& desk, const record::Act& act);
    void examine(access::Desk& desk, bool conclude);

    test::TestPost m_post;
    CaseId m_id;
    std::set<CaptureId> m_wanted;  ///< what the lists have of the wanted person
};

}  // namespace cotejo::ui_test
