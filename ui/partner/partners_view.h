#pragma once

#include <QWidget>

#include "ui/partner/partner_values.h"

class QBoxLayout;
class QLineEdit;
class QModelIndex;
class QStackedWidget;
class QVBoxLayout;

namespace cotejo::widgets {
class Label;
class RowsModel;
class Segmented;
class StatusView;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::partner_ui {

class DisclosurePanel;

/// What the organisation asks of partners and told them, as a value shows it: requests under way, agreements in words, accounting of disclosures. Main thread.
class PartnersView final : public QWidget {
    Q_OBJECT
  public:
    enum class Part { Requests, Agreements, Disclosures };
    enum class Order { Time, Traveler, Partner };
    explicit PartnersView(QWidget* parent = nullptr);
    void showPartners(PartnersFile file);
    void showPart(Part part);
    Part part() const { return m_part; }
    void setOrder(Order order);
    void setFilter(const QString& text);
    void showError(const Error& error);
    int shownRows() const;
    void focusFilter();
    void focusContent();

  signals:
    void requestOpened(const cotejo::CaseId& id, const cotejo::record::RequestId& request);
    void againRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* buildHead();
    QWidget* buildBar();
    QWidget* buildRequests();
    QWidget* buildDisclosures();
    void refresh();
    void fillRequests();
    void fillAgreements();
    void fillDisclosures();
    void chosen();
    void openRow(const QModelIndex& index);
    const ListedInquiry* inquiryOf(const QByteArray& key) const;
    QString searchText(const ListedInquiry& inquiry) const;
    bool fits(const QString& searched) const;

    PartnersFile m_file;
    bool m_loaded = false;
    Part m_part = Part::Requests;
    Order m_order = Order::Time;
    widgets::Label* m_subtitle;
    QLineEdit* m_filter;
    widgets::Segmented *m_parts, *m_orders;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    widgets::RowsModel *m_requests, *m_given;
    widgets::TableView *m_requestTable, *m_givenTable;
    QWidget *m_requestPage, *m_agreementPage, *m_givenPage;
    QVBoxLayout* m_agreements;
    QBoxLayout* m_givenLayout;
    DisclosurePanel* m_panel;
};

}  // namespace cotejo::partner_ui
