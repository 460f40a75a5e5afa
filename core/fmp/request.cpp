#include "core/fmp/request.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace plumbline::fmp {

QString Request::address() const
{
    QString address = path;
    QChar before = u'?';
    for (const auto& [name, value] : query) {
        address += before + name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value, ","));
        before = u'&';
    }
    return address;
}

Request requestFor(const QString& path, const QString& symbol, QList<std::pair<QString, QString>> more)
{
    more.prepend({u"symbol"_s, symbol});
    return {path, more};
}

Request batchQuote(const QStringList& symbols)
{
    return {u"batch-quote"_s, {{u"symbols"_s, symbols.join(u',')}}};
}

Request newsOf(const QString& symbol, int limit)
{
    return {u"news/stock"_s, {{u"symbols"_s, symbol.toUpper()}, {u"limit"_s, QString::number(limit)}}};
}

Request releasesOf(const QString& symbol, int limit)
{
    return {u"news/press-releases"_s,
            {{u"symbols"_s, symbol.toUpper()}, {u"limit"_s, QString::number(limit)}}};
}

Request dailyPricesOf(const QString& symbol, const QDate& from, const QDate& to)
{
    return requestFor(u"historical-price-eod/full"_s, symbol,
                      {{u"from"_s, from.toString(Qt::ISODate)}, {u"to"_s, to.toString(Qt::ISODate)}});
}

Request rateOf(const QString& from, const QString& to)
{
    return requestFor(u"quote"_s, from.toUpper() + to.toUpper());
}

Request transcriptOf(const QString& symbol, int fiscalYear, int quarter)
{
    return requestFor(u"earning-call-transcript"_s, symbol,
                      {{u"year"_s, QString::number(fiscalYear)}, {u"quarter"_s, QString::number(quarter)}});
}

} // namespace plumbline::fmp
