#pragma once

#include "core/report/card.h"
#include "ui/common/figuretablemodel.h"

#include <QLocale>

namespace plumbline {

/// The tables of a card as rows of cells. Pure: the same card gives the same rows.
std::vector<TableRow> claimRows(const Card& card, const QLocale& locale);
/// The one row under the claims: what is counted once, and what it adds up to.
std::vector<TableRow> totalRows(const Card& card, const QLocale& locale);
std::vector<TableRow> quoteRows(const Card& card);
std::vector<TableRow> quantificationRows(const Card& card);
std::vector<TableRow> questionRows(const Card& card);
std::vector<TableRow> signalRows(const Card& card, const QLocale& locale);
std::vector<TableRow> checkRows(const Card& card);
/// Base year and consensus, a column a year.
std::vector<TableRow> consensusRows(const Card& card, const QLocale& locale);
QStringList consensusYears(const Card& card);

} // namespace plumbline
