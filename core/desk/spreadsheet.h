#pragma once

#include "core/formats/xlsx.h"

#include <QByteArray>

namespace plumbline {

/// The bytes of a card's spreadsheet (see writeXlsx).
Result<QByteArray> cardToXlsx(const Card& card, const WorkbookOptions& options, const QLocale& locale);

} // namespace plumbline
