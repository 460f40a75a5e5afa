#include "core/formats/xlsxparts.h"
#include "core/report/report.h"
#include "core/report/reportwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XlsxSaid)
};

void line(XlsxBook& book, XlsxSheet& sheet, const QStringList& words)
{
    for (int i = 0; i < words.size(); ++i)
        book.text(sheet, i, words[i]);
    ++sheet.row;
}

} // namespace

void writeQuotes(XlsxCells& cells, XlsxSheet& sheet)
{
    XlsxBook& book = cells.book();
    book.head(sheet,
              {Words::tr("Quote"), Words::tr("Speaker"), Words::tr("Role"), Words::tr("Call"),
               Words::tr("Found in the call")},
              true);
    for (const Quote& quote : cells.card().coverage.reading.quotes)
        line(book, sheet,
             {quote.citation.text, quote.citation.speaker, quote.role, quote.citation.call,
              verificationWord(quote.citation.verified)});
    ++sheet.row;
    book.text(sheet, 0, Words::tr("Figures said about the theme"), Look::Heading);
    ++sheet.row;
    book.head(sheet,
              {Words::tr("Sentence"), Words::tr("Metric"), Words::tr("Figure"), Words::tr("Period"),
               Words::tr("Call"), Words::tr("Speaker"), Words::tr("Value"), Words::tr("Second value")});
    const auto& all = cells.card().coverage.reading.quantifications;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t k = 0; k < all[i].values.size(); ++k)
            cells.put(sheet, 6 + static_cast<int>(k), u"quantifications.%1.value.%2"_s.arg(i).arg(k));
        line(book, sheet,
             {all[i].citation.text, all[i].metric, all[i].figureText, all[i].period, all[i].citation.call,
              all[i].citation.speaker});
    }
}

void writeQuestions(XlsxCells& cells, XlsxSheet& sheet)
{
    cells.book().head(sheet,
                      {Words::tr("Question"), Words::tr("Answer"), Words::tr("Analyst"), Words::tr("Firm"),
                       Words::tr("Answered by"), Words::tr("Call"), Words::tr("About the theme")},
                      true);
    for (const Question& one : cells.card().coverage.reading.questions)
        line(cells.book(), sheet,
             {one.question, one.answer, one.analyst, one.firm, one.answeredBy, one.call,
              one.aboutAi ? Words::tr("yes") : Words::tr("no")});
}

void writeSources(XlsxCells& cells, XlsxSheet& sheet, const WorkbookOptions& options)
{
    XlsxBook& book = cells.book();
    const Coverage& coverage = cells.card().coverage;
    book.head(sheet,
              {Words::tr("Source"), Words::tr("Field or title"), Words::tr("As of"), Words::tr("Fetched"),
               Words::tr("What came from it")},
              true);
    std::vector<std::pair<Source, QStringList>> sources;
    for (const Fact& fact : coverage.dossier.facts) {
        auto known = std::find_if(sources.begin(), sources.end(),
                                  [&](const auto& one) { return one.first == fact.source; });
        if (known == sources.end())
            known = sources.insert(known, {fact.source, {}});
        known->second.append(fact.name);
    }
    for (const auto& [source, names] : sources)
        line(book, sheet, {source.provider, source.field, source.asOf, source.fetched, names.join(u", "_s)});
    for (const Call& call : coverage.calls)
        line(book, sheet, {Words::tr("Call"), call.id, call.date});
    ++sheet.row;
    book.text(sheet, 0, Words::tr("How this was made"), Look::Heading);
    ++sheet.row;
    line(book, sheet, {Words::tr("Program"), options.program});
    line(book, sheet, {Words::tr("Workspace of"), options.workspaceTime});
    line(book, sheet, {Words::tr("Scenario"), cells.card().scenario});
    line(book, sheet, {Words::tr("Scoring model"), cells.card().scoringModel.id});
    line(book, sheet, {Words::tr("Digest of the figures"), figuresDigest(cells.card())});
    for (const QString& setting : options.settings)
        line(book, sheet, {Words::tr("Set for this export"), setting});
}

} // namespace plumbline
