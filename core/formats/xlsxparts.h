#pragma once

#include "core/formats/xlsx.h"
#include "core/formats/xlsxcells.h"

namespace plumbline {

/// The sheets of a card, each a part of its own. A figure's home is on the first that puts it.
void writeFront(XlsxCells& cells, XlsxSheet& sheet);
void writeClaims(XlsxCells& cells, XlsxSheet& sheet);
void writeAssumptions(XlsxCells& cells, XlsxSheet& sheet);
void writeFacts(XlsxCells& cells, XlsxSheet& sheet);
void writeQuotes(XlsxCells& cells, XlsxSheet& sheet);
void writeQuestions(XlsxCells& cells, XlsxSheet& sheet);
void writeSources(XlsxCells& cells, XlsxSheet& sheet, const WorkbookOptions& options);
/// Every figure that has no home yet.
void writeWorkings(XlsxCells& cells, XlsxSheet& sheet);

} // namespace plumbline
