#include "core/formats/wordlists.h"

#include "core/formats/jsonreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WordListsFile)
};

/// Where a listed word is not one; empty where it is.
QString faultOf(const QString& word)
{
    if (word.trimmed().isEmpty() || word.simplified() != word)
        return Words::tr("“%1” has spaces at its ends, or nothing else").arg(word);
    if (word != word.toLower())
        return Words::tr("“%1” must be written in small letters").arg(word);
    if (const qsizetype star = word.indexOf(u'*'); star > 0 && star != word.size() - 1)
        return Words::tr("in “%1” the * must stand at the beginning or the end").arg(word);
    if (word.contains(u'*') && (word.contains(u' ') || word.size() < 3))
        return Words::tr("“%1”: a * asks for one word of two letters or more").arg(word);
    return {};
}

QStringList wordsAt(const JsonReader& in, const char* key)
{
    QStringList list = in.texts(key);
    if (list.isEmpty())
        in.fail(key, Words::tr("a list of at least one word is missing"));
    for (const QString& word : std::as_const(list))
        if (const QString fault = faultOf(word); !fault.isEmpty())
            in.fail(key, fault);
    return list;
}

void apart(const JsonReader& in, const char* key, const QStringList& list, const QStringList& others)
{
    for (const QString& word : list)
        if (others.contains(word))
            in.fail(key, Words::tr("“%1” stands in the opposite list too").arg(word));
}

NonAnswerWords patternsAt(const JsonReader& in, const char* kind)
{
    const QStringList patterns = in.texts(kind);
    if (patterns.isEmpty())
        in.fail(kind, Words::tr("a list of at least one pattern is missing"));
    for (const QString& pattern : patterns)
        if (const QRegularExpression tried(pattern); pattern.isEmpty() || !tried.isValid())
            in.fail(kind, Words::tr("“%1” is not a pattern").arg(pattern));
    return {QString::fromLatin1(kind), patterns};
}

} // namespace

Result<WordLists> wordListsFromJson(const QByteArray& bytes)
{
    const auto json = parseJson(bytes, Words::tr("The list of words"));
    if (!json)
        return tl::unexpected(json.error());
    std::optional<Error> error;
    const JsonReader in(*json, {}, error);
    WordLists lists {.positive = wordsAt(in, "positive"),
                     .negative = wordsAt(in, "negative"),
                     .hedgeWords = wordsAt(in, "hedge_words"),
                     .hedgePhrases = wordsAt(in, "hedge_phrases"),
                     .certainty = wordsAt(in, "certainty"),
                     .negators = wordsAt(in, "negators"),
                     .forward = wordsAt(in, "forward"),
                     .forwardExclude = wordsAt(in, "forward_exclude"),
                     .stopWords = wordsAt(in, "stop_words")};
    apart(in, "negative", lists.negative, lists.positive);
    apart(in, "certainty", lists.certainty, lists.hedgeWords);
    if (const auto kinds = in.object("nonanswer"))
        for (const char* kind : {"refuse", "unable", "deferral"})
            lists.nonAnswers.push_back(patternsAt(*kinds, kind));
    else
        in.fail("nonanswer", Words::tr("the patterns of non-answers are missing"));
    if (error)
        return tl::unexpected(*error);
    return lists;
}

} // namespace plumbline
