#include "ui/intake/sample_tray.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QVBoxLayout>

#include "core/base/errors.h"
#include "ui/intake/sample_row.h"
#include "ui/widgets/label.h"

namespace cotejo::intake_ui {

using namespace widgets;

SampleTray::SampleTray(bridge::Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(12);
    m_none = new Label(tr("None yet."), TextRole::Secondary, Ink::T3, Weight::Regular, this);
    m_layout->addWidget(m_none);
}

void SampleTray::choose() {
    auto* dialog = new QFileDialog(this, tr("Images of face and fingers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &SampleTray::addFiles);
    dialog->open();
}

void SampleTray::addFiles(const QStringList& files) {
    for (const QString& file : files) {
        if (count() + m_reading >= kMost) {
            emit refused({base::kTooLarge, tr("At most %1 images are taken at once.").arg(kMost).toStdString(), {}});
            return;
        }
        ++m_reading;
        m_session.call(this, [path = std::filesystem::path(file.toStdString())](access::Desk&, std::stop_token) { return readSample(path); },
                       [this, name = QFileInfo(file).fileName()](Result<ReadSample> read) {
                           --m_reading;
                           if (!read) {
                               emit refused(read.error());
                               return;
                           }
                           auto* row = new SampleRow(name, std::move(*read), this);
                           connect(row, &SampleRow::removeRequested, this, [this, row] { remove(row); });
                           m_rows.push_back(row);
                           m_layout->addWidget(row);
                           m_none->hide();
                           emit changed();
                       });
    }
}

void SampleTray::remove(SampleRow* row) {
    std::erase(m_rows, row);
    m_layout->removeWidget(row);
    row->hide();
    row->deleteLater();
    m_none->setVisible(m_rows.empty());
    emit changed();
}

void SampleTray::clear() { drop(count()); }

void SampleTray::drop(int count) {
    for (; count > 0 && !m_rows.empty(); --count) remove(m_rows.front());
}

Result<std::vector<decide::NewCapture>> SampleTray::samples(UtcTime now) const {
    std::vector<decide::NewCapture> samples;
    for (const auto* row : m_rows) {
        COTEJO_TRY_ASSIGN(auto sample, row->sample());
        sample.capture.captured = now;
        samples.push_back(std::move(sample));
    }
    return samples;
}

}  // namespace cotejo::intake_ui
