#include "core/formats/xlsx.h"

#include "core/formats/xlsxparts.h"
#include "core/report/reportwords.h"

namespace plumbline {

Result<void> writeXlsx(const Card& card, const WorkbookOptions& options, const QString& path,
                       const QLocale& locale)
{
    XlsxBook book(path, headline(card.coverage.dossier), options.workspaceTime);
    XlsxCells cells(book, card, locale);
    // The names of the sheets are the same in every language: other files may refer to them.
    XlsxSheet front = book.add(QStringLiteral("Card"), {44, 18, 12, 12, 90, 52});
    XlsxSheet claims = book.add(QStringLiteral("Claims"), {44, 28, 12, 18, 34, 20, 11, 11, 11, 11, 11,
                                                           36, 50, 12, 16, 8,  16, 44, 44, 70, 34, 24});
    XlsxSheet assumptions =
        book.add(QStringLiteral("Assumptions"), {36, 16, 10, 14, 14, 12, 24, 24, 36, 50, 36, 34, 34});
    XlsxSheet facts = book.add(QStringLiteral("Consensus"), {36, 22, 12, 36, 36, 34, 34, 16, 30, 14, 22});
    XlsxSheet quotes = book.add(QStringLiteral("Quotes"), {90, 26, 22, 16, 18, 22, 18, 18});
    XlsxSheet questions = book.add(QStringLiteral("Questions"), {70, 70, 24, 24, 24, 14, 12});
    XlsxSheet sources = book.add(QStringLiteral("Sources"), {26, 40, 16, 22, 90});
    XlsxSheet workings = book.add(QStringLiteral("Workings"), {40, 20, 12, 40, 70, 44, 44});
    writeFront(cells, front);
    writeAssumptions(cells, assumptions);
    writeFacts(cells, facts);
    writeClaims(cells, claims);
    writeQuotes(cells, quotes);
    writeQuestions(cells, questions);
    writeSources(cells, sources, options);
    writeWorkings(cells, workings);
    return book.close();
}

} // namespace plumbline
