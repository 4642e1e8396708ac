#include "ui/partner/sample_card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/casefile/samples.h"
#include "ui/partner/facts_grid.h"
#include "ui/widgets/layout/flow_layout.h"

namespace cotejo::partner_ui {

using namespace widgets;
using record::Capture;

namespace {

constexpr QSize kPicture(34, 40);

/// Why the agreement does not take this sample whatever else is chosen; empty where it does.
QString neverTaken(const Capture& capture, const partner::PurposeRule& rule, const bridge::CaseFile& file) {
    if (file.view.unusable.contains(capture.id)) return SampleCard::tr("marked as unusable");
    if (!capture.undecoded.empty() || !capture.partial.empty()) return SampleCard::tr("it cannot be shown whole, so it cannot be sent");
    if (capture.modality == record::Modality::Face) return rule.faces > 0 ? QString() : SampleCard::tr("the agreement takes no faces for this purpose");
    const bool asked = std::ranges::find(rule.fingers, capture.position) != rule.fingers.end();
    return asked ? QString() : SampleCard::tr("the agreement does not ask for it");
}

}  // namespace

SampleCard::SampleCard(QWidget* parent) : Card(QStringLiteral("finger"), tr("Chosen samples"), parent) {
    setObjectName(QStringLiteral("sampleCard"));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(9);
    body()->addLayout(m_rows);
    m_note = wrapped({}, TextRole::Secondary, Ink::T3, this);
    body()->addWidget(m_note);
}

void SampleCard::addRow(const Capture& capture, bool chosen, const QString& why, bool open) {
    if (m_rows->count() > 0) m_rows->addWidget(new Line(Qt::Horizontal, this));
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    const bool face = capture.modality == record::Modality::Face;
    auto* picture = new Portrait(kPicture, row, Portrait::Fit::Fill, face ? QStringLiteral("user") : QStringLiteral("finger"));
    if (const auto found = m_images.find(capture.id); found != m_images.end()) picture->setImage(found->second);
    m_pictures[capture.id] = picture;
    layout->addWidget(picture, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    const QString title = casefile::captureTitle(capture), detail = why.isEmpty() ? casefile::captureDetail(capture) : why;
    words->addWidget(wrapped(title, TextRole::Body, chosen || open ? Ink::T1 : Ink::T2, row, Weight::Medium));
    words->addWidget(wrapped(detail, TextRole::Secondary, Ink::T2, row));
    layout->addLayout(words, 1);
    auto* box = new QCheckBox(row);
    box->setObjectName(QStringLiteral("sample_") + QString::fromStdString(capture.id.text().substr(0, 8)));
    box->setAccessibleName(tr("Send: %1").arg(title));
    box->setAccessibleDescription(detail);
    box->setToolTip(box->accessibleName());
    box->setChecked(chosen);
    box->setEnabled(open);
    layout->addWidget(box, 0, Qt::AlignTop);
    m_boxes[capture.id] = box;
    connect(box, &QCheckBox::toggled, this, [this] {
        std::vector<CaptureId> samples;
        for (const auto& [id, each] : m_boxes)
            if (each->isChecked()) samples.push_back(id);
        emit samplesChanged(samples);
    });
    m_rows->addWidget(row);
}

/// Prints of which no one can be chosen stand in one line: ten fingers would bury what leaves.
void SampleCard::addOthers(const std::vector<const Capture*>& others) {
    if (others.empty()) return;
    if (m_rows->count() > 0) m_rows->addWidget(new Line(Qt::Horizontal, this));
    QStringList names;
    for (const auto* each : others) names << casefile::captureTitle(*each);
    m_rows->addWidget(markedLine(QStringLiteral("finger"), Ink::T3, tr("%n other fingerprints: the agreement does not ask for them", nullptr, int(others.size())), this,
                                 names.join(QStringLiteral(", "))));
}

void SampleCard::showInquiry(const InquiryFile& file) {
    if (m_case != file.file.view.id) m_images.clear();
    m_case = file.file.view.id;
    std::optional<CaptureId> focused;
    for (const auto& [id, box] : m_boxes)
        if (box->hasFocus()) focused = id;
    clearLayout(m_rows);
    m_boxes.clear();
    m_pictures.clear();
    const auto* terms = file.terms();
    const auto* profile = file.profile();
    static const partner::PurposeRule kNone;
    const auto* rule = &kNone;
    if (profile != nullptr)
        if (const auto found = profile->purposes.find(file.purpose()); found != profile->purposes.end()) rule = &found->second;
    // Where the message could not be made the boxes keep what was ticked, so that it can be mended.
    std::vector<CaptureId> chosen = terms != nullptr ? terms->samples : file.choice.samples.value_or(std::vector<CaptureId>{});
    const auto isChosen = [&](const CaptureId& id) { return std::ranges::find(chosen, id) != chosen.end(); };
    const auto& captures = file.file.view.captures;
    int faces = 0, all = 0;
    for (const auto& each : captures) {
        if (each.kind == record::CaptureKind::Reference || each.missing != record::MissingReason::None) continue;
        ++all;
        faces += each.modality == record::Modality::Face && isChosen(each.id);
    }
    std::vector<const Capture*> others;
    const bool drafts = !file.shown;
    for (const auto& each : captures) {
        if (each.kind == record::CaptureKind::Reference || each.missing != record::MissingReason::None) continue;
        const bool ticked = isChosen(each.id);
        QString why = neverTaken(each, *rule, file.file);
        if (!ticked && !why.isEmpty() && each.modality == record::Modality::Finger && !file.file.view.unusable.contains(each.id)) {
            others.push_back(&each);
            continue;
        }
        if (ticked) why.clear();
        else if (why.isEmpty() && each.modality == record::Modality::Face && faces >= rule->faces) why = tr("the agreement takes %n faces at most", nullptr, rule->faces);
        else if (why.isEmpty() && each.modality == record::Modality::Finger &&
                 std::ranges::any_of(captures, [&](const auto& other) { return other.modality == each.modality && other.position == each.position && isChosen(other.id); }))
            why = tr("another print of this finger is chosen");
        addRow(each, ticked, why, drafts && (ticked || why.isEmpty()));
    }
    addOthers(others);
    if (all == 0) m_rows->addWidget(wrapped(tr("The case has no sample that you may see: only what is written of the person would leave."), TextRole::Body, Ink::T2, this));
    setCaption(all > 0 ? tr("%1 of %2 · the least that is needed").arg(chosen.size()).arg(all) : QString());
    m_note->setText(!drafts ? tr("Chosen when the request was drafted. Another choice is another request.")
                    : all > 0 ? tr("Chosen by the agreement. Changing one makes another message: it is previewed anew.")
                              : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    if (focused && m_boxes.contains(*focused)) m_boxes.at(*focused)->setFocus();
}

void SampleCard::setThumbnail(const CaptureId& capture, const QImage& image) {
    m_images[capture] = image;
    if (const auto found = m_pictures.find(capture); found != m_pictures.end()) found->second->setImage(image);
}

}  // namespace cotejo::partner_ui
