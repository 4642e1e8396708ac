#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

/// The look of every window as tokens: colours per theme, type roles, measures. Nothing else in ui names a colour.
namespace cotejo::widgets {

enum class ThemeKind { Light, Dark, HighContrast };

/// Colours of one theme. Every text token is at least 4.5:1 on win, base, sunk and sel; ctl at least 3:1.
struct Tokens {
    ThemeKind kind = ThemeKind::Light;
    QColor win, base, sunk;        ///< window, panels, wells
    QColor line, line2, ctl;       ///< hairlines; button borders; borders of inputs and boxes
    QColor t1, t2, t3;             ///< values; labels; captions, never the only carrier of a fact
    QColor accent, onAccent;       ///< primary, links, selection, focus
    QColor sel, sel2;              ///< selected row; pressed, halo of the focused input
    QColor ok, okFill;
    QColor warn, warnFill;
    QColor bad, badFill;
    QColor protect, protectFill;   ///< protection and nothing else
    QColor neutralFill;
    QColor selAccent;              ///< accent text on a selected row

    bool highContrast() const { return kind == ThemeKind::HighContrast; }
    bool dark() const { return kind != ThemeKind::Light; }
};

/// Colours over evidence, the same in every theme: the surround changes how a face or a ridge is judged.
struct CanvasTokens {
    QColor canvas{0x3F, 0x42, 0x46};
    QColor gap{0x34, 0x37, 0x3A};
    QColor labelText{0xE8, 0xEA, 0xEC};
    QColor labelQuiet{0xB9, 0xBE, 0xC4};
    QColor labelFill{0x1E, 0x20, 0x23, 237};  ///< 93 %
    QColor paired{0x00, 0x72, 0xB2};          ///< 2 px
    QColor chosen{0xD5, 0x5E, 0x00};          ///< 3 px
    QColor unpaired{0x6B, 0x71, 0x78};        ///< 1.3 px
    QColor examiner{0x00, 0x7A, 0x59};        ///< 2.2 px
    QColor pairLine{0x62, 0xB4, 0xE4, 140};   ///< 55 %, 1.2 px, no casing
    QColor cursor{0xF0, 0xE4, 0x42};          ///< linked cursor and swipe bar
    QColor cursorCasing{0, 0, 0, 140};        ///< 55 %
    QColor faceMark{0x56, 0xB4, 0xE9};        ///< number on a dark disc
    QColor faceMarkDisc{0x1E, 0x20, 0x23};
    QColor faceMarkCasing{0, 0, 0, 153};      ///< 60 %
    QColor casing{Qt::white};                 ///< around paired, chosen, unpaired and examiner's marks
    double casingExtra = 2.6;                 ///< px added to the stroke
    QColor nonMated{0xE6, 0x9F, 0x00};        ///< score chart, hatched
    QColor mated{0x00, 0x72, 0xB2};           ///< score chart, flat
};

const Tokens& tokensFor(ThemeKind kind);
/// Tokens of the style the widget is painted with; those of the application for nullptr.
const Tokens& tokensOf(const QWidget* widget);
const CanvasTokens& canvasTokens();

/// What a colour is for. `ink` gives the text colour, `fill` the ground; high contrast has no fills.
enum class Tone { Neutral, Accent, Ok, Warn, Bad, Protect };
QColor ink(const Tokens& tokens, Tone tone);
QColor fill(const Tokens& tokens, Tone tone);

/// Size / line height in px: 11/14, 12/16, 13/18, 15/20, 20/26; Mono is Noto Sans Mono 13.
enum class TextRole { Caption, Secondary, Body, Section, Title, Mono, MonoSmall };
enum class Weight { Regular = 400, Medium = 500, SemiBold = 600 };
QFont fontOf(TextRole role, Weight weight = Weight::Regular);
int lineHeight(TextRole role);

/// Measures in device-independent px.
namespace metric {
inline constexpr int kGrid = 8, kHalf = 4;
inline constexpr int kPanelPadding = 16, kPanelGap = 12;
inline constexpr int kRadiusBadge = 4, kRadiusControl = 6, kRadiusPanel = 8;
inline constexpr int kTopBar = 44, kRail = 76, kRailItem = 54, kCaseStrip = 52, kTabs = 38, kToolBar = 44, kStatusBar = 24;
inline constexpr int kControl = 32, kControlSmall = 26, kControlLarge = 36, kBadge = 20, kChip = 26;
inline constexpr int kSidePanel = 396, kPreview = 304, kPreviewFoldsUnder = 1280;
inline constexpr int kTableHeader = 28, kRow = 33, kRowCompact = 26, kRowComfortable = 40;
inline constexpr int kIcon = 16, kIconRail = 20, kIconBadge = 13;
}  // namespace metric

/// Puts style, palette and font of the theme on the application; call again to switch at run time.
void applyTheme(QApplication& application, ThemeKind kind);
QPalette paletteFor(const Tokens& tokens);

}  // namespace cotejo::widgets
