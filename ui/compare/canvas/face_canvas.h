#pragma once

#include <QTimer>
#include <QWidget>
#include <array>
#include <optional>
#include <vector>

#include "ui/compare/canvas/image_layer.h"
#include "ui/compare/canvas/pair_view.h"
#include "ui/compare/canvas/pyramid_loader.h"

namespace cotejo::compare {

/// One face as the canvas shows it. Points are in image pixels.
struct FaceImage {
    QImage image;
    QString title;                                    ///< "Probe", "Candidate C"
    QString detail;                                   ///< "live · today 09:50"
    std::optional<std::pair<QPointF, QPointF>> eyes;  ///< left of the picture first
    std::vector<QPointF> landmarks;
};

/// A numbered mark an examiner set on one or both faces.
struct FaceMark {
    int number = 0;
    std::optional<QPointF> probe;
    std::optional<QPointF> reference;
};

enum class FaceMode { SideBySide, Overlay, Swipe, Blink, Difference };

/// Probe and reference in linked views, in one widget. Main thread; images are prepared off it. Evidence is
/// never altered: light is applied to what is painted, and every change of it is told.
class FaceCanvas : public QWidget {
    Q_OBJECT

  public:
    explicit FaceCanvas(QWidget* parent = nullptr);

    /// A null image shows the probe alone, e.g. while it is analysed. Keeps mode and light of the probe.
    void setProbe(const FaceImage& face);
    void setReference(const std::optional<FaceImage>& face);
    bool isReady() const { return !m_loader.isBusy(); }
    bool hasReference() const { return m_hasReference; }

    FaceMode mode() const { return m_mode; }
    const PairView& view() const { return m_view; }
    Light light(Side side) const { return m_lights[std::size_t(side)]; }
    const std::vector<FaceMark>& marks() const { return m_marks; }
    void setMarks(std::vector<FaceMark> marks);
    bool isMarking() const { return m_marking; }
    bool showsLandmarks() const { return m_landmarks; }
    /// Time the last paint event took, images and marks, in milliseconds.
    double lastPaintMillis() const { return m_paintMillis; }
    bool blinkShowsReference() const { return m_blinkReference; }
    double opacity() const { return m_opacity; }
    double swipe() const { return m_swipe; }

    QSize minimumSizeHint() const override { return {320, 180}; }
    QSize sizeHint() const override { return {960, 600}; }

  public slots:
    void setMode(cotejo::compare::FaceMode mode);
    void setLinked(bool linked);
    void setEyesAligned(bool aligned);
    void setLandmarksShown(bool shown);
    void setLight(cotejo::compare::Side side, cotejo::compare::Light light);
    void setOpacity(double opacity);
    void setSwipe(double position);
    /// Hertz, 0.5 to 3: flashing faster than 3 Hz is not offered (WCAG 2.2, 2.3.1).
    void setBlinkRate(double hertz);
    /// Not editable: marks stay as they are; light and views may still be changed.
    void setEditable(bool editable);
    void setMarking(bool marking);
    void zoomBy(double factor);
    void rotateBy(double degrees);
    void fit();

  signals:
    void modeChanged(cotejo::compare::FaceMode mode);
    /// Zoom, rotation, link or alignment moved, or landmarks came or went.
    void viewChanged();
    void lightChanged(cotejo::compare::Side side, cotejo::compare::Light light);
    void marksChanged();
    void markingChanged(bool marking);
    void nextCandidateRequested();
    void previousCandidateRequested();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    bool isSplit() const { return m_mode == FaceMode::SideBySide && m_hasReference; }
    QRectF panel(Side side) const;
    Side sideAt(QPointF at) const;
    QPointF fromCentre(Side side, QPointF at) const { return at - panel(side).center(); }
    void paintImages(QPainter& painter);
    void paintOverlay(QPainter& painter);
    void paintMarks(QPainter& painter, Side side);
    void paintLabels(QPainter& painter);
    void place(QPointF at);
    void relayout();
    void readied(int slot, const PyramidPtr& image);
    void updateAlignment();
    void describe();

    PyramidLoader m_loader;
    std::array<FaceImage, 2> m_faces;
    std::array<PyramidPtr, 2> m_images;
    std::array<ImageLayer, 2> m_layers;
    std::array<Light, 2> m_lights;
    std::vector<FaceMark> m_marks;
    PairView m_view;
    QTimer m_blink;
    std::optional<QPointF> m_cursor;  ///< measured from the centre of the panel it is over
    Side m_cursorSide = Side::Probe;
    std::optional<QPointF> m_drag;
    FaceMode m_mode = FaceMode::SideBySide;
    double m_opacity = 0.5;
    double m_swipe = 0.5;
    double m_paintMillis = 0;
    bool m_hasReference = false;
    bool m_blinkReference = false;
    bool m_dragsSwipe = false;
    bool m_dragged = false;
    bool m_marking = false;
    bool m_editable = true;
    bool m_landmarks = false;
    bool m_wantsEyes = true;
};

}  // namespace cotejo::compare
