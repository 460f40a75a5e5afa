#include "app/printcommand.h"

#include "app/console.h"
#include "app/files.h"
#include "core/desk/spreadsheet.h"
#include "core/desk/storecards.h"
#include "core/store/workspace.h"
#include "core/text/filename.h"
#include "ui/page/pdf.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <functional>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrintCommand)
};

/// One card as the bytes of a file.
using Maker = std::function<Result<QByteArray>(const Card&)>;

int printOne(const Arguments& arguments, const Store& store, const Maker& make)
{
    return cardIn(store, arguments.operands.constFirst(), arguments.question, commandLocale())
        .and_then(make)
        .map([&](const QByteArray& bytes) {
            Arguments where = arguments;
            if (QFileInfo(arguments.out).isDir())
                where.out =
                    QDir(arguments.out)
                        .filePath(fileNameOf(arguments.operands.constFirst().toUpper(), arguments.format));
            return deliver(where, bytes);
        })
        .map_error([](const Error& error) { return complain(error.message, Failed); })
        .value_or(Failed);
}

/// Several cards, one after the other: no more than one is in memory, and each file that is there is whole.
class Printer
{
public:
    Printer(const Arguments& arguments, const Store& store, const Maker& make)
        : m_arguments(arguments)
        , m_store(store)
        , m_make(make)
    {
        for (const QString& symbol : arguments.operands)
            m_wanted.insert(symbol.toUpper(), false);
    }

    int print()
    {
        if (!QDir().mkpath(m_arguments.out))
            return complain(Words::tr("The folder %1 could not be made.").arg(m_arguments.out), Failed);
        const auto rows = rankedRows(m_store, m_arguments.question, commandLocale(), say);
        if (!rows)
            return complain(rows.error().message, Failed);
        for (const RankingRow& row : *rows)
            m_ranks.insert(row.symbol, row.rank);
        const auto done = eachCard(m_store, m_arguments.question, commandLocale(),
                                   [this](Card card) { take(std::move(card)); });
        if (!done)
            return complain(done.error().message, Failed);
        for (auto one = m_wanted.cbegin(); one != m_wanted.cend(); ++one)
            if (!one.value())
                refuse(noCompany(one.key()).value());
        say(Words::tr("%n card(s) written into %1.", nullptr, m_printed).arg(m_arguments.out));
        return m_failed ? Failed : Done;
    }

private:
    void refuse(const Error& error)
    {
        say(error.message);
        m_failed = true;
    }

    void take(Card card)
    {
        const QString symbol = card.coverage.dossier.symbol;
        const auto wanted = m_wanted.find(symbol.toUpper());
        if (wanted == m_wanted.end() && !m_arguments.all)
            return;
        if (wanted != m_wanted.end())
            *wanted = true;
        card.rank = m_ranks.value(symbol);
        const auto written = m_make(card).and_then([&](const QByteArray& bytes) {
            return writeWhole(QDir(m_arguments.out).filePath(fileNameOf(symbol, m_arguments.format)), bytes);
        });
        if (!written)
            refuse(written.error());
        else if (++m_printed % 25 == 0)
            say(Words::tr("%1 of %2 cards")
                    .arg(m_printed)
                    .arg(m_arguments.all ? m_ranks.size() : m_wanted.size()));
    }

    const Arguments& m_arguments;
    const Store& m_store;
    const Maker& m_make;
    QHash<QString, bool> m_wanted {}; ///< by symbol: whether it was found
    QHash<QString, std::optional<int>> m_ranks {};
    int m_printed = 0;
    bool m_failed = false;
};

Maker makerFor(const Arguments& arguments, const QString& made)
{
    const QString program = u"Plumbline "_s + QCoreApplication::applicationVersion();
    QStringList settings;
    for (const Setting& one : arguments.question.settings)
        settings.append(one.name + u'=' + one.value);
    if (arguments.format == u"xlsx") {
        const WorkbookOptions options {.workspaceTime = made, .program = program, .settings = settings};
        return [options](const Card& card) { return cardToXlsx(card, options, commandLocale()); };
    }
    const PageOptions options {.paper = arguments.page == u"letter" ? PageOptions::Paper::Letter
                                                                    : PageOptions::Paper::A4,
                               .workspaceTime = made,
                               .program = program,
                               .settings = settings};
    return [options](const Card& card) { return cardToPdf(card, options, commandLocale()); };
}

} // namespace

int printCommand(const Arguments& arguments)
{
    const bool several = arguments.all || arguments.operands.size() > 1;
    if (several && arguments.out.isEmpty())
        return complain(Words::tr("Several cards go into a folder; name it with --out."), Misused);
    if (!arguments.page.isEmpty() && arguments.page != u"a4" && arguments.page != u"letter")
        return complain(Words::tr("There is no page %1; there is a4 or letter.").arg(arguments.page),
                        Misused);
    const auto store = readable(arguments.workspace);
    if (!store)
        return complain(store.error().message, Failed);
    const auto frame = (*store)->frame();
    if (!frame)
        return complain(frame.error().message, Failed);
    QStringList settings;
    for (const Setting& one : arguments.question.settings)
        settings.append(one.name + u'=' + one.value);
    const Maker make = makerFor(arguments, frame->made);
    return several ? Printer(arguments, **store, make).print() : printOne(arguments, **store, make);
}

} // namespace plumbline
