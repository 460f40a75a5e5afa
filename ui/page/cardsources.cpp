#include "core/formula/explain.h"
#include "core/text/figures.h"
#include "ui/page/cardblocks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardSources)
};

/// The web address in what a source says of itself; empty where it has none.
QString addressIn(const QString& text)
{
    static const QRegularExpression address(u"https?://[^\\s<>\"“”]+"_s);
    return address.match(text).captured();
}

QString spaced(QString name)
{
    name.replace(u'_', u' ').replace(u'.', u' ');
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

QString titleOf(const Card& card, const Fact& fact)
{
    if (!fact.title.isEmpty())
        return fact.title;
    const Sheet::Id id = card.sheet.find(fact.name);
    const QString title = id == Sheet::none ? QString() : card.sheet.cell(id).title;
    if (!title.isEmpty())
        return spaced(title);
    static const QRegularExpression later(u"^consensus\\.later_years\\.(\\d+)\\."_s);
    const QRegularExpressionMatch match = later.match(fact.name);
    QString name = fact.name;
    if (match.hasMatch()) { // by the year, as everywhere else on paper
        const int first = card.coverage.dossier.consensusYear.mid(2).toInt();
        name.replace(0, match.capturedLength(),
                     u"consensus FY%1 "_s.arg(first + 1 + match.captured(1).toInt()));
    }
    return spaced(name.remove(u"_percent"_s).replace(u"eps"_s, u"EPS"_s));
}

PaperRow factRow(const Card& card, const Fact& fact, bool isFetched, const QLocale& locale)
{
    const auto small = [](const QString& text) {
        return PaperText(
            TextRun {.text = text.isEmpty() ? u"–"_s : text, .points = 7.5, .colour = ink::muted});
    };
    QStringList from {fact.source.provider, fact.source.field};
    from.removeAll(QString());
    PaperText source = small(from.join(u", "_s));
    source.link = addressIn(fact.source.field + u' ' + fact.note);
    if (!source.link.isEmpty())
        source.runs.front().colour = ink::accent;
    const QString value = card.sheet.find(fact.name) != Sheet::none
                            ? figureText(card.sheet, fact.name, locale)
                        : fact.value ? figure(*fact.value, locale)
                                     : Words::tr("unknown");
    PaperRow row {{PaperText(TextRun {.text = titleOf(card, fact), .points = 8}),
                   PaperText(TextRun {.text = value, .points = 8}), source, small(fact.source.asOf)}};
    if (isFetched)
        row.cells.push_back(small(fact.source.fetched));
    return row;
}

/// The calls that were read, with how many of the card's sentences each gave.
void addCalls(std::vector<Block>& blocks, const Card& card)
{
    const Reading& reading = card.coverage.reading;
    QStringList calls {card.coverage.dossier.latestCall, card.coverage.dossier.priorCall};
    calls.removeAll(QString());
    TableBlock table {.columns = {{.title = Words::tr("Call"), .share = 30},
                                  {.title = Words::tr("Quotes and figures from it"), .share = 70}}};
    for (const QString& call : calls) {
        int said = 0;
        for (const Quote& one : reading.quotes)
            said += one.citation.call == call ? 1 : 0;
        for (const Quantification& one : reading.quantifications)
            said += one.citation.call == call ? 1 : 0;
        table.rows.push_back({{PaperText(TextRun {.text = call, .points = 8}),
                               PaperText(TextRun {.text = QString::number(said), .points = 8})}});
    }
    if (!table.rows.empty()) {
        blocks.emplace_back(std::move(table));
        blocks.emplace_back(GapBlock {.height = 8 * point});
    }
}

} // namespace

void addSources(std::vector<Block>& blocks, const Card& card, const QStringList& settings,
                const QLocale& locale)
{
    const auto& facts = card.coverage.dossier.facts;
    blocks.emplace_back(HeadingBlock {.title = Words::tr("Sources"),
                                      .note = Words::tr("%n fact(s), each with who gave it and for which day",
                                                        nullptr, static_cast<int>(facts.size()))});
    addCalls(blocks, card);
    const bool isFetched = std::any_of(facts.begin(), facts.end(),
                                       [](const Fact& fact) { return !fact.source.fetched.isEmpty(); });
    TableBlock table {.columns = {{.title = Words::tr("Fact"), .share = 40},
                                  {.title = Words::tr("Value"), .share = 20, .align = Qt::AlignRight},
                                  {.title = Words::tr("Source"), .share = 46},
                                  {.title = Words::tr("As of"), .share = 14}}};
    if (isFetched)
        table.columns.push_back({.title = Words::tr("Fetched"), .share = 18});
    for (const Fact& fact : facts)
        table.rows.push_back(factRow(card, fact, isFetched, locale));
    if (table.rows.empty())
        blocks.emplace_back(ParagraphBlock {
            .text =
                PaperText(TextRun {.text = Words::tr("None: no source gave a fact about this company.")})});
    else
        blocks.emplace_back(std::move(table));

    blocks.emplace_back(HeadingBlock {.title = Words::tr("The same figures again")});
    QString command = u"plumbline card %1 --format pdf --scenario %2 --model %3"_s.arg(
        card.coverage.dossier.symbol, card.scenario, card.scoringModel.id);
    for (const QString& setting : settings)
        command += u" --set "_s + setting;
    blocks.emplace_back(ParagraphBlock {
        .text = PaperText({
            {.text = Words::tr("On the same workspace this gives the same figures, and this digest of them:"),
             .points = 8,
             .colour = ink::muted},
            {.text = u'\n' + command, .points = 8},
            {.text = u'\n' + figuresDigest(card), .points = 8},
        })});
}

} // namespace plumbline
