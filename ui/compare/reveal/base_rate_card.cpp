#include "ui/compare/reveal/base_rate_card.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

#include "ui/compare/reveal/base_rate.h"
#include "ui/compare/reveal/score_card.h"
#include "ui/compare/reveal/score_chart.h"
#include "ui/widgets/label.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

/// Of a thousand travelers, how many are listed: an assumption of local policy, and the card says so.
constexpr qint64 kTravelers = 1000, kManyTravelers = 100'000;  // the second where few of the first bring up a candidate
constexpr qint64 kFewCandidates = 10;
constexpr qint64 kOneListedIn = 1000;

}  // namespace

BaseRateCard::BaseRateCard(QWidget* parent) : Card({}, tr("What a candidate of such a search means"), parent) {
    setObjectName("baseRate");
    auto* rate = new QHBoxLayout;
    rate->setSpacing(28);
    auto* dots = new QVBoxLayout;
    m_dots = new DotArray(this);
    m_dots->setFixedSize(226, 226);
    dots->addWidget(m_dots);
    m_dotsNote = new Label(TextRole::Caption, Ink::T3, Weight::Regular, this);
    m_dotsNote->setAlignment(Qt::AlignHCenter);
    m_dotsNote->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    dots->addWidget(m_dotsNote);
    dots->addStretch(1);
    rate->addLayout(dots);
    auto* words = new QVBoxLayout;
    words->setSpacing(10);
    class Key final : public QWidget {
      public:
        Key(DotArray::Dot dot, QWidget* owner) : QWidget(owner), m_dot(dot) { setFixedSize(18, 18); }

      protected:
        void paintEvent(QPaintEvent*) override {
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            DotArray::paintDot(painter, QRectF(rect()), m_dot, tokensOf(this));
        }

      private:
        DotArray::Dot m_dot;
    };
    const std::array<DotArray::Dot, 3> kinds{DotArray::Dot::Candidate, DotArray::Dot::AsHigh,
                                             DotArray::Dot::None};
    for (std::size_t i = 0; i < 3; ++i) {
        auto* line = new QHBoxLayout;
        line->setSpacing(10);
        line->addWidget(new Key(kinds[i], this), 0, Qt::AlignTop);
        m_rates[i] = new Label(TextRole::Body, Ink::T1, Weight::Regular, this);
        m_rates[i]->setWordWrap(true);
        m_rates[i]->setTextFormat(Qt::RichText);
        line->addWidget(m_rates[i], 1);
        words->addLayout(line);
    }
    words->addWidget(new Line(Qt::Horizontal, this));
    m_prior = new Label(TextRole::Body, Ink::T2, Weight::Regular, this);
    m_prior->setWordWrap(true);
    m_prior->setTextFormat(Qt::RichText);
    words->addWidget(m_prior);
    auto* policy = new Label(tr("The assumption of 1 in 1,000 is local policy's, not about this traveler."),
                             TextRole::Caption, Ink::T3, Weight::Regular, this);
    policy->setWordWrap(true);
    words->addWidget(policy);
    words->addStretch(1);
    rate->addLayout(words, 1);
    body()->addLayout(rate);
}

void BaseRateCard::setSearch(qint64 comparisons, const RevealValues::Calibration& calibration,
                             std::optional<double> score) {
    setVisible(comparisons > 0 && calibration.threshold.has_value());
    const QLocale locale;
    const double fmrAtScore = score && !calibration.report.isEmpty() ? calibration.fmr : calibration.fmrTarget;
    const auto rateAmong = [&](qint64 travelers) {
        return baseRate(comparisons, calibration.fmrTarget, fmrAtScore, calibration.fnmrTarget, travelers, kOneListedIn);
    };
    BaseRate rate = rateAmong(kTravelers);
    if (rate.strangerCandidates < kFewCandidates) rate = rateAmong(kManyTravelers);
    setCaption(tr("%1 comparisons of samples · FMR %2")
                   .arg(locale.toString(comparisons), oneIn(calibration.fmrTarget)));
    m_dots->setRate(rate);
    m_dotsNote->setText(tr("each dot: %1 people who are not in the list").arg(locale.toString(rate.of / 100)));
    const auto line = [](const QString& strong, const QString& rest) {
        return QStringLiteral("<b>%1</b> %2").arg(strong.toHtmlEscaped(), rest.toHtmlEscaped());
    };
    const auto share = [&](qint64 count) { return tr("%1 of %2").arg(locale.toString(count), locale.toString(rate.of)); };
    m_rates[0]->setText(line(share(rate.any),
                             tr("bring up at least one candidate although none of them is in the list")));
    m_rates[1]->setText(line(
        rate.asHighIsLess ? tr("fewer than %1").arg(share(1)) : share(rate.asHigh),
        score ? tr("bring up one with %1 or more: as similar as this").arg(locale.toString(*score, 'f', 3))
              : tr("bring up one as similar as this")));
    m_rates[2]->setText(line(share(rate.of - rate.any), tr("bring up none")));
    m_prior->setText(tr("If 1 in %1 travelers is in the list: of <b>%2</b> candidates <b>%3</b> are "
                        "the right person and <b>%4</b> are not.")
                         .arg(locale.toString(kOneListedIn),
                              locale.toString(rate.listedCandidates + rate.strangerCandidates),
                              locale.toString(rate.listedCandidates),
                              locale.toString(rate.strangerCandidates)));
}

}  // namespace cotejo::compare
