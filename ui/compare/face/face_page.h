#pragma once

#include "ui/compare/protocol/review_page.h"

class QPushButton;

namespace cotejo::widgets {
class Badge;
class Label;
class Segmented;
}  // namespace cotejo::widgets

namespace cotejo::compare {

class FaceCanvas;
class FeatureList;
class LightMenu;

/// Faces beside each other: of a candidate, or of the document in a 1:1 check.
class FacePage final : public ReviewPage {
    Q_OBJECT

  public:
    explicit FacePage(QWidget* parent = nullptr) : FacePage(ReviewKind::Search, parent) {}
    explicit FacePage(ReviewKind kind, QWidget* parent = nullptr);
    void setProbe(const FaceImage& face, const QualityWord& quality);
    /// The picture of the current candidate; nothing while it loads or none is open.
    void setReference(const std::optional<FaceImage>& face, const QualityWord& quality);
    FaceCanvas* canvas() const { return m_canvas; }

  protected:
    void showNotes(const ExaminerNotes& notes) override;
    void collectNotes(ExaminerNotes& notes) const override;
    void candidateChanged() override;
    void rightsChanged() override;

  private:
    void makeTools();
    void makeSide();
    void refreshTools();
    void refreshQuality();

    FaceCanvas* m_canvas;
    FeatureList* m_features;
    LightMenu* m_lightMenu;
    widgets::Segmented* m_modes;
    QPushButton* m_linked;
    QPushButton* m_eyes;
    QPushButton* m_landmarks;
    QPushButton* m_angle;
    QPushButton* m_light;
    QPushButton* m_mark;
    widgets::Label* m_zoom;
    widgets::Badge* m_probeBadge;
    widgets::Badge* m_referenceBadge;
    widgets::Label* m_referenceName;
    widgets::Label* m_advice;
    QualityWord m_probeQuality, m_referenceQuality;
};

}  // namespace cotejo::compare
