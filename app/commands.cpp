#include "app/commands.h"

#include "core/formats/audit.h"
#include "core/formats/card.h"
#include "core/formats/cardtext.h"
#include "core/formats/ranking.h"
#include "core/formats/simulation.h"
#include "core/report/audit.h"
#include "core/store/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTextStream>

#include <cstdio>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

enum Status { Done = 0, Failed = 1, Misused = 2 };

int complain(const QString& sentence, int status)
{
    const QByteArray text = QByteArray("plumbline: ") + sentence.toUtf8() + "\n";
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
    return status;
}

int deliver(const Arguments& arguments, const QByteArray& bytes)
{
    if (arguments.out.isEmpty()) {
        const bool written = std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout)
                              == static_cast<std::size_t>(bytes.size())
                          && std::fflush(stdout) == 0;
        return written ? Done
                       : complain(Words::tr("The result could not be written to standard output."), Failed);
    }
    const auto written = writeWhole(arguments.out, bytes);
    return written ? Done : complain(written.error().message, Failed);
}

/// English figures wherever the words go to a script or a terminal: the same input gives the same bytes everywhere.
QLocale commandLocale()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

Result<WorkspaceData> workspaceOf(const Arguments& arguments)
{
    if (arguments.workspace.isEmpty())
        return failure(
            Error::Kind::NotFound,
            Words::tr(
                "Say which workspace with --workspace FILE; “plumbline sample FILE” makes one to try."));
    return openWorkspace(arguments.workspace);
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

int sample(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("sample takes one file name."), Misused);
    const auto written = writeSample(arguments.operands.first(), QStringLiteral(":"),
                                     QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    return written ? Done : complain(written.error().message, Failed);
}

int card(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("card takes one symbol."), Misused);
    if (!QStringList {QString(), QStringLiteral("text"), QStringLiteral("json")}.contains(arguments.format))
        return complain(Words::tr("card has no format %1 in this version; there are text and json.")
                            .arg(arguments.format),
                        Misused);
    const auto asked = ask(arguments, arguments.operands.first());
    if (!asked)
        return complain(asked.error().message, Failed);
    const auto found = cardOf(asked->ranked, arguments.operands.first());
    if (!found)
        return complain(found.error().message, Failed);
    return deliver(arguments, arguments.format == u"json"
                                  ? cardToJson(**found, asked->workspace.made, commandLocale())
                                  : cardToText(**found, commandLocale()));
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
    const auto asked = ask(arguments, arguments.operands.first());
    if (!asked)
        return complain(asked.error().message, Failed);
    const auto found = cardOf(asked->ranked, arguments.operands.first());
    if (!found)
        return complain(found.error().message, Failed);
    const std::vector<const Card*> ranked = pointers(asked->ranked);
    if (arguments.all)
        return deliver(arguments, tracesToJson(allTraces(**found, ranked, commandLocale())));
    const auto node = traceAt(**found, arguments.operands[1], ranked, commandLocale());
    return node ? deliver(arguments, traceToJson(*node)) : complain(node.error().message, Failed);
}

int simulateCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("simulate takes one symbol."), Misused);
    const auto asked = ask(arguments, arguments.operands.first());
    if (!asked)
        return complain(asked.error().message, Failed);
    const auto found = cardOf(asked->ranked, arguments.operands.first());
    if (!found)
        return complain(found.error().message, Failed);
    const auto distribution = simulateCard(**found, arguments.draws, arguments.seed);
    return distribution ? deliver(arguments, simulationToJson(*distribution))
                        : complain(distribution.error().message, Failed);
}

int check(const Arguments& arguments)
{
    const auto asked = ask(arguments, {});
    if (!asked)
        return complain(asked.error().message, Failed);
    const std::vector<AuditLine> lines = audit(asked->ranked);
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
    static const std::vector<Command> all {{QStringLiteral("sample"), sample},
                                           {QStringLiteral("card"), card},
                                           {QStringLiteral("rank"), rankCommand},
                                           {QStringLiteral("trace"), traceCommand},
                                           {QStringLiteral("simulate"), simulateCommand},
                                           {QStringLiteral("check"), check}};
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
    for (const char16_t* later : {u"import", u"refresh", u"extract", u"assume", u"search", u"keys"})
        if (arguments.command == QStringView(later))
            return complain(Words::tr("%1 is not in this version yet.").arg(arguments.command), Failed);
    return complain(Words::tr("There is no command %1; see plumbline --help.").arg(arguments.command),
                    Misused);
}

} // namespace plumbline
