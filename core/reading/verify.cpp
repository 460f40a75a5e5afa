#include "core/reading/verify.h"

#include "core/reading/near.h"

#include <QStringList>

#include <algorithm>

namespace plumbline {

namespace {

QString normalised(const QString& text)
{
    QString out;
    out.reserve(text.size());
    const QString simple = text.simplified();
    for (const QChar c : simple) {
        if (c == u'’' || c == u'‘')
            out += u'\'';
        else if (c == u'“' || c == u'”')
            out += u'"';
        else if (c == u'–' || c == u'—' || c == QChar(0x2212))
            out += u'-';
        else if (c != QChar(0x00AD))
            out += c == QChar(0x00A0) ? QChar(u' ') : c;
    }
    return out;
}

/// Sentences of one turn joined by a space, with the place where each starts.
struct Turn
{
    QString speaker;
    QString text;
    std::vector<std::pair<qsizetype, int>> starts; ///< offset and sentence id

    int sentenceAt(qsizetype offset) const
    {
        int id = starts.empty() ? 0 : starts.front().second;
        for (const auto& [start, sentence] : starts)
            if (start <= offset)
                id = sentence;
        return id;
    }
};

std::vector<Turn> turnsOf(const Call& call, bool normal)
{
    std::vector<Turn> turns;
    int turn = -1;
    for (const Sentence& sentence : call.sentences) {
        if (sentence.turn != turn) {
            turns.push_back({sentence.speaker, {}, {}});
            turn = sentence.turn;
        }
        Turn& last = turns.back();
        if (!last.text.isEmpty())
            last.text += u' ';
        last.starts.emplace_back(last.text.size(), sentence.id);
        last.text += normal ? normalised(sentence.text) : sentence.text;
    }
    return turns;
}

/// Whether two neighbours belong to one word or number: "15", "1.5", "AI".
bool joined(const QString& text, qsizetype left)
{
    if (left < 0 || left + 1 >= text.size())
        return false;
    const auto digit = [&](qsizetype at) { return at >= 0 && at < text.size() && text[at].isDigit(); };
    const auto point = [&](qsizetype at) { return text[at] == u'.' || text[at] == u','; };
    return (text[left].isLetterOrNumber() && text[left + 1].isLetterOrNumber())
        || (digit(left) && point(left + 1) && digit(left + 2))
        || (digit(left - 1) && point(left) && digit(left + 1));
}

/// Where a part stands from `from` on, cutting no word and no number; -1 if nowhere.
qsizetype indexOfPart(const QString& text, const QString& part, qsizetype from)
{
    qsizetype at = text.indexOf(part, from);
    while (at >= 0 && (joined(text, at - 1) || joined(text, at + part.size() - 1)))
        at = text.indexOf(part, at + 1);
    return at;
}

/// The id of the sentence where the parts begin, all in order within one turn of the speaker; 0 if none has them.
int findParts(const std::vector<Turn>& turns, const QString& speaker, const QStringList& parts)
{
    for (const Turn& turn : turns) {
        if (!speaker.isEmpty() && turn.speaker != speaker)
            continue;
        qsizetype first = -1;
        qsizetype from = 0;
        const bool all = std::all_of(parts.begin(), parts.end(), [&](const QString& part) {
            const qsizetype at = indexOfPart(turn.text, part, from);
            if (at < 0)
                return false;
            first = first < 0 ? at : first;
            from = at + part.size();
            return true;
        });
        if (all && first >= 0)
            return turn.sentenceAt(first);
    }
    return 0;
}

} // namespace

void verify(Citation& citation, const std::vector<Call>& calls)
{
    const auto call = std::find_if(calls.begin(), calls.end(),
                                   [&](const Call& known) { return known.id == citation.call; });
    if (call == calls.end()) { // what was recorded with an imported quote stands until the call is here
        if (citation.verified.isEmpty()) {
            citation.sentence = 0;
            citation.verified = QStringLiteral("cited");
        }
        return;
    }
    citation.sentence = 0;
    const auto settle = [&](const QStringList& parts, bool normal, const char16_t* found) {
        citation.sentence = findParts(turnsOf(*call, normal), citation.speaker, parts);
        if (citation.sentence != 0)
            citation.verified = call->whole ? QString::fromUtf16(found) : QStringLiteral("cited");
        return citation.sentence != 0;
    };
    if (citation.text.isEmpty() || settle({citation.text}, false, u"exact"))
        return;
    const QString normal = normalised(citation.text);
    if (settle({normal}, true, u"normalised"))
        return;
    QString dotted = normal;
    QStringList parts =
        dotted.replace(u'…', QStringLiteral("...")).split(QStringLiteral("..."), Qt::SkipEmptyParts);
    for (QString& part : parts)
        part = part.trimmed();
    if (parts.size() > 1 && settle(parts, true, u"elided"))
        return;
    citation.verified = call->whole ? QStringLiteral("not_found") : QStringLiteral("cited");
    if (const auto near = call->whole ? nearPassage(citation.text, citation.speaker, *call) : std::nullopt) {
        citation.verified = QStringLiteral("near");
        citation.sentence = near->sentence;
    }
}

} // namespace plumbline
