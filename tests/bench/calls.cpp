#include "tests/bench/calls.h"

#include "core/formats/extract.h"
#include "core/transcript/transcript.h"
#include "tests/examples.h"

#include <QDir>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

constexpr int speeches = 5; ///< ten thousand letters of the sample make a call of usual length

QByteArray withSpeech(const QByteArray& file, int times)
{
    const qsizetype speech = file.indexOf("\n\nOperator:");
    if (speech < 0)
        qFatal("a call of the sample begins with the operator");
    return file.first(speech) + file.sliced(speech).repeated(times);
}

std::vector<QByteArray> sampleCalls(int times)
{
    std::vector<QByteArray> calls;
    for (const QString& name : QDir(examples::resources() + u"/sample/calls"_s).entryList({u"*.txt"_s}))
        calls.push_back(withSpeech(examples::fileNamed(u"sample/calls/"_s + name), times));
    return calls;
}

/// Those files of a folder that are calls, as text.
std::vector<QByteArray> callsIn(const QDir& folder)
{
    std::vector<QByteArray> calls;
    const auto names = folder.entryList({u"*.txt"_s, u"*.md"_s, u"*.json"_s, u"*.nlp"_s}, QDir::Files);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QByteArray bytes = file.readAll();
        if (callText(bytes).and_then(readTranscript))
            calls.push_back(std::move(bytes));
    }
    return calls;
}

} // namespace

const std::vector<QByteArray>& measuredCalls()
{
    static const std::vector<QByteArray> calls = [] {
        const QString folder = qEnvironmentVariable("PLUMBLINE_CALLS");
        auto found = folder.isEmpty() ? sampleCalls(speeches) : callsIn(QDir(folder));
        if (found.empty())
            qFatal("%s holds no calls", qPrintable(folder));
        return found;
    }();
    return calls;
}

QByteArray longerCall(int times)
{
    return withSpeech(examples::fileNamed(u"sample/calls/CRSV-2025Q4.txt"_s), times);
}

const ReadingRules& shippedRules()
{
    using examples::fileNamed;
    static const ReadingRules rules {themeFromJson(fileNamed(u"themes/ai.json"_s)).value(),
                                     wordListsFromJson(fileNamed(u"words/own-lists.json"_s)).value(),
                                     languageReferenceFromJson(fileNamed(u"words/reference.json"_s)).value()};
    return rules;
}

} // namespace plumbline
