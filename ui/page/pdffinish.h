#pragma once

#include "ui/page/pdf.h"

namespace plumbline {

/// A PDF of Qt's with what Qt leaves out: bookmarks, links, properties, and a date and an id that depend on nothing but
/// the pages.
Result<QByteArray> finishedPdf(const QByteArray& painted, const PaperPages& pages,
                               const PdfProperties& properties);

} // namespace plumbline
