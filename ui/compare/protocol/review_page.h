#pragma once

#include <QHash>
#include <QWidget>
#include <vector>

#include "ui/compare/compare_values.h"

class QGridLayout;
class QPushButton;
class QStackedWidget;

namespace cotejo::widgets {
class ToolRow;
}

namespace cotejo::compare {

class CandidateStrip;
class ConclusionForm;
class ProtocolBar;
class RevealPanel;
class SidePanel;

/// What the two comparison pages share, in both kinds of examination: the protocol bar above, the work bench, and after reveal the scores
/// beside it, with the bench read-only. Holds the examiner's unsaved notes of each candidate until they are saved. Main thread; values
/// in, intents out.
class ReviewPage : public QWidget {
    Q_OBJECT

  public:
    enum class View { Comparison, Scores };

    /// What was typed, marked and paired in a case and not saved yet.
    struct Unsaved {
        QHash<QString, ExaminerNotes> notes;  ///< by candidate
        QString analysis;
        QHash<QString, int> changed;          ///< conclusions chosen after reveal, by candidate
        QHash<QString, QString> whyChanged;
        bool isEmpty() const {
            return notes.isEmpty() && analysis.isEmpty() && changed.isEmpty() && whyChanged.isEmpty();
        }
    };

    void setProtocol(const ProtocolState& state);
    void setAnalysis(const QString& text, bool saved);
    /// `current` empty: the probe alone.
    void setCandidates(const std::vector<CandidateCard>& cards, const QString& current);
    /// Notes as stored; they stand until the examiner edits them.
    void setStoredNotes(const QString& key, const ExaminerNotes& notes);
    void setReveal(const std::optional<RevealValues>& values);
    /// After reveal: what is looked at. Before it there is the comparison only.
    void showView(View view);
    /// Whose notes are shown, where several examiners' may be read; fewer than two take the choice away.
    void setReaders(const QStringList& names, int current);
    /// The examinations that this tab has ("Candidates", "Document against person"); fewer than two take the choice away.
    void setSides(const QStringList& titles, int current);
    void focusSides();
    /// Beside the form that asked; empty takes it away.
    void setRefusal(const Refusal& refusal);
    void setBusy(bool busy);
    QString currentCandidate() const { return m_current; }
    ReviewKind kind() const { return m_kind; }
    /// As if the examiner had clicked the card `by` places on; at the ends nothing happens.
    void goTo(int by);
    /// Opens a candidate as a click does: emits candidateOpened.
    void open(const QString& key);
    bool hasUnsavedNotes() const { return !m_drafts.isEmpty(); }
    void forgetDraft(const QString& key) { m_drafts.remove(key); }
    /// Another case: drafts, notes and the open candidate go.
    void forgetAll();
    Unsaved unsaved() const;
    void restore(const Unsaved& unsaved);

  signals:
    void analysisSaved(const QString& text);
    /// A candidate is opened: the visit is recorded by whoever listens.
    void candidateOpened(const QString& key);
    /// 1:1: the document's portrait or print is asked for.
    void documentAsked();
    void provisionalSaved(const QString& key, const cotejo::compare::ExaminerNotes& notes);
    void revealAsked();
    /// Another row of the reveal is looked at.
    void revealRowOpened(const QString& key);
    void coverageRead();
    void concluded(const std::vector<cotejo::compare::FinalConclusion>& conclusions);
    void readerChosen(int index);
    void sideChosen(int index);

  protected:
    ReviewPage(ReviewKind kind, QWidget* parent);
    /// The page's own work bench: tools over the canvas, `above` over them (nullptr for nothing), the candidates below it, the side panel
    /// beside it. Where the screen is low, `above` and the candidates fold into drop-downs of the tool row, `abovePick` and their own.
    void setBench(QWidget* above, QPushButton* abovePick, QWidget* canvas);
    widgets::ToolRow* tools() const { return m_tools; }
    SidePanel* side() const { return m_side; }
    /// A laptop's page is low; one of a screen at 200 % is folded besides.
    bool isLow() const { return m_low; }
    virtual void roomChanged() {}
    void resizeEvent(QResizeEvent* event) override;
    /// Folded, whatever the page looks like now: a page that nobody sees would keep the window from getting small otherwise.
    QSize minimumSizeHint() const override { return {840, 280}; }
    ConclusionForm* form() const { return m_form; }
    CandidateStrip* strip() const { return m_strip; }
    QString letterOf(const QString& key) const;
    bool isAnalysed() const { return m_analysed; }
    bool isRevealed() const { return m_revealed; }
    bool mayEdit() const;
    /// Shows these notes in checklist and canvas.
    virtual void showNotes(const ExaminerNotes& notes) = 0;
    /// Adds what checklist and canvas hold.
    virtual void collectNotes(ExaminerNotes& notes) const = 0;
    virtual void candidateChanged() = 0;
    /// What may be edited, or what is revealed, has changed.
    virtual void rightsChanged() {}
    void noteEdited();

  private:
    void placeBench();
    void foldSide(bool folded);
    void refreshForm();
    void refreshView();
    ExaminerNotes notesOf(const QString& key) const;

    ReviewKind m_kind;
    ProtocolBar* m_bar;
    QStackedWidget* m_stack;
    RevealPanel* m_reveal;
    ConclusionForm* m_form;
    CandidateStrip* m_strip;
    QGridLayout* m_grid = nullptr;
    QWidget* m_above = nullptr;
    QWidget* m_canvasBox = nullptr;
    QWidget* m_below;
    QWidget* m_toolStrip;
    widgets::ToolRow* m_tools;
    SidePanel* m_side;
    std::vector<QPushButton*> m_picks;  ///< what is folded
    QPushButton* m_sideTool = nullptr;
    bool m_low = false;
    bool m_folded = false;
    ProtocolState m_protocol;
    std::vector<CandidateCard> m_cards;
    QHash<QString, ExaminerNotes> m_stored;
    QHash<QString, ExaminerNotes> m_drafts;
    QString m_current;
    QString m_analysis;
    QString m_analysisDraft;
    View m_view = View::Scores;
    bool m_analysed = false;
    bool m_revealed = false;
    bool m_filling = false;
};

}  // namespace cotejo::compare
