#pragma once

#include "core/report/card.h"

namespace plumbline {

/// What a spreadsheet says of itself beside the card.
struct WorkbookOptions
{
    QString workspaceTime {}; ///< ISO time the workspace was made; also the document's own date
    QString program {};       ///< "Plumbline 0.1.0"
    QStringList settings {};  ///< "margin.aws=20%": what was asked for this card alone
};

/// Writes the card as a spreadsheet (XLSX) into the file at `path`. Every figure is a cell with a name of its own
/// (nameOfFigure); assumptions and facts are numbers to be changed, everything computed is a formula over those names, with
/// the program's result beside it for readers that do not compute. What the workspace holds is text, never a formula.
/// The same card gives the same bytes.
Result<void> writeXlsx(const Card& card, const WorkbookOptions& options, const QString& path,
                       const QLocale& locale);

} // namespace plumbline
