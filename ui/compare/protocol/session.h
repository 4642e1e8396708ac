#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <map>
#include <optional>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"
#include "ui/compare/protocol/protocol.h"
#include "ui/compare/protocol/review_page.h"

namespace cotejo::compare {

/// Joins a comparison page to a case: fetches what it shows off the main thread, does the acts it asks for,
/// and shows refusals where they were asked. The owner of the case calls `showCase` whenever it was read
/// anew. Main thread; ends with its page.
class ComparisonSession : public QObject {
    Q_OBJECT

  public:
    void showCase(const bridge::CaseFile& file);

  protected:
    const ReviewPage& page() const { return m_page; }
    ComparisonSession(bridge::Session& session, ReviewPage& page, record::Modality modality);

    bridge::Session& session() { return m_session; }
    const bridge::CaseFile& file() const { return *m_file; }
    const review::VisibleCandidate* candidate(const QString& key) const;
    const record::Capture* capture(const CaptureId& id) const;
    record::Modality modality() const { return m_modality; }
    /// Counts showings of a candidate, so that a late answer of another one is dropped.
    int showing() const { return m_showing; }
    /// What the engine says of two samples may be shown to this officer now. Before it nothing asks the engine to compare.
    bool mayCompare() const { return m_file && m_file->revealed; }
    virtual void caseOpened() = 0;  ///< another case: forget what was loaded
    virtual void showProbe() = 0;
    virtual void showCandidate(const review::VisibleCandidate* candidate) = 0;  ///< null: the probe alone

  private:
    void perform(const record::Act& act, std::function<void()> then = {},
                 std::function<void()> otherwise = {});
    void saveAnalysis(const QString& text);
    void openCandidate(const QString& key);
    void saveProvisional(const QString& key, const ExaminerNotes& notes);
    void conclude(const std::vector<FinalConclusion>& conclusions);
    /// The officer's own examination while it runs, else the one that is read; null: none.
    const record::Examination* shown() const;
    bool isReading() const;
    void refreshReaders();
    QString currentKey() const;
    void refreshCards();
    void loadThumbnails();
    void refreshReveal();

    bridge::Session& m_session;
    ReviewPage& m_page;
    record::Modality m_modality;
    std::optional<bridge::CaseFile> m_file;
    QHash<QString, QImage> m_thumbnails;
    QString m_shown;
    QString m_pending;       ///< opened, its visit not yet on record
    QSet<QString> m_opened;  ///< visits recorded here: the case may not have been read anew yet
    bool m_analysed = false;
    bool m_compared = false;  ///< the shown candidate was shown with what the engine says
    std::optional<int> m_reader;  ///< chosen among `readable`; nothing: the officer's own, else the latest
    /// Unsaved work stays with its case and officer while another case is looked at.
    std::map<std::pair<CaseId, OfficerId>, ReviewPage::Unsaved> m_shelf;
    QString m_revealRow;
    bridge::Request* m_revealing;
    int m_showing = 0;
};

}  // namespace cotejo::compare
