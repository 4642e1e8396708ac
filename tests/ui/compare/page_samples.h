#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTest>
#include <cmath>

#include "tests/ui/compare/drawn_samples.h"
#include "ui/compare/compare_values.h"

/// Values that the tests of both pages show, and what they ask of every page.
namespace cotejo::compare::samples {

/// Pictures for people to look at, in each theme; nothing is written without COTEJO_PICTURES.
inline void keep(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    for (const auto& [kind, suffix] :
         {std::pair(widgets::ThemeKind::Light, ""), std::pair(widgets::ThemeKind::Dark, "-dark")}) {
        widgets::applyTheme(*qApp, kind);
        QTest::qWait(0);
        widget.grab().save(folder + "/" + name + suffix + ".png");
    }
    widgets::applyTheme(*qApp, widgets::ThemeKind::Light);
}

inline void everyControlIsNamed(const QWidget& page) {
    for (const auto* widget : page.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
            qobject_cast<const QLabel*>(widget))
            continue;
        EXPECT_FALSE(widget->accessibleName().isEmpty() &&
                     (!qobject_cast<const QAbstractButton*>(widget) ||
                      static_cast<const QAbstractButton*>(widget)->text().isEmpty()))
            << widget->metaObject()->className() << " " << widget->objectName().toStdString()
            << " has no accessible name";
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
            button && button->text().isEmpty() && !button->icon().isNull()) {
            EXPECT_FALSE(button->toolTip().isEmpty())
                << button->objectName().toStdString() << " shows an icon only, without a tooltip";
        }
    }
}

inline std::vector<CandidateCard> cards(int count, int visited) {
    std::vector<CandidateCard> result;
    for (int i = 0; i < count; ++i)
        result.push_back(
            {QString("key%1").arg(i),
             QString(QChar('A' + i)),
             drawn::face({300, 380}, i * 2 - 4, i % 3, QColor::fromHsv(25, 40 + 9 * i, 90)).image,
             i < visited,
             {}});
    return result;
}

inline FaceImage probe() {
    auto face = drawn::face({1280, 1600}, 0, 0, QColor("#574f49"));
    face.title = "Probe";
    face.detail = "live · today 09:50";
    return face;
}

inline FaceImage reference() {
    auto face = drawn::face({960, 1200}, 4, 1.6, QColor("#5b534c"));
    face.title = "Candidate C";
    face.detail = "reference · taken 2023";
    return face;
}

inline RevealValues revealed() {
    RevealValues values;
    values.revealed = "Revealed 10:17 by you · recorded act";
    const std::array<double, 6> scores{0.447, 0.391, 0.377, 0.362, 0.355, 0.349};
    const QString letters = "CBEAFD";
    for (int i = 0; i < 6; ++i)
        values.rows.push_back({QString("key%1").arg(letters[i].unicode() - 'A'), QString(letters[i]),
                               std::nullopt,
                               i == 0   ? record::ExaminerConclusion::Inconclusive
                               : i == 1 ? record::ExaminerConclusion::Inconclusive
                                        : record::ExaminerConclusion::Exclusion,
                               scores[std::size_t(i)], i + 1, i == 0});
    values.entry = {"HALVORSEN, Marit Elin",
                    "Wanted persons",
                    "Prosecutor of UTO",
                    "Arrest warrant 311/2025",
                    "Warrant",
                    "30 Jan 2027",
                    "Entry active",
                    "",
                    true};
    values.probe = probe().image;
    values.reference = reference().image;
    values.calibration = {"ctj-face-1", "CAL-2026-03", 0.412, 1e-4,       0.03, 1.0 / 34000,
                          0.03,         false,         7004,  43'800'000, {},   {}};
    for (int i = 0; i <= 80; ++i) {
        const double x = -0.35 + i * 0.01, m = 0.3 + i * 0.0095;
        values.calibration.nonMatedCurve.push_back({x, std::exp(-std::pow((x - 0.006) / 0.11, 2) / 2)});
        values.calibration.matedCurve.push_back({m, 0.82 * std::exp(-std::pow((m - 0.69) / 0.118, 2) / 2)});
    }
    values.comparisons = 5000;
    values.searched = {{"Wanted persons", 5000, "2 h 14 min"},
                       {"Encounters · by document", 218'406, "2 h 14 min"}};
    values.notSearched = {{"Partner lists", "no agreement in force"},
                          {"Fingerprint: left little", "bandaged"}};
    values.samples = "1 live face (sufficient), 9 fingerprints.";
    return values;
}

inline ProtocolState comparing() {
    return {ProtocolStep::Comparison,
            "2 candidates to see and 3 conclusions are missing",
            "E_NOT_VISITED",
            true,
            {}};
}

}  // namespace cotejo::compare::samples
