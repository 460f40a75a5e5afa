#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace plumbline::fmp {

/// One thing to ask FMP for, without host and key: the key goes into a header, never into an address.
struct Request
{
    QString path; ///< below the base address: "historical-price-eod/full"
    QList<std::pair<QString, QString>> query;

    /// "quote?symbol=BRK-B": every value percent-encoded, so that no symbol can add a parameter or leave the path.
    QString address() const;

    friend bool operator==(const Request&, const Request&) = default;
};

/// Asks one path about one company.
Request requestFor(const QString& path, const QString& symbol, QList<std::pair<QString, QString>> more = {});

/// Quotes of many companies in one call; answers are matched by symbol, never by position.
Request batchQuote(const QStringList& symbols);

/// News take `symbols`: with `symbol` FMP answers for another company. Lower-case symbols answer nothing.
Request newsOf(const QString& symbol, int limit);

/// What a company publishes itself; `symbols` as with news.
Request releasesOf(const QString& symbol, int limit);

/// Days of trading from one day to another.
Request dailyPricesOf(const QString& symbol, const QDate& from, const QDate& to);

/// The index a company's price is held against.
inline constexpr char16_t marketIndex[] = u"^GSPC";

/// How much of one currency one of another costs.
Request rateOf(const QString& from, const QString& to);

/// One call, by the company's own fiscal year and quarter.
Request transcriptOf(const QString& symbol, int fiscalYear, int quarter);

} // namespace plumbline::fmp
