#include "core/desk/readcalls.h"

#include "core/reading/verify.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReadCalls)
};

void nameLatest(Coverage& coverage)
{
    const auto& calls = coverage.calls; // the newest first
    coverage.dossier.latestCall = calls.empty() ? QString() : calls[0].id;
    coverage.dossier.priorCall = calls.size() < 2 ? QString() : calls[1].id;
}

/// A fact by rule takes its place; one from elsewhere stays.
void take(Dossier& dossier, Fact fact)
{
    const auto known = std::find_if(dossier.facts.begin(), dossier.facts.end(),
                                    [&](const Fact& one) { return one.name == fact.name; });
    if (known == dossier.facts.end())
        dossier.facts.push_back(std::move(fact));
    else if (known->source.provider == fact.source.provider || !known->value)
        *known = std::move(fact);
}

} // namespace

void holdAgainst(Coverage& coverage, const QString& call)
{
    const auto again = [&](Citation& citation) {
        if (citation.call == call)
            verify(citation, coverage.calls);
    };
    Reading& reading = coverage.reading;
    for (Claim& claim : reading.claims) {
        for (ClaimFigure& figure : claim.figures)
            again(figure.citation);
        for (Citation& citation : claim.evidence)
            again(citation);
        for (EarlierFigure& was : claim.was)
            again(was.citation);
    }
    for (Quantification& one : reading.quantifications)
        again(one.citation);
    for (Quote& one : reading.quotes)
        again(one.citation);
    for (Catalyst& one : reading.catalysts)
        again(one.citation);
}

QString readCalls(Coverage& coverage, const ReadingRules& rules, const QLocale& locale)
{
    const bool whole =
        std::any_of(coverage.calls.begin(), coverage.calls.end(), [](const Call& one) { return one.whole; });
    if (!isByRule(coverage.reading))
        return Words::tr("Its card speaks of %1 and %2 as before: what was read of them came with the card.")
            .arg(coverage.dossier.latestCall, coverage.dossier.priorCall);
    nameLatest(coverage);
    if (!whole)
        return {};
    CallsRead read = readingOf(coverage.calls, coverage.dossier.name, rules, locale);
    coverage.reading = std::move(read.reading);
    take(coverage.dossier, std::move(read.language));
    for (const Call& call : coverage.calls)
        holdAgainst(coverage, call.id);
    const Reading& now = coverage.reading;
    return Words::tr("Read by rule: %L1 quotes, %L2 figures said, %L3 questions on its card.")
        .arg(now.quotes.size())
        .arg(now.quantifications.size())
        .arg(now.questions.size());
}

} // namespace plumbline
