#include "ui/help/handbook.h"

#include <QRegularExpression>

#include "core/base/file.h"
#include "core/base/share.h"

namespace cotejo::help {

namespace {
constexpr std::size_t kCap = 1 << 20;
}

std::vector<Section> parseHandbook(const QString& markdown) {
    static const QRegularExpression heading(QStringLiteral("^# (.+?)\\s*\\{#([A-Za-z]+)\\}\\s*$"));
    std::vector<Section> sections;
    for (const QString& line : markdown.split(QLatin1Char('\n'))) {
        if (const auto match = heading.match(line); match.hasMatch())
            sections.push_back({match.captured(2), match.captured(1), {}});
        else if (!sections.empty())
            sections.back().text += line + QLatin1Char('\n');
    }
    return sections;
}

Result<std::vector<Section>> readHandbook(const QString& language) {
    COTEJO_TRY_ASSIGN(const auto share, findShare());
    COTEJO_TRY_ASSIGN(const Bytes text, readFile(share / "help" / (language.toStdString() + ".md"), kCap));
    return parseHandbook(QString::fromUtf8(reinterpret_cast<const char*>(text.data()), qsizetype(text.size())));
}

}  // namespace cotejo::help
