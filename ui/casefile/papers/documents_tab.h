#pragma once

#include "ui/casefile/case_tab.h"

class QPushButton;
class QVBoxLayout;

namespace cotejo::bridge {
class Session;
}
namespace cotejo::intake_ui {
class SampleTray;
}
namespace cotejo::widgets {
class Card;
class Notice;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

class MrzCard;
class PapersCard;
class Samples;

/// Travel documents with every check of their zones, the samples, and the papers of the dossier.
class DocumentsTab final : public CaseTab {
    Q_OBJECT
  public:
    explicit DocumentsTab(bridge::Session& session, QWidget* parent = nullptr);
    intake_ui::SampleTray* tray() const { return m_tray; }
    void showCase(const bridge::CaseFile& file) override;
    void showRefusal(const Error& error) override;
    void setPortrait(const QImage& image);
    void setThumbnail(const CaptureId& capture, const QImage& image);

  signals:
    /// Somebody wants to read a paper.
    void paperRequested(const cotejo::Hash& blob);
    /// A paper is to be added, of this kind where one is wanted.
    void addDocumentRequested(const QString& kind);
    /// The images in the tray are to be added to the case.
    void samplesRequested();

  private:
    QVBoxLayout* m_documents;
    std::vector<MrzCard*> m_cards;
    Samples* m_samples;
    intake_ui::SampleTray* m_tray;
    widgets::Card* m_trayCard;
    widgets::Notice* m_refusal;
    QPushButton *m_more, *m_missing, *m_unusable;
    PapersCard* m_papers;
    QImage m_portrait;
};

}  // namespace cotejo::casefile
