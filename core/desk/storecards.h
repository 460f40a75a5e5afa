#pragma once

#include "core/desk/cards.h"
#include "core/formats/ranking.h"
#include "core/store/store.h"

#include <functional>

namespace plumbline {

/// What commands ask of a store: company by company, so that thousands need no more memory than one.

/// Makes the card of each company in the order of their symbols and hands it on. Who cannot be read is handed on as a
/// damaged company; `said` hears why.
Result<void> eachCard(const Store& store, const DeskQuestion& question, const QLocale& locale,
                      const std::function<void(Card)>& take,
                      const std::function<void(const QString&)>& said = {});

/// The ranking's rows, best first; damaged companies last, without a rank.
Result<std::vector<RankingRow>> rankedRows(const Store& store, const DeskQuestion& question,
                                           const QLocale& locale,
                                           const std::function<void(const QString&)>& said);

/// The card of one company with its rank. The others' places are those that were kept, where nothing has changed since
/// and the settings concern this company alone; else all cards are made. A damaged company has no card: an error.
Result<Card> cardIn(const Store& store, const QString& symbol, const DeskQuestion& question,
                    const QLocale& locale);

} // namespace plumbline
