#include "ui/compare/reveal/score_card.h"

#include <QBoxLayout>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/compare/reveal/score_chart.h"
#include "ui/widgets/label.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

QString howMany(long count) {
    const QLocale locale;
    if (count >= 1'000'000)
        return ScoreCard::tr("%1 million").arg(locale.toString(double(count) / 1e6, 'f', 1));
    return locale.toString(qlonglong(count));
}

}  // namespace

QString oneIn(double rate) {
    const QLocale locale;
    if (rate <= 0) return {};
    if (rate >= 0.005) {
        const auto of = std::lround(rate * 100);
        return ScoreCard::tr("%1 in 100").arg(of);
    }
    const double inverse = 1 / rate;
    const double unit = std::pow(10, std::floor(std::log10(inverse)) - 1);
    return ScoreCard::tr("1 in %1").arg(locale.toString(std::llround(std::round(inverse / unit) * unit)));
}

ScoreCard::ScoreCard(QWidget* parent) : Card({}, tr("Score and calibration"), parent) {
    setObjectName("scoreCard");
    m_chart = new ScoreChart(this);
    body()->addWidget(m_chart, 1);
    auto* numbers = new QHBoxLayout;
    for (std::size_t i = 0; i < 3; ++i) {
        auto* number = new QVBoxLayout;
        number->setSpacing(2);
        m_big[i] = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, this);
        m_small[i] = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, this);
        m_small[i]->setWordWrap(true);
        number->addWidget(m_big[i]);
        number->addWidget(m_small[i]);
        number->addStretch(1);
        if (i > 0) {
            numbers->addWidget(new Line(Qt::Vertical, this));
            numbers->addSpacing(10);
        }
        numbers->addLayout(number, 1);
    }
    body()->addLayout(numbers);
}

void ScoreCard::setScore(double value, const RevealValues::Calibration& calibration, record::Modality modality) {
    const QLocale locale;
    const bool calibrated = !calibration.report.isEmpty();
    m_chart->setValues(calibration, value, modality);
    const QString score = locale.toString(value, 'f', 3);
    setCaption(calibrated ? tr("set %1 · report %2").arg(calibration.algorithm, calibration.report)
                          : tr("set %1 · no calibration report").arg(calibration.algorithm));
    const bool face = modality == record::Modality::Face;
    m_big[0]->setText(!calibrated           ? QStringLiteral("—")
                      : calibration.atFloor ? tr("at most %1").arg(oneIn(calibration.fmr))
                                            : oneIn(calibration.fmr));
    m_small[0]->setText(face ? tr("pairs of different persons reaches %1 or more").arg(score)
                             : tr("pairs of different fingers reaches %1 or more").arg(score));
    m_big[1]->setText(calibrated ? oneIn(std::max(calibration.fnmr, 1e-9)) : QStringLiteral("—"));
    m_small[1]->setText(face ? tr("pairs of the same person stay below it")
                             : tr("pairs of the same finger stay below it"));
    m_big[2]->setText(calibrated ? howMany(calibration.nonMated) : QStringLiteral("—"));
    m_small[2]->setText(
        tr("pairs of different sources in the report; %1 of the same").arg(howMany(calibration.mated)));
}

}  // namespace cotejo::compare
