#include "ui/widgets/style/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>
#include <array>

#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

namespace {

QColor rgb(QRgb value) { return QColor(value); }

Tokens lightTokens() {
    Tokens t;
    t.kind = ThemeKind::Light;
    t.win = rgb(0xF3F4F6), t.base = rgb(0xFFFFFF), t.sunk = rgb(0xE9EBEF);
    t.line = rgb(0xDFE2E7), t.line2 = rgb(0xC6CBD3), t.ctl = rgb(0x7C8490);
    t.t1 = rgb(0x171B21), t.t2 = rgb(0x454D59), t.t3 = rgb(0x5F6875);
    t.accent = rgb(0x165A9C), t.onAccent = rgb(0xFFFFFF), t.selAccent = rgb(0x165A9C);
    t.sel = rgb(0xE0EBF7), t.sel2 = rgb(0xC5DBF1);
    t.ok = rgb(0x1B6A3C), t.okFill = rgb(0xE4F3E9);
    t.warn = rgb(0x7F4E00), t.warnFill = rgb(0xFBF0DB);
    t.bad = rgb(0xA8231C), t.badFill = rgb(0xFBE7E5);
    t.protect = rgb(0x5F3A97), t.protectFill = rgb(0xF0E9F9);
    t.neutralFill = rgb(0xECEEF1);
    return t;
}

Tokens darkTokens() {
    Tokens t;
    t.kind = ThemeKind::Dark;
    t.win = rgb(0x1B1D20), t.base = rgb(0x24272A), t.sunk = rgb(0x17191B);
    t.line = rgb(0x34383D), t.line2 = rgb(0x474C53), t.ctl = rgb(0x7E8792);
    t.t1 = rgb(0xE9EBEE), t.t2 = rgb(0xBCC3CC), t.t3 = rgb(0xA3ACB7);
    t.accent = rgb(0x74B4EF), t.onAccent = rgb(0x0B1A28), t.selAccent = rgb(0x9CCBF6);
    t.sel = rgb(0x263F59), t.sel2 = rgb(0x315476);
    t.ok = rgb(0x7CCB98), t.okFill = rgb(0x1E3327);
    t.warn = rgb(0xE8B968), t.warnFill = rgb(0x3A2E17);
    t.bad = rgb(0xF4978F), t.badFill = rgb(0x432321);
    t.protect = rgb(0xC8ACF0), t.protectFill = rgb(0x332845);
    t.neutralFill = rgb(0x303439);
    return t;
}

Tokens highContrastTokens() {
    Tokens t;
    t.kind = ThemeKind::HighContrast;
    t.win = t.base = t.sunk = rgb(0x000000);
    t.line = t.line2 = t.ctl = rgb(0xFFFFFF);
    t.t1 = rgb(0xFFFFFF), t.t2 = t.t3 = rgb(0xE2E5E9);
    t.accent = rgb(0x7CC7FF), t.onAccent = rgb(0x000000), t.selAccent = rgb(0x7CC7FF);
    t.sel = t.sel2 = rgb(0x003A70);
    t.ok = rgb(0x74E6A0), t.warn = rgb(0xFFD55C), t.bad = rgb(0xFFA49B), t.protect = rgb(0xDCC2FF);
    t.okFill = t.warnFill = t.badFill = t.protectFill = t.neutralFill = rgb(0x000000);
    return t;
}

}  // namespace

const Tokens& tokensFor(ThemeKind kind) {
    static const std::array<Tokens, 3> all{lightTokens(), darkTokens(), highContrastTokens()};
    return all[static_cast<std::size_t>(kind)];
}

const Tokens& tokensOf(const QWidget* widget) {
    const auto* style = qobject_cast<const Style*>(widget != nullptr ? widget->style() : QApplication::style());
    return style != nullptr ? style->tokens() : tokensFor(ThemeKind::Light);
}

const CanvasTokens& canvasTokens() {
    static const CanvasTokens tokens;
    return tokens;
}

QColor ink(const Tokens& tokens, Tone tone) {
    switch (tone) {
    case Tone::Accent: return tokens.accent;
    case Tone::Ok: return tokens.ok;
    case Tone::Warn: return tokens.warn;
    case Tone::Bad: return tokens.bad;
    case Tone::Protect: return tokens.protect;
    case Tone::Neutral: break;
    }
    return tokens.t2;
}

QColor fill(const Tokens& tokens, Tone tone) {
    switch (tone) {
    case Tone::Accent: return tokens.highContrast() ? tokens.base : tokens.sel;
    case Tone::Ok: return tokens.okFill;
    case Tone::Warn: return tokens.warnFill;
    case Tone::Bad: return tokens.badFill;
    case Tone::Protect: return tokens.protectFill;
    case Tone::Neutral: break;
    }
    return tokens.neutralFill;
}

QFont fontOf(TextRole role, Weight weight) {
    const bool mono = role == TextRole::Mono || role == TextRole::MonoSmall;
    QFont font;
    font.setFamilies(mono ? QStringList{QStringLiteral("Noto Sans Mono"), QStringLiteral("monospace")}
                          : QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("sans-serif")});
    if (mono) font.setStyleHint(QFont::Monospace);
    int pixels = 13;
    switch (role) {
    case TextRole::Caption: pixels = 11; break;
    case TextRole::Secondary: pixels = 12; break;
    case TextRole::MonoSmall: pixels = 11; break;
    case TextRole::Section: pixels = 15; break;
    case TextRole::Title: pixels = 20; break;
    case TextRole::Body:
    case TextRole::Mono: break;
    }
    font.setPixelSize(pixels);
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int lineHeight(TextRole role) {
    switch (role) {
    case TextRole::Caption:
    case TextRole::MonoSmall: return 14;
    case TextRole::Secondary: return 16;
    case TextRole::Section: return 20;
    case TextRole::Title: return 26;
    case TextRole::Body:
    case TextRole::Mono: break;
    }
    return 18;
}

QPalette paletteFor(const Tokens& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.win);
    p.setColor(QPalette::WindowText, t.t1);
    p.setColor(QPalette::Base, t.base);
    p.setColor(QPalette::AlternateBase, t.sunk);
    p.setColor(QPalette::Text, t.t1);
    p.setColor(QPalette::PlaceholderText, t.t3);
    p.setColor(QPalette::Button, t.base);
    p.setColor(QPalette::ButtonText, t.t1);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.base);
    p.setColor(QPalette::ToolTipText, t.t1);
    p.setColor(QPalette::Light, t.base);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line2);
    p.setColor(QPalette::Dark, t.ctl);
    p.setColor(QPalette::Shadow, t.ctl);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.t3);
    p.setColor(QPalette::Disabled, QPalette::Base, t.sunk);
    return p;
}

void applyTheme(QApplication& application, ThemeKind kind) {
    const Tokens& tokens = tokensFor(kind);
    application.setPalette(paletteFor(tokens));
    application.setFont(fontOf(TextRole::Body));
    application.setStyle(new Style(tokens));  // the application owns it and deletes the one before
    application.setPalette(paletteFor(tokens));
}

}  // namespace cotejo::widgets
