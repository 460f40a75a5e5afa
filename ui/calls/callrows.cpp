#include "ui/calls/callrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CallRows)
};

QString nameOf(const Sentence& sentence)
{
    return sentence.speaker.isEmpty() ? Words::tr("speaker not named") : sentence.speaker;
}

QString roleOf(const Sentence& sentence)
{
    QStringList about {sentence.role};
    if (!sentence.role.contains(sentence.firm, Qt::CaseInsensitive))
        about.append(sentence.firm);
    about.removeAll(QString());
    return about.join(u" · "_s);
}

/// Whether a sentence begins what another person says.
bool beginsTurn(const Call& call, std::size_t i)
{
    return i == 0 || call.sentences[i].turn != call.sentences[i - 1].turn
        || call.sentences[i].speaker != call.sentences[i - 1].speaker;
}

bool beginsAnswers(const Call& call, std::size_t i)
{
    return call.sentences[i].answers && i > 0 && !call.sentences[i - 1].answers;
}

} // namespace

std::vector<TableRow> callRows(const Call& call, int lit)
{
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < call.sentences.size(); ++i) {
        const Sentence& sentence = call.sentences[i];
        if (beginsAnswers(call, i))
            rows.push_back({TableCell(Words::tr("Questions and answers"), Tone::Heading)});
        TableCell text(sentence.text, sentence.id == lit ? Tone::Strong : Tone::Plain);
        text.call = call.id;
        text.sentence = sentence.id;
        rows.push_back(
            {TableCell(QString::number(sentence.id), Tone::Muted),
             beginsTurn(call, i) ? TableCell(nameOf(sentence), Tone::Strong, roleOf(sentence)) : TableCell(),
             text});
    }
    if (rows.empty())
        rows.push_back({TableCell(Words::tr("No sentence of this call is held."))});
    return rows;
}

int rowOfSentence(const Call& call, int sentence)
{
    int row = 0;
    for (std::size_t i = 0; i < call.sentences.size(); ++i, ++row) {
        row += beginsAnswers(call, i) ? 1 : 0;
        if (call.sentences[i].id == sentence)
            return row;
    }
    return -1;
}

QString speakerOf(const Sentence& sentence)
{
    const QString role = roleOf(sentence);
    return role.isEmpty() ? nameOf(sentence) : u"%1 (%2)"_s.arg(nameOf(sentence), role);
}

QString callTitle(const Call& call)
{
    return call.whole ? Words::tr("%1 · %2 · %n sentences", nullptr, static_cast<int>(call.sentences.size()))
                            .arg(call.id, call.date)
                      : Words::tr("%1 · %2 · excerpts: only the %n quoted sentences are held", nullptr,
                                  static_cast<int>(call.sentences.size()))
                            .arg(call.id, call.date);
}

} // namespace plumbline
