#pragma once

#include <QImage>
#include <map>

#include "ui/partner/partner_values.h"
#include "ui/widgets/card.h"
#include "ui/widgets/portrait.h"

class QCheckBox;
class QVBoxLayout;

namespace cotejo::partner_ui {

/// Samples of the case with a box each: those that the agreement takes can be chosen, the others say why not. Main thread.
class SampleCard final : public widgets::Card {
    Q_OBJECT
  public:
    explicit SampleCard(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);
    void setThumbnail(const CaptureId& capture, const QImage& image);

  signals:
    /// What is ticked now: another message, to be previewed anew.
    void samplesChanged(const std::vector<cotejo::CaptureId>& samples);

  private:
    void addRow(const record::Capture& capture, bool chosen, const QString& why, bool open);
    void addOthers(const std::vector<const record::Capture*>& others);

    QVBoxLayout* m_rows;
    widgets::Label* m_note;
    std::map<CaptureId, QCheckBox*> m_boxes;
    std::map<CaptureId, widgets::Portrait*> m_pictures;
    std::map<CaptureId, QImage> m_images;  ///< of this case: rows are made anew with each message
    CaseId m_case;
};

}  // namespace cotejo::partner_ui
