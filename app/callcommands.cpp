#include "app/extracting.h"

#include "app/console.h"
#include "core/formats/extract.h"
#include "core/formats/theme.h"

#include <QCoreApplication>
#include <QFile>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Extracting)
};

Result<Transcript> transcriptIn(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound,
                       Words::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    auto read = callText(file.readAll()).and_then(readTranscript);
    if (!read)
        return failure(read.error().kind, Words::tr("%1: %2").arg(name, read.error().message));
    return read;
}

} // namespace

int extractCommand(const Arguments& arguments)
{
    if (arguments.operands.size() != 1)
        return complain(Words::tr("extract takes one file."), Misused);
    auto transcript = transcriptIn(arguments.operands[0]);
    if (!transcript)
        return complain(transcript.error().message, Failed);
    if (!arguments.symbol.isEmpty())
        transcript->symbol = arguments.symbol;
    for (const QStringList& remarks : {transcript->contradictions, transcript->notes})
        for (const QString& remark : remarks)
            say(remark);
    QFile file(QStringLiteral(":/themes/ai.json"));
    if (!file.open(QIODevice::ReadOnly))
        return complain(Words::tr("The theme cannot be read: %1.").arg(file.errorString()), Failed);
    const auto theme = themeFromJson(file.readAll());
    if (!theme)
        return complain(theme.error().message, Failed);
    return deliver(arguments,
                   extractToJson(*transcript, readTheme(*transcript, *theme), questionsOf(*transcript)));
}

} // namespace plumbline
