#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <memory>
#include <optional>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"
#include "ui/compare/protocol/protocol.h"
#include "ui/compare/protocol/sample_reader.h"

namespace cotejo::compare {

class FacePage;
class FingerPage;

/// Joins a comparison page to a case: fetches what it shows off the main thread, does the acts it asks for,
/// and shows refusals where they were asked. The owner of the case calls `showCase` whenever it was read
/// anew. Main thread; ends with its page.
class ComparisonSession : public QObject {
    Q_OBJECT

  public:
    void showCase(const bridge::CaseFile& file);

  protected:
    ComparisonSession(bridge::Session& session, ReviewPage& page, record::Modality modality);

    bridge::Session& session() { return m_session; }
    const bridge::CaseFile& file() const { return *m_file; }
    const review::VisibleCandidate* candidate(const QString& key) const;
    const record::Capture* capture(const CaptureId& id) const;
    record::Modality modality() const { return m_modality; }
    /// Counts showings of a candidate, so that a late answer of another one is dropped.
    int showing() const { return m_showing; }
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
    QString m_revealRow;
    bridge::Request* m_revealing;
    int m_showing = 0;
};

class FaceSession final : public ComparisonSession {
    Q_OBJECT

  public:
    /// `finder` may serve several sessions and outlives them.
    FaceSession(bridge::Session& session, std::shared_ptr<FaceFinder> finder, FacePage& page);

  private:
    void caseOpened() override { m_probe = {}; }
    void showProbe() override;
    void showCandidate(const review::VisibleCandidate* candidate) override;
    const record::Capture* probeCapture(const review::VisibleCandidate* candidate) const;
    const record::Capture* documentPortrait(const record::Capture& probe) const;

    FacePage& m_page;
    std::shared_ptr<FaceFinder> m_finder;
    CaptureId m_probe;
};

class FingerSession final : public ComparisonSession {
    Q_OBJECT

  public:
    FingerSession(bridge::Session& session, FingerPage& page);

  private:
    struct Shown {
        std::shared_ptr<const FingerSample> probe, reference;
        PairedPrints paired;
    };
    void caseOpened() override;
    void showProbe() override;
    void showCandidate(const review::VisibleCandidate* candidate) override;
    void openFinger(record::FingerPosition position);
    void refreshBoard();
    void load(record::FingerPosition position, const review::VisibleCandidate* candidate);
    void show(record::FingerPosition position, const Shown& shown, const QString& letter);
    const record::Capture* fingerAt(record::FingerPosition position) const;

    FingerPage& m_page;
    std::map<CaptureId, std::shared_ptr<const FingerSample>> m_samples;
    std::map<record::FingerPosition, QImage> m_pictures;
    record::FingerPosition m_position = record::FingerPosition::Unknown;
    QString m_key;
    QImage m_referencePicture;
};

}  // namespace cotejo::compare
