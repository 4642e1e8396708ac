#pragma once

#include <QWidget>

#include "ui/bridge/case_file.h"
#include "ui/widgets/badge.h"

class QPushButton;
class QVBoxLayout;

namespace cotejo::widgets {
class Card;
class FittingTable;
class Label;
class RowsModel;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

/// The papers of the dossier, and those that the disposition needs: present, "does not apply because", missing. Main thread.
class PapersCard final : public QWidget {
    Q_OBJECT
  public:
    explicit PapersCard(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);

  signals:
    void readRequested(const cotejo::Hash& blob);
    /// A paper is to be added; of this kind where one is wanted.
    void addRequested(const QString& kind);
    void asked(const QString& what);

  private:
    void showNeeds(const bridge::CaseFile& file);
    std::optional<QString> chosen() const;

    widgets::Card *m_papers, *m_needs;
    widgets::Label* m_none;
    widgets::RowsModel* m_model;
    widgets::FittingTable* m_table;
    QPushButton *m_add, *m_read, *m_kind;
    QVBoxLayout* m_needsBody;
};

/// "Present", "Does not apply", "Missing" as a badge.
widgets::BadgeLook look(const bridge::PaperNeed& need);
/// Who said that it does not apply, and why; empty otherwise.
QString waiverText(const bridge::PaperNeed& need, const bridge::CaseFile& file);

}  // namespace cotejo::casefile
