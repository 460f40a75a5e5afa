#include "core/text/figures.h"
#include "ui/card/rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConsensusRows)
};

QStringList prefixes(const Card& card)
{
    QStringList all {u"consensus."_s};
    for (int later = 0; all.size() < 2; ++later) {
        const QString prefix = u"consensus.later_years.%1."_s.arg(later);
        if (card.sheet.find(prefix + u"revenue"_s) == Sheet::none)
            break;
        all.append(prefix);
    }
    return all;
}

} // namespace

QStringList consensusYears(const Card& card)
{
    const Dossier& dossier = card.coverage.dossier;
    QStringList years {dossier.baseYear, dossier.consensusYear};
    const int first = QStringView(dossier.consensusYear)
                          .sliced(std::min<qsizetype>(2, dossier.consensusYear.size()))
                          .toInt();
    for (int later = 1; years.size() < prefixes(card).size() + 1; ++later)
        years.append(u"FY%1"_s.arg(first + later));
    return years;
}

std::vector<TableRow> consensusRows(const Card& card, const QLocale& locale)
{
    const QStringList years = prefixes(card);
    std::vector<TableRow> rows;
    const auto add = [&](const QString& title, const QString& base, const QString& figure) {
        TableRow row {TableCell(title)};
        row.push_back(base.isEmpty() ? TableCell() : TableCell(shown(card.sheet, u"base."_s + base, locale)));
        for (const QString& prefix : years)
            row.push_back(TableCell(shown(card.sheet, prefix + figure, locale)));
        const bool known = std::any_of(row.begin() + 1, row.end(), [](const TableCell& cell) {
            return !cell.figure.isEmpty() && cell.raw.isValid();
        });
        if (known) // what is not known at all stands under checks and unknowns
            rows.push_back(std::move(row));
    };
    add(Words::tr("Revenue"), u"revenue"_s, u"revenue"_s);
    add(Words::tr("  growth"), {}, u"revenue_growth_percent"_s);
    add(Words::tr("  lowest"), {}, u"revenue_low"_s);
    add(Words::tr("  highest"), {}, u"revenue_high"_s);
    add(Words::tr("Net income"), u"net_income"_s, u"net_income"_s);
    add(Words::tr("EPS"), u"diluted_eps"_s, u"eps"_s);
    add(Words::tr("  growth"), {}, u"eps_growth_percent"_s);
    add(Words::tr("Analysts"), {}, u"analysts"_s);
    return rows;
}

} // namespace plumbline
