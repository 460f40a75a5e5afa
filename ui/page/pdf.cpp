#include "ui/page/pdf.h"

#include "core/report/report.h"
#include "core/report/reportwords.h"
#include "core/text/filename.h"
#include "core/text/printable.h"
#include "ui/page/pdffinish.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Pdf)
};

/// What Qt writes: pages with their fonts, a date of its own, no bookmarks.
Result<QByteArray> painted(const PaperPages& pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72 * static_cast<int>(point)); // so that the layout's units are the painter's
    writer.setPageSize(QPageSize(pages.size / point, QPageSize::Point, {}, QPageSize::FuzzyMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    if (!painter.isActive())
        return failure(Error::Kind::NotAvailable, Words::tr("The PDF could not be begun."));
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        paintPage(painter, pages.pages[i]);
    }
    painter.end();
    return bytes;
}

} // namespace

Result<QByteArray> pdfOf(const PaperPages& pages, const PdfProperties& properties)
{
    return painted(pages).and_then(
        [&](const QByteArray& bytes) { return finishedPdf(bytes, pages, properties); });
}

QString pdfNameOf(const QString& symbol)
{
    return fileNameOf(symbol, u"pdf"_s);
}

Result<QByteArray> cardToPdf(const Card& card, const PageOptions& options, const QLocale& locale)
{
    const Dossier& dossier = card.coverage.dossier;
    const PdfProperties properties {
        .title = printable(headline(dossier)),
        .subject = printable(Words::tr("AI claims and their uplift, as of %1, scenario %2, score %3")
                                 .arg(lastDay(dossier), card.scenario, card.scoringModel.id)),
        .keywords = figuresDigest(card),
        .program = options.program,
        .date = options.workspaceTime};
    return pdfOf(pagesOf(card, options, locale), properties);
}

} // namespace plumbline
