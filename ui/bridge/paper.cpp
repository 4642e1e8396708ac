#include "ui/bridge/paper.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfDocument>
#include <algorithm>

#include "core/decide/errors.h"
#include "core/decide/refusal.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/header.h"
#include "ui/bridge/image.h"
#include "ui/bridge/text.h"
#include "ui/widgets/style/theme.h"

namespace cotejo::bridge {

namespace {

// A page of text is a typewriter's: what is on which page does not depend on a screen or a font.
constexpr qsizetype kTextColumns = 92, kTextLines = 58;
constexpr double kHighestPage = 4.0;  // height over width; a longer strip is scaled down to it

tl::unexpected<Error> notDrawable(const char* why) {
    return tl::unexpected<Error>(decide::refusal(decide::kNotDrawable, {{"why", why}}));
}

bool isPdf(ByteView bytes) {
    const auto head = textOf(bytes.first(std::min<std::size_t>(bytes.size(), 1024)));
    return std::string_view(head).find("%PDF-") != std::string_view::npos;
}

/// Whole UTF-8 without control characters but tab and line ends.
std::optional<QStringList> linesOf(ByteView bytes) {
    const auto text = QString::fromUtf8(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    if (bytes.empty() || text.contains(QChar::ReplacementCharacter)) return std::nullopt;
    QStringList lines;
    for (QString line : text.split(QLatin1Char('\n'))) {
        if (line.endsWith(QLatin1Char('\r'))) line.chop(1);
        line.replace(QLatin1Char('\t'), QStringLiteral("    "));
        for (const QChar c : line)
            if (c.category() == QChar::Other_Control && c != QLatin1Char('\f')) return std::nullopt;
        line.remove(QLatin1Char('\f'));
        while (line.size() > kTextColumns) {
            qsizetype at = line.lastIndexOf(QLatin1Char(' '), kTextColumns);
            if (at < kTextColumns / 2) at = kTextColumns;
            if (line[at - 1].isHighSurrogate()) --at;
            lines << line.first(at);
            line = line.sliced(at).trimmed();
        }
        lines << line;
    }
    while (lines.size() > 1 && lines.back().isEmpty()) lines.removeLast();
    return lines;
}

int pagesOf(const QStringList& lines) { return int((lines.size() + kTextLines - 1) / kTextLines); }

/// A picture counts as one page: a file with more of them would show only its first.
bool hasSeveralPictures(ByteView bytes) {
    const auto at = [&](std::size_t i, std::size_t length) -> std::uint32_t {
        const bool big = bytes[0] == 'M';
        std::uint32_t value = 0;
        for (std::size_t k = 0; k < length; ++k) value |= std::uint32_t(bytes[i + k]) << (8 * (big ? length - 1 - k : k));
        return value;
    };
    if (bytes.size() < 8) return false;
    const std::size_t directory = at(4, 4);
    if (directory + 2 > bytes.size()) return false;
    const std::size_t next = directory + 2 + std::size_t(at(directory, 2)) * 12;
    return next + 4 <= bytes.size() && at(next, 4) != 0;
}

/// Loaded in the thread that calls; null with the reason when it cannot be shown.
struct Pdf {
    explicit Pdf(ByteView bytes) : data(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())) {
        buffer.setBuffer(&data);
        buffer.open(QIODevice::ReadOnly);
        document.load(&buffer);
    }
    bool ready() const { return document.status() == QPdfDocument::Status::Ready && document.pageCount() > 0; }

    QByteArray data;
    QBuffer buffer;
    QPdfDocument document{nullptr};
};

QImage drawText(const QStringList& lines, int index, int width) {
    const int height = width * 297 / 210;
    QImage page(width, height, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setPen(Qt::black);
    const double margin = width * 0.07;
    QFont font = widgets::fontOf(widgets::TextRole::Mono);
    font.setPixelSize(std::max(4, int((height - 2 * margin) / kTextLines / 1.35)));
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const double step = (height - 2 * margin) / kTextLines, room = width - 2 * margin;
    for (qsizetype row = 0; row < kTextLines && index * kTextLines + row < lines.size(); ++row) {
        const QString& line = lines[index * kTextLines + row];
        const double asked = metrics.horizontalAdvance(line);
        painter.save();
        painter.translate(margin, margin + step * double(row));
        if (asked > room) painter.scale(room / asked, 1);  // wide letters: nothing is cut off
        painter.drawText(QPointF(0, metrics.ascent()), line);
        painter.restore();
    }
    return page;
}

}  // namespace

Result<PaperFacts> paperFacts(ByteView bytes) {
    if (bytes.size() > kPaperMostBytes) return fail("E_TOO_LARGE", "a paper has at most 32 MB");
    PaperFacts facts;
    if (isPdf(bytes)) {
        const Pdf pdf(bytes);
        if (!pdf.ready()) return notDrawable("pdf");
        facts = {"application/pdf", pdf.document.pageCount()};
    } else if (const auto header = imaging::readImageHeader(bytes)) {
        if (header->format == imaging::ImageFormat::Tiff && hasSeveralPictures(bytes)) return notDrawable("several_pictures");
        if (auto drawn = decodeImage(bytes); !drawn) return tl::unexpected<Error>(std::move(drawn).error());
        facts = {std::string(imaging::mimeOf(header->format)), 1};
    } else if (const auto lines = linesOf(bytes)) {
        facts = {"text/plain", pagesOf(*lines)};
    } else {
        return notDrawable("format");
    }
    if (facts.pages > kPaperMostPages) return notDrawable("too_many_pages");
    return facts;
}

Result<QImage> paperPage(ByteView bytes, int index, int width) {
    width = std::clamp(width, 200, 2400);
    if (isPdf(bytes)) {
        Pdf pdf(bytes);
        if (!pdf.ready() || index < 0 || index >= pdf.document.pageCount()) return notDrawable("pdf");
        const QSizeF points = pdf.document.pagePointSize(index);
        if (points.width() <= 0 || points.height() <= 0) return notDrawable("pdf");
        const double shape = std::min(points.height() / points.width(), kHighestPage);
        const QSize size = QSizeF(points).scaled(width, width * shape, Qt::KeepAspectRatio).toSize().expandedTo(QSize(1, 1));
        const QImage drawn = pdf.document.render(index, size);
        if (drawn.isNull()) return notDrawable("pdf");
        QImage page(size, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter(&page).drawImage(0, 0, drawn);
        return page;
    }
    if (imaging::readImageHeader(bytes)) {
        COTEJO_TRY_ASSIGN(const auto image, decodeImage(bytes));
        if (index != 0) return notDrawable("format");
        const double shape = std::min(double(image.height()) / std::max(1, image.width()), kHighestPage);
        return image.scaled(QSize(width, int(width * shape)), Qt::KeepAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    }
    const auto lines = linesOf(bytes);
    if (!lines || index < 0 || index >= pagesOf(*lines)) return notDrawable("format");
    return drawText(*lines, index, width);
}

}  // namespace cotejo::bridge
