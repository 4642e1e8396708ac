#pragma once

#include <QImage>
#include <QWidget>
#include <map>

#include "ui/bridge/case_file.h"

namespace cotejo::widgets {
class Portrait;
class Label;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

/// The samples of a case in a flow: picture, what it is, size, resolution with its source; fingers without a picture say why.
class Samples final : public QWidget {
    Q_OBJECT
  public:
    explicit Samples(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);
    void setThumbnail(const CaptureId& capture, const QImage& image);

  private:
    std::map<CaptureId, widgets::Portrait*> m_pictures;
    QLayout* m_flow;
};

/// "Live face", "Right index", with the words below it: size, resolution, why it cannot be shown.
QString captureTitle(const record::Capture& capture);
QString captureDetail(const record::Capture& capture);

}  // namespace cotejo::casefile
