#include "app/commands.h"

#include "app/console.h"
#include "app/editing.h"
#include "core/formats/audit.h"
#include "core/formats/card.h"
#include "core/formats/cardtext.h"
#include "core/formats/ranking.h"
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

Result<std::unique_ptr<Store>> readable(const Arguments& arguments)
{
    if (arguments.workspace.isEmpty())
        return failure(
            Error::Kind::NotFound,
            Words::tr(
                "Say which workspace with --workspace FILE; “plumbline sample FILE” makes one to try."));
    return Store::open(arguments.workspace, Store::Access::Read);
}

Result<WorkspaceData> workspaceOf(const Arguments& arguments)
{
    return readable(arguments).and_then(
        [](const std::unique_ptr<Store>& store) { return store->everything(); });
}

/// The ranked cards of the workspace for what was asked about `symbol` (empty: about nobody in particular).
struct Asked
{
    WorkspaceData workspace;
    std::vector<Card> ranked;
};

Result<Asked> ask(const Arguments& arguments, const QString& symbol)
{
    auto workspace = workspaceOf(arguments);
    if (!workspace)
        return tl::unexpected(workspace.error());
    auto ranked = rankedCards(*workspace, symbol, arguments.question, commandLocale());
    if (!ranked)
        return tl::unexpected(ranked.error());
    return Asked {std::move(*workspace), std::move(*ranked)};
}

std::vector<const Card*> pointers(const std::vector<Card>& ranked)
{
    std::vector<const Card*> all;
    all.reserve(ranked.size());
    for (const Card& card : ranked)
        all.push_back(&card);
    return all;
}

/// Runs a command on the card its first operand names, among all ranked cards.
template<typename Work>
int withCard(const Arguments& arguments, const Work& work)
{
    const QString symbol = arguments.operands.value(0);
    const auto asked = ask(arguments, symbol);
    if (!asked)
        return complain(asked.error().message, Failed);
    const auto card = cardOf(asked->ranked, symbol);
    return card ? work(**card, *asked) : complain(card.error().message, Failed);
}

int card(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("card takes one symbol."), Misused);
    if (!QStringList {QString(), QStringLiteral("text"), QStringLiteral("json")}.contains(arguments.format))
        return complain(Words::tr("card has no format %1 in this version; there are text and json.")
                            .arg(arguments.format),
                        Misused);
    return withCard(arguments, [&](const Card& one, const Asked& asked) {
        return deliver(arguments, arguments.format == u"json"
                                      ? cardToJson(one, asked.workspace.made, commandLocale())
                                      : cardToText(one, commandLocale()));
    });
}

int rankCommand(const Arguments& arguments)
{
    if (!arguments.operands.isEmpty())
        return complain(Words::tr("rank takes no operand; it ranks the whole workspace."), Misused);
    if (!QStringList {QString(), QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("csv")}
             .contains(arguments.format))
        return complain(
            Words::tr("rank has no format %1; there are table, json and csv.").arg(arguments.format),
            Misused);
    const auto asked = ask(arguments, {});
    if (!asked)
        return complain(asked.error().message, Failed);
    std::vector<const Card*> ranked = pointers(asked->ranked);
    if (const auto sorted = sortBy(ranked, arguments.sort); !sorted)
        return complain(sorted.error().message, Misused);
    if (arguments.format == u"json")
        return deliver(arguments, rankingToJson(ranked));
    return deliver(arguments, arguments.format == u"csv" ? rankingToCsv(ranked)
                                                         : rankingToTable(ranked, commandLocale()));
}

int traceCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != (arguments.all ? 1 : 2))
        return complain(Words::tr("trace takes a symbol and a path, or a symbol and --all."), Misused);
    return withCard(arguments, [&](const Card& one, const Asked& asked) {
        const std::vector<const Card*> ranked = pointers(asked.ranked);
        if (arguments.all)
            return deliver(arguments, tracesToJson(allTraces(one, ranked, commandLocale())));
        const auto node = traceAt(one, arguments.operands[1], ranked, commandLocale());
        return node ? deliver(arguments, traceToJson(*node)) : complain(node.error().message, Failed);
    });
}

int simulateCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("simulate takes one symbol."), Misused);
    return withCard(arguments, [&](const Card& one, const Asked&) {
        const auto distribution = simulateCard(one, arguments.draws, arguments.seed);
        return distribution ? deliver(arguments, simulationToJson(*distribution))
                            : complain(distribution.error().message, Failed);
    });
}

/// The audit; with --digest one line that names what the workspace holds.
int check(const Arguments& arguments)
{
    const auto store = readable(arguments);
    if (!store)
        return complain(store.error().message, Failed);
    if (arguments.digest) {
        const auto digest = (*store)->digest();
        return digest ? deliver(arguments, digest->toLatin1() + '\n')
                      : complain(digest.error().message, Failed);
    }
    const QStringList faults = (*store)->faults();
    const auto asked = ask(arguments, {});
    if (!asked)
        return complain(faults.isEmpty() ? asked.error().message : faults.first(), Failed);
    std::vector<AuditLine> lines {
        {.check = Words::tr("the file is whole"),
         .subject = QFileInfo(arguments.workspace).fileName(),
         .holds = faults.isEmpty(),
         .detail = faults.isEmpty() ? Words::tr("every page and every seal") : faults.join(u' ')}};
    std::ranges::move(audit(asked->ranked), std::back_inserter(lines));
    const int delivered =
        deliver(arguments, arguments.format == u"json" ? auditToJson(lines) : auditToText(lines));
    return delivered != Done ? delivered
         : std::all_of(lines.begin(), lines.end(),
                       [](const AuditLine& line) { return line.holds || line.note; })
             ? Done
             : Failed;
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
        {QStringLiteral("import"), importCommand},     {QStringLiteral("assume"), assumeCommand}};
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
    for (const char16_t* later : {u"refresh", u"extract", u"search", u"keys"})
        if (arguments.command == QStringView(later))
            return complain(Words::tr("%1 is not in this version yet.").arg(arguments.command), Failed);
    return complain(Words::tr("There is no command %1; see plumbline --help.").arg(arguments.command),
                    Misused);
}

} // namespace plumbline
