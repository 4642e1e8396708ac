#include "ui/compare/reveal/reveal_panel.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/compare/canvas/overlay.h"
#include "ui/compare/reveal/base_rate_card.h"
#include "ui/compare/reveal/coverage_card.h"
#include "ui/compare/reveal/score_card.h"
#include "ui/compare/reveal/score_model.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

/// Probe and reference, side by side, as large as the card is wide.
class Pictures final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(cotejo::compare::RevealPanel)

  public:
    explicit Pictures(QWidget* parent) : QWidget(parent) {
        setObjectName("revealPictures");
        setFixedHeight(132);
        setAttribute(Qt::WA_OpaquePaintEvent);
    }
    void show(const QImage& probe, const QImage& reference, const QString& letter, const QString& detail) {
        m_images = {probe, reference};
        m_letter = letter;
        m_detail = detail;
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
                      i == 0 ? QString() : m_detail);
        }
    }

  private:
    std::array<QImage, 2> m_images;
    QString m_letter, m_detail;
};

// Widths from which person, numbers and limits stand beside each other, and from which the numbers stand beside the others.
constexpr int kThreeColumns = 1140, kTwoColumns = 760;

}  // namespace

RevealPanel::RevealPanel(QWidget* parent) : QWidget(parent), m_model(new ScoreModel(this)) {
    setObjectName("revealPanel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new ScrollPage(this);
    layout->addWidget(scroll);
    m_columns = new QGridLayout(scroll->page());
    m_columns->setContentsMargins(12, 12, 12, 12);
    m_columns->setSpacing(metric::kPanelGap);
    m_parts = {makeLeft(), makeMiddle(), makeRight()};
    placeColumns(3);
}

/// Three columns; or the person above the limits and the numbers beside them; or all under each other.
void RevealPanel::placeColumns(int columns) {
    if (columns == m_columnCount) return;
    m_columnCount = columns;
    for (auto* part : m_parts) m_columns->removeWidget(part);
    const auto& [left, middle, right] = m_parts;
    m_columns->addWidget(left, 0, 0);
    m_columns->addWidget(middle, columns == 1 ? 1 : 0, columns == 1 ? 0 : 1, columns == 2 ? 2 : 1, 1);
    m_columns->addWidget(right, columns == 3 ? 0 : columns == 2 ? 1 : 2, columns == 3 ? 2 : 0);
    const std::array<int, 3> shares = columns == 3 ? std::array{32, 46, 30} : columns == 2 ? std::array{1, 1, 0} : std::array{1, 0, 0};
    for (int i = 0; i < 3; ++i) m_columns->setColumnStretch(i, shares[std::size_t(i)]);
}

void RevealPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeColumns(width() >= kThreeColumns ? 3 : width() >= kTwoColumns ? 2 : 1);
}

QWidget* RevealPanel::makeLeft() {
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
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
    m_caution = new QWidget(person);
    auto* caution = new QHBoxLayout(m_caution);
    caution->setContentsMargins(14, 4, 14, 6);
    caution->addWidget(new IconLabel("warning", Ink::Warn, metric::kIcon, m_caution), 0, Qt::AlignTop);
    auto* words = new Label(tr("The entry proves nothing by itself: confirm with the issuer before acting."),
                            TextRole::Secondary, Ink::T2, Weight::Regular, m_caution);
    words->setWordWrap(true);
    caution->addWidget(words, 1);
    person->body()->addWidget(m_caution);
    person->body()->addWidget(new Line(Qt::Horizontal, person));
    auto* conclude = new QVBoxLayout;
    conclude->setContentsMargins(14, 4, 14, 12);
    m_conclusionTitle = new Label(TextRole::Body, Ink::T1, Weight::SemiBold, person);
    m_conclusion = new Segmented(person);
    m_conclusion->setObjectName("finalScale");
    m_conclusion->setScale(true);
    m_conclusion->setAccessibleName(tr("Final conclusion"));
    using enum record::ExaminerConclusion;
    for (const auto& [step, label] : {std::pair(Exclusion, tr("Exclusion")), std::pair(SupportDifferent, tr("Support\ndifferent")),
                                      std::pair(Inconclusive, tr("Incon-\nclusive")), std::pair(SupportSame, tr("Support\nsame")),
                                      std::pair(Identification, tr("Identifi-\ncation"))})
        m_conclusion->button(m_conclusion->addChoice({}, label, bridge::text(step)))->setAccessibleName(bridge::text(step));
    connect(m_conclusion, &Segmented::chosen, this, [this](int index) {
        if (const auto* row = current()) m_changed[row->key] = index;
        showPerson();
        showChange();
    });
    conclude->addWidget(m_conclusionTitle);
    conclude->addWidget(m_conclusion);
    m_step = new Label(TextRole::Caption, Ink::T3, Weight::Regular, person);
    m_step->setAlignment(Qt::AlignHCenter);
    conclude->addWidget(m_step);
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
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kPanelGap);
    m_score = new ScoreCard(column);
    layout->addWidget(m_score, 3);
    m_rate = new BaseRateCard(column);
    layout->addWidget(m_rate, 2);
    return column;
}

QWidget* RevealPanel::makeRight() {
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kPanelGap);
    m_coverage = new CoverageCard(column);
    connect(m_coverage, &CoverageCard::coverageRead, this, &RevealPanel::coverageRead);
    layout->addWidget(m_coverage);
    m_next = new Card("arrow-right", tr("Afterwards"), column);
    const std::array<std::pair<QString, QString>, 4> steps{
        {{tr("Blind verification"), tr("another examiner, another order")},
         {tr("Release guard"), tr("once identity is resolved")},
         {tr("Confirmation by the issuer"), tr("before anyone acts")},
         {tr("Disposition"), tr("an officer proposes it")}}};
    for (const auto& [what, detail] : steps) {
        auto* line = new QHBoxLayout;
        auto* name = new Label(what, TextRole::Body, Ink::T1, Weight::Regular, m_next);
        name->setWordWrap(true);
        line->addWidget(name, 1);
        auto* rest = new Label(detail, TextRole::Secondary, Ink::T3, Weight::Regular, m_next);
        rest->setWordWrap(true);
        rest->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line->addWidget(rest, 1);
        m_next->body()->addLayout(line);
    }
    layout->addWidget(m_next);
    m_different = new Notice(Tone::Neutral, "info",
                             {tr("“Different” or “inconclusive”: letting the person go then needs a supervisor."),
                              tr("The score changes nothing of what you concluded; both stay in the record."),
                              {},
                              {},
                              {},
                              {}},
                             column);
    layout->addWidget(m_different);
    layout->addWidget(new Notice(Tone::Accent, "info",
                                 {tr("You conclude, not the machine."),
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
}

void RevealPanel::forget() {
    m_changed.clear();
    m_whyChanged.clear();
    setValues({}, false);
}

void RevealPanel::unsaved(QHash<QString, int>& changed, QHash<QString, QString>& why) const {
    changed = m_changed;
    why = m_whyChanged;
}

void RevealPanel::restore(const QHash<QString, int>& changed, const QHash<QString, QString>& why) {
    m_changed = changed;
    m_whyChanged = why;
    showPerson();
    showChange();
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
    if (m_mayWork && m_changed.contains(row.key)) return record::ExaminerConclusion(m_changed[row.key]);
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
    const bool document = m_values.kind == ReviewKind::Document;
    m_table->parentWidget()->setVisible(row != nullptr && !document);
    m_caution->setVisible(!document);
    if (!row) return;
    static_cast<Pictures*>(m_pictures)
        ->show(m_values.probe, m_values.reference, row->letter, document ? QString() : tr("now with a name"));
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
    m_conclusion->setEnabled(m_mayWork && !document);
    m_step->setText(bridge::text(conclusionOf(*row)));
}

void RevealPanel::showChange() {
    const auto* row = current();
    const bool changed = row && row->provisional && conclusionOf(*row) != *row->provisional;
    m_changeCard->setVisible(changed);
    if (!changed) return;
    m_changeCard->setTitle(tr("Conclusion changed after reveal · %1").arg(row->letter));
    const auto look = [](record::ExaminerConclusion conclusion, Tone tone) {
        return BadgeLook{record::isInconclusive(conclusion)                         ? "minus"
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
    m_why->setVisible(m_mayWork || !why.isEmpty());
}

void RevealPanel::showNumbers() {
    const auto* row = current();
    const bool document = m_values.kind == ReviewKind::Document;
    m_score->setVisible(row != nullptr);
    if (row) m_score->setScore(row->score, m_values.calibration, m_values.modality);
    m_rate->setSearch(document ? 0 : m_values.comparisons, m_values.calibration,
                      row ? std::optional(row->score) : std::nullopt);
    m_coverage->setVisible(!document);
    m_next->setVisible(!document);
    m_different->setVisible(document);
    m_coverage->setCoverage(m_values);
}

}  // namespace cotejo::compare
