#pragma once

#include "ui/casefile/case_tab.h"

class QVBoxLayout;

namespace cotejo::widgets {
class Card;
class Notice;
class RowsModel;
class FittingTable;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

class MrzCard;
class Samples;

/// Travel documents with every check of their zones, the samples, and the papers of the dossier.
class DocumentsTab final : public CaseTab {
    Q_OBJECT
  public:
    explicit DocumentsTab(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file) override;
    void showRefusal(const Error& error) override;
    void setPortrait(const QImage& image);
    void setThumbnail(const CaptureId& capture, const QImage& image);

  signals:
    /// Somebody wants to read a paper: opening it is recorded.
    void documentOpened(const cotejo::Hash& blob);
    void addDocumentRequested();

  private:
    QVBoxLayout* m_documents;
    std::vector<MrzCard*> m_cards;
    Samples* m_samples;
    widgets::Notice* m_refusal;
    widgets::Card* m_papers;
    widgets::RowsModel* m_model;
    widgets::FittingTable* m_table;
    QImage m_portrait;
};

}  // namespace cotejo::casefile
