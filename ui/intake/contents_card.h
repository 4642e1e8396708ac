#pragma once

#include <QImage>
#include <QWidget>
#include <vector>

#include "core/intake/inspect.h"

class QListWidget;

namespace cotejo::widgets {
class Card;
class RowsModel;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::intake_ui {

/// What a unit of an import holds. A value.
struct Contents {
    exchange::ExchangeDocument document;
    std::vector<QImage> pictures;  ///< one an image, null where it cannot be shown
};

/// Reads and decodes the files of a unit. A job. Errors: those of inspectUnit.
Result<Contents> readContents(const intake::ImportUnit& unit, const intake::Declared& declared, UtcTime now, std::stop_token stop);

/// People, images, minutiae and fields of one file, as its report names them. Main thread.
class ContentsCard final : public QWidget {
    Q_OBJECT
  public:
    explicit ContentsCard(QWidget* parent = nullptr);
    void setContents(const Contents& contents);

  private:
    widgets::Card* m_card;
    QListWidget* m_pictures;
    widgets::RowsModel* m_model;
    widgets::TableView* m_table;
};

}  // namespace cotejo::intake_ui
