#pragma once

#include <QImage>
#include <QWidget>
#include <filesystem>

#include "core/decide/case_service.h"

class QComboBox;
class QLineEdit;

namespace cotejo::widgets {
class Label;
}  // namespace cotejo::widgets

namespace cotejo::intake_ui {

/// An image file as read: taken for a finger when it is gray, until somebody says otherwise.
struct ReadSample {
    decide::NewCapture sample;
    QImage picture;
};
/// A job, any thread. Errors: those of readFile and imaging::decodeImage, naming the file.
Result<ReadSample> readSample(const std::filesystem::path& file);

/// One image on its way into a case: what it shows, which finger, at which resolution. Main thread.
class SampleRow final : public QWidget {
    Q_OBJECT
  public:
    SampleRow(const QString& file, ReadSample read, QWidget* parent = nullptr);
    /// The image as declared. Error: E_INVALID_ARGUMENT naming the file, for a resolution that is no number from 50 to 4,000.
    Result<decide::NewCapture> sample() const;

  signals:
    void removeRequested();

  private:
    void kindChanged();

    QString m_file;
    decide::NewCapture m_sample;
    QComboBox *m_kind, *m_finger;
    QLineEdit* m_ppi;
    widgets::Label* m_advice;
};

}  // namespace cotejo::intake_ui
