#include "ui/compare/face/face_page.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <cmath>

#include "ui/compare/protocol/candidate_strip.h"
#include "ui/compare/protocol/conclusion_form.h"
#include "ui/compare/protocol/side_panel.h"
#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/face/feature_list.h"
#include "ui/compare/canvas/light_menu.h"
#include "ui/compare/canvas/tool_bar.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/layout/tool_row.h"

namespace cotejo::compare {

using namespace widgets;

FacePage::FacePage(ReviewKind kind, QWidget* parent)
    : ReviewPage(kind, parent), m_canvas(new FaceCanvas(this)), m_lightMenu(new LightMenu(this)) {
    setObjectName(kind == ReviewKind::Document ? "faceDocumentPage" : "facePage");
    makeTools();
    makeSide();
    setBench(nullptr, nullptr, m_canvas);
    connect(m_canvas, &FaceCanvas::viewChanged, this, &FacePage::refreshTools);
    connect(m_canvas, &FaceCanvas::modeChanged, this, &FacePage::refreshTools);
    connect(m_canvas, &FaceCanvas::markingChanged, this, &FacePage::refreshTools);
    connect(m_canvas, &FaceCanvas::lightChanged, this, [this] {
        m_lightMenu->setLights(m_canvas->light(Side::Probe), m_canvas->light(Side::Reference));
        noteEdited();
        refreshTools();
    });
    connect(m_canvas, &FaceCanvas::marksChanged, this, &FacePage::noteEdited);
    connect(m_canvas, &FaceCanvas::nextCandidateRequested, this, [this] { goTo(1); });
    connect(m_canvas, &FaceCanvas::previousCandidateRequested, this, [this] { goTo(-1); });
    connect(m_lightMenu, &LightMenu::changed, m_canvas, &FaceCanvas::setLight);
    connect(m_features, &FeatureList::edited, this, &FacePage::noteEdited);
    refreshTools();
    refreshQuality();
}

void FacePage::makeTools() {
    using enum ToolRow::Use;
    auto* row = tools();
    row->setObjectName("faceTools");
    m_modes = new Segmented(row);
    m_modes->setObjectName("faceModes");
    m_modes->setAccessibleName(tr("View"));
    m_modes->addChoice("side-by-side", tr("Side by side"), tr("Probe and reference side by side (Esc)"));
    m_modes->addChoice("overlay", tr("Overlay"), tr("One over the other (O)"));
    m_modes->addChoice("swipe", tr("Swipe"), tr("A bar parts them (S)"));
    m_modes->addChoice("blink", tr("Blink"), tr("One after the other (B)"));
    m_modes->addChoice("difference", tr("Difference"), tr("What differs, point by point (D)"));
    connect(m_modes, &Segmented::chosen, this, [this](int index) { m_canvas->setMode(FaceMode(index)); });
    row->addChoice(m_modes);
    row->addGap();
    m_linked = row->addTool("linked", "link", tr("Linked"), tr("Both views move together (L)"), true, Often,
                            [this](bool on) { m_canvas->setLinked(on); });
    m_eyes = row->addTool("eyes", "eyes-align", tr("Eyes"), tr("Lay the eyes of the reference on those of the probe (E)"), true, Rare,
                          [this](bool on) { m_canvas->setEyesAligned(on); });
    m_landmarks = row->addTool("landmarks", "landmarks", {}, tr("Points that the program found on both faces (P)"), true, Rare,
                               [this](bool on) { m_canvas->setLandmarksShown(on); });
    m_angle = row->addTool("rotate", "rotate", {}, tr("Rotate by one degree (R, Shift+R)"), false, Rare,
                           [this](bool) { m_canvas->rotateBy(1); });
    row->addGap();
    m_zoom = addZoom(row, [this](double factor) { m_canvas->zoomBy(factor); });
    row->addTool("fit", "fit", {}, tr("Fit (0)"), false, Rare, [this](bool) { m_canvas->fit(); });
    row->addStretch();
    m_light = row->addTool("light", "light", tr("Light"), tr("Brightness, contrast and gamma"), false, Rare, [this, row](bool) {
        m_lightMenu->setLights(m_canvas->light(Side::Probe), m_canvas->light(Side::Reference));
        m_lightMenu->openBelow(m_light->isVisible() ? m_light : row->findChild<QPushButton*>("moreTools"));
    });
    m_mark = row->addTool("mark", "mark", tr("Mark"), tr("Set numbered marks on both faces (M)"), true, Often, [this](bool on) {
        m_canvas->setMarking(on);
        m_canvas->setFocus();
    });
}

void FacePage::makeSide() {
    auto* panel = side();
    panel->setObjectName("faceSide");
    auto* whole = new QWidget(panel);
    auto* quality = new QVBoxLayout(whole);
    quality->setContentsMargins(14, 10, 14, 0);
    quality->setSpacing(6);
    auto* words = new QHBoxLayout;
    words->setSpacing(metric::kGrid);
    words->addWidget(new Label(tr("Quality"), TextRole::Body, Ink::T1, Weight::SemiBold, whole));
    words->addStretch(1);
    words->addWidget(new Label(tr("Probe"), TextRole::Secondary, Ink::T2, Weight::Regular, whole));
    m_probeBadge = new Badge(whole);
    words->addWidget(m_probeBadge);
    m_referenceName = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, whole);
    words->addWidget(m_referenceName);
    m_referenceBadge = new Badge(whole);
    words->addWidget(m_referenceBadge);
    quality->addLayout(words);
    m_advice = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, whole);
    m_advice->setWordWrap(true);
    quality->addWidget(m_advice);
    quality->addSpacing(4);
    quality->addWidget(new Line(Qt::Horizontal, whole));
    m_features = new FeatureList(panel);
    panel->addPart(tr("Features"), m_features, SidePanel::Place::Bottom, true, false);
    const int conclusion = panel->addPart(tr("Conclusion"), form(), SidePanel::Place::Bottom, false, true);
    panel->addPart(tr("Quality"), whole, SidePanel::Place::Top, false, true);
    panel->setLast(conclusion, tr("Go to the conclusion"));
}

void FacePage::setProbe(const FaceImage& face, const QualityWord& quality) {
    m_probeQuality = quality;
    m_canvas->setProbe(face);
    refreshQuality();
}

void FacePage::setReference(const std::optional<FaceImage>& face, const QualityWord& quality) {
    m_referenceQuality = quality;
    const auto light = m_canvas->light(Side::Reference);
    m_canvas->setReference(face);
    if (face) m_canvas->setLight(Side::Reference, light);
    refreshQuality();
}

void FacePage::candidateChanged() {
    setReference(std::nullopt, {});
    rightsChanged();
}

void FacePage::rightsChanged() {
    const bool edits = mayEdit() && !currentCandidate().isEmpty();
    m_canvas->setEditable(edits);
    m_features->setEditable(edits);
    m_mark->setEnabled(edits);
}

void FacePage::showNotes(const ExaminerNotes& notes) {
    m_features->setEditable(mayEdit());
    m_features->model()->setNotes(notes.features);
    m_canvas->setMarks(notes.faceMarks);
    m_canvas->setLight(Side::Probe, notes.lights[0]);
    m_canvas->setLight(Side::Reference, notes.lights[1]);
}

void FacePage::collectNotes(ExaminerNotes& notes) const {
    notes.features = m_features->model()->notes();
    notes.faceMarks = m_canvas->marks();
    notes.lights = {m_canvas->light(Side::Probe), m_canvas->light(Side::Reference)};
}

void FacePage::refreshTools() {
    const QLocale locale;
    const PairView& view = m_canvas->view();
    m_modes->setCurrent(int(m_canvas->mode()));
    m_linked->setChecked(view.isLinked());
    tools()->setWords(m_linked, view.isLinked() ? tr("Linked") : tr("Unlinked"));
    m_eyes->setChecked(view.isAligned());
    m_eyes->setEnabled(view.canAlign());
    m_landmarks->setChecked(m_canvas->showsLandmarks());
    tools()->setWords(m_angle, tr("%1°").arg(locale.toString(view.angle(Side::Probe), 'f', 1)));
    m_zoom->setText(view.hasProbe() ? tr("%1 %").arg(std::lround(view.zoom() * 100)) : QStringLiteral("—"));
    const int changes = m_canvas->light(Side::Probe).changes() + m_canvas->light(Side::Reference).changes();
    tools()->setWords(m_light, changes > 0 ? tr("Light · %1").arg(changes) : tr("Light"));
    m_mark->setChecked(m_canvas->isMarking());
}

void FacePage::refreshQuality() {
    const auto show = [](Badge* badge, const QualityWord& quality) {
        badge->setVisible(!quality.word.isEmpty());
        badge->setLook({quality.tone == Tone::Ok ? "check" : "warning", quality.word, quality.tone, false});
    };
    show(m_probeBadge, m_probeQuality);
    show(m_referenceBadge, m_referenceQuality);
    const QString reference = letterOf(currentCandidate());
    m_referenceName->setText(reference);
    m_referenceName->setVisible(!m_referenceQuality.word.isEmpty());
    QStringList advice;
    for (const auto& [name, quality] : {std::pair(tr("Probe"), m_probeQuality), std::pair(reference, m_referenceQuality)})
        if (!quality.advice.isEmpty()) advice << tr("%1: %2").arg(name, quality.advice);
    if (advice.isEmpty()) advice << tr("No advice on these images.");
    if (!m_probeQuality.facts.isEmpty()) advice << tr("%1: %2").arg(tr("Probe"), m_probeQuality.facts);
    m_advice->setText(advice.join(QLatin1Char('\n')));
}

}  // namespace cotejo::compare
