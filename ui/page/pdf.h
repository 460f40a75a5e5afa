#pragma once

#include "core/values/result.h"
#include "ui/page/cardpages.h"

#include <QByteArray>

namespace plumbline {

/// What a PDF says about itself.
struct PdfProperties
{
    QString title {};
    QString subject {};
    QString keywords {};
    QString program {};
    QString date {}; ///< ISO time; the document's own, so that the same pages give the same bytes
};

/// Pages as a PDF with embedded fonts, bookmarks and links. The same pages give the same bytes. Needs an application
/// with fonts (QGuiApplication), not a screen.
Result<QByteArray> pdfOf(const PaperPages& pages, const PdfProperties& properties);

/// The name of a company's printed card that every disk takes: "BRK.B.pdf".
QString pdfNameOf(const QString& symbol);

/// A card as PDF.
Result<QByteArray> cardToPdf(const Card& card, const PageOptions& options, const QLocale& locale);

} // namespace plumbline
