#include "core/reading/claimsubject.h"

#include "core/reading/readwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

constexpr qsizetype mostWords = 9; ///< a longer subject is half a sentence

/// What stands between a subject and its figure.
const QSet<QString>& verbs()
{
    static const QSet<QString> words =
        wordSet({u"is",          u"are",          u"was",       u"were",       u"be",          u"been",
                 u"has",         u"have",         u"had",       u"ended",      u"reached",     u"grew",
                 u"grow",        u"grows",        u"growing",   u"grown",      u"increased",   u"increase",
                 u"increases",   u"increasing",   u"rose",      u"risen",      u"rising",      u"totaled",
                 u"totalled",    u"exceeded",     u"exceeds",   u"exceeding",  u"surpassed",   u"surpassing",
                 u"crossed",     u"crested",      u"passed",    u"hit",        u"approached",  u"approaching",
                 u"accelerated", u"accelerating", u"declined",  u"decreased",  u"fell",        u"came",
                 u"comes",       u"stood",        u"stands",    u"expanded",   u"doubled",     u"tripled",
                 u"quadrupled",  u"remains",      u"remained",  u"represents", u"represented", u"contributed",
                 u"contributes", u"delivers",     u"delivered", u"generated",  u"generates",   u"runs",
                 u"run",         u"will",         u"would",     u"could",      u"can",         u"should",
                 u"continues",   u"continue",     u"went",      u"goes",       u"improved",    u"improves",
                 u"saved",       u"saves",        u"save",      u"reduced",    u"reduces",     u"reduce",
                 u"cut",         u"cuts",         u"used",      u"use",        u"uses",        u"added",
                 u"adds",        u"offers",       u"offer",     u"provides",   u"provide",     u"achieved",
                 u"achieves",    u"sits",         u"jumped",    u"spent"});
    return words;
}

/// What opens a clause and is no part of a subject.
const QSet<QString>& openers()
{
    static const QSet<QString> words =
        wordSet({u"and",     u"so",    u"but",   u"now",   u"already", u"also", u"then",    u"our",
                 u"the",     u"a",     u"an",    u"with",  u"of",      u"as",   u"that",    u"this",
                 u"these",   u"those", u"which", u"where", u"while",   u"when", u"because", u"total",
                 u"overall", u"today", u"in",    u"on",    u"for",     u"to",   u"by",      u"at",
                 u"from",    u"their", u"its",   u"new",   u"all",     u"both"});
    return words;
}

/// Who speaks, or what only points: the subject lies behind the figure then.
const QSet<QString>& pronouns()
{
    static const QSet<QString> words =
        wordSet({u"we",      u"we've", u"we're", u"we'll",  u"i",     u"you",     u"they", u"they've",
                 u"they're", u"it",    u"it's",  u"that's", u"there", u"there's", u"who",  u"he",
                 u"she",     u"what",  u"that",  u"this",   u"them",  u"those",   u"these"});
    return words;
}

/// What ends a run of nouns.
const QSet<QString>& stops()
{
    static const QSet<QString> words = wordSet({u"in",      u"on",           u"for",
                                                u"to",      u"across",       u"that",
                                                u"which",   u"who",          u"this",
                                                u"than",    u"from",         u"with",
                                                u"by",      u"at",           u"as",
                                                u"since",   u"over",         u"and",
                                                u"or",      u"when",         u"while",
                                                u"where",   u"because",      u"compared",
                                                u"versus",  u"year",         u"year-over-year",
                                                u"quarter", u"sequentially", u"during",
                                                u"through", u"per",          u"every",
                                                u"each",    u"if",           u"so",
                                                u"we",      u"you",          u"they",
                                                u"today",   u"now",          u"already",
                                                u"after",   u"before",       u"into",
                                                u"up",      u"down",         u"live",
                                                u"using",   u"is",           u"are",
                                                u"was",     u"were",         u"have",
                                                u"has",     u"will",         u"can"});
    return words;
}

/// What stands between nouns and a figure and is neither.
const QSet<QString>& hedges()
{
    static const QSet<QString> words = wordSet(
        {u"about", u"roughly", u"approximately", u"nearly", u"almost", u"over", u"more", u"than", u"around",
         u"some", u"least", u"worth", u"of", u"up", u"down", u"only", u"just", u"another"});
    return words;
}

QString bare(const QString& word)
{
    static const QRegularExpression around(QStringLiteral("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$"));
    return QString(word).remove(around);
}

QStringList wordsOf(const QString& text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

bool endsClause(const QString& word)
{
    return word.endsWith(u',') || word.endsWith(u';') || word.endsWith(u':') || word.endsWith(u'.');
}

bool isRelative(const QString& word)
{
    return word == u"who" || word == u"that" || word == u"which";
}

/// "this year", "next quarter", "over the last twelve months" behind a subject are no part of it.
void dropTime(QStringList& words)
{
    static const QSet<QString> begins = wordSet({u"this", u"next", u"last"});
    static const QSet<QString> times = wordSet({u"year", u"quarter", u"month", u"fiscal", u"week"});
    for (qsizetype i = 1; i + 1 < words.size(); ++i)
        if (begins.contains(bare(words[i]).toLower()) && times.contains(bare(words[i + 1]).toLower())) {
            words = words.mid(0, i);
            return;
        }
}

/// "We now expect Fennick to save" is said of Fennick; years are no part of a subject.
void dropExpecting(QStringList& words)
{
    static const QSet<QString> expecting =
        wordSet({u"expect", u"anticipate", u"estimate", u"believe", u"think", u"see", u"project"});
    static const QSet<QString> speakers = wordSet({u"we", u"i"});
    for (qsizetype i = 1; i < std::min<qsizetype>(4, words.size()); ++i)
        if (expecting.contains(bare(words[i]).toLower()) && speakers.contains(bare(words[0]).toLower())) {
            words = words.mid(i + 1);
            break;
        }
    static const QRegularExpression year(QStringLiteral("^(19|20)[0-9]{2}$"));
    words.removeIf([](const QString& word) { return bare(word).contains(year); });
}

/// The words of a clause without what opens it; nothing where they are too many or name nothing.
QString named(QStringList words)
{
    dropTime(words);
    dropExpecting(words);
    while (!words.isEmpty() && openers().contains(bare(words.front()).toLower()))
        words.removeFirst();
    while (!words.isEmpty()
           && (openers().contains(bare(words.back()).toLower()) || bare(words.back()).isEmpty()))
        words.removeLast();
    static const QRegularExpression number(QStringLiteral("^\\W*[0-9]|[$%€£]")); // no "Trainium2"
    const bool tells =
        std::any_of(words.begin(), words.end(), [](const QString& word) { return bare(word).size() > 2; });
    const bool counts =
        std::any_of(words.begin(), words.end(), [](const QString& word) { return word.contains(number); });
    const bool points = std::any_of(words.begin(), words.end(), [&](const QString& word) {
        const QString own = bare(word).toLower();
        const bool within = &word != &words.front() && &word != &words.back();
        return pronouns().contains(own) && !(within && isRelative(own)); // "customers who used it"
    });
    if (!tells || counts || points || words.size() > mostWords)
        return {};
    words.front() = words.front().mid(words.front().indexOf(bare(words.front())));
    words.back() = words.back().left(words.back().indexOf(bare(words.back())) + bare(words.back()).size());
    return words.join(u' ');
}

/// "run" of "run rate" is no verb.
bool isOfARunRate(const QStringList& words, qsizetype at)
{
    return bare(words[at]).toLower() == u"run" && at + 1 < words.size()
        && bare(words[at + 1]).toLower().startsWith(u"rate");
}

/// The nouns before a figure whose clause has no verb of its own: "capital spending $240 million".
QString withoutVerb(const QStringList& clause)
{
    static const QSet<QString> moves =
        wordSet({u"up",    u"down",  u"plus",      u"minus",    u"against", u"compared", u"versus",
                 u"after", u"or",    u"an",        u"a",        u"from",    u"with",     u"of",
                 u"in",    u"about", u"including", u"increase", u"growth",  u"rise"});
    if (clause.size() < 2 || clause.size() > 4)
        return {};
    const bool other = std::any_of(clause.begin(), clause.end(), [](const QString& word) {
        const QString own = bare(word).toLower();
        return moves.contains(own) || verbs().contains(own) || pronouns().contains(own) || own.isEmpty();
    });
    return other ? QString() : named(clause);
}

/// The subject of the clause that begins at a word, by its first verb.
QString beforeVerb(const QStringList& words, qsizetype from)
{
    for (qsizetype i = from; i < words.size(); ++i)
        if (verbs().contains(bare(words[i]).toLower()) && !isOfARunRate(words, i)
            && !(i > from + 1 && isRelative(bare(words[i - 1]).toLower())))
            return named(words.mid(from, i - from));
    return {};
}

/// From the first clause on, the one nearest to the figure that has a subject of its own: an ellipsis ("up 66%") takes the one
/// before.
QString fromBefore(const QStringList& words)
{
    for (qsizetype start = words.size() - 1; start >= 0; --start) {
        const QString before = start == 0 ? QString() : bare(words[start - 1]).toLower();
        const bool begins =
            start == 0 || endsClause(words[start - 1]) || before == u"and" || before == u"with";
        if (!begins)
            continue;
        if (start > 0 && endsClause(words[start - 1]))
            if (QString subject = withoutVerb(words.mid(start)); !subject.isEmpty())
                return subject;
        if (QString subject = beforeVerb(words, start); !subject.isEmpty())
            return subject;
    }
    return {};
}

/// The nouns a figure counts: "of data center capacity", "customers", "more GPU capacity".
QString fromBehind(QStringList words)
{
    static const QSet<QString> between =
        wordSet({u"of", u"more", u"the", u"our", u"a", u"in", u"additional", u"new", u"better", u"faster",
                 u"higher", u"lower", u"fewer", u"less", u"plus"});
    static const QRegularExpression number(QStringLiteral("^[0-9]"));
    while (!words.isEmpty()
           && (between.contains(bare(words.front()).toLower()) || words.front().contains(number)))
        words.removeFirst();
    QStringList nouns;
    for (const QString& word : std::as_const(words)) {
        const bool verb = !nouns.isEmpty() && verbs().contains(bare(word).toLower());
        if (stops().contains(bare(word).toLower()) || verb || nouns.size() >= 5)
            break;
        nouns.append(word);
        if (endsClause(word))
            break;
    }
    return named(nouns);
}

/// Where no verb tells: the nouns straight before the figure, "AI commitments" of "signed AI commitments of $225 billion".
QString nearest(const QStringList& words)
{
    QStringList nouns;
    for (auto word = words.rbegin(); word != words.rend() && nouns.size() < 4; ++word) {
        const QString own = bare(*word).toLower();
        if (nouns.isEmpty() && (openers().contains(own) || stops().contains(own) || hedges().contains(own)))
            continue;
        if (endsClause(*word) || verbs().contains(own) || stops().contains(own) || pronouns().contains(own)
            || openers().contains(own))
            break;
        nouns.prepend(*word);
    }
    const qsizetype first = words.size() - nouns.size();
    static const QSet<QString> speakers =
        wordSet({u"we", u"i", u"they", u"you", u"so", u"we've", u"i've", u"they've"});
    for (qsizetype i = first - 1; i >= 0 && nouns.size() == 1 && i >= first - 4; --i)
        if (speakers.contains(bare(words[i]).toLower()))
            return {}; // a verb: "we measure 210,000 hours"
    return named(nouns);
}

} // namespace

QString subjectOf(const Quantification& said)
{
    const QString& text = said.citation.text;
    const qsizetype at = text.indexOf(said.figureText);
    if (at < 0 || said.figureText.isEmpty())
        return {};
    const QString behind = text.mid(at + said.figureText.size());
    const QStringList before = wordsOf(text.left(at));
    QString counted = behind.startsWith(u' ') ? fromBehind(wordsOf(behind)) : QString();
    QString of = fromBefore(before);
    const bool money = said.unit == u"USD" || said.unit == u"other";
    const bool ofSubject = money || said.unit == u"percent" || said.unit == u"bps" || counted.isEmpty();
    if (!of.isEmpty() && ofSubject)
        return of;
    return counted.isEmpty() ? nearest(before) : counted;
}

} // namespace plumbline
