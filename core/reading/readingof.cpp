#include "core/reading/readingof.h"

#include "core/reading/choosequotes.h"
#include "core/reading/claimscope.h"
#include "core/reading/claimsfrom.h"
#include "core/reading/datedpromises.h"
#include "core/reading/languagefacts.h"
#include "core/reading/ownproducts.h"
#include "core/reading/questions.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReadingOf)
};

/// A call with all that is counted and found in it.
struct Read
{
    const Call& call;
    CallFrame frame;
    std::vector<SaidSentence> said;
    ThemeReading about;
    LanguageReading language;
};

Read read(const Call& call, const QString& company, const ReadingRules& rules)
{
    Read one {call, {company, FiscalPeriod::parse(call.id)}, saidSentences(call), {}, {}};
    one.about = readTheme(one.said, rules.theme, one.frame);
    one.language = languageOf(one.said, rules.words);
    return one;
}

std::vector<std::vector<SaidSentence>> saidOn(const std::vector<Read>& calls)
{
    std::vector<std::vector<SaidSentence>> said;
    said.reserve(calls.size());
    for (const Read& one : calls)
        said.push_back(one.said);
    return said;
}

void addQuotes(Reading& reading, const Read& read)
{
    QStringList titles;
    for (const Sentence& sentence : read.call.sentences)
        titles += sentence.role;
    for (const ChosenQuote& quote : chooseQuotes(read.said, titles, read.about)) {
        const Sentence& first = read.call.sentences[quote.first];
        reading.quotes.push_back({.citation = {.call = read.call.id,
                                               .speaker = first.speaker,
                                               .sentence = first.id,
                                               .text = textOf(quote, read.said)},
                                  .role = first.role});
    }
}

void addFigures(Reading& reading, const Read& read)
{
    for (const ThemeFigure& figure : read.about.figures) {
        Quantification said = figure.said;
        said.citation.call = read.call.id;
        said.citation.sentence = read.call.sentences[figure.sentence].id;
        reading.quantifications.push_back(std::move(said));
    }
}

/// Claims of the later call take the place of what they say anew.
void addClaims(Reading& reading, const Read& read, const Theme& theme)
{
    std::vector<ThemeFigure> figures = claimFigures(read.said, theme, read.frame);
    for (ThemeFigure& figure : figures)
        figure.said.citation.sentence = read.call.sentences[figure.sentence].id;
    std::vector<Claim> claims = claimsFrom(figures, read.call.id, ThemeMatcher(theme, read.frame.company));
    reading.claims = reading.claims.empty() ? std::move(claims)
                                            : withEarlier(std::move(reading.claims), std::move(claims));
}

void addQuestions(Reading& reading, const Read& read, const ThemeMatcher& matcher)
{
    for (const Exchange& one : questionsOf(read.call))
        reading.questions.push_back({.call = read.call.id,
                                     .analyst = one.analyst,
                                     .firm = one.firm,
                                     .question = one.question,
                                     .answer = one.answer,
                                     .answeredBy = one.answeredBy.join(u", "_s),
                                     .aboutAi = matcher.names(one.question)});
}

/// What the two latest calls promised for a date that was still ahead on the latest; said on both, as said last.
void addCatalysts(Reading& reading, const std::vector<Read>& calls)
{
    std::vector<Catalyst> promises;
    for (std::size_t i = 0; i < std::min(calls.size(), callsInDepth); ++i) {
        std::vector<Catalyst> said = datedPromises(calls[i].call, calls[i].said, calls[i].about);
        std::erase_if(said, [&](const Catalyst& one) {
            return std::any_of(promises.begin(), promises.end(), [&](const Catalyst& later) {
                return later.date == one.date && later.citation.text == one.citation.text;
            });
        });
        std::move(said.begin(), said.end(), std::back_inserter(promises));
    }
    reading.catalysts =
        stillAhead(std::move(promises), QDate::fromString(calls.front().call.date, Qt::ISODate));
}

/// A title as it stands within a sentence: "Artificial intelligence" is small there, "GLP-1" stays.
QString withinSentence(QString title)
{
    if (title.size() > 1 && title[1].isLower())
        title[0] = title[0].toLower();
    return title;
}

/// The verdict on the answers is that on the call.
std::vector<Fact> languageOfCalls(const std::vector<Read>& calls)
{
    Source source {.provider = u"rule"_s};
    if (calls.size() < callsInDepth)
        return languageUnknown(Words::tr("one call is at hand; a change needs two"), source);
    source.field = Words::tr("answers of %1 against %2").arg(calls[0].call.id, calls[1].call.id);
    source.asOf = calls[0].call.date;
    return languageFacts(changeOf(calls[0].language, calls[1].language).answers, source);
}

} // namespace

CallsRead readingOf(const std::vector<Call>& newestFirst, const QString& company, const ReadingRules& rules,
                    const QLocale& locale)
{
    std::vector<Read> calls;
    for (const Call& call : newestFirst)
        if (call.whole && calls.size() < callsForTrajectory)
            calls.push_back(read(call, company, rules));
    CallsRead result;
    if (calls.empty())
        return result;
    const ThemeMatcher matcher(rules.theme, company);
    const Theme withOwn = withProducts(rules.theme, ownProducts(saidOn(calls), rules.theme, company));
    for (std::size_t i = 0; i < std::min(calls.size(), callsInDepth); ++i) {
        addQuotes(result.reading, calls[i]);
        addFigures(result.reading, calls[i]);
        addClaims(result.reading, calls[i], withOwn);
        addQuestions(result.reading, calls[i], matcher);
    }
    addCatalysts(result.reading, calls);
    std::vector<RuledCall> ruled;
    ruled.reserve(calls.size());
    for (const Read& one : calls)
        ruled.push_back({one.call.id, one.call.date,
                         enthusiasmOf(one.said, one.about, one.language, rules.theme.id, rules.usual)});
    result.reading.enthusiasm = enthusiasmByRule(std::move(ruled), withinSentence(rules.theme.title), locale);
    result.language = languageOfCalls(calls);
    return result;
}

bool isByRule(const Reading& reading)
{
    const bool nobody = reading.claims.empty() && reading.quotes.empty() && reading.quantifications.empty()
                     && reading.questions.empty() && !reading.enthusiasm.latest;
    return nobody || reading.enthusiasm.author == u"rule";
}

} // namespace plumbline
