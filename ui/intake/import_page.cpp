#include "ui/intake/import_page.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

#include "core/decide/case_projection.h"
#include "core/review/sample_quality.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/intake/contents_card.h"
#include "ui/intake/finding_text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::intake_ui {

using namespace widgets;

namespace {

constexpr int kOptions = 320;  // width

QString kindText(intake::ImportUnit::Kind kind) {
    switch (kind) {
    case intake::ImportUnit::Kind::ExchangeFile: return ImportPage::tr("Exchange file");
    case intake::ImportUnit::Kind::ImageGroup: return ImportPage::tr("Images of one traveler");
    case intake::ImportUnit::Kind::TravelerTable: return ImportPage::tr("Table of travelers");
    case intake::ImportUnit::Kind::PersonFolder: return ImportPage::tr("Folder of one traveler");
    }
    return {};
}

// Whose files they are is seen before anything is written.
QString filesText(const intake::ImportUnit& unit) {
    constexpr std::size_t kShown = 6;
    QStringList names;
    const auto files = unit.allFiles();
    for (std::size_t i = 0; i < std::min(files.size(), kShown); ++i) names << bridge::fromText(files[i].filename().string());
    if (files.size() > kShown) names << QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

BadgeLook outcomeLook(intake::UnitOutcome outcome) {
    switch (outcome) {
    case intake::UnitOutcome::Imported: return {QStringLiteral("check"), ImportPage::tr("Imported"), Tone::Ok, false};
    case intake::UnitOutcome::Duplicate: return {QStringLiteral("layers"), ImportPage::tr("Already here"), Tone::Neutral, false};
    case intake::UnitOutcome::Refused: return {QStringLiteral("close"), ImportPage::tr("Not used"), Tone::Bad, false};
    }
    return {};
}

}  // namespace

ImportPage::ImportPage(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_planRequest(new bridge::Request(session.worker(), this)),
      m_run(new bridge::Request(session.worker(), this)), m_look(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("importPage"));
    setAcceptDrops(true);
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    outer->addWidget(buildHead());
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(16, 14, 16, 16);
    columns->setSpacing(metric::kPanelGap);
    columns->addWidget(buildReport(), 1);
    auto* options = new ScrollPage(this, buildOptions());
    options->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    options->setFixedWidth(kOptions);
    columns->addWidget(options);
    outer->addLayout(columns, 1);
    m_status->showEmpty(QStringLiteral("import"), tr("Drop files or a folder here: ANSI/NIST-ITL, ISO 19794, OSIA, images, CSV and MRZ lines."),
                        tr("Choose a folder…"), [this] { chooseFolder(); });
    m_stack->setCurrentIndex(1);
    setRunning(false);
}

QWidget* ImportPage::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 13);
    layout->setSpacing(8);
    layout->addWidget(new Label(tr("Import"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    layout->addSpacing(4);
    layout->addWidget(new ElidedLabel(tr("Each traveler becomes a case. What was imported before is noticed by its hash."), TextRole::Secondary, Ink::T3, Weight::Regular, head), 1);
    m_files = new QPushButton(icon(QStringLiteral("document")), tr("Choose files…"), head);
    m_files->setObjectName(QStringLiteral("chooseFiles"));
    m_files->setAccessibleName(tr("Choose files to import"));
    m_folder = new QPushButton(icon(QStringLiteral("folder")), tr("Choose a folder…"), head);
    m_folder->setObjectName(QStringLiteral("chooseFolder"));
    m_folder->setAccessibleName(tr("Choose a folder to import"));
    layout->addWidget(m_files);
    layout->addWidget(m_folder);
    connect(m_files, &QPushButton::clicked, this, &ImportPage::chooseFiles);
    connect(m_folder, &QPushButton::clicked, this, &ImportPage::chooseFolder);
    return head;
}

QWidget* ImportPage::buildReport() {
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setSpacing(metric::kPanelGap);
    m_notice = new Notice(side);
    m_notice->setObjectName(QStringLiteral("importNotice"));
    m_notice->hide();
    layout->addWidget(m_notice);
    m_stack = new QStackedWidget(side);
    m_reportCard = new Card(QStringLiteral("folder"), tr("Files"), m_stack);
    m_reportCard->setFlush(true);
    m_model = new RowsModel({tr("Traveler or file"), tr("Recognised as"), tr("State"), tr("Samples"), tr("Findings"), tr("Case or reason")}, this);
    m_model->setHeaderRight(3);
    m_model->setHeaderRight(4);
    m_table = new TableView(m_reportCard);
    m_table->setObjectName(QStringLiteral("importTable"));
    m_table->setAccessibleName(tr("Files of the import"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(2, new BadgesDelegate(m_table));
    m_table->setWidths({260, 200, 140, 80, 80, 160});
    m_reportCard->body()->addWidget(m_table);
    m_status = new StatusView(m_stack);
    m_stack->addWidget(m_reportCard);
    m_stack->addWidget(m_status);
    layout->addWidget(m_stack, 3);
    m_move = new QPushButton(icon(QStringLiteral("layers")), tr("Move a file to another traveler…"), side);
    m_move->setObjectName(QStringLiteral("moveFile"));
    m_move->setAccessibleName(m_move->text());
    m_move->hide();
    connect(m_move, &QPushButton::clicked, this, &ImportPage::chooseMove);
    layout->addWidget(m_move, 0, Qt::AlignLeft);
    m_contents = new ContentsCard(side);
    m_contents->hide();
    layout->addWidget(m_contents, 4);
    m_findingsCard = new Card(QStringLiteral("info"), tr("Findings"), side);
    m_findingsCard->setFlush(true);
    m_findings = new RowsModel({tr("Weight"), tr("Where"), tr("Field"), tr("Finding")}, this);
    m_findingsTable = new TableView(m_findingsCard);
    m_findingsTable->setObjectName(QStringLiteral("findingsTable"));
    m_findingsTable->setAccessibleName(tr("Findings of the chosen file"));
    m_findingsTable->setModel(m_findings);
    m_findingsTable->setItemDelegateForColumn(0, new BadgesDelegate(m_findingsTable));
    m_findingsTable->setRowHeight(metric::kRowCompact);
    m_findingsTable->setWidths({110, 240, 120, 300});
    m_findingsCard->body()->addWidget(m_findingsTable);
    m_findingsCard->hide();
    layout->addWidget(m_findingsCard, 2);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) { showRow(now.row()); });
    connect(m_table, &TableView::opened, this, [this](const QModelIndex& index) {
        const auto row = std::size_t(index.row());
        if (row < m_reports.size() && !m_reports[row].cases.empty()) emit caseRequested(m_reports[row].cases.front());
    });
    return side;
}

QWidget* ImportPage::buildOptions() {
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setSpacing(metric::kPanelGap);
    m_options = new Card(QStringLiteral("settings"), tr("For all of them"), side);
    auto* form = m_options->body();
    form->setSpacing(3);
    const auto field = [&](const QString& text, QWidget* widget) {
        auto* label = new Label(text, TextRole::Secondary, Ink::T2, Weight::Medium, m_options);
        label->setBuddy(widget);
        widget->setAccessibleName(text);
        form->addWidget(label);
        form->addWidget(widget);
        form->addSpacing(6);
    };
    m_reason = new QComboBox(m_options);
    m_reason->setObjectName(QStringLiteral("importReason"));
    for (const auto& [reason, code] : record::codes<record::ReferralReason>) m_reason->addItem(bridge::text(reason), int(reason));
    m_reason->setCurrentIndex(m_reason->findData(int(record::ReferralReason::ManualReferral)));
    field(tr("Referral reason"), m_reason);
    m_priority = new QComboBox(m_options);
    m_priority->setObjectName(QStringLiteral("importPriority"));
    for (const auto& [priority, code] : record::codes<record::Priority>) m_priority->addItem(bridge::text(priority), int(priority));
    m_priority->setCurrentIndex(m_priority->findData(int(record::Priority::Normal)));
    field(tr("Priority"), m_priority);
    m_basis = new QLineEdit(m_options);
    m_basis->setObjectName(QStringLiteral("importBasis"));
    m_basis->setPlaceholderText(tr("may be set later, case by case"));
    m_basis->setMaxLength(300);
    field(tr("Legal basis"), m_basis);
    m_modality = new QComboBox(m_options);
    m_modality->setObjectName(QStringLiteral("importModality"));
    m_modality->addItem(tr("Colour is a face, gray a finger"), -1);
    m_modality->addItem(tr("All are faces"), int(record::Modality::Face));
    m_modality->addItem(tr("All are fingerprints"), int(record::Modality::Finger));
    field(tr("Images without a description"), m_modality);
    m_ppi = new QLineEdit(m_options);
    m_ppi->setObjectName(QStringLiteral("importPpi"));
    m_ppi->setPlaceholderText(tr("not declared"));
    m_ppi->setMaxLength(6);
    field(tr("Resolution of fingerprints without one, ppi"), m_ppi);
    m_start = new QPushButton(this);
    m_start->setObjectName(QStringLiteral("startImport"));
    setLook(m_start, ButtonKind::Primary);
    form->addWidget(m_start);
    layout->addWidget(m_options);
    m_progressCard = new Card(QStringLiteral("clock"), tr("Progress"), side);
    m_progress = new QProgressBar(m_progressCard);
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->setTextVisible(false);
    m_progressText = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, m_progressCard);
    m_progressText->setWordWrap(true);
    m_progressCard->body()->addWidget(m_progress);
    m_progressCard->body()->addWidget(m_progressText);
    auto* note = new Label(tr("Each traveler is written whole or not at all. Stopping keeps what is done; the same import goes on behind it."), TextRole::Secondary, Ink::T3,
                           Weight::Regular, m_progressCard);
    note->setWordWrap(true);
    m_progressCard->body()->addWidget(note);
    m_progressCard->hide();
    layout->addWidget(m_progressCard);
    layout->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_run->isRunning()) m_run->cancel(), setRunning(false), showPlan(m_plan);
        else start();
    });
    return side;
}

void ImportPage::chooseFiles() {
    auto* dialog = new QFileDialog(this, tr("Choose files to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        for (const auto& file : files) paths.emplace_back(file.toStdString());
        plan(paths);
    });
    dialog->open();
}

void ImportPage::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Choose a folder to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { plan({folder.toStdString()}); });
    dialog->open();
}

void ImportPage::plan(const std::vector<std::filesystem::path>& paths) {
    m_notice->hide();
    m_contents->hide();
    m_findingsCard->hide();
    fitFiles();
    m_status->showLoading(tr("Looking at the files…"));
    m_stack->setCurrentIndex(1);
    m_session.ask(*m_planRequest, [paths](access::Desk&, std::stop_token stop) { return intake::planImport(paths, stop); },
                  [this](Result<intake::ImportPlan> plan) { showPlan(std::move(plan)); });
}

void ImportPage::showPlan(Result<intake::ImportPlan> plan) {
    if (!plan) {
        const auto text = bridge::errorText(plan.error());
        m_status->showError(text.title, text.remedy, text.code, tr("Choose a folder…"), [this] { chooseFolder(); });
        m_stack->setCurrentIndex(1);
        m_plan = {};
        setRunning(false);
        return;
    }
    m_plan = std::move(*plan);
    m_units = m_plan.units;
    m_reports.clear();
    std::vector<TableRow> rows;
    constexpr std::size_t kShown = 5000;
    for (const auto& unit : m_plan.units) {
        if (rows.size() >= kShown) break;
        rows.push_back({{Cell(bridge::fromText(unit.label), Ink::T1, Weight::Medium), Cell(kindText(unit.kind), Ink::T2),
                         Cell::badge({QStringLiteral("clock"), tr("Waits"), Tone::Neutral, false}),
                         Cell::number(bridge::countText(std::int64_t(unit.allFiles().size())), Ink::T2), Cell::number(QStringLiteral("—"), Ink::T3),
                         Cell(filesText(unit), Ink::T3)},
                        QByteArray::number(qsizetype(rows.size()))});
    }
    m_reportCard->setCaption(tr("%n to import", nullptr, int(m_plan.units.size())) +
                             (m_plan.skipped.empty() ? QString() : QStringLiteral(" · ") + tr("%n files are left out", nullptr, int(m_plan.skipped.size()))));
    m_model->setRows(std::move(rows));
    if (m_plan.units.empty()) {
        m_status->showEmpty(QStringLiteral("folder"), tr("No file of a known kind was found."), tr("Choose a folder…"), [this] { chooseFolder(); });
        m_stack->setCurrentIndex(1);
    } else {
        m_stack->setCurrentIndex(0);
        select(0);
    }
    setRunning(false);
}

void ImportPage::start() {
    if (m_plan.units.empty()) return;
    intake::ImportOptions options;
    options.reason = static_cast<record::ReferralReason>(m_reason->currentData().toInt());
    options.priority = static_cast<record::Priority>(m_priority->currentData().toInt());
    options.legalBasis = bridge::toText(m_basis->text());
    options.declared = declared();
    m_notice->hide();
    setRunning(true);
    QPointer<ImportPage> page(this);
    const auto tell = [page](const intake::ImportProgress& progress) {
        // Called on the importing thread: only a value crosses over.
        if (auto* context = page.data())
            QMetaObject::invokeMethod(context, [page, progress] {
                if (page.isNull() || !page->m_run->isRunning()) return;
                page->m_progress->setMaximum(int(std::max<std::size_t>(1, progress.total)));
                page->m_progress->setValue(int(progress.done));
                page->m_progressText->setText(ImportPage::tr("%1 of %2 · %3").arg(progress.done).arg(progress.total).arg(bridge::fromText(progress.current)));
            }, Qt::QueuedConnection);
    };
    m_session.ask(*m_run,
                  [plan = m_plan, options, tell](access::Desk& desk, std::stop_token stop) mutable -> Result<intake::ImportReport> {
                      decide::CaseProjection projection;
                      COTEJO_TRY_ASSIGN(const auto quality, review::SampleQuality::of(desk));
                      if (plan.files <= review::kMostMeasured)
                          options.measure = [&quality, stop](record::Capture& capture, ByteView bytes) { quality->measure(capture, bytes, stop); };
                      return intake::Importer(desk, projection, options).run(plan, tell, stop);
                  },
                  [this](Result<intake::ImportReport> report) { showReport(std::move(report)); });
}

void ImportPage::setRunning(bool running) {
    m_progressCard->setVisible(running);
    m_progress->setMaximum(0);
    m_progressText->setText(tr("Starting…"));
    m_start->setText(running ? tr("Stop") : m_plan.units.empty() ? tr("Import") : tr("Import %n", nullptr, int(m_plan.units.size())));
    m_start->setIcon(icon(running ? QStringLiteral("stop") : QStringLiteral("import")));
    m_start->setAccessibleName(m_start->text());
    m_start->setEnabled(running || !m_plan.units.empty());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_reason, m_priority, m_basis, m_modality, m_ppi, m_files, m_folder}) widget->setEnabled(!running);
}

void ImportPage::showReport(Result<intake::ImportReport> report) {
    setRunning(false);
    if (!report) {
        m_notice->setContent(Tone::Bad, QStringLiteral("warning"), bridge::noticeText(report.error()));
        m_notice->show();
        return;
    }
    m_reports = std::move(report->units);
    std::vector<TableRow> rows;
    for (const auto& unit : m_reports) {
        QStringList numbers;
        for (const auto& number : unit.numbers) numbers << bridge::fromText(number);
        const bool refused = unit.refusal.has_value();
        const auto count = unit.findings.findings.size() + unit.findings.dropped;
        const bool errors = unit.findings.hasErrors();
        rows.push_back({{Cell(bridge::fromText(unit.label), Ink::T1, Weight::Medium),
                         Cell(unit.files.empty() ? QString() : bridge::fromText(unit.files.front().filename().string()), Ink::T2), Cell::badge(outcomeLook(unit.outcome)),
                         Cell::number(bridge::countText(std::int64_t(unit.captures)), Ink::T2), Cell::number(bridge::countText(std::int64_t(count)), errors ? Ink::Bad : count > 0 ? Ink::Warn : Ink::T3),
                         refused ? Cell(bridge::errorText(*unit.refusal).title, Ink::Bad, Weight::Regular, {}, bridge::fromText(unit.refusal->code)) : Cell(numbers.join(QStringLiteral(", ")), Ink::T1)},
                        QByteArray::number(qsizetype(rows.size()))});
    }
    m_reportCard->setCaption(tr("%n imported", nullptr, int(report->imported)) + QStringLiteral(" · ") + tr("%n already here", nullptr, int(report->duplicates)) +
                             QStringLiteral(" · ") + tr("%n not used", nullptr, int(report->refused)) + QStringLiteral(" · ") +
                             tr("%1 files: %2 read, %3 refused, %4 left out").arg(report->filesFound).arg(report->filesRead).arg(report->filesRefused).arg(report->skipped.size()));
    m_model->setRows(std::move(rows));
    m_plan = {};
    setRunning(false);
    if (report->cancelled) {
        m_notice->setContent(Tone::Warn, QStringLiteral("stop"), {tr("Stopped"), tr("What was finished stays. The same import goes on behind it."), {}, {}, {}, {}});
        m_notice->show();
    }
    if (!m_reports.empty()) select(0);
}

// Files of the chosen row, and for each the rows that it may go to.
void ImportPage::chooseMove() {
    constexpr std::size_t kMostShown = 40;
    const auto from = std::size_t(m_table->currentIndex().row());
    if (!m_reports.empty() || from >= m_plan.units.size()) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moveMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto files = m_plan.units[from].allFiles();
    for (std::size_t i = 0; i < std::min(files.size(), kMostShown); ++i) {
        QMenu* targets = menu->addMenu(bridge::fromText(files[i].filename().string()));
        for (std::size_t to = 0, shown = 0; to < m_plan.units.size() && shown < kMostShown; ++to) {
            if (to == from || m_plan.units[to].kind == intake::ImportUnit::Kind::TravelerTable) continue;
            ++shown;
            targets->addAction(bridge::fromText(m_plan.units[to].label), this, [this, from, to, file = files[i]] { move(from, file, to); });
        }
    }
    menu->popup(m_move->mapToGlobal(QPoint(0, m_move->height())));
}

void ImportPage::move(std::size_t from, const std::filesystem::path& file, std::size_t to) {
    const std::string label = to < m_plan.units.size() ? m_plan.units[to].label : std::string();
    intake::ImportPlan moved = m_plan;
    if (m_run->isRunning() || !intake::moveFile(moved, from, file, to)) return;
    showPlan(std::move(moved));
    for (std::size_t i = 0; i < m_plan.units.size(); ++i)
        if (m_plan.units[i].label == label) return select(int(i));
}

intake::Declared ImportPage::declared() const {
    intake::Declared declared;
    if (const int modality = m_modality->currentData().toInt(); modality >= 0) declared.modality = static_cast<record::Modality>(modality);
    if (const double ppi = m_ppi->text().toDouble(); ppi > 0) declared.ppi = ppi;
    return declared;
}

void ImportPage::select(int row) {
    // A model whose rows changed in place keeps its current row and says nothing.
    if (m_table->currentIndex().row() == row) showRow(row);
    else m_table->setCurrentIndex(m_model->index(row, 0));
}

void ImportPage::showRow(int row) {
    const auto at = std::size_t(row);
    const bool imported = row >= 0 && at < m_reports.size();
    if (imported)
        showFindings(m_reports[at].findings);
    else
        m_findingsCard->hide();
    m_move->setVisible(m_reports.empty() && m_plan.units.size() > 1 && at < m_plan.units.size() &&
                       m_plan.units[at].kind != intake::ImportUnit::Kind::TravelerTable);
    if (row < 0 || at >= m_units.size()) {
        m_look->cancel();
        m_contents->hide();
        fitFiles();
        return;
    }
    m_session.ask(*m_look,
                  [unit = m_units[at], declared = declared()](access::Desk& desk, std::stop_token stop) {
                      return readContents(unit, declared, desk.clock().now(), stop);
                  },
                  [this, imported](Result<Contents> contents) {
                      m_contents->setVisible(contents.has_value());
                      if (contents) m_contents->setContents(*contents);
                      fitFiles();
                      if (imported) return;
                      exchange::ValidationReport report;
                      if (!contents) report.add({exchange::Severity::Error, {}, {}, contents.error().code, contents.error().detail, {}});
                      showFindings(contents ? contents->document.report : report);
                  });
}

// A few files leave the room to what they hold.
void ImportPage::fitFiles() {
    constexpr int kFew = 6;
    const bool leave = !m_contents->isHidden() && m_model->rowCount() <= kFew;
    const int chrome = m_reportCard->sizeHint().height() - m_table->sizeHint().height();
    m_stack->setMaximumHeight(leave ? chrome + m_table->heightOfRows(std::max(2, m_model->rowCount())) : QWIDGETSIZE_MAX);
}

void ImportPage::showFindings(const exchange::ValidationReport& report) {
    if (report.findings.empty()) {
        m_findingsCard->hide();
        return;
    }
    std::vector<TableRow> rows;
    for (const auto& finding : report.findings) {
        const auto look = finding.severity == exchange::Severity::Error     ? BadgeLook{QStringLiteral("close"), tr("Error"), Tone::Bad, false}
                          : finding.severity == exchange::Severity::Warning ? BadgeLook{QStringLiteral("warning"), tr("Warning"), Tone::Warn, false}
                                                                            : BadgeLook{QStringLiteral("info"), tr("Note"), Tone::Neutral, false};
        const QString title = findingTitle(finding.rule), words = findingDetail(finding);
        // The reader's own sentence is English; in other windows it stays with the rule for whoever wrote the file.
        const QString detail = title.isEmpty() ? bridge::fromText(finding.detail) : words.isEmpty() ? title : title + QStringLiteral(": ") + words;
        rows.push_back({{Cell::badge(look), Cell(placeText(finding.record), Ink::T2), Cell::code(bridge::fromText(finding.field), Ink::T2),
                         Cell(detail, Ink::T1, Weight::Regular, {}, QLocale().language() == QLocale::English ? bridge::fromText(finding.detail) : bridge::fromText(finding.rule))},
                        {}});
    }
    m_findingsCard->setCaption(report.dropped > 0 ? tr("the first %n", nullptr, int(rows.size())) : bridge::countText(std::int64_t(rows.size())));
    m_findings->setRows(std::move(rows));
    m_findingsCard->show();
}

int ImportPage::rows() const { return m_model->rowCount(); }

void ImportPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && !m_run->isRunning()) event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent* event) {
    std::vector<std::filesystem::path> paths;
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths.emplace_back(url.toLocalFile().toStdString());
    if (!paths.empty()) plan(paths);
}

}  // namespace cotejo::intake_ui
