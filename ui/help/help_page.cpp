#include "ui/help/help_page.h"

#include <QEvent>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/theme.h"

namespace cotejo::help {

using namespace widgets;

namespace {

constexpr int kContents = 240;
constexpr int kReadable = 760;  // a longer line is hard to read
constexpr int kLineHeight = 145;  // percent
constexpr int kParagraph = 10;
constexpr int kCell = 7;

/// Room between lines and paragraphs, and tables of hairlines.
void lay(QTextDocument& document, const Tokens& tokens) {
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        const bool inTable = cursor.currentTable() != nullptr;
        QTextBlockFormat format;
        format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
        if (!inTable) format.setBottomMargin(kParagraph);
        cursor.mergeBlockFormat(format);
    }
    for (auto* frame : document.rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderBrush(tokens.line);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setCellPadding(kCell);
            format.setCellSpacing(0);
            table->setFormat(format);
        }
}

/// Text of the file alone: nothing is fetched.
class Text final : public QTextBrowser {
  public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl&) override { return {}; }

  protected:
    void resizeEvent(QResizeEvent* event) override {
        QTextBrowser::resizeEvent(event);
        const int line = std::min(kReadable, viewport()->width());
        if (lineWrapColumnOrWidth() != line) setLineWrapColumnOrWidth(line);
    }
};

}  // namespace

HelpPage::HelpPage(const QString& language, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("helpPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 12, 16, 13);
    headLayout->addWidget(new Label(tr("Handbook"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    headLayout->addStretch(1);
    auto* back = new QPushButton(tr("Back"), head);
    back->setObjectName(QStringLiteral("helpBack"));
    back->setAccessibleName(tr("Back to where you were"));
    headLayout->addWidget(back);
    outer->addWidget(head);
    m_stack = new QStackedWidget(this);
    m_status = new StatusView(m_stack);
    auto* book = new Strip(Strip::Ground::Base, {}, m_stack);
    auto* columns = new QHBoxLayout(book);
    columns->setSpacing(0);
    m_contents = new QListWidget(book);
    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setAccessibleName(tr("Contents of the handbook"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setFixedWidth(kContents);
    m_contents->setSpacing(1);
    auto* side = new Strip(Strip::Ground::Base, Qt::RightEdge, book);
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(10, 12, 10, 12);
    sideLayout->addWidget(m_contents);
    columns->addWidget(side);
    m_text = new Text(book);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Text of the handbook"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setLineWrapMode(QTextEdit::FixedPixelWidth);
    columns->addWidget(m_text, 1);
    m_stack->addWidget(book);
    m_stack->addWidget(m_status);
    outer->addWidget(m_stack, 1);
    if (auto sections = readHandbook(language)) {
        m_sections = std::move(*sections);
    } else {
        const auto text = bridge::errorText(sections.error());
        m_status->showError(text.title, text.remedy, text.code, {}, {});
    }
    m_stack->setCurrentIndex(m_sections.empty() ? 1 : 0);
    for (const auto& section : m_sections) {
        auto* item = new QListWidgetItem(section.title, m_contents);
        item->setSizeHint(QSize(0, metric::kRow));
    }
    connect(m_contents, &QListWidget::currentRowChanged, this, &HelpPage::show);
    connect(back, &QPushButton::clicked, this, &HelpPage::closed);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &HelpPage::closed);
    m_contents->setCurrentRow(0);
    setFocusProxy(m_contents);
}

void HelpPage::showSection(const QString& id) {
    int row = 0;
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        if (m_sections[i].id == id) row = int(i);
    m_contents->setCurrentRow(row);
}

QString HelpPage::currentSection() const {
    const int row = m_contents->currentRow();
    return row >= 0 && row < sections() ? m_sections[std::size_t(row)].id : QString();
}

void HelpPage::show(int row) {
    if (row < 0 || row >= sections()) return;
    const auto& section = m_sections[std::size_t(row)];
    m_text->setMarkdown(QStringLiteral("## %1\n\n%2").arg(section.title, section.text));
    lay(*m_text->document(), tokensOf(this));
    m_text->document()->setDocumentMargin(24);
    m_text->moveCursor(QTextCursor::Start);
}

void HelpPage::changeEvent(QEvent* event) {
    // Colours of the text are fixed when it is set.
    if (event->type() == QEvent::PaletteChange) show(m_contents->currentRow());
    QWidget::changeEvent(event);
}

}  // namespace cotejo::help
