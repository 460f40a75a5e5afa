#pragma once

#include "core/transcript/search.h"
#include "ui/common/figuretablemodel.h"

namespace plumbline {

/// Sentences that were found, as rows: company, call, who said it as what, in which part, and the sentence. Copied, they
/// are a table of plain words.
std::vector<TableRow> foundRows(const std::vector<Found>& found);
std::vector<TableColumn> foundColumns();

} // namespace plumbline
