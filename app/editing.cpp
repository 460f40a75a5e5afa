#include "app/editing.h"

#include "app/callcommands.h"
#include "app/console.h"
#include "app/files.h"
#include "core/desk/assume.h"
#include "core/desk/keepranking.h"
#include "core/desk/takeover.h"
#include "core/formats/cardreader.h"
#include "core/store/scale.h"
#include "core/store/store.h"
#include "core/store/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

/// Cards are text: more than this is something else.
constexpr qint64 largestCard = 64 << 20;

Result<QStringList> importCard(const Arguments& arguments)
{
    return bytesOf(arguments.operands[1], largestCard)
        .and_then(cardFromJson)
        .and_then([&](const CardFile& card) {
            return writable(arguments.workspace, true).and_then([&](const std::unique_ptr<Store>& store) {
                return takeOver(*store, card, QDateTime::currentMSecsSinceEpoch());
            });
        });
}

Result<Edit> assume(const Arguments& arguments)
{
    const QString symbol = arguments.global ? QString() : arguments.operands.value(0);
    std::vector<Setting> settings;
    for (const QString& word : arguments.operands.mid(arguments.global ? 0 : 1))
        settings.push_back({word.section(u'=', 0, 0).trimmed(), word.section(u'=', 1).trimmed()});
    return writable(arguments.workspace, false).and_then([&](const std::unique_ptr<Store>& store) {
        return store->everything()
            .and_then([&](const WorkspaceData& data) {
                return editFor(data, symbol, arguments.question.scenario, settings);
            })
            .and_then([&](Edit edit) -> Result<Edit> {
                if (edit.changes.empty())
                    return edit;
                edit.at = QDateTime::currentMSecsSinceEpoch();
                edit.author = Words::tr("command line");
                return store->commit(std::move(edit));
            });
    });
}

} // namespace

int sampleCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("sample takes one file name."), Misused);
    const QString path = arguments.operands.first();
    if (const QFileInfo there(path); there.isFile() && there.size() > 0) // it may hold somebody's edits
        return complain(
            Words::tr("%1 is there already and is not replaced: name another file, or remove it.").arg(path),
            Failed);
    const auto progress = [](int made, int all) {
        if (made % 500 == 0 || made == all)
            say(Words::tr("%1 of %2 companies written").arg(made).arg(all));
    };
    auto written = arguments.companies > 0
                     ? writeMadeUp(path, QStringLiteral(":"), now(), arguments.companies, progress)
                     : writeSample(path, QStringLiteral(":"), now());
    if (written && arguments.companies > 0) {
        say(Words::tr("ranking them"));
        written = writable(path, false).and_then([](const std::unique_ptr<Store>& store) {
            return keepRanking(*store, commandLocale(), QDateTime::currentMSecsSinceEpoch());
        });
    }
    return written ? Done : complain(written.error().message, Failed);
}

int importCommand(const Arguments& arguments)
{
    if (arguments.operands.value(0) == u"transcript")
        return importTranscripts(arguments);
    if (arguments.operands.size() != 2 || arguments.operands.first() != u"card")
        return complain(Words::tr("import takes “card” and one file, or “transcript” and files."), Misused);
    const auto done = importCard(arguments);
    if (!done)
        return complain(done.error().message, Failed);
    for (const QString& sentence : *done)
        say(sentence);
    return Done;
}

int assumeCommand(const Arguments& arguments)
{
    const qsizetype settings = arguments.operands.size() - (arguments.global ? 0 : 1);
    const QStringList words = arguments.operands.mid(arguments.global ? 0 : 1);
    const bool all =
        std::all_of(words.begin(), words.end(), [](const QString& word) { return word.indexOf(u'=') > 0; });
    if (settings < 1 || !all)
        return complain(Words::tr("assume takes a symbol or --global, then NAME=VALUE once or more."),
                        Misused);
    const auto edit = assume(arguments);
    if (!edit)
        return complain(edit.error().message, Failed);
    say(edit->changes.empty() ? Words::tr("It stands so already; nothing was changed.")
                              : Words::tr("Kept: %1").arg(edit->title));
    return Done;
}

} // namespace plumbline
