#include "core/formats/ranking.h"

#include "core/formats/cardwriter.h"
#include "core/signals/trend.h"
#include "core/text/figures.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RankingFormat)
};

QString oldestInput(const Dossier& dossier)
{
    QString oldest;
    for (const Fact& fact : dossier.facts)
        if (!fact.source.asOf.isEmpty() && fact.value && (oldest.isEmpty() || fact.source.asOf < oldest))
            oldest = fact.source.asOf;
    return oldest;
}

Json valueOrNull(const Card& card, const char16_t* name, double factor = 1)
{
    const auto value = card.sheet.value(QString::fromUtf16(name));
    return value ? Json(*value * factor) : Json();
}

Json row(const Card& card)
{
    const Dossier& dossier = card.coverage.dossier;
    const auto orNull = [](const QString& text) { return text.isEmpty() ? Json() : toJson(text); };
    Json out = {{"rank", card.rank ? Json(*card.rank) : Json()},
                {"symbol", toJson(dossier.symbol)},
                {"name", toJson(dossier.name)}};
    out["conviction"] = valueOrNull(card, u"conviction.total");
    out["measurable"] = valueOrNull(card, u"conviction.measurable");
    Json components = Json::object();
    for (const char* name :
         {"enthusiasm", "trend", "quantifies", "impact", "under_radar", "credibility", "confirmation"}) {
        const auto points = card.sheet.value(QStringLiteral("conviction.") + QString::fromLatin1(name));
        const bool measured =
            card.sheet.value(QStringLiteral("conviction.%1.measurable").arg(QString::fromLatin1(name)))
                .value_or(0)
            > 0;
        components[name] = points && measured ? Json(*points) : Json();
    }
    out["components"] = std::move(components);
    out["enthusiasm"] = valueOrNull(card, u"enthusiasm.latest");
    out["trend"] = orNull(trendCode(trendOf(card.sheet)));
    out["revenue_uplift_percent"] = valueOrNull(card, u"aggregate.revenue_uplift_percent", 100);
    out["eps_uplift_percent"] = valueOrNull(card, u"aggregate.eps_uplift_percent", 100);
    out["priced_in"] = orNull(card.pricedIn);
    out["versus_analysts"] = orNull(card.versusAnalysts);
    out["oldest_input"] = orNull(oldestInput(dossier));
    out["flags"] = Json::array();
    for (const QString& flag : card.flags)
        out["flags"].push_back(toJson(flag));
    return out;
}

QString percent(const Card& card, const char16_t* name, const QLocale& locale)
{
    const auto value = card.sheet.value(QString::fromUtf16(name));
    return value                                            ? number(*value * 100, 2, locale)
         : value.error().kind == Error::Kind::NotMeaningful ? Words::tr("n.m.")
                                                            : Words::tr("unknown");
}

} // namespace

QByteArray rankingToJson(const std::vector<const Card*>& ranked)
{
    Json out = Json::array();
    for (const Card* card : ranked)
        out.push_back(row(*card));
    return QByteArray::fromStdString(out.dump(1)) + '\n';
}

QByteArray rankingToTable(const std::vector<const Card*>& ranked, const QLocale& locale)
{
    QList<QStringList> rows {{Words::tr("#"), Words::tr("Symbol"), Words::tr("Company"),
                              Words::tr("Conviction"), Words::tr("of"), Words::tr("Rev %"),
                              Words::tr("EPS %"), Words::tr("Vs analysts"), Words::tr("Priced in")}};
    for (const Card* card : ranked) {
        const auto value = [&](const char16_t* name) {
            return card->sheet.value(QString::fromUtf16(name)).value_or(0);
        };
        rows.append({card->rank ? QString::number(*card->rank) : QString(), card->coverage.dossier.symbol,
                     card->coverage.dossier.name, number(value(u"conviction.total"), 1, locale),
                     number(value(u"conviction.measurable"), 0, locale),
                     percent(*card, u"aggregate.revenue_uplift_percent", locale),
                     percent(*card, u"aggregate.eps_uplift_percent", locale),
                     card->versusAnalysts.isEmpty() ? Words::tr("unknown") : card->versusAnalysts,
                     card->pricedIn.isEmpty() ? Words::tr("unknown") : card->pricedIn});
    }
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList& cells : rows)
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    const QList<qsizetype> right {0, 3, 4, 5, 6};
    QString text;
    for (const QStringList& cells : rows) {
        QStringList line;
        for (qsizetype i = 0; i < cells.size(); ++i)
            line.append(right.contains(i) ? cells[i].rightJustified(widths[i])
                                          : cells[i].leftJustified(widths[i]));
        QString joined = line.join(QStringLiteral("  "));
        while (joined.endsWith(u' '))
            joined.chop(1);
        text += joined + u'\n';
    }
    return text.toUtf8();
}

QByteArray rankingToCsv(const std::vector<const Card*>& ranked)
{
    QByteArray out = "rank,symbol,name,conviction_points,measurable_points,revenue_uplift_percent,eps_uplift_"
                     "percent,versus_analysts,priced_in\n";
    for (const Card* card : ranked) {
        const auto value = [&](const char16_t* name, double factor) {
            const auto known = card->sheet.value(QString::fromUtf16(name));
            return known ? QByteArray::number(*known * factor, 'g', 17) : QByteArray();
        };
        QString name = card->coverage.dossier.name;
        if (!name.isEmpty() && QStringView(u"=+-@").contains(name.front()))
            name.prepend(u'\''); // a spreadsheet would run it
        out += (card->rank ? QByteArray::number(*card->rank) : QByteArray()) + ','
             + card->coverage.dossier.symbol.toUtf8() + ",\""
             + name.replace(u'"', QStringLiteral("\"\"")).toUtf8() + "\"," + value(u"conviction.total", 1)
             + ',' + value(u"conviction.measurable", 1) + ','
             + value(u"aggregate.revenue_uplift_percent", 100) + ','
             + value(u"aggregate.eps_uplift_percent", 100) + ',' + card->versusAnalysts.toUtf8() + ','
             + card->pricedIn.toUtf8() + '\n';
    }
    return out;
}

Result<void> sortBy(std::vector<const Card*>& ranked, const QString& column)
{
    const bool descending = column.startsWith(u'-');
    const QString name = descending ? column.mid(1) : column;
    if (name.isEmpty())
        return {};
    const auto sorted = [&](auto keyOf) {
        std::stable_sort(ranked.begin(), ranked.end(), [&](const Card* a, const Card* b) {
            const auto left = keyOf(*a);
            const auto right = keyOf(*b);
            if (!left || !right)
                return left.has_value() && !right.has_value();
            return descending ? *right < *left : *left < *right;
        });
        return Result<void>();
    };
    if (name == u"symbol")
        return sorted([](const Card& card) { return std::optional(card.coverage.dossier.symbol); });
    if (name == u"name")
        return sorted([](const Card& card) { return std::optional(card.coverage.dossier.name); });
    if (name == u"rank")
        return sorted([](const Card& card) { return card.rank; });
    static const QHash<QString, QString> figures {
        {QStringLiteral("conviction"), QStringLiteral("conviction.total")},
        {QStringLiteral("measurable"), QStringLiteral("conviction.measurable")},
        {QStringLiteral("revenue_uplift_percent"), QStringLiteral("aggregate.revenue_uplift_percent")},
        {QStringLiteral("eps_uplift_percent"), QStringLiteral("aggregate.eps_uplift_percent")},
        {QStringLiteral("enthusiasm"), QStringLiteral("enthusiasm.latest")}};
    if (!figures.contains(name))
        return failure(Error::Kind::Invalid, Words::tr("The ranking has no column %1 to sort by.").arg(name));
    return sorted([&](const Card& card) {
        const auto value = card.sheet.value(figures.value(name));
        return value ? std::optional(*value) : std::nullopt;
    });
}

} // namespace plumbline
