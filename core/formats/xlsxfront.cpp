#include "core/formats/xlsxparts.h"
#include "core/report/reportwords.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XlsxFront)
};

/// A verdict that is a number in its figure, in words that follow it.
void verdict(XlsxCells& cells, XlsxSheet& sheet, const QString& figure, const QString& label, int first,
             const QStringList& words)
{
    const Sheet::Id id = cells.figures().find(figure);
    if (id == Sheet::none)
        return;
    const double value = cells.figures().cell(id).value;
    const QString formula = u"IF(ISERROR(%1),\"%2\",CHOOSE(%1+%3,\"%4\"))"_s.arg(
        cells.nameOf(id), Words::tr("unknown"), QString::number(1 - first), words.join(u"\",\""_s));
    cells.book().text(sheet, 0, label);
    cells.book().formula(
        sheet, 1, formula,
        std::isnan(value) ? Words::tr("unknown") : words.value(static_cast<int>(value) - first), Look::Text);
    cells.reason(sheet, 4, id);
    ++sheet.row;
}

void conviction(XlsxCells& cells, XlsxSheet& sheet)
{
    XlsxBook& book = cells.book();
    book.text(sheet, 0, Words::tr("Conviction"), Look::Heading);
    ++sheet.row;
    book.head(sheet, {Words::tr("Part"), Words::tr("Points"), Words::tr("At most"), Words::tr("Measurable"),
                      Words::tr("Why (words as of the export)")});
    book.text(sheet, 0, Words::tr("Total"));
    cells.put(sheet, 1, u"conviction.total"_s);
    cells.put(sheet, 3, u"conviction.measurable"_s);
    book.text(sheet, 4,
              cells.card().rank ? Words::tr("rank %1 as of the export").arg(*cells.card().rank)
                                : Words::tr("the company was not ranked with others"),
              Look::Soft);
    ++sheet.row;
    for (const ScoringComponent& component : cells.card().scoringModel.components) {
        const QString name = u"conviction."_s + component.name;
        book.text(sheet, 0, component.title);
        cells.put(sheet, 1, name);
        cells.put(sheet, 2, name + u".max"_s);
        cells.put(sheet, 3, name + u".measurable"_s);
        book.text(sheet, 4, componentWhy(cells.card(), component.name, cells.locale()), Look::Soft);
        ++sheet.row;
        for (const ScoringPart& part : component.parts) {
            const QString own = name + u'.' + (part.name.isEmpty() ? u"measured"_s : part.name);
            book.text(sheet, 0, u"    "_s + (part.name.isEmpty() ? Words::tr("measured") : part.name),
                      Look::Soft);
            cells.put(sheet, 1, own);
            cells.put(sheet, 2, own + u"_max"_s);
            cells.reason(sheet, 4, cells.figures().find(own));
            ++sheet.row;
        }
    }
    ++sheet.row;
}

void aggregate(XlsxCells& cells, XlsxSheet& sheet)
{
    XlsxBook& book = cells.book();
    book.text(sheet, 0, Words::tr("Claims counted once, against consensus"), Look::Heading);
    ++sheet.row;
    verdict(cells, sheet, u"aggregate.versus_analysts"_s, Words::tr("Against analysts"), -1,
            {Words::tr("below"), Words::tr("immaterial"), Words::tr("inline"), Words::tr("above")});
    verdict(cells, sheet, u"aggregate.priced_in"_s, Words::tr("Priced in"), 0,
            {Words::tr("not applicable"), Words::tr("low"), Words::tr("medium"), Words::tr("high")});
    const Sheet& figures = cells.figures();
    for (Sheet::Id id = 0; id < figures.cells().size(); ++id) {
        const Cell& cell = figures.cell(id);
        if (!cell.name.startsWith(u"aggregate.") && cell.name != u"confidence")
            continue;
        book.text(sheet, 0, titleOf(cell));
        cells.put(sheet, 1, id);
        cells.reason(sheet, 4, id);
        book.text(sheet, 5, cells.nameOf(id), Look::Soft);
        ++sheet.row;
    }
    ++sheet.row;
}

void words(XlsxCells& cells, XlsxSheet& sheet)
{
    const Card& card = cells.card();
    cells.book().text(sheet, 0, Words::tr("In words, as of the export"), Look::Heading);
    ++sheet.row;
    const std::pair<QString, QString> all[] = {
        {Words::tr("Enthusiasm"), card.narratives.rationale},
        {Words::tr("Assumptions"), card.narratives.assumptions},
        {Words::tr("Top line"), card.narratives.topLine},
        {Words::tr("Bottom line"), card.narratives.bottomLine},
        {Words::tr("Consensus"), card.narratives.consensus},
        {Words::tr("Flags"), card.flags.join(u", "_s)},
    };
    for (const auto& [label, said] : all) {
        if (said.isEmpty())
            continue;
        cells.book().text(sheet, 0, label);
        cells.book().text(sheet, 4, said);
        ++sheet.row;
    }
}

} // namespace

void writeFront(XlsxCells& cells, XlsxSheet& sheet)
{
    const Card& card = cells.card();
    XlsxBook& book = cells.book();
    book.title(sheet, headline(card.coverage.dossier));
    const QString day = lastDay(card.coverage.dossier);
    book.note(sheet,
              Words::tr("Scenario %1, as of %2. Blue numbers are inputs: change them on the sheets "
                        "Assumptions, Claims and Consensus, and all that is black follows. Words, and the "
                        "rank, are as of the export.")
                  .arg(card.scenario, day.isEmpty() ? Words::tr("an unknown day") : day));
    if (card.coverage.dossier.fictional)
        book.note(sheet, Words::tr("This company is made up."));
    ++sheet.row;
    conviction(cells, sheet);
    aggregate(cells, sheet);
    words(cells, sheet);
}

} // namespace plumbline
