#include "ui/casefile/papers/paper_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/error_text.h"
#include "ui/bridge/image.h"
#include "ui/bridge/paper.h"
#include "ui/bridge/text.h"
#include "ui/casefile/papers/page_canvas.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {
constexpr int kListWidth = 92, kWidestPage = 980;
}

PaperView::PaperView(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_loading(new bridge::Request(session.worker(), this)),
      m_drawing(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("paperView"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_notice = new Notice(this);
    m_notice->setObjectName(QStringLiteral("paperRefusal"));
    m_notice->hide();
    outer->addWidget(m_notice);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto* listScroll = new QScrollArea(this);
    listScroll->setFrameShape(QFrame::NoFrame);
    listScroll->setWidgetResizable(true);
    listScroll->setFixedWidth(kListWidth);
    listScroll->setFocusPolicy(Qt::NoFocus);
    listScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* ground = new Strip(Strip::Ground::Sunk, Qt::RightEdge, listScroll);
    listScroll->setWidget(ground);
    m_list = new QVBoxLayout(ground);
    m_list->setContentsMargins(8, 10, 8, 10);
    m_list->setSpacing(4);
    m_list->setAlignment(Qt::AlignTop);
    middle->addWidget(listScroll);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("paperScroll"));
    m_scroll->setAccessibleName(tr("Page of the paper"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setMinimumWidth(PageCanvas::kLeastWidth + 24);
    m_scroll->setMinimumHeight(240);
    m_scroll->installEventFilter(this);
    m_canvas = new PageCanvas;
    m_scroll->setWidget(m_canvas);
    middle->addWidget(m_scroll, 1);
    outer->addLayout(middle, 1);
    auto* foot = new Strip(Strip::Ground::Base, Qt::TopEdge, this);
    auto* bar = new QHBoxLayout(foot);
    bar->setContentsMargins(10, 7, 10, 6);
    bar->setSpacing(8);
    const auto button = [&](const char* name, const QString& iconName, const QString& text, bool words, auto run) {
        auto* made = new QPushButton(icon(iconName), words ? text : QString(), foot);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(text);
        made->setToolTip(text);
        setLook(made, ButtonKind::Normal, ButtonSize::Small);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    m_before = button("paperBefore", QStringLiteral("chevron-left"), tr("Page before"), false, [this] { goTo(m_page - 1); });
    m_next = button("paperNext", QStringLiteral("chevron-right"), tr("Next page"), false, [this] { goTo(m_page + 1); });
    m_where = new Label(TextRole::Secondary, Ink::T1, Weight::SemiBold, foot);
    m_mark = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, foot);
    m_mark->setObjectName(QStringLiteral("paperMark"));
    m_out = button("paperZoomOut", QStringLiteral("zoom-out"), tr("Smaller"), false, [this] { zoom(1 / 1.25); });
    m_in = button("paperZoomIn", QStringLiteral("zoom-in"), tr("Larger"), false, [this] { zoom(1.25); });
    bar->addWidget(m_before);
    bar->addWidget(m_where);
    bar->addWidget(m_next);
    bar->addSpacing(8);
    bar->addWidget(m_mark);
    bar->addStretch(1);
    bar->addWidget(m_out);
    bar->addWidget(m_in);
    outer->addWidget(foot);
    connect(m_canvas, &PageCanvas::whole, this, &PaperView::pageSeen);
    showState();
}

void PaperView::showPaper(const CaseId& id, const record::DossierDocument& paper) {
    if (m_case == id && m_paper && m_paper->blob == paper.blob) {
        m_paper = paper;  // its marks may be newer
        return showState();
    }
    clear();
    m_case = id;
    m_paper = paper;
    load();
}

void PaperView::clear() {
    m_loading->cancel();
    m_drawing->cancel();
    m_paper.reset();
    m_bytes.reset();
    m_pages = m_page = 0;
    m_seen.clear();
    m_zoom = 1;
    m_canvas->clear();
    m_notice->hide();
    m_buttons.clear();
    clearLayout(m_list);
    showState();
}

void PaperView::load() {
    struct Loaded {
        Bytes bytes;
        bridge::PaperFacts facts;
    };
    m_session.ask(*m_loading,
                  [id = m_case, blob = m_paper->blob](access::Desk& desk, std::stop_token) -> Result<Loaded> {
                      COTEJO_TRY_ASSIGN(auto bytes, bridge::loadBlob(desk, id, blob));
                      COTEJO_TRY_ASSIGN(auto facts, bridge::paperFacts(bytes));
                      return Loaded{std::move(bytes), std::move(facts)};
                  },
                  [this](Result<Loaded> loaded) {
                      if (!loaded) {
                          m_notice->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(loaded.error()));
                          m_notice->show();
                          emit refused(loaded.error());
                          return;
                      }
                      m_bytes = std::make_shared<const Bytes>(std::move(loaded->bytes));
                      m_pages = loaded->facts.pages;
                      for (int i = 0; i < m_pages; ++i) {
                          auto* go = new QPushButton(m_list->parentWidget());
                          go->setObjectName(QStringLiteral("paperPage_%1").arg(i + 1));
                          setLook(go, ButtonKind::Quiet, ButtonSize::Small);
                          connect(go, &QPushButton::clicked, this, [this, i] { goTo(i); });
                          m_list->addWidget(go);
                          m_buttons.push_back(go);
                      }
                      goTo(0);
                  });
}

void PaperView::goTo(int page) {
    if (m_pages == 0) return;
    m_page = std::clamp(page, 0, m_pages - 1);
    m_canvas->clear();
    m_scroll->verticalScrollBar()->setValue(0);
    showState();
    draw();
}

void PaperView::draw() {
    if (!m_bytes) return;
    const int width = int(std::min(m_scroll->viewport()->width() - 24, kWidestPage) * m_zoom * devicePixelRatioF());
    m_session.ask(*m_drawing,
                  [bytes = m_bytes, page = m_page, width](access::Desk&, std::stop_token) { return bridge::paperPage(*bytes, page, width); },
                  [this](Result<QImage> image) {
                      if (!image) {
                          m_notice->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(image.error()));
                          m_notice->show();
                          return;
                      }
                      m_canvas->setPage(*image, m_seen.contains(m_page));
                      place();
                  });
}

/// As wide as the view has room for: a page is read, not guessed from a thumbnail.
void PaperView::place() {
    if (m_canvas->shape() <= 0) return;
    const int room = std::min(m_scroll->viewport()->width() - 24, kWidestPage);
    const int width = std::max(PageCanvas::kLeastWidth, int(room * m_zoom));
    m_canvas->setFixedSize(width, std::max(1, int(width * m_canvas->shape())));
}

void PaperView::zoom(double by) {
    m_zoom = std::clamp(m_zoom * by, 0.5, 3.0);
    place();
    draw();
}

void PaperView::pageSeen() {
    if (!m_paper || m_pages == 0 || !m_seen.insert(m_page).second) return;
    showState();
    emit seenChanged();
    if (int(m_seen.size()) < m_pages || m_paper->openedBy.contains(m_session.officer().id)) return;
    m_session.perform(this, m_case, record::OpenDocument{m_paper->blob, m_pages}, [this, blob = m_paper->blob](const Result<std::string>& done) {
        if (done) emit opened(blob);
        else emit refused(done.error());
    });
}

void PaperView::showState() {
    const bool any = m_pages > 0;
    m_before->setEnabled(any && m_page > 0);
    m_next->setEnabled(any && m_page + 1 < m_pages);
    m_out->setEnabled(any);
    m_in->setEnabled(any);
    m_where->setText(any ? tr("%1 of %2").arg(m_page + 1).arg(m_pages) : QString());
    const bool done = m_paper && m_paper->openedBy.contains(m_session.officer().id);
    const bool whole = any && int(m_seen.size()) == m_pages;
    m_mark->setText(!any ? QString() : whole || done ? tr("read to its last page") : tr("%n page(s) not seen yet", nullptr, m_pages - int(m_seen.size())));
    m_mark->setInk(whole || done ? Ink::Ok : Ink::Warn);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool seen = done || m_seen.contains(int(i));
        m_buttons[i]->setIcon(icon(seen ? QStringLiteral("eye") : QStringLiteral("eye-off"), seen ? Tone::Ok : Tone::Warn));
        m_buttons[i]->setText(QString::number(i + 1));
        m_buttons[i]->setAccessibleName(seen ? tr("Page %1, seen").arg(i + 1) : tr("Page %1, not seen").arg(i + 1));
        m_buttons[i]->setDown(int(i) == m_page);
    }
}

void PaperView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

bool PaperView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll && event->type() == QEvent::KeyPress) {
        auto* bar = m_scroll->verticalScrollBar();
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_PageDown || key == Qt::Key_Space) && bar->value() >= bar->maximum() && m_page + 1 < m_pages) {
            goTo(m_page + 1);
            return true;
        }
        if (key == Qt::Key_PageUp && bar->value() <= 0 && m_page > 0) {
            goTo(m_page - 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

PaperDialog::PaperDialog(bridge::Session& session, const CaseId& id, const record::DossierDocument& paper, QWidget* parent)
    : QDialog(parent), m_view(new PaperView(session, this)) {
    setObjectName(QStringLiteral("paperDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(paper.title.empty() ? bridge::documentKindText(paper.kind) : bridge::fromText(paper.title));  // not translated: the paper's own title
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    const QSize over = parent != nullptr ? parent->window()->size() : QSize(1280, 720);
    resize(std::min(1000, over.width() - 80), over.height() - 60);
    m_view->showPaper(id, paper);
    show();
}

}  // namespace cotejo::casefile
