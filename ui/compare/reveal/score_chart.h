#pragma once

#include <QWidget>

#include "ui/compare/reveal/base_rate.h"
#include "ui/compare/compare_values.h"

namespace cotejo::compare {

/// Where this score stands among scores of different persons (hatched) and of the same person (flat), with
/// the threshold. What it shows stands in its accessible description too.
class ScoreChart final : public QWidget {
    Q_OBJECT

  public:
    explicit ScoreChart(QWidget* parent = nullptr);
    void setValues(const RevealValues::Calibration& calibration, double score, record::Modality modality);
    QSize sizeHint() const override { return {620, 220}; }
    QSize minimumSizeHint() const override { return {320, 170}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    RevealValues::Calibration m_calibration;
    double m_score = 0;
    record::Modality m_modality = record::Modality::Face;
};

/// 100 travelers who are not in the list, as dots: filled with an eye (a candidate as similar as this one),
/// filled (a candidate), hollow (none).
class DotArray final : public QWidget {
    Q_OBJECT

  public:
    enum class Dot { AsHigh, Candidate, None };
    explicit DotArray(QWidget* parent = nullptr);
    void setRate(const BaseRate& rate);
    static void paintDot(QPainter& painter, QRectF box, Dot dot, const widgets::Tokens& tokens);
    QSize sizeHint() const override { return {196, 196}; }
    QSize minimumSizeHint() const override { return {150, 150}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    BaseRate m_rate;
};

}  // namespace cotejo::compare
