#include "ui/compare/face/face_page.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <cmath>

#include "ui/compare/protocol/candidate_strip.h"
#include "ui/compare/protocol/conclusion_form.h"
#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/face/feature_list.h"
#include "ui/compare/canvas/light_menu.h"
#include "ui/compare/canvas/tool_bar.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmented.h"

namespace cotejo::compare {

using namespace widgets;

FacePage::FacePage(ReviewKind kind, QWidget* parent)
    : ReviewPage(kind, parent), m_canvas(new FaceCanvas(this)), m_lightMenu(new LightMenu(this)) {
    setObjectName(kind == ReviewKind::Document ? "faceDocumentPage" : "facePage");
    auto* bench = new QWidget(this);
    auto* split = new QHBoxLayout(bench);
    split->setContentsMargins(0, 0, 0, 0);
    split->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(makeTools());
    left->addWidget(m_canvas, 1);
    auto* below = new Strip(Strip::Ground::Base, Qt::TopEdge, this);
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 0, 0, 0);
    belowLayout->addWidget(strip());
    left->addWidget(below);
    below->setVisible(kind == ReviewKind::Search);
    split->addLayout(left, 1);
    split->addWidget(makeSide());
    setBench(bench);
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
    refreshWidth();
    refreshTools();
    refreshQuality();
}

QWidget* FacePage::makeTools() {
    auto* strip = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    strip->setObjectName("faceTools");
    strip->setFixedHeight(metric::kToolBar);
    auto* bar = new QHBoxLayout(strip);
    bar->setContentsMargins(8, 0, 8, 0);
    bar->setSpacing(3);
    m_modes = new Segmented(strip);
    m_modes->setObjectName("faceModes");
    m_modes->setAccessibleName(tr("View"));
    m_modes->addChoice("side-by-side", tr("Side by side"), tr("Probe and reference side by side (Esc)"));
    m_modes->addChoice("overlay", tr("Overlay"), tr("One over the other (O)"));
    m_modes->addChoice("swipe", tr("Swipe"), tr("A bar parts them (S)"));
    m_modes->addChoice("blink", tr("Blink"), tr("One after the other (B)"));
    m_modes->addChoice("difference", tr("Difference"), tr("What differs, point by point (D)"));
    connect(m_modes, &Segmented::chosen, this, [this](int index) { m_canvas->setMode(FaceMode(index)); });
    bar->addWidget(m_modes);
    addGap(bar);
    m_linked = addTool(bar, "linked", "link", tr("Linked"), tr("Both views move together (L)"), true,
                       [this](bool on) { m_canvas->setLinked(on); });
    m_eyes = addTool(bar, "eyes", "eyes-align", tr("Eyes"),
                     tr("Lay the eyes of the reference on those of the probe (E)"), true,
                     [this](bool on) { m_canvas->setEyesAligned(on); });
    m_landmarks = addTool(bar, "landmarks", "landmarks", {},
                          tr("Points that the program found on both faces (P)"), true,
                          [this](bool on) { m_canvas->setLandmarksShown(on); });
    m_angle = addTool(bar, "rotate", "rotate", {}, tr("Rotate by one degree (R, Shift+R)"), false,
                      [this](bool) { m_canvas->rotateBy(1); });
    addGap(bar);
    m_zoom = addZoom(bar, [this](double factor) { m_canvas->zoomBy(factor); });
    addTool(bar, "fit", "fit", {}, tr("Fit (0)"), false, [this](bool) { m_canvas->fit(); });
    bar->addStretch(1);
    m_light = addTool(
        bar, "light", "light", tr("Light"), tr("Brightness, contrast and gamma"), false, [this](bool) {
            m_lightMenu->setLights(m_canvas->light(Side::Probe), m_canvas->light(Side::Reference));
            m_lightMenu->openBelow(m_light);
        });
    m_mark = addTool(bar, "mark", "mark", tr("Mark"), tr("Set numbered marks on both faces (M)"), true,
                     [this](bool on) {
                         m_canvas->setMarking(on);
                         m_canvas->setFocus();
                     });
    return strip;
}

QWidget* FacePage::makeSide() {
    auto* side = new Strip(Strip::Ground::Base, Qt::LeftEdge, this);
    side->setObjectName("faceSide");
    side->setFixedWidth(metric::kSidePanel);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    auto* quality = new QVBoxLayout;
    quality->setContentsMargins(14, 10, 14, 10);
    quality->setSpacing(6);
    auto* words = new QHBoxLayout;
    words->setSpacing(metric::kGrid);
    words->addWidget(new Label(tr("Quality"), TextRole::Body, Ink::T1, Weight::SemiBold, side));
    words->addStretch(1);
    words->addWidget(new Label(tr("Probe"), TextRole::Secondary, Ink::T2, Weight::Regular, side));
    m_probeBadge = new Badge(side);
    words->addWidget(m_probeBadge);
    m_referenceName = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, side);
    words->addWidget(m_referenceName);
    m_referenceBadge = new Badge(side);
    words->addWidget(m_referenceBadge);
    quality->addLayout(words);
    m_advice = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, side);
    m_advice->setWordWrap(true);
    quality->addWidget(m_advice);
    layout->addLayout(quality);
    layout->addWidget(new Line(Qt::Horizontal, side));
    m_features = new FeatureList(side);
    layout->addWidget(m_features, 1000);
    layout->addWidget(new Line(Qt::Horizontal, side));
    layout->addWidget(form());
    layout->addStretch(1);
    return side;
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
    m_features->setVisible(!currentCandidate().isEmpty());
    setReference(std::nullopt, {});
    rightsChanged();
}

void FacePage::resizeEvent(QResizeEvent* event) {
    ReviewPage::resizeEvent(event);
    refreshWidth();
}

/// Where the screen is narrow the ways of looking keep their icons and their names.
void FacePage::refreshWidth() {
    const bool narrow = width() < kWideBench;
    const QStringList words{tr("Side by side"), tr("Overlay"), tr("Swipe"), tr("Blink"), tr("Difference")};
    for (int i = 0; i < words.size(); ++i) {
        m_modes->setChoiceText(i, narrow ? QString() : words[i]);
        m_modes->button(i)->setAccessibleName(words[i]);
    }
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
    m_linked->setText(view.isLinked() ? tr("Linked") : tr("Unlinked"));
    m_eyes->setChecked(view.isAligned());
    m_eyes->setEnabled(view.canAlign());
    m_landmarks->setChecked(m_canvas->showsLandmarks());
    m_angle->setText(tr("%1°").arg(locale.toString(view.angle(Side::Probe), 'f', 1)));
    m_zoom->setText(view.hasProbe() ? tr("%1 %").arg(std::lround(view.zoom() * 100)) : QStringLiteral("—"));
    const int changes = m_canvas->light(Side::Probe).changes() + m_canvas->light(Side::Reference).changes();
    m_light->setText(changes > 0 ? tr("Light · %1").arg(changes) : tr("Light"));
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
    m_advice->setText(advice.isEmpty() ? tr("No advice on these images.") : advice.join(QLatin1Char('\n')));
    m_features->setVisible(!currentCandidate().isEmpty());
}

}  // namespace cotejo::compare
