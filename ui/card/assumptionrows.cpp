#include "core/formula/explain.h"
#include "ui/card/rows.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AssumptionRows)
};

/// An assumption of one claim: under the claim's scope, neither its counted share nor an end of a range.
bool isClaimAssumption(const Cell& cell)
{
    return !cell.scope.isEmpty() && cell.origin.scope.startsWith(u"claim/")
        && cell.origin.kind == Origin::Kind::Assumption && !cell.name.endsWith(u".counted_share")
        && !cell.name.endsWith(u".low") && !cell.name.endsWith(u".high");
}

QString claimTitle(const Card& card, const QString& scope)
{
    for (const Claim& claim : card.coverage.reading.claims)
        if (scope == u"claim."_s + claim.id)
            return claim.title;
    return scope;
}

QString range(const Card& card, const Cell& cell, const QLocale& locale)
{
    if (!cell.origin.low || !cell.origin.high)
        return {};
    return Words::tr("%1 to %2")
        .arg(shown(card.sheet, cell.name + u".low"_s, locale).text,
             shown(card.sheet, cell.name + u".high"_s, locale).text);
}

TableCell decided(const Effective& inForce)
{
    if (inForce.choice == nullptr)
        return TableCell(Words::tr("as proposed"), Tone::Muted);
    if (inForce.proposal == nullptr)
        return TableCell(Words::tr("override; nothing was proposed"), Tone::Override);
    TableCell cell(Words::tr("override; proposed %1").arg(inForce.proposal->value), Tone::Override);
    if (!inForce.choice->basedOn.isEmpty() && inForce.choice->basedOn != inForce.proposal->value)
        cell.note =
            Words::tr("review: the proposal was %1 when it was overridden").arg(inForce.choice->basedOn);
    return cell;
}

TableRow assumptionRow(const Card& card, const Cell& cell, const QString& name,
                       const std::vector<QString>& subjects, const QLocale& locale)
{
    const Basis basis = card.basis();
    const Effective inForce = effective(name, subjects, proposalsFor(basis), basis.choices, basis.scenario);
    TableCell title(cell.title.isEmpty() ? name : cell.title, Tone::Plain,
                    cell.scope.isEmpty() ? QString() : claimTitle(card, cell.scope));
    title.tip = cell.name;
    TableCell value(shown(card.sheet, cell.name, locale),
                    inForce.choice != nullptr ? Tone::Override : Tone::Input);
    if (cell.kind == Cell::Kind::Formula && !cell.error && !std::isnan(cell.value)) {
        value.tip = explain(card.sheet, card.sheet.find(cell.name), locale).line;
        if (inForce.choice == nullptr)
            value.tone = Tone::Plain; // computed, not put in
    }
    TableCell author(cell.origin.author);
    author.tip = cell.origin.scope;
    QStringList note {cell.origin.note};
    if (inForce.proposal != nullptr && !inForce.proposal->source.isEmpty())
        note.append(Words::tr("source: %1").arg(inForce.proposal->source));
    note.removeAll(QString());
    return {title,
            value,
            TableCell(range(card, cell, locale), Tone::Muted),
            author,
            decided(inForce),
            TableCell(note.join(u" · "_s), Tone::Muted)};
}

} // namespace

std::vector<TableRow> assumptionRows(const Card& card, const QLocale& locale)
{
    const Basis basis = card.basis();
    const std::vector<QString> company = companySubjects(basis);
    std::vector<TableRow> rows;
    for (const QString& name : companyAssumptions(basis))
        if (const Sheet::Id id = card.sheet.find(name); id != Sheet::none)
            rows.push_back(assumptionRow(card, card.sheet.cell(id), name, company, locale));
    for (const Cell& cell : card.sheet.cells()) {
        if (!isClaimAssumption(cell))
            continue;
        std::vector<QString> subjects = company;
        subjects.insert(subjects.begin(), cell.origin.scope);
        rows.push_back(assumptionRow(card, cell, cell.name.mid(cell.scope.size() + 1), subjects, locale));
    }
    if (rows.empty())
        rows.push_back(
            {TableCell(Words::tr("No assumption is in force: nobody proposed one for this company."))});
    return rows;
}

} // namespace plumbline
