#pragma once

#include <QFocusFrame>
#include <QPointer>

namespace cotejo::widgets {

/// The one 2 px accent ring, 2 px outside the button that has the focus. Inputs, tables and tabs draw their own. Make one for
/// the application; it follows the focus.
class FocusRing final : public QObject {
    Q_OBJECT
  public:
    explicit FocusRing(QObject* parent = nullptr);
    ~FocusRing() override;

  private:
    void follow(QWidget* now);
    QPointer<QFocusFrame> m_frame;
};

}  // namespace cotejo::widgets
