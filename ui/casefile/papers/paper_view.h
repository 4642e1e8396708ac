#pragma once

#include <QDialog>
#include <memory>
#include <set>

#include "core/record/case.h"
#include "ui/bridge/session.h"

class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace cotejo::widgets {
class ElidedLabel;
class Label;
class Notice;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

class PageCanvas;

/// A paper of the dossier, page by page. Once every page was on the screen for the officer who is signed in, and not before, the paper
/// is recorded as opened by them. There is no other way to it in the window. Main thread.
class PaperView final : public QWidget {
    Q_OBJECT
  public:
    explicit PaperView(bridge::Session& session, QWidget* parent = nullptr);
    /// Shows the first page that was not seen yet; the same paper again changes nothing.
    void showPaper(const CaseId& id, const record::DossierDocument& paper);
    void clear();
    std::optional<Hash> paper() const { return m_paper ? std::optional(m_paper->blob) : std::nullopt; }
    int pages() const { return m_pages; }
    int page() const { return m_page; }
    int seenPages() const { return int(m_seen.size()); }
    void goTo(int page);

  signals:
    void opened(const cotejo::Hash& blob);
    void seenChanged();
    void refused(const cotejo::Error& error);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void load();
    void draw();
    void place();
    void pageSeen();
    void showState();
    void zoom(double by);

    bridge::Session& m_session;
    bridge::Request *m_loading, *m_drawing;
    CaseId m_case;
    std::optional<record::DossierDocument> m_paper;
    std::shared_ptr<const Bytes> m_bytes;
    int m_pages = 0, m_page = 0;
    double m_zoom = 1;
    std::set<int> m_seen;
    widgets::Notice* m_notice;
    QVBoxLayout* m_list;
    QScrollArea* m_scroll;
    PageCanvas* m_canvas;
    QPushButton *m_before, *m_next, *m_out, *m_in;
    widgets::Label *m_where, *m_mark;
    std::vector<QPushButton*> m_buttons;
};

/// The same in a window of its own, for papers that are read beside a form. Closes with its parent.
class PaperDialog final : public QDialog {
    Q_OBJECT
  public:
    PaperDialog(bridge::Session& session, const CaseId& id, const record::DossierDocument& paper, QWidget* parent);
    PaperView* view() const { return m_view; }

  private:
    PaperView* m_view;
};

}  // namespace cotejo::casefile
