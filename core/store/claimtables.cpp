#include "core/store/claimtables.h"

#include "core/store/columns.h"

#include <QHash>

namespace plumbline {

namespace {

using Rows = std::vector<QVariantList>;

const QString& claimColumns()
{
    static const QString columns = QStringLiteral(
        "title, type, kind, figure, period, call, overlap_group, margin, recognised, scope_revenue, "
        "realisation, subset_of, qualifies, supersedes, soft_reason, note, base_disclosed, revenue_formula, "
        "income_formula");
    return columns;
}

QVariantList claimRow(const Claim& c)
{
    return {c.title,
            word(c.type),
            word(c.kind),
            c.figureText,
            c.period,
            c.call,
            c.group,
            c.margin,
            c.recognised,
            c.scopeRevenue,
            c.realisation,
            c.subsetOf,
            c.qualifies,
            c.supersedes,
            c.softReason,
            c.note,
            c.baseDisclosed ? 1 : 0,
            c.revenueFormula,
            c.incomeFormula};
}

Claim claimIn(Columns& in)
{
    Claim claim {.id = in.text(),
                 .title = in.text(),
                 .type = claimTypeFromWord(in.text()).value_or(ClaimType::Other),
                 .kind = claimKindFromWord(in.text()).value_or(ClaimKind::Count),
                 .figureText = in.text(),
                 .period = in.text(),
                 .call = in.text(),
                 .group = in.text(),
                 .margin = in.text(),
                 .recognised = in.text(),
                 .scopeRevenue = in.text(),
                 .realisation = in.text(),
                 .subsetOf = in.text(),
                 .qualifies = in.text(),
                 .supersedes = in.text(),
                 .softReason = in.text(),
                 .note = in.text(),
                 .baseDisclosed = in.flag()};
    claim.revenueFormula = in.text();
    claim.incomeFormula = in.text();
    return claim;
}

/// The ids of a company's claims by name; names that are new get one.
Result<QHash<QString, qint64>> identities(const QSqlDatabase& database, qint64 company, qint64 reading,
                                          const std::vector<Claim>& claims)
{
    auto insert = Statement::prepare(
        database, QStringLiteral("INSERT INTO claim(company, name, first_reading) VALUES(?, ?, ?) "
                                 "ON CONFLICT(company, name) DO NOTHING"));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const Claim& claim : claims)
        if (const auto known = insert->run({company, claim.id, reading}); !known)
            return tl::unexpected(known.error());
    QHash<QString, qint64> ids;
    const auto read = each(database, QStringLiteral("SELECT name, id FROM claim WHERE company = ?"),
                           {company}, [&](Statement& row) { ids.insert(row.text(0), row.integer(1)); });
    if (!read)
        return tl::unexpected(read.error());
    return ids;
}

struct ClaimRows
{
    Rows claims {};
    Rows figures {};
    Rows evidence {};
};

void addFigures(Rows& rows, qint64 reading, qint64 claimPlace, const Claim& claim, const Citations& citations)
{
    qint64 place = 0;
    for (const ClaimFigure& figure : claim.figures)
        rows.push_back(QVariantList {reading, claimPlace, 0, place++, figure.name} + columns(figure.quantity)
                       + QVariantList {figure.inQuote ? 1 : 0, citations.numberOf(figure.citation)});
    place = 0;
    for (const EarlierFigure& was : claim.was)
        rows.push_back(QVariantList {reading, claimPlace, 1, place++, QString()} + columns(was.quantity)
                       + QVariantList {1, citations.numberOf(was.citation)});
}

ClaimRows rowsOf(qint64 reading, const std::vector<Claim>& claims, const Citations& citations,
                 const QHash<QString, qint64>& ids)
{
    ClaimRows rows;
    qint64 claimPlace = 0;
    for (const Claim& claim : claims) {
        rows.claims.push_back(QVariantList {reading, claimPlace, ids.value(claim.id)} + claimRow(claim));
        addFigures(rows.figures, reading, claimPlace, claim, citations);
        qint64 place = 0;
        for (const Citation& evidence : claim.evidence)
            rows.evidence.push_back({reading, claimPlace, place++, citations.numberOf(evidence)});
        ++claimPlace;
    }
    return rows;
}

/// The claim a row belongs to; null where there is none at that place.
Claim* claimAt(std::vector<Claim>& claims, qint64 place)
{
    const auto index = static_cast<std::size_t>(place);
    return index < claims.size() ? &claims[index] : nullptr;
}

Result<void> readFigures(const QSqlDatabase& database, qint64 reading, const Citations& citations,
                         std::vector<Claim>& claims)
{
    return each(database,
                QStringLiteral("SELECT claim_place, earlier, name, value, low, high, bound, unit, display, "
                               "in_quote, quote FROM claim_figure WHERE reading = ? "
                               "ORDER BY claim_place, earlier, place"),
                {reading}, [&](Statement& row) {
                    Columns in(row);
                    Claim* claim = claimAt(claims, in.integer());
                    if (!claim)
                        return;
                    const bool earlier = in.flag();
                    ClaimFigure figure {.name = in.text(), .quantity = in.quantity()};
                    figure.inQuote = in.flag();
                    figure.citation = citations.at(in.integer());
                    if (earlier)
                        claim->was.push_back({figure.quantity, figure.citation});
                    else
                        claim->figures.push_back(std::move(figure));
                });
}

Result<void> readEvidence(const QSqlDatabase& database, qint64 reading, const Citations& citations,
                          std::vector<Claim>& claims)
{
    return each(database,
                QStringLiteral("SELECT claim_place, quote FROM claim_evidence WHERE reading = ? "
                               "ORDER BY claim_place, place"),
                {reading}, [&](Statement& row) {
                    if (Claim* claim = claimAt(claims, row.integer(0)))
                        claim->evidence.push_back(citations.at(row.integer(1)));
                });
}

} // namespace

Result<void> writeClaims(const QSqlDatabase& database, qint64 company, qint64 reading,
                         const std::vector<Claim>& claims, const Citations& citations)
{
    const auto ids = identities(database, company, reading, claims);
    if (!ids)
        return tl::unexpected(ids.error());
    const ClaimRows rows = rowsOf(reading, claims, citations, *ids);
    return addRows(database, QStringLiteral("claim_reading"),
                   QStringLiteral("reading, place, claim, ") + claimColumns(), rows.claims)
        .and_then([&] {
            return addRows(
                database, QStringLiteral("claim_figure"),
                QStringLiteral("reading, claim_place, earlier, place, name, value, low, high, bound, "
                               "unit, display, in_quote, quote"),
                rows.figures);
        })
        .and_then([&] {
            return addRows(database, QStringLiteral("claim_evidence"),
                           QStringLiteral("reading, claim_place, place, quote"), rows.evidence);
        });
}

Result<std::vector<Claim>> readClaims(const QSqlDatabase& database, qint64 reading,
                                      const Citations& citations)
{
    std::vector<Claim> claims;
    const auto read =
        each(database,
             QStringLiteral("SELECT (SELECT name FROM claim WHERE id = claim), %1 FROM claim_reading "
                            "WHERE reading = ? ORDER BY place")
                 .arg(claimColumns()),
             {reading},
             [&](Statement& row) {
                 Columns in(row);
                 claims.push_back(claimIn(in));
             })
            .and_then([&] { return readFigures(database, reading, citations, claims); })
            .and_then([&] { return readEvidence(database, reading, citations, claims); });
    if (!read)
        return tl::unexpected(read.error());
    return claims;
}

} // namespace plumbline
