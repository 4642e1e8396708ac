#pragma once

#include <QWidget>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "ui/compare/canvas/finger_values.h"
#include "ui/compare/canvas/image_layer.h"
#include "ui/compare/canvas/pyramid_loader.h"

namespace cotejo::compare {

/// Both prints in one widget, so that the lines of pairs may cross from one to the other. Layers, bottom to
/// top: image, quality, pair lines, marks, the chosen pair and its loupes. Main thread; images are prepared
/// off it.
class FingerCanvas : public QWidget {
    Q_OBJECT

  public:
    explicit FingerCanvas(QWidget* parent = nullptr);

    /// Without a reference the probe stands alone, e.g. while it is analysed. Clears pairs and marks.
    void setPrints(const FingerImage& probe, const std::optional<FingerImage>& reference);
    /// In the order in which they are numbered. `alignment`, the engine's, takes reference pixels to probe pixels and is used at once;
    /// without it a rigid fit through two or more of the examiner's own pairs is offered, and used when asked for.
    void setPairs(std::vector<MinutiaPair> pairs, std::optional<QTransform> alignment = std::nullopt);
    void setVerdict(int pair, Verdict verdict);
    void setExaminerMarks(std::vector<ExaminerMark> marks);

    bool isReady() const { return !m_loader.isBusy(); }
    const PairView& view() const { return m_view; }
    FingerLayer layer() const { return m_layer; }
    int shownPairs() const { return m_shown; }
    int chosenPair() const { return m_chosen; }  ///< -1: none
    bool isMarking() const { return m_marking; }
    const std::vector<ExaminerMark>& examinerMarks() const { return m_examiner; }
    const std::vector<MinutiaPair>& pairs() const { return m_pairs; }
    bool hasLayer(FingerLayer layer) const;
    bool isPairing() const { return m_pairing; }
    double lastPaintMillis() const { return m_paintMillis; }

    QSize minimumSizeHint() const override { return {320, 180}; }
    QSize sizeHint() const override { return {980, 600}; }

  public slots:
    void setLayer(cotejo::compare::FingerLayer layer);
    void setQualityShown(bool shown);
    void setShownPairs(int count);
    void setLines(cotejo::compare::PairLines lines);
    void choosePair(int pair);
    void setLinked(bool linked);
    void setAligned(bool aligned);
    void setMarking(bool marking,
                    cotejo::compare::ExaminerMark::Kind kind = cotejo::compare::ExaminerMark::Kind::Minutia);
    /// The examiner's own pairs: a minutia of each print, by click or by arrow keys and Enter.
    void setPairing(bool pairing);
    /// Takes back the chosen pair if it is the examiner's own.
    void removeChosenPair();
    /// Not editable: marks, pairs and verdicts stay as they are.
    void setEditable(bool editable);
    /// Hides the machine's marks, so that only the examiner's own are seen.
    void setOwnMarksOnly(bool only);
    void zoomBy(double factor);
    void rotateBy(double degrees);
    void fit();

  signals:
    void viewChanged();
    void layerChanged(cotejo::compare::FingerLayer layer);
    void shownPairsChanged(int count);
    void pairChosen(int pair);
    /// The examiner's word on a pair, by key; the canvas has already drawn it.
    void verdictGiven(int pair, cotejo::compare::Verdict verdict);
    void examinerMarksChanged();
    void markingChanged(bool marking);
    void pairingChanged(bool pairing);
    /// An own pair was made or taken back.
    void pairsEdited();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QRectF panel(Side side) const;
    Side sideAt(QPointF at) const;
    QPointF toCanvas(Side side, QPointF inImage) const;
    const FingerImage& print(Side side) const { return m_prints[std::size_t(side)]; }
    const PyramidPtr& image(Side side, FingerLayer layer) const;
    bool isShown(const MinutiaPair& pair) const { return pair.verdict != Verdict::Rejected; }
    void requestLayer(FingerLayer layer);
    /// The next layer: what the machine made of the ridges under the mark.
    FingerLayer loupeLayer() const {
        return m_layer == FingerLayer::Original ? FingerLayer::Enhanced : FingerLayer::Skeleton;
    }
    void paintImages(QPainter& painter);
    void paintLines(QPainter& painter);
    void paintMinutiae(QPainter& painter, Side side);
    void paintExaminerMarks(QPainter& painter, Side side);
    void paintChosen(QPainter& painter);
    void paintLoupe(QPainter& painter, Side side, const QRectF& box);
    void paintLegend(QPainter& painter);
    void paintGlyph(QPainter& painter, Side side, const Minutia& minutia, qreal radius, qreal tail,
                    QColor colour, qreal width);
    void paintFrame(QPainter& painter);
    void paintPairing(QPainter& painter, Side side);
    int pairAt(QPointF at) const;
    int minutiaAt(Side side, QPointF at) const;
    int centralMinutia(Side side) const;
    void takeMinutia(Side side, int minutia);
    void moveCursor(QPointF direction);
    bool pairingKey(int key);
    void offerOwnFit();
    void place(QPointF at);
    void placeMark(Side side, QPointF inImage);
    void step(int by);
    void judge(Verdict verdict);
    void relayout();
    void readied(int slot, const PyramidPtr& image);
    void describe();

    PyramidLoader m_loader;
    std::array<FingerImage, 2> m_prints;
    std::map<int, PyramidPtr> m_images;  ///< by slot: side + 2 * layer
    std::array<ImageLayer, 2> m_layers;
    std::vector<MinutiaPair> m_pairs;
    std::vector<ExaminerMark> m_examiner;
    std::optional<QTransform> m_alignment;
    PairView m_view;
    std::optional<QPointF> m_drag;
    QPointF m_pointer;
    ExaminerMark::Kind m_markKind = ExaminerMark::Kind::Minutia;
    FingerLayer m_layer = FingerLayer::Original;
    PairLines m_lines = PairLines::All;
    double m_paintMillis = 0;
    int m_shown = 0;
    int m_chosen = -1;
    bool m_hasReference = false;
    bool m_quality = false;
    bool m_marking = false;
    bool m_ownOnly = false;
    bool m_pairing = false;
    bool m_editable = true;
    Side m_cursorSide = Side::Probe;  ///< while pairing: where the next minutia is taken
    int m_cursor = -1;                ///< and which one Enter takes
    int m_taken = -1;                 ///< taken on the other side, waiting for its partner
    bool m_dragged = false;
};

}  // namespace cotejo::compare
