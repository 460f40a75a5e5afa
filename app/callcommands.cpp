#include "app/callcommands.h"

#include "app/console.h"
#include "app/files.h"
#include "core/desk/callfiles.h"
#include "core/desk/searchfit.h"
#include "core/formats/extract.h"
#include "core/formats/found.h"

#include <QCoreApplication>
#include <QDateTime>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CallCommands)
};

constexpr std::size_t mostFound = 1000;

/// Why a file is no transcript; what the disk says names the file itself.
QString whyUnread(const QString& name, const Error& error)
{
    return error.kind == Error::Kind::Storage ? error.message : Words::tr("%1: %2").arg(name, error.message);
}

/// A refusal with the option that helps.
QString inCommand(const Refusal& refusal)
{
    QString said = Words::tr("%1: %2").arg(refusal.file, refusal.sentence);
    switch (refusal.needs) {
    case Refusal::Needs::Symbol: return Words::tr("%1 Add --symbol.").arg(said);
    case Refusal::Needs::Period:
        return Words::tr("%1 Add --period, such as --period \"Q1 FY2026\".").arg(said);
    case Refusal::Needs::Nothing: break;
    }
    return said;
}

QString outcomeWord(ImportedCall::Outcome outcome)
{
    switch (outcome) {
    case ImportedCall::Outcome::Added: return Words::tr("imported");
    case ImportedCall::Outcome::Replaced: return Words::tr("imported, in place of what was here");
    case ImportedCall::Outcome::Kept: break;
    }
    return Words::tr("here already");
}

} // namespace

int extractCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("extract takes one file."), Misused);
    auto file = callFileFrom({arguments.operands[0], {}});
    if (!file)
        return complain(whyUnread(arguments.operands[0], file.error()), Failed);
    Transcript* transcript = &file->transcript;
    if (!arguments.symbol.isEmpty())
        transcript->symbol = arguments.symbol;
    for (const QStringList& remarks : {transcript->contradictions, transcript->notes})
        for (const QString& remark : remarks)
            say(remark);
    const auto theme = themeInUse();
    if (!theme)
        return complain(theme.error().message, Failed);
    return deliver(arguments,
                   extractToJson(*transcript, readTheme(*transcript, *theme), questionsOf(*transcript)));
}

int importTranscripts(const Arguments& arguments)
{
    const QStringList names = filesIn(arguments.operands.mid(1));
    if (names.isEmpty())
        return complain(Words::tr("import transcript takes files, or a folder with files."), Misused);
    std::vector<CallFile> files;
    int refused = 0;
    qsizetype read = 0;
    for (const QString& name : names) {
        auto file = callFileFrom({name, {}});
        if (++read; names.size() > 1)
            say(Words::tr("%1 of %2 read: %3").arg(read).arg(names.size()).arg(name));
        if (file)
            files.push_back(std::move(*file));
        else if (names.size() == 1)
            return complain(whyUnread(name, file.error()), Failed);
        else
            say(whyUnread(name, file.error()));
        refused += file ? 0 : 1;
    }
    const auto rules = rulesInUse();
    if (!rules)
        return complain(rules.error().message, Failed);
    const auto store = writable(arguments.workspace, true);
    if (!store)
        return complain(store.error().message, Failed);
    const auto done = importCalls(**store, files, {arguments.symbol, arguments.period, arguments.date},
                                  *rules, QLocale(), QDateTime::currentMSecsSinceEpoch());
    if (!done)
        return complain(done.error().message, Failed);
    if (names.size() == 1 && !done->refused.empty())
        return complain(inCommand(done->refused.front()), Failed);
    for (const Refusal& one : done->refused)
        say(inCommand(one));
    refused += static_cast<int>(done->refused.size());
    QString table;
    for (const ImportedCall& one : done->calls) {
        table += Words::tr("%1  %2  %3  %n sentences: %4", nullptr, static_cast<int>(one.sentences))
                     .arg(one.symbol, one.period, one.date.isEmpty() ? Words::tr("day not known") : one.date,
                          outcomeWord(one.outcome))
               + QLatin1Char('\n');
        for (const QString& remark : one.remarks)
            say(Words::tr("%1: %2").arg(one.file, remark));
    }
    const int delivered = deliver(arguments, table.toUtf8());
    if (refused == 0)
        return delivered;
    return complain(
        Words::tr("%n of %1 files could not be taken; each is named above with the reason.", nullptr, refused)
            .arg(names.size()),
        Failed);
}

int searchCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("search takes one line; put it into quotation marks."), Misused);
    if (!arguments.format.isEmpty() && arguments.format != u"json" && arguments.format != u"table")
        return complain(Words::tr("search has no format %1; there is table or json.").arg(arguments.format),
                        Misused);
    auto query = searchQueryFrom(arguments.operands[0]);
    if (!query)
        return complain(query.error().message, Misused);
    if (!arguments.symbol.isEmpty())
        query->company = arguments.symbol;
    if (!arguments.speaker.isEmpty())
        query->speaker = arguments.speaker;
    const auto theme = themeInUse();
    if (!theme)
        return complain(theme.error().message, Failed);
    const auto store = readable(arguments.workspace);
    if (!store)
        return complain(store.error().message, Failed);
    const auto found = (*store)->search(*query, fitOf(*query, *theme), mostFound);
    if (!found)
        return complain(found.error().message, Failed);
    if (found->size() == mostFound)
        say(Words::tr("There are more; these are the best %1.").arg(mostFound));
    return deliver(arguments, arguments.format == u"json" ? foundToJson(*found) : foundToTable(*found));
}

} // namespace plumbline
