#include "core/formats/cardwriter.h"
#include "core/formats/xlsxparts.h"
#include "core/report/reportwords.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XlsxClaims)
};

enum Column {
    Title,
    Figure,
    Period,
    Share,
    RevenueEffect,
    IncomeEffect,
    RevenuePercent,
    EpsPercent,
    CountedRevenue,
    CountedEps,
    PerShare,
    Reason,
    Arithmetic,
    Type,
    Kind,
    Soft,
    Group,
    RevenueFormula,
    IncomeFormula,
    Said,
    Speaker,
    Id
};

QStringList titles()
{
    return {Words::tr("Claim"),
            Words::tr("Figure"),
            Words::tr("Period"),
            Words::tr("Counted share"),
            Words::tr("Revenue effect"),
            Words::tr("Income effect"),
            Words::tr("Revenue %"),
            Words::tr("EPS %"),
            Words::tr("Counted revenue %"),
            Words::tr("Counted EPS %"),
            Words::tr("EPS effect"),
            Words::tr("Why it is not sized"),
            Words::tr("Arithmetic (as of the export)"),
            Words::tr("Type"),
            Words::tr("Kind"),
            Words::tr("Soft (1: yes)"),
            Words::tr("Overlap group"),
            Words::tr("Revenue formula in Plumbline"),
            Words::tr("Income formula in Plumbline"),
            Words::tr("Evidence"),
            Words::tr("Said by"),
            Words::tr("Claim's id")};
}

/// A percentage times the counted share; a claim without such an effect adds nothing and shows nothing.
void counted(XlsxCells& cells, const XlsxSheet& sheet, int column, Sheet::Id share, Sheet::Id percent)
{
    if (share == Sheet::none || percent == Sheet::none
        || cells.figures().cell(percent).kind == Cell::Kind::Leaf)
        return;
    const Cell& part = cells.figures().cell(share);
    const Cell& whole = cells.figures().cell(percent);
    cells.compute(sheet, column, u"IF(%1=0,0,%1*%2)"_s.arg(cells.nameOf(share), cells.nameOf(percent)),
                  part.value == 0 ? 0 : part.value * whole.value, whole);
}

void writeClaim(XlsxCells& cells, XlsxSheet& sheet, const Claim& claim)
{
    XlsxBook& book = cells.book();
    const Sheet& figures = cells.figures();
    const Basis basis = cells.card().basis();
    const QString scope = u"claim."_s + claim.id + u'.';
    const auto figure = [&](const QString& name) { return figures.find(scope + name); };
    book.text(sheet, Title, claim.title);
    book.text(sheet, Figure, claim.figureText);
    book.text(sheet, Period, claim.period);
    for (const auto& [column, name] : {std::pair {Share, u"counted_share"_s},
                                       {RevenueEffect, u"revenue_effect"_s},
                                       {IncomeEffect, u"income_effect"_s},
                                       {RevenuePercent, u"revenue_percent"_s},
                                       {EpsPercent, u"eps_percent"_s},
                                       {PerShare, u"income_per_share"_s},
                                       {Soft, u"soft"_s}})
        cells.put(sheet, column, figure(name));
    counted(cells, sheet, CountedRevenue, figure(u"counted_share"_s), figure(u"revenue_percent"_s));
    counted(cells, sheet, CountedEps, figure(u"counted_share"_s), figure(u"eps_percent"_s));
    cells.reason(sheet, Reason, figure(u"income_effect"_s));
    book.text(sheet, Arithmetic, claimArithmetic(cells.card(), claim, cells.locale()), Look::Soft);
    book.text(sheet, Type, word(claim.type), Look::Soft);
    book.text(sheet, Kind, word(claim.kind), Look::Soft);
    book.text(sheet, Group, claimField(basis, claim, u"overlap_group"_s, claim.group), Look::Soft);
    for (const auto& [column, name] :
         {std::pair {RevenueFormula, u"revenue_effect"_s}, {IncomeFormula, u"income_effect"_s}})
        if (const Sheet::Id id = figure(name); id != Sheet::none)
            book.text(sheet, column, figures.cell(id).text, Look::Soft);
    if (!claim.evidence.empty()) {
        const Citation& said = claim.evidence.front();
        book.text(sheet, Said, said.text);
        book.text(sheet, Speaker,
                  u"%1, %2 (%3)"_s.arg(said.speaker, said.call, verificationWord(said.verified)), Look::Soft);
    }
    book.text(sheet, Id, claim.id, Look::Soft);
    ++sheet.row;
}

/// What stands behind the claims: figures said, flags, drag and whatever else has a claim's scope.
void writeBehind(XlsxCells& cells, XlsxSheet& sheet)
{
    ++sheet.row;
    cells.book().text(sheet, 0, Words::tr("Figures behind the claims"), Look::Heading);
    ++sheet.row;
    cells.book().head(sheet, {Words::tr("Claim"), Words::tr("Figure"), Words::tr("Unit"), Words::tr("Value"),
                              Words::tr("Name here")});
    for (const Claim& claim : cells.card().coverage.reading.claims) {
        const QString scope = u"claim."_s + claim.id + u'.';
        for (Sheet::Id id = 0; id < cells.figures().cells().size(); ++id) {
            const Cell& cell = cells.figures().cell(id);
            if (!cell.name.startsWith(scope) || cells.isPlaced(id))
                continue;
            cells.book().text(sheet, 0, claim.title, Look::Soft);
            cells.book().text(sheet, 1, cell.name.mid(scope.size()));
            cells.book().text(sheet, 2, unitWord(cell.unit, cell.display), Look::Soft);
            cells.put(sheet, 3, id);
            cells.book().text(sheet, 4, cells.nameOf(id), Look::Soft);
            cells.reason(sheet, Reason, id);
            if (cell.origin.kind == Origin::Kind::Sentence)
                cells.book().text(sheet, Said, cell.origin.citation.text);
            ++sheet.row;
        }
    }
}

} // namespace

void writeClaims(XlsxCells& cells, XlsxSheet& sheet)
{
    cells.book().head(sheet, titles(), true);
    for (const Claim& claim : cells.card().coverage.reading.claims)
        writeClaim(cells, sheet, claim);
    cells.book().text(sheet, Title, Words::tr("Counted once"), Look::Heading);
    cells.put(sheet, RevenueEffect, u"aggregate.revenue_effect"_s);
    cells.put(sheet, IncomeEffect, u"aggregate.income_effect"_s);
    cells.put(sheet, CountedRevenue, u"aggregate.revenue_uplift_percent"_s);
    cells.put(sheet, CountedEps, u"aggregate.eps_uplift_percent"_s);
    cells.put(sheet, PerShare, u"aggregate.income_per_share"_s);
    ++sheet.row;
    writeBehind(cells, sheet);
}

} // namespace plumbline
