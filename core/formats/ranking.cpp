#include "core/formats/ranking.h"

#include "core/formats/cardwriter.h"
#include "core/formats/csv.h"
#include "core/formats/rankingmarkup.h"
#include "core/signals/trend.h"
#include "core/text/figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RankingFormat)
};

const std::array<const char*, 7>& componentNames()
{
    static const std::array<const char*, 7> names {"enthusiasm",  "trend",       "quantifies",  "impact",
                                                   "under_radar", "credibility", "confirmation"};
    return names;
}

Json orNull(const std::optional<double>& value, double factor = 1)
{
    return value ? Json(*value * factor) : Json();
}

Json orNull(const QString& text)
{
    return text.isEmpty() ? Json() : toJson(text);
}

Json rowJson(const RankingRow& row)
{
    Json out = {{"rank", row.rank ? Json(*row.rank) : Json()},
                {"symbol", toJson(row.symbol)},
                {"name", toJson(row.name)},
                {"conviction", orNull(row.conviction)},
                {"measurable", orNull(row.measurable)}};
    Json components = Json::object();
    for (std::size_t i = 0; i < componentNames().size(); ++i)
        components[componentNames()[i]] = orNull(row.components[i]);
    out["components"] = std::move(components);
    out["enthusiasm"] = orNull(row.enthusiasm);
    out["trend"] = orNull(row.trend);
    out["revenue_uplift_percent"] = orNull(row.revenueUplift.value, 100);
    out["eps_uplift_percent"] = orNull(row.epsUplift.value, 100);
    out["priced_in"] = orNull(row.pricedIn);
    out["versus_analysts"] = orNull(row.versusAnalysts);
    out["oldest_input"] = orNull(row.oldestInput);
    out["flags"] = Json::array();
    for (const QString& flag : row.flags)
        out["flags"].push_back(toJson(flag));
    return out;
}

QString orUnknown(const QString& text)
{
    return text.isEmpty() ? Words::tr("unknown") : text;
}

QString orUnknown(const std::optional<double>& value, int digits, const QLocale& locale)
{
    return value ? number(*value, digits, locale) : Words::tr("unknown");
}

QString percent(const RankingRow::Uplift& uplift, const QLocale& locale)
{
    return uplift.value         ? number(*uplift.value * 100, 2, locale)
         : uplift.notMeaningful ? Words::tr("n.m.")
                                : Words::tr("unknown");
}

} // namespace

QString oldestInputOf(const Dossier& dossier)
{
    QString oldest;
    for (const Fact& fact : dossier.facts)
        if (!fact.source.asOf.isEmpty() && fact.value && (oldest.isEmpty() || fact.source.asOf < oldest))
            oldest = fact.source.asOf;
    return oldest;
}

RankingRow rankingRow(const Card& card)
{
    const Dossier& dossier = card.coverage.dossier;
    const auto known = [&](const QString& name) {
        const auto value = card.sheet.value(name);
        return value ? std::optional(*value) : std::nullopt;
    };
    const auto uplift = [&](const QString& name) {
        const auto value = card.sheet.value(name);
        return RankingRow::Uplift {value ? std::optional(*value) : std::nullopt,
                                   !value && value.error().kind == Error::Kind::NotMeaningful};
    };
    RankingRow row {.rank = card.rank,
                    .symbol = dossier.symbol,
                    .name = dossier.name,
                    .conviction = known(QStringLiteral("conviction.total")),
                    .measurable = known(QStringLiteral("conviction.measurable")),
                    .enthusiasm = known(QStringLiteral("enthusiasm.latest")),
                    .trend = trendCode(trendOf(card.sheet)),
                    .revenueUplift = uplift(QStringLiteral("aggregate.revenue_uplift_percent")),
                    .epsUplift = uplift(QStringLiteral("aggregate.eps_uplift_percent")),
                    .pricedIn = card.pricedIn,
                    .versusAnalysts = card.versusAnalysts,
                    .oldestInput = oldestInputOf(dossier),
                    .flags = card.flags};
    for (std::size_t i = 0; i < componentNames().size(); ++i) {
        const QString name = QStringLiteral("conviction.") + QString::fromLatin1(componentNames()[i]);
        if (known(name + QStringLiteral(".measurable")).value_or(0) > 0)
            row.components[i] = known(name);
    }
    return row;
}

QByteArray rankingToJson(const std::vector<RankingRow>& ranked)
{
    Json out = Json::array();
    for (const RankingRow& row : ranked)
        out.push_back(rowJson(row));
    return QByteArray::fromStdString(out.dump(1)) + '\n';
}

RankingTable rankingTable(const std::vector<RankingRow>& ranked, const QLocale& locale)
{
    QList<QStringList> rows {{Words::tr("#"), Words::tr("Symbol"), Words::tr("Company"),
                              Words::tr("Conviction"), Words::tr("of"), Words::tr("Rev %"),
                              Words::tr("EPS %"), Words::tr("Vs analysts"), Words::tr("Priced in")}};
    for (const RankingRow& row : ranked)
        rows.append({row.rank ? QString::number(*row.rank) : QString(), row.symbol, row.name,
                     orUnknown(row.conviction, 1, locale), orUnknown(row.measurable, 0, locale),
                     percent(row.revenueUplift, locale), percent(row.epsUplift, locale),
                     orUnknown(row.versusAnalysts), orUnknown(row.pricedIn)});
    return {rows};
}

QByteArray rankingToTable(const std::vector<RankingRow>& ranked, const QLocale& locale)
{
    const QList<QStringList> rows = rankingTable(ranked, locale).rows;
    QList<qsizetype> widths(rows.constFirst().size(), 0);
    for (const QStringList& cells : rows)
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    QString text;
    for (const QStringList& cells : rows) {
        QStringList line;
        for (qsizetype i = 0; i < cells.size(); ++i)
            line.append(RankingTable::isFigure(i) ? cells[i].rightJustified(widths[i])
                                                  : cells[i].leftJustified(widths[i]));
        QString joined = line.join(QStringLiteral("  "));
        while (joined.endsWith(u' '))
            joined.chop(1);
        text += joined + u'\n';
    }
    return text.toUtf8();
}

QByteArray rankingToCsv(const std::vector<RankingRow>& ranked)
{
    QByteArray out = "rank,symbol,name,conviction_points,measurable_points,revenue_uplift_percent,eps_uplift_"
                     "percent,versus_analysts,priced_in\r\n";
    const auto percent = [](const RankingRow::Uplift& uplift) {
        return uplift.value ? std::optional(*uplift.value * 100) : std::nullopt;
    };
    for (const RankingRow& row : ranked)
        out += CsvRecord()
                   .number(row.rank)
                   .text(row.symbol)
                   .text(row.name)
                   .number(row.conviction)
                   .number(row.measurable)
                   .number(percent(row.revenueUplift))
                   .number(percent(row.epsUplift))
                   .text(row.versusAnalysts)
                   .text(row.pricedIn)
                   .ended();
    return out;
}

Result<void> sortBy(std::vector<RankingRow>& ranked, const QString& column)
{
    const bool descending = column.startsWith(u'-');
    const QString name = descending ? column.mid(1) : column;
    if (name.isEmpty())
        return {};
    const auto sorted = [&](auto keyOf) {
        std::stable_sort(ranked.begin(), ranked.end(), [&](const RankingRow& a, const RankingRow& b) {
            const auto left = keyOf(a);
            const auto right = keyOf(b);
            if (!left || !right)
                return left.has_value() && !right.has_value();
            return descending ? *right < *left : *left < *right;
        });
        return Result<void>();
    };
    if (name == u"symbol")
        return sorted([](const RankingRow& row) { return std::optional(row.symbol); });
    if (name == u"name")
        return sorted([](const RankingRow& row) { return std::optional(row.name); });
    if (name == u"rank")
        return sorted([](const RankingRow& row) { return row.rank; });
    if (name == u"conviction")
        return sorted([](const RankingRow& row) { return row.conviction; });
    if (name == u"measurable")
        return sorted([](const RankingRow& row) { return row.measurable; });
    if (name == u"enthusiasm")
        return sorted([](const RankingRow& row) { return row.enthusiasm; });
    if (name == u"revenue_uplift_percent")
        return sorted([](const RankingRow& row) { return row.revenueUplift.value; });
    if (name == u"eps_uplift_percent")
        return sorted([](const RankingRow& row) { return row.epsUplift.value; });
    return failure(Error::Kind::Invalid, Words::tr("The ranking has no column %1 to sort by.").arg(name));
}

} // namespace plumbline
