#pragma once

#include <QObject>
#include <map>
#include <optional>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"
#include "ui/compare/protocol/review_page.h"

namespace cotejo::compare {

/// Where an officer's own 1:1 check stands. `own`: null while it has not begun.
ProtocolState documentState(const bridge::CaseFile& file, record::Modality modality, const record::PortraitCheck* own);

/// Joins a page to the 1:1 check of a case, the document's portrait or print against the live sample, an examination of its own: analysis
/// of the live sample, then the document beside it, conclusion, and only then the score. Main thread; ends with its page.
class DocumentSession : public QObject {
    Q_OBJECT

  public:
    void showCase(const bridge::CaseFile& file);
    /// Whether the case has both samples, or a check that is to be read.
    static bool isThere(const bridge::CaseFile& file, record::Modality modality);

  protected:
    DocumentSession(bridge::Session& session, ReviewPage& page, record::Modality modality);

    bridge::Session& session() { return m_session; }
    const bridge::CaseFile& file() const { return *m_file; }
    record::Modality modality() const { return m_modality; }
    /// The check that is shown; null: none has begun.
    const record::PortraitCheck* shown() const;
    bool isReading() const;
    /// The score is known to this officer: before it nothing asks the engine to compare.
    bool mayCompare() const;
    /// Lays this pair side by side, as an act while the check is not concluded.
    void openPair(const record::Capture& live, const record::Capture& document);
    /// Usable samples of the modality that this officer sees, of the document or live.
    std::vector<record::Capture> samples(bool document) const;
    virtual void caseOpened() = 0;
    /// Null document: the live sample alone. Null both: there is none.
    virtual void show(const record::Capture* live, const record::Capture* document) = 0;

  private:
    struct Pair {
        std::optional<record::Capture> live, document;
    };
    const record::PortraitCheck* own() const;
    std::vector<const record::PortraitCheck*> readableChecks() const;
    Pair pairOf(const record::PortraitCheck* check) const;
    void perform(const record::Act& act, std::function<void()> then = {});
    void openDocument();
    void conclude(const ExaminerNotes& notes);
    void reveal();
    void refreshReveal();

    bridge::Session& m_session;
    ReviewPage& m_page;
    record::Modality m_modality;
    std::optional<bridge::CaseFile> m_file;
    std::map<std::pair<CaseId, OfficerId>, ReviewPage::Unsaved> m_shelf;
    std::optional<int> m_reader;
    bool m_openNext = false;  ///< the analysis was saved here: the document comes with the next reading of the case
    QString m_showing;
    bridge::Request* m_revealing;
};

}  // namespace cotejo::compare
