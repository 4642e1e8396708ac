#pragma once

#include <QWidget>
#include <map>

#include "core/record/act.h"
#include "core/exchange/mrz/mrz.h"
#include "ui/bridge/session.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace cotejo::widgets {
class Badge;
class Card;
class Label;
class Notice;
}  // namespace cotejo::widgets

namespace cotejo::intake_ui {

class SampleTray;

/// A case typed in at the counter: the document's zone fills the fields in as it is typed, every check said at once; images of face and
/// fingers come with it. Nothing is written until it is opened. Main thread.
class NewCasePage final : public QWidget {
    Q_OBJECT
  public:
    explicit NewCasePage(bridge::Session& session, QWidget* parent = nullptr);

    /// Puts the cursor where one begins. What was typed before is still there until the case is opened or cleared.
    void begin();
    void addImages(const QStringList& files);
    /// As a reader does.
    void typeZone(const QString& lines);
    void clear();

  signals:
    void opened(const cotejo::CaseId& id);
    void cancelled();

  private:
    QWidget* buildHead();
    QWidget* buildDocument();
    QWidget* buildReason();
    QWidget* buildImages();
    QLineEdit* addField(QGridLayout* grid, int row, int column, const char* name, const QString& label, const QString& hint, int most);
    void chooseUsual();
    void zoneTyped();
    void fillFrom(const exchange::MrzReading& reading);
    void showZone(const Result<exchange::MrzReading>& reading);
    Result<record::OpenCase> act() const;
    void open();
    void refuse(const Error& error);
    void showCodes();

    bridge::Session& m_session;
    QPlainTextEdit* m_zone;
    widgets::Badge* m_verdict;
    widgets::Notice* m_zoneNotice;
    QLineEdit *m_family, *m_given, *m_birth, *m_nationality, *m_type, *m_issuer, *m_number, *m_expiry;
    QComboBox *m_sex, *m_reason, *m_priority;
    QLineEdit *m_note, *m_basis;
    widgets::Label* m_codes;
    std::map<QLineEdit*, QString> m_filled;  ///< what the zone put into a field: what a person typed is never overwritten
    std::string m_zoneRead;                  ///< the zone as read; empty while there is none
    widgets::Card* m_images;
    SampleTray* m_tray;
    widgets::Notice* m_refusal;
    QPushButton* m_open;
};

}  // namespace cotejo::intake_ui
