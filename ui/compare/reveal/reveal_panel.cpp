#include "ui/compare/reveal/reveal_panel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/bridge/text.h"
#include "ui/compare/canvas/overlay.h"
#include "ui/compare/reveal/score_chart.h"
#include "ui/compare/reveal/score_model.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/table.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

/// Of a thousand travelers, how many are listed: an assumption of local policy, and the panel says so.
constexpr qint64 kTravelers = 1000, kManyTravelers = 100'000;  // the second where few of the first bring up a candidate
constexpr qint64 kFewCandidates = 10;
constexpr qint64 kOneListedIn = 1000;

/// Probe and reference, side by side, as large as the card is wide.
class Pictures final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(cotejo::compare::RevealPanel)

  public:
    explicit Pictures(QWidget* parent) : QWidget(parent) {
        setObjectName("revealPictures");
        setFixedHeight(132);
        setAttribute(Qt::WA_OpaquePaintEvent);
    }
    void show(const QImage& probe, const QImage& reference, const QString& letter) {
        m_images = {probe, reference};
        m_letter = letter;
        setAccessibleName(tr("Probe and candidate %1").arg(letter));
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), canvasTokens().canvas);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        for (int i = 0; i < 2; ++i) {
            const QRectF box(i * (width() / 2.0 + 1), 0, width() / 2.0 - 1, height());
            const QImage& image = m_images[std::size_t(i)];
            if (!image.isNull()) {
                QRectF target(QPointF(),
                              QSizeF(image.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding));
                target.moveCenter(box.center());
                // Faces sit high in their pictures.
                if (target.height() > box.height())
                    target.moveTop(box.top() - (target.height() - box.height()) * 0.3);
                painter.save();
                painter.setClipRect(box);
                painter.drawImage(target, image);
                painter.restore();
            }
            painter.setRenderHint(QPainter::Antialiasing);
            drawLabel(painter, box, Corner::BottomLeft, i == 0 ? tr("Probe") : m_letter,
                      i == 0 ? QString() : tr("now with a name"));
        }
    }

  private:
    std::array<QImage, 2> m_images;
    QString m_letter;
};

/// "1 in 34,000": rounded to two digits, as no calibration carries more.
QString oneIn(double rate) {
    const QLocale locale;
    if (rate <= 0) return {};
    if (rate >= 0.005) {
        const auto of = std::lround(rate * 100);
        return RevealPanel::tr("%1 in 100").arg(of);
    }
    const double inverse = 1 / rate;
    const double unit = std::pow(10, std::floor(std::log10(inverse)) - 1);
    return RevealPanel::tr("1 in %1").arg(locale.toString(std::llround(std::round(inverse / unit) * unit)));
}

QString howMany(long count) {
    const QLocale locale;
    if (count >= 1'000'000)
        return RevealPanel::tr("%1 million").arg(locale.toString(double(count) / 1e6, 'f', 1));
    return locale.toString(qlonglong(count));
}

QScrollArea* scrolled(QWidget* contents, const QString& name, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setObjectName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(contents);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    contents->setAutoFillBackground(false);
    return area;
}

}  // namespace

RevealPanel::RevealPanel(QWidget* parent) : QWidget(parent), m_model(new ScoreModel(this)) {
    setObjectName("revealPanel");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 12, 0, 0);
    layout->setSpacing(metric::kPanelGap);
    auto* left = scrolled(makeLeft(), "revealLeft", this);
    left->setFixedWidth(424);
    auto* right = scrolled(makeRight(), "revealRight", this);
    right->setFixedWidth(392);
    layout->addWidget(left);
    layout->addWidget(scrolled(makeMiddle(), "revealMiddle", this), 1);
    layout->addWidget(right);
}

QWidget* RevealPanel::makeLeft() {
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 10, 12);
    layout->setSpacing(metric::kPanelGap);
    m_changeCard = new Card("history", tr("Conclusion changed after reveal"), column);
    m_changeCard->setObjectName("changedAfterReveal");
    m_changeTitle = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, m_changeCard);
    m_changeTitle->setWordWrap(true);
    auto* change = new QHBoxLayout;
    m_changeFrom = new Badge(m_changeCard);
    m_changeTo = new Badge(m_changeCard);
    change->addWidget(m_changeFrom);
    change->addWidget(new IconLabel("arrow-right", Ink::T2, 14, m_changeCard));
    change->addWidget(m_changeTo);
    change->addStretch(1);
    m_changeCard->body()->addLayout(change);
    m_changeCard->body()->addWidget(m_changeTitle);
    m_why = new QPlainTextEdit(m_changeCard);
    m_why->setObjectName("reasonForChange");
    m_why->setAccessibleName(tr("Why the conclusion changed, required"));
    m_why->setPlaceholderText(tr("Why it changed: required"));
    m_why->setTabChangesFocus(true);
    m_why->setFixedHeight(54);
    connect(m_why, &QPlainTextEdit::textChanged, this, [this] {
        if (const auto* row = current()) m_whyChanged[row->key] = m_why->toPlainText().trimmed();
    });
    m_changeCard->body()->addWidget(m_why);
    layout->addWidget(m_changeCard);
    m_refusal = new Notice(column);
    m_refusal->hide();
    layout->addWidget(m_refusal);
    auto* person = new Card({}, {}, column);
    person->setFlush(true);
    auto* pictures = new Pictures(person);
    m_pictures = pictures;
    person->body()->addWidget(pictures);
    auto* facts = new QGridLayout;
    facts->setContentsMargins(14, 6, 14, 10);
    facts->setHorizontalSpacing(12);
    facts->setVerticalSpacing(5);
    auto* head = new QHBoxLayout;
    m_name = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, person);
    m_name->setWordWrap(true);
    m_status = new Badge(person);
    head->addWidget(m_name, 1);
    head->addWidget(m_status);
    facts->addLayout(head, 0, 0, 1, 2);
    const std::array<QString, 5> names{tr("List and issuer"), tr("Reason"), tr("Evidence grade"),
                                       tr("Review before"), tr("Caveats")};
    for (int i = 0; i < 5; ++i) {
        m_factNames[std::size_t(i)] =
            new Label(names[std::size_t(i)], TextRole::Secondary, Ink::T3, Weight::Regular, person);
        facts->addWidget(m_factNames[std::size_t(i)], i + 1, 0, Qt::AlignTop);
        m_facts[std::size_t(i)] = new Label(TextRole::Secondary, Ink::T1, Weight::Medium, person);
        m_facts[std::size_t(i)]->setWordWrap(true);
        facts->addWidget(m_facts[std::size_t(i)], i + 1, 1);
    }
    facts->setColumnStretch(1, 1);
    person->body()->addLayout(facts);
    person->body()->addWidget(new Line(Qt::Horizontal, person));
    auto* caution = new QHBoxLayout;
    caution->setContentsMargins(14, 4, 14, 6);
    caution->addWidget(new IconLabel("warning", Ink::Warn, metric::kIcon, person), 0, Qt::AlignTop);
    auto* words = new Label(tr("The entry proves nothing by itself: confirm with the issuer before acting."),
                            TextRole::Secondary, Ink::T2, Weight::Regular, person);
    words->setWordWrap(true);
    caution->addWidget(words, 1);
    person->body()->addLayout(caution);
    person->body()->addWidget(new Line(Qt::Horizontal, person));
    auto* conclude = new QVBoxLayout;
    conclude->setContentsMargins(14, 4, 14, 12);
    m_conclusionTitle = new Label(TextRole::Body, Ink::T1, Weight::SemiBold, person);
    m_conclusion = new Segmented(person);
    m_conclusion->setObjectName("finalScale");
    m_conclusion->setScale(true);
    m_conclusion->setAccessibleName(tr("Final conclusion"));
    for (const auto each : {record::ExaminerConclusion::Exclusion, record::ExaminerConclusion::Inconclusive,
                            record::ExaminerConclusion::Identification})
        m_conclusion->addChoice({}, bridge::text(each));
    connect(m_conclusion, &Segmented::chosen, this, [this](int index) {
        if (const auto* row = current()) m_changed[row->key] = index;
        showPerson();
        showChange();
    });
    conclude->addWidget(m_conclusionTitle);
    conclude->addWidget(m_conclusion);
    person->body()->addLayout(conclude);
    layout->addWidget(person);
    auto* rows = new Card({}, {}, column);
    rows->setFlush(true);
    auto* table = new TableView(rows);
    m_table = table;
    table->setObjectName("scoreTable");
    table->setAccessibleName(tr("Candidates with their scores, by rank"));
    table->setModel(m_model);
    table->setItemDelegate(new CellDelegate(table));
    table->setRowHeight(30);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setSectionResizeMode(ScoreModel::ConclusionColumn, QHeaderView::Stretch);
    table->horizontalHeader()->setStretchLastSection(false);
    table->setColumnWidth(ScoreModel::LetterColumn, 34);
    table->setColumnWidth(ScoreModel::ProvisionalColumn, 124);
    table->setColumnWidth(ScoreModel::ScoreColumn, 70);
    table->setColumnWidth(ScoreModel::RankColumn, 50);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (!now.isValid() || now.row() == m_values.current || now.row() >= int(m_values.rows.size()))
                    return;
                emit rowOpened(m_values.rows[std::size_t(now.row())].key);
            });
    rows->body()->addWidget(table);
    m_tableNote = new Label(TextRole::Caption, Ink::T3, Weight::Regular, rows);
    m_tableNote->setWordWrap(true);
    m_tableNote->setContentsMargins(14, 0, 14, 10);
    rows->body()->addWidget(m_tableNote);
    layout->addWidget(rows);
    layout->addStretch(1);
    return column;
}

QWidget* RevealPanel::makeMiddle() {
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 4, 12);
    layout->setSpacing(metric::kPanelGap);
    m_scoreCard = new Card({}, tr("Score and calibration"), column);
    m_chart = new ScoreChart(m_scoreCard);
    m_scoreCard->body()->addWidget(m_chart, 1);
    auto* numbers = new QHBoxLayout;
    for (std::size_t i = 0; i < 3; ++i) {
        auto* number = new QVBoxLayout;
        number->setSpacing(2);
        m_big[i] = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, m_scoreCard);
        m_small[i] = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, m_scoreCard);
        m_small[i]->setWordWrap(true);
        number->addWidget(m_big[i]);
        number->addWidget(m_small[i]);
        number->addStretch(1);
        if (i > 0) {
            numbers->addWidget(new Line(Qt::Vertical, m_scoreCard));
            numbers->addSpacing(10);
        }
        numbers->addLayout(number, 1);
    }
    m_scoreCard->body()->addLayout(numbers);
    layout->addWidget(m_scoreCard, 3);
    m_rateCard = new Card({}, tr("What a candidate in this list means"), column);
    auto* rate = new QHBoxLayout;
    rate->setSpacing(28);
    auto* dots = new QVBoxLayout;
    m_dots = new DotArray(m_rateCard);
    m_dots->setFixedSize(226, 226);
    dots->addWidget(m_dots);
    auto* under = new Label(tr("100 travelers who are not in the list"), TextRole::Caption, Ink::T3,
                            Weight::Regular, m_rateCard);
    under->setAlignment(Qt::AlignHCenter);
    under->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    dots->addWidget(under);
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
        line->addWidget(new Key(kinds[i], m_rateCard), 0, Qt::AlignTop);
        m_rates[i] = new Label(TextRole::Body, Ink::T1, Weight::Regular, m_rateCard);
        m_rates[i]->setWordWrap(true);
        m_rates[i]->setTextFormat(Qt::RichText);
        line->addWidget(m_rates[i], 1);
        words->addLayout(line);
    }
    words->addWidget(new Line(Qt::Horizontal, m_rateCard));
    m_prior = new Label(TextRole::Body, Ink::T2, Weight::Regular, m_rateCard);
    m_prior->setWordWrap(true);
    m_prior->setTextFormat(Qt::RichText);
    words->addWidget(m_prior);
    auto* policy = new Label(tr("The assumption of 1 in 1,000 is local policy's, not about this traveler."),
                             TextRole::Caption, Ink::T3, Weight::Regular, m_rateCard);
    policy->setWordWrap(true);
    words->addWidget(policy);
    words->addStretch(1);
    rate->addLayout(words, 1);
    m_rateCard->body()->addLayout(rate);
    layout->addWidget(m_rateCard, 2);
    return column;
}

QWidget* RevealPanel::makeRight() {
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 14, 12);
    layout->setSpacing(metric::kPanelGap);
    auto* coverage = new Card("flag", tr("Coverage"), column);
    m_readBadge = new Badge(coverage);
    coverage->addTrailing(m_readBadge);
    auto* list = new QWidget(coverage);
    m_coverage = new QVBoxLayout(list);
    m_coverage->setContentsMargins(0, 0, 0, 0);
    m_coverage->setSpacing(6);
    coverage->body()->addWidget(list);
    auto* warning = new Notice(Tone::Neutral, "info",
                               {tr("“No candidate” is not clearance."),
                                tr("It only says that nothing reached the threshold in what was searched."),
                                {},
                                {},
                                {},
                                {}},
                               coverage);
    coverage->body()->addWidget(warning);
    auto* tick = new QHBoxLayout;
    m_read = new QCheckBox(tr("I have read the coverage"), coverage);
    m_read->setObjectName("coverageRead");
    tick->addWidget(m_read);
    tick->addStretch(1);
    tick->addWidget(
        new Label(tr("needed to propose"), TextRole::Secondary, Ink::T3, Weight::Regular, coverage));
    coverage->body()->addLayout(tick);
    connect(m_read, &QCheckBox::clicked, this, [this](bool on) {
        // Reading is recorded, not un-recorded.
        if (on) emit coverageRead();
        m_read->setChecked(on || m_values.coverageRead);
    });
    layout->addWidget(coverage);
    auto* next = new Card("arrow-right", tr("Afterwards"), column);
    const std::array<std::pair<QString, QString>, 4> steps{
        {{tr("Blind verification"), tr("another examiner, another order")},
         {tr("Release guard"), tr("once identity is resolved")},
         {tr("Confirmation by the issuer"), tr("before anyone acts")},
         {tr("Disposition"), tr("an officer proposes it")}}};
    for (const auto& [what, detail] : steps) {
        auto* line = new QHBoxLayout;
        line->addWidget(new Label(what, TextRole::Body, Ink::T1, Weight::Regular, next));
        line->addStretch(1);
        line->addWidget(new Label(detail, TextRole::Secondary, Ink::T3, Weight::Regular, next));
        next->body()->addLayout(line);
    }
    layout->addWidget(next);
    layout->addWidget(new Notice(Tone::Accent, "info",
                                 {tr("The conclusion is yours, not the machine's."),
                                  tr("Scores of another model do not compare with these."),
                                  {},
                                  {},
                                  "E_SCORE_INCOMPARABLE",
                                  {}},
                                 column));
    layout->addStretch(1);
    return column;
}

void RevealPanel::setValues(const RevealValues& values, bool mayWork) {
    m_values = values;
    m_mayWork = mayWork && !values.concluded;
    m_values.current = values.rows.empty() ? 0 : std::clamp(values.current, 0, int(values.rows.size()) - 1);
    showPerson();
    showChange();
    showNumbers();
    showCoverage();
}

void RevealPanel::forget() {
    m_changed.clear();
    m_whyChanged.clear();
    setValues({}, false);
}

void RevealPanel::setRefusal(const Refusal& refusal) {
    m_refusal->setVisible(!refusal.isEmpty());
    if (!refusal.isEmpty())
        m_refusal->setContent(Tone::Bad, "block",
                              {refusal.title, {}, refusal.rule, refusal.remedy, refusal.code, {}});
}

const RevealValues::Row* RevealPanel::current() const {
    return m_values.rows.empty() ? nullptr : &m_values.rows[std::size_t(m_values.current)];
}

record::ExaminerConclusion RevealPanel::conclusionOf(const RevealValues::Row& row) const {
    if (m_changed.contains(row.key)) return record::ExaminerConclusion(m_changed[row.key]);
    return row.conclusion.value_or(row.provisional.value_or(record::ExaminerConclusion::Inconclusive));
}

std::vector<FinalConclusion> RevealPanel::conclusions() const {
    std::vector<FinalConclusion> result;
    for (const auto& row : m_values.rows) {
        const auto conclusion = conclusionOf(row);
        const bool changed = row.provisional && conclusion != *row.provisional;
        result.push_back({row.key, conclusion, changed ? m_whyChanged.value(row.key) : QString()});
    }
    return result;
}

void RevealPanel::showPerson() {
    auto rows = m_values.rows;
    for (auto& row : rows)
        row.conclusion = conclusionOf(row);
    const bool below =
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.reachesThreshold; });
    m_model->setRows(std::move(rows));
    m_table->setCurrentIndex(m_model->index(m_values.current, 0));
    m_table->setFixedHeight(30 + 30 * std::min(10, m_model->rowCount()));
    m_tableNote->setVisible(below);
    m_tableNote->setText(
        tr("Candidates below the threshold are listed because they were among the nearest."));
    const auto* row = current();
    m_pictures->parentWidget()->setVisible(row != nullptr);
    m_table->parentWidget()->setVisible(row != nullptr);
    if (!row) return;
    static_cast<Pictures*>(m_pictures)->show(m_values.probe, m_values.reference, row->letter);
    const auto& entry = m_values.entry;
    m_name->setText(entry.name);
    m_status->setLook({entry.actionable ? "check" : "warning", entry.status,
                       entry.actionable ? Tone::Ok : Tone::Warn, false});
    m_status->setVisible(!entry.status.isEmpty());
    const std::array<QString, 5> facts{QStringList({entry.gallery, entry.issuer})
                                           .filter(QRegularExpression("\\S"))
                                           .join(QStringLiteral(" · ")),
                                       entry.reason, entry.grade, entry.reviewBy, entry.caveats};
    for (std::size_t i = 0; i < facts.size(); ++i) {
        m_facts[i]->setText(facts[i]);
        m_facts[i]->setVisible(!facts[i].isEmpty());
        m_factNames[i]->setVisible(!facts[i].isEmpty());
    }
    m_conclusionTitle->setText(m_mayWork ? tr("Conclusion · %1").arg(row->letter)
                                         : tr("Conclusion · %1, as concluded").arg(row->letter));
    m_conclusion->setCurrent(int(conclusionOf(*row)));
    m_conclusion->setEnabled(m_mayWork);
}

void RevealPanel::showChange() {
    const auto* row = current();
    const bool changed = row && row->provisional && conclusionOf(*row) != *row->provisional;
    m_changeCard->setVisible(changed);
    if (!changed) return;
    m_changeCard->setTitle(tr("Conclusion changed after reveal · %1").arg(row->letter));
    const auto look = [](record::ExaminerConclusion conclusion, Tone tone) {
        return BadgeLook{conclusion == record::ExaminerConclusion::Inconclusive     ? "minus"
                         : conclusion == record::ExaminerConclusion::Identification ? "check"
                                                                                    : "close",
                         bridge::text(conclusion), tone, false};
    };
    m_changeFrom->setLook(look(*row->provisional, Tone::Neutral));
    m_changeTo->setLook(look(conclusionOf(*row), Tone::Accent));
    m_changeTitle->setText(
        tr("Both stay in the record with their times, and audit sees them so. The second examiner sees "
           "neither."));
    const QString why = m_whyChanged.value(row->key, m_values.reasonForChange);
    if (m_why->toPlainText().trimmed() != why) m_why->setPlainText(why);
    m_why->setReadOnly(!m_mayWork);
}

void RevealPanel::showNumbers() {
    const auto* row = current();
    m_scoreCard->setVisible(row != nullptr);
    const QLocale locale;
    const auto& calibration = m_values.calibration;
    m_rateCard->setVisible(m_values.gallerySize > 0 && calibration.threshold.has_value());
    const bool calibrated = !calibration.report.isEmpty();
    if (row) {
        m_chart->setValues(calibration, row->score, m_values.modality);
        const QString score = locale.toString(row->score, 'f', 3);
        m_scoreCard->setCaption(calibrated
                                    ? tr("set %1 · report %2").arg(calibration.algorithm, calibration.report)
                                    : tr("set %1 · no calibration report").arg(calibration.algorithm));
        const bool face = m_values.modality == record::Modality::Face;
        m_big[0]->setText(calibrated ? (calibration.atFloor ? tr("at most %1").arg(oneIn(calibration.fmr))
                                                            : oneIn(calibration.fmr))
                                     : QStringLiteral("—"));
        m_small[0]->setText(face ? tr("pairs of different persons reaches %1 or more").arg(score)
                                 : tr("pairs of different fingers reaches %1 or more").arg(score));
        m_big[1]->setText(calibrated ? oneIn(std::max(calibration.fnmr, 1e-9)) : QStringLiteral("—"));
        m_small[1]->setText(face ? tr("pairs of the same person stay below it")
                                 : tr("pairs of the same finger stay below it"));
        m_big[2]->setText(calibrated ? howMany(calibration.nonMated) : QStringLiteral("—"));
        m_small[2]->setText(
            tr("pairs of different sources in the report; %1 of the same").arg(howMany(calibration.mated)));
    }
    const double fmrAtScore = row && calibrated ? calibration.fmr : calibration.fmrTarget;
    const auto rateAmong = [&](qint64 travelers) {
        return baseRate(m_values.gallerySize, calibration.fmrTarget, fmrAtScore, calibration.fnmrTarget, travelers, kOneListedIn);
    };
    BaseRate rate = rateAmong(kTravelers);
    if (rate.strangerCandidates < kFewCandidates) rate = rateAmong(kManyTravelers);
    m_rateCard->setCaption(
        tr("%1 entries · FMR %2").arg(locale.toString(m_values.gallerySize), oneIn(calibration.fmrTarget)));
    m_dots->setRate(rate);
    const auto line = [](const QString& strong, const QString& rest) {
        return QStringLiteral("<b>%1</b> %2").arg(strong.toHtmlEscaped(), rest.toHtmlEscaped());
    };
    const auto share = [&](qint64 count) { return tr("%1 of %2").arg(locale.toString(count), locale.toString(rate.of)); };
    m_rates[0]->setText(line(share(rate.any),
                             tr("bring up at least one candidate although none of them is in the list")));
    m_rates[1]->setText(line(
        rate.asHighIsLess ? tr("fewer than %1").arg(share(1)) : share(rate.asHigh),
        row ? tr("bring up one with %1 or more: as similar as this").arg(locale.toString(row->score, 'f', 3))
            : tr("bring up one as similar as this")));
    m_rates[2]->setText(line(share(rate.of - rate.any), tr("bring up none")));
    m_prior->setText(tr("If 1 in %1 travelers is in the list: of <b>%2</b> candidates <b>%3</b> are "
                        "the right person and <b>%4</b> are not.")
                         .arg(locale.toString(kOneListedIn),
                              locale.toString(rate.listedCandidates + rate.strangerCandidates),
                              locale.toString(rate.listedCandidates),
                              locale.toString(rate.strangerCandidates)));
}

void RevealPanel::showCoverage() {
    while (auto* item = m_coverage->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto head = [this](const QString& text) {
        m_coverage->addWidget(
            new Label(text, TextRole::Caption, Ink::T2, Weight::SemiBold, m_coverage->parentWidget()));
    };
    const auto line = [this](const QString& symbol, Ink ink, const QString& what, const QString& middle,
                             const QString& end) {
        auto* row = new QWidget(m_coverage->parentWidget());
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        layout->addWidget(new IconLabel(symbol, ink, 14, row));
        layout->addWidget(new ElidedLabel(what, TextRole::Body, Ink::T1, Weight::Regular, row), 1);
        if (!middle.isEmpty())
            layout->addWidget(new Label(middle, TextRole::Body, Ink::T1, Weight::Medium, row));
        layout->addWidget(new Label(end, TextRole::Secondary, Ink::T3, Weight::Regular, row));
        m_coverage->addWidget(row);
    };
    const QLocale locale;
    head(tr("SEARCHED"));
    for (const auto& each : m_values.searched)
        line("check", Ink::Ok, each.name, locale.toString(each.size), each.age);
    if (m_values.searched.empty()) line("minus", Ink::Warn, tr("Nothing"), {}, {});
    if (!m_values.notSearched.empty()) head(tr("NOT SEARCHED"));
    for (const auto& each : m_values.notSearched)
        line("minus", Ink::Warn, each.what, {}, each.why);
    if (!m_values.samples.isEmpty()) {
        head(tr("WITH WHICH SAMPLES"));
        auto* samples = new Label(m_values.samples, TextRole::Secondary, Ink::T2, Weight::Regular,
                                  m_coverage->parentWidget());
        samples->setWordWrap(true);
        m_coverage->addWidget(samples);
    }
    m_read->setChecked(m_values.coverageRead);
    m_readBadge->setLook(m_values.coverageRead ? BadgeLook{"check", tr("Read"), Tone::Ok, false}
                                               : BadgeLook{"eye", tr("Not read"), Tone::Warn, false});
}

}  // namespace cotejo::compare
