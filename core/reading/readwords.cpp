#include "core/reading/readwords.h"

#include <algorithm>

namespace plumbline {

QStringList saidWords(QStringView text)
{
    QStringList result = text.toString().toLower().replace(u'’', u'\'').split(u' ', Qt::SkipEmptyParts);
    for (QString& word : result) {
        while (!word.isEmpty() && (word.back().isPunct() && word.back() != u'%'))
            word.chop(1);
        while (!word.isEmpty() && word.front().isPunct())
            word.remove(0, 1);
    }
    return result;
}

QStringList countedWords(QStringView text)
{
    const auto within = [&](qsizetype at) { // an apostrophe between letters, a point or comma between digits
        const QChar c = text[at];
        if (at == 0 || at + 1 == text.size())
            return false;
        const QChar before = text[at - 1];
        const QChar behind = text[at + 1];
        return ((c == u'\'' || c == u'’') && before.isLetter() && behind.isLetter())
            || ((c == u'.' || c == u',') && before.isDigit() && behind.isDigit());
    };
    QStringList words;
    for (qsizetype first = 0; first < text.size();) {
        qsizetype end = first;
        while (end < text.size() && (text[end].isLetterOrNumber() || (end > first && within(end))))
            ++end;
        if (end > first)
            words.append(text.sliced(first, end - first).toString().toLower().replace(u'’', u'\''));
        first = std::max(end, first + 1);
    }
    return words;
}

Clause clauseOf(const QString& text, const SpokenFigure& figure)
{
    Clause clause {0, text.size()};
    for (const QLatin1StringView mark :
         {QLatin1StringView(", and "), QLatin1StringView("; "), QLatin1StringView(" -- "),
          QLatin1StringView(", but "), QLatin1StringView(", with "), QLatin1StringView(" and we"),
          QLatin1StringView(", driven by")}) {
        if (figure.first > 0)
            if (const qsizetype at = text.lastIndexOf(mark, figure.first - 1); at >= clause.first)
                clause.first = at;
        if (const qsizetype at = text.indexOf(mark, figure.last); at >= 0 && at < clause.last)
            clause.last = at;
    }
    return clause;
}

bool hasWord(const QStringList& said, const QSet<QString>& wanted)
{
    return std::any_of(said.begin(), said.end(), [&](const QString& word) { return wanted.contains(word); });
}

bool hasPhrase(const QString& text, std::initializer_list<QLatin1StringView> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](QLatin1StringView phrase) { return text.contains(phrase, Qt::CaseInsensitive); });
}

bool saysAnyOf(const QString& text, const QStringList& beginnings)
{
    const QString small = u' ' + text.toLower() + u' ';
    return std::any_of(beginnings.begin(), beginnings.end(), [&](const QString& word) {
        for (qsizetype at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1))
            if (!small[at - 1].isLetter())
                return true;
        return false;
    });
}

} // namespace plumbline
