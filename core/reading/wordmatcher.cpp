#include "core/reading/wordmatcher.h"

#include <algorithm>

namespace plumbline {

namespace {

/// A word of a phrase as it is listed: "20##" fits "2027".
bool fits(const QString& listed, const QString& word)
{
    if (listed.size() != word.size())
        return false;
    for (qsizetype i = 0; i < word.size(); ++i)
        if (listed[i] != word[i] && !(listed[i] == u'#' && word[i].isDigit()))
            return false;
    return true;
}

bool beginsAt(const QStringList& phrase, const QStringList& words, qsizetype at)
{
    if (at + phrase.size() > words.size())
        return false;
    for (qsizetype i = 0; i < phrase.size(); ++i)
        if (!fits(phrase[i], words[at + i]))
            return false;
    return true;
}

} // namespace

WordMatcher::WordMatcher(const WordLists& lists)
{
    add(lists.positive, Positive);
    add(lists.negative, Negative);
    add(lists.hedgeWords, Hedge);
    add(lists.hedgePhrases, Hedge);
    add(lists.certainty, Certain);
    add(lists.negators, Negator);
    add(lists.forward, Forward);
    add(lists.forwardExclude, ForwardExclude);
    add(lists.stopWords, Stop);
    QStringList groups;
    for (const NonAnswerWords& one : lists.nonAnswers) {
        groups.append(QStringLiteral("(?<%1>%2)").arg(one.kind, one.patterns.join(u'|')));
        m_nonAnswerKinds.append(one.kind);
    }
    if (!groups.isEmpty())
        m_nonAnswers = QRegularExpression(QStringLiteral("\\b(?:%1)\\b").arg(groups.join(u'|')),
                                          QRegularExpression::CaseInsensitiveOption);
    m_nonAnswers.optimize();
}

void WordMatcher::add(const QStringList& list, unsigned kind)
{
    for (const QString& entry : list) {
        const QStringList words = entry.split(u' ');
        if (words.size() > 1) {
            m_words[words.front()] |= Opens;
            m_phrases[words.front()].push_back({words, kind});
        } else if (entry.endsWith(u'*')) {
            m_parts.push_back({entry.chopped(1), false, kind});
        } else if (entry.startsWith(u'*')) {
            m_parts.push_back({entry.sliced(1), true, kind});
        } else {
            m_words[entry] |= kind;
        }
    }
}

unsigned WordMatcher::kindsOf(const QString& word) const
{
    unsigned kinds = m_words.value(word);
    for (const Part& part : m_parts)
        if (part.atEnd ? word.endsWith(part.text) : word.startsWith(part.text))
            kinds |= part.kind;
    return kinds;
}

WordMatcher::Found WordMatcher::phraseAt(const QStringList& words, qsizetype at, unsigned kinds) const
{
    Found found {0, 0};
    if ((kinds & Opens) == 0)
        return found;
    const auto phrases = m_phrases.constFind(words[at]);
    for (const Phrase& phrase : *phrases) {
        if (phrase.words.size() < found.length || !beginsAt(phrase.words, words, at))
            continue;
        found.kinds = phrase.words.size() == found.length ? found.kinds | phrase.kind : phrase.kind;
        found.length = phrase.words.size();
    }
    return found;
}

QString WordMatcher::nonAnswerOf(const QString& text) const
{
    if (m_nonAnswerKinds.isEmpty())
        return {};
    const auto match = m_nonAnswers.match(QString(text).replace(u'’', u'\''));
    const auto found = std::find_if(m_nonAnswerKinds.begin(), m_nonAnswerKinds.end(),
                                    [&](const QString& kind) { return match.capturedStart(kind) >= 0; });
    return found == m_nonAnswerKinds.end() ? QString() : *found;
}

} // namespace plumbline
