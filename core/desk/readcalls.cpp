#include "core/desk/readcalls.h"

#include "core/reading/claimids.h"
#include "core/reading/languagefacts.h"
#include "core/reading/verify.h"
#include "core/uplift/claimgroups.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

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

/// The dollar stands for a currency that no call tells, as it does where a card names none.
constexpr QLatin1StringView moneyUntold("USD");

/// The money most of a reading's figures are in; empty where none is money.
QString moneyOf(const Reading& reading)
{
    std::map<QString, int> said;
    for (const Claim& claim : reading.claims)
        for (const ClaimFigure& figure : claim.figures)
            if (const QString currency = figure.quantity.unit.currency(); !currency.isEmpty())
                ++said[currency];
    const auto most = std::max_element(said.begin(), said.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == said.end() ? QString() : most->first;
}

/// Of a company of which nothing else is known the calls tell the money; what is said in another is not sized.
void settleMoney(Coverage& coverage)
{
    Dossier& dossier = coverage.dossier;
    if (onlyCallsKnow(dossier)) {
        const QString said = moneyOf(coverage.reading);
        dossier.currency = said.isEmpty() ? QString(moneyUntold) : said;
    }
    for (Claim& claim : coverage.reading.claims) {
        const QString said = claim.figure() == nullptr ? QString() : claim.figure()->quantity.unit.currency();
        if (said.isEmpty() || said == dossier.currency)
            continue;
        claim.kind = ClaimKind::Count;
        claim.softReason = Words::tr("said in %1, and the company reports in %2").arg(said, dossier.currency);
    }
}

/// A commitment is sized by what of it is recognised within a year. Where nobody said how long it runs: a ramp of 0.675 over
/// four and a half years. It goes with the last commitment that needs it.
void proposeRecognised(Coverage& coverage)
{
    const QString name = u"recognised.company"_s;
    const bool needed =
        std::any_of(coverage.reading.claims.begin(), coverage.reading.claims.end(), [](const Claim& one) {
            return one.kind == ClaimKind::Commitment && one.recognised.isEmpty();
        });
    std::erase_if(coverage.assumptions, [&](const Assumption& one) {
        return one.name == name && one.author == u"rule" && !needed;
    });
    const bool known = std::any_of(coverage.assumptions.begin(), coverage.assumptions.end(),
                                   [&](const Assumption& one) { return one.name == name; });
    if (needed && !known)
        coverage.assumptions.push_back(
            {.name = name,
             .title = Words::tr("commitments recognised in a year"),
             .subject = companySubject(coverage.dossier.symbol),
             .value = u"15%"_s,
             .display = Display::Percent,
             .low = u"5%"_s,
             .high = u"30%"_s,
             .author = u"rule"_s,
             .source = u"method"_s,
             .note = Words::tr("no length of contracts was read: a ramp of 0.675 over 4.5 years")});
}

} // namespace

Coverage newCompany(const QString& symbol, const QString& name)
{
    return {.dossier = {.symbol = symbol, .name = name.isEmpty() ? symbol : name, .currency = moneyUntold}};
}

bool onlyCallsKnow(const Dossier& dossier)
{
    return std::none_of(dossier.facts.begin(), dossier.facts.end(),
                        [](const Fact& one) { return one.source.provider != u"rule"; });
}

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
    keepIds(read.reading.claims, coverage.reading.claims);
    coverage.reading = std::move(read.reading);
    settleMoney(coverage);
    proposeGroups(coverage);
    proposeRecognised(coverage);
    takeLanguage(coverage.dossier, std::move(read.language));
    for (const Call& call : coverage.calls)
        holdAgainst(coverage, call.id);
    const Reading& now = coverage.reading;
    return Words::tr("Read by rule: %L1 claims, %L2 quotes, %L3 figures said, %L4 questions on its card.")
        .arg(now.claims.size())
        .arg(now.quotes.size())
        .arg(now.quantifications.size())
        .arg(now.questions.size());
}

} // namespace plumbline
