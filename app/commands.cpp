#include "app/commands.h"

#include "app/callcommands.h"
#include "app/console.h"
#include "app/editing.h"
#include "app/files.h"
#include "app/keycommands.h"
#include "app/printcommand.h"
#include "app/refreshcommand.h"
#include "core/desk/storecards.h"
#include "core/formats/audit.h"
#include "core/formats/card.h"
#include "core/formats/cardmarkup.h"
#include "core/formats/cardtext.h"
#include "core/formats/rankingmarkup.h"
#include "core/formats/simulation.h"
#include "core/report/audit.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

/// The ranked cards of the workspace for a question about one company: what a trace of its rank walks over.
Result<std::vector<Card>> allCards(const Arguments& arguments, const QString& symbol)
{
    return readable(arguments.workspace)
        .and_then([](const std::unique_ptr<Store>& store) { return store->everything(); })
        .and_then([&](const WorkspaceData& data) {
            return rankedCards(data, symbol, arguments.question, commandLocale());
        });
}

std::vector<const Card*> pointers(const std::vector<Card>& ranked)
{
    std::vector<const Card*> all;
    all.reserve(ranked.size());
    for (const Card& card : ranked)
        all.push_back(&card);
    return all;
}

/// Refuses, as wrong usage, a format that the command does not write; the first is what it writes unasked.
bool hasFormat(const Arguments& arguments, const QStringList& formats)
{
    if (arguments.format.isEmpty() || formats.contains(arguments.format))
        return true;
    complain(Words::tr("%1 has no format %2; there is %3.")
                 .arg(arguments.command, arguments.format, formats.join(Words::tr(" or "))),
             Misused);
    return false;
}

/// Runs a command on the card its first operand names.
template<typename Work>
int withCard(const Arguments& arguments, const Work& work)
{
    const auto store = readable(arguments.workspace);
    if (!store)
        return complain(store.error().message, Failed);
    const auto card = cardIn(**store, arguments.operands.value(0), arguments.question, commandLocale());
    return card ? work(*card, **store) : complain(card.error().message, Failed);
}

int card(const Arguments& arguments)
{
    const bool printed = arguments.format == u"pdf" || arguments.format == u"xlsx";
    if (printed ? arguments.operands.isEmpty() != arguments.all : arguments.operands.size() != 1)
        return complain(printed ? Words::tr("card --format %1 takes symbols, or --all.").arg(arguments.format)
                                : Words::tr("card takes one symbol."),
                        Misused);
    if (!hasFormat(arguments, {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("pdf"),
                               QStringLiteral("xlsx"), QStringLiteral("html"), QStringLiteral("md"),
                               QStringLiteral("csv")}))
        return Misused;
    if (printed)
        return printCommand(arguments);
    return withCard(arguments, [&](const Card& one, const Store& store) {
        if (arguments.format == u"html")
            return deliver(arguments, cardToHtml(one, commandLocale()));
        if (arguments.format == u"md")
            return deliver(arguments, cardToMarkdown(one, commandLocale()));
        if (arguments.format == u"csv")
            return deliver(arguments, cardToCsv(one));
        if (arguments.format != u"json")
            return deliver(arguments, cardToText(one, commandLocale()));
        const auto frame = store.frame();
        return frame ? deliver(arguments, cardToJson(one, frame->made, commandLocale()))
                     : complain(frame.error().message, Failed);
    });
}

int rankCommand(const Arguments& arguments)
{
    if (!arguments.operands.isEmpty())
        return complain(Words::tr("rank takes no operand; it ranks the whole workspace."), Misused);
    if (!hasFormat(arguments, {QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("csv"),
                               QStringLiteral("html"), QStringLiteral("md")}))
        return Misused;
    std::vector<RankingRow> ranked;
    if (const auto sorts = sortBy(ranked, arguments.sort); !sorts)
        return complain(sorts.error().message, Misused);
    const auto store = readable(arguments.workspace);
    if (!store)
        return complain(store.error().message, Failed);
    auto rows = rankedRows(**store, arguments.question, commandLocale(), say);
    if (!rows)
        return complain(rows.error().message, Failed);
    ranked = std::move(*rows);
    static_cast<void>(sortBy(ranked, arguments.sort));
    if (arguments.format == u"json")
        return deliver(arguments, rankingToJson(ranked));
    if (arguments.format == u"csv")
        return deliver(arguments, rankingToCsv(ranked));
    if (arguments.format == u"html")
        return deliver(arguments, rankingToHtml(ranked, commandLocale()));
    if (arguments.format == u"md")
        return deliver(arguments, rankingToMarkdown(ranked, commandLocale()));
    return deliver(arguments, rankingToTable(ranked, commandLocale()));
}

/// Only the trace of a rank needs every card.
int traceAmongAll(const Arguments& arguments)
{
    const auto all = allCards(arguments, arguments.operands.value(0));
    if (!all)
        return complain(all.error().message, Failed);
    const auto card = cardOf(*all, arguments.operands.value(0));
    if (!card)
        return complain(card.error().message, Failed);
    if (!(*card)->sheet.value(QStringLiteral("conviction.total")))
        return complain((*card)->sheet.value(QStringLiteral("conviction.total")).error().message, Failed);
    const std::vector<const Card*> ranked = pointers(*all);
    if (arguments.all)
        return deliver(arguments, tracesToJson(allTraces(**card, ranked, commandLocale())));
    const auto node = traceAt(**card, arguments.operands[1], ranked, commandLocale());
    return node ? deliver(arguments, traceToJson(*node)) : complain(node.error().message, Failed);
}

int traceCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != (arguments.all ? 1 : 2))
        return complain(Words::tr("trace takes a symbol and a path, or a symbol and --all."), Misused);
    if (!hasFormat(arguments, {QStringLiteral("json")}))
        return Misused;
    if (arguments.all || arguments.operands[1] == u"conviction.rank")
        return traceAmongAll(arguments);
    return withCard(arguments, [&](const Card& one, const Store&) {
        const auto node = traceAt(one, arguments.operands[1], {&one}, commandLocale());
        return node ? deliver(arguments, traceToJson(*node)) : complain(node.error().message, Failed);
    });
}

int simulateCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("simulate takes one symbol."), Misused);
    if (!hasFormat(arguments, {QStringLiteral("json")}))
        return Misused;
    return withCard(arguments, [&](const Card& one, const Store&) {
        const auto distribution = simulateCard(one, arguments.draws, arguments.seed);
        return distribution ? deliver(arguments, simulationToJson(*distribution))
                            : complain(distribution.error().message, Failed);
    });
}

/// All that can be said of a workspace: of its file, then of each company.
Result<std::vector<AuditLine>> auditOf(const Store& store, const Arguments& arguments)
{
    const QStringList faults = store.faults();
    std::vector<AuditLine> lines {
        {.check = Words::tr("the file is whole"),
         .subject = QFileInfo(arguments.workspace).fileName(),
         .holds = faults.isEmpty(),
         .detail = faults.isEmpty() ? Words::tr("every page and every seal") : faults.join(u' ')}};
    const auto looked = eachCard(store, arguments.question, commandLocale(), [&](Card card) {
        std::vector<Card> one;
        one.push_back(std::move(card));
        std::ranges::move(audit(one), std::back_inserter(lines));
    });
    if (looked)
        return lines;
    return faults.isEmpty() ? Result<std::vector<AuditLine>>(tl::unexpected(looked.error()))
                            : failure(Error::Kind::BadData, faults.constFirst());
}

/// The audit; with --digest one line that names what the workspace holds.
int check(const Arguments& arguments)
{
    if (!arguments.operands.isEmpty())
        return complain(Words::tr("check takes no operand; it looks at the whole workspace."), Misused);
    if (!hasFormat(arguments, {QStringLiteral("text"), QStringLiteral("json")}))
        return Misused;
    const auto store = readable(arguments.workspace);
    if (!store)
        return complain(store.error().message, Failed);
    if (arguments.digest) {
        const auto digest = (*store)->digest();
        return digest ? deliver(arguments, digest->toLatin1() + '\n')
                      : complain(digest.error().message, Failed);
    }
    const auto lines = auditOf(**store, arguments);
    if (!lines)
        return complain(lines.error().message, Failed);
    const int delivered =
        deliver(arguments, arguments.format == u"json" ? auditToJson(*lines) : auditToText(*lines));
    const bool sound = std::all_of(lines->begin(), lines->end(),
                                   [](const AuditLine& line) { return line.holds || line.note; });
    return delivered != Done || sound ? delivered : Failed;
}

struct Command
{
    QString name;
    int (*run)(const Arguments&);
};

const std::vector<Command>& commands()
{
    static const std::vector<Command> all {
        {QStringLiteral("sample"), sampleCommand},     {QStringLiteral("card"), card},
        {QStringLiteral("rank"), rankCommand},         {QStringLiteral("trace"), traceCommand},
        {QStringLiteral("simulate"), simulateCommand}, {QStringLiteral("check"), check},
        {QStringLiteral("import"), importCommand},     {QStringLiteral("assume"), assumeCommand},
        {QStringLiteral("extract"), extractCommand},   {QStringLiteral("search"), searchCommand},
        {QStringLiteral("keys"), keysCommand},         {QStringLiteral("refresh"), refreshCommand}};
    return all;
}

} // namespace

bool isCommand(const QString& command)
{
    return !command.isEmpty();
}

int runCommand(const Arguments& arguments)
{
    for (const Command& command : commands())
        if (command.name == arguments.command)
            return command.run(arguments);
    return complain(Words::tr("There is no command %1; see plumbline --help.").arg(arguments.command),
                    Misused);
}

} // namespace plumbline
