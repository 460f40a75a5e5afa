#pragma once

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

/// One call, by the company's own fiscal year and quarter.
Request transcriptOf(const QString& symbol, int fiscalYear, int quarter);

} // namespace plumbline::fmp
