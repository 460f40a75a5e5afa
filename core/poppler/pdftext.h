#pragma once

#include "core/values/result.h"

#include <QByteArray>

namespace plumbline {

/// The words of a PDF as UTF-8, page behind page with a form feed between them, lines as they stand on the page. Fails
/// with a sentence where there are none to be had: a broken file, one that asks for a password, a scan without text.
Result<QByteArray> pdfText(const QByteArray& file);

/// The words of a call in a file of any kind: PDF, else as formats/extract unwraps it.
Result<QByteArray> fileText(const QByteArray& file);

} // namespace plumbline
