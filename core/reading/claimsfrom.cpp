#include "core/reading/claimsfrom.h"

#include "core/reading/claimkindof.h"
#include "core/reading/claimsubject.h"
#include "core/reading/readwords.h"
#include "core/reading/spoken.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClaimsFrom)
};

/// Words that do not tell one metric from another: grammar, hedges, time, movement.
const QSet<QString>& emptyWords()
{
    static const QSet<QString> words = wordSet({u"a",
                                                u"an",
                                                u"the",
                                                u"our",
                                                u"we",
                                                u"we've",
                                                u"we're",
                                                u"is",
                                                u"are",
                                                u"was",
                                                u"were",
                                                u"has",
                                                u"have",
                                                u"had",
                                                u"now",
                                                u"of",
                                                u"in",
                                                u"on",
                                                u"at",
                                                u"to",
                                                u"by",
                                                u"for",
                                                u"from",
                                                u"with",
                                                u"and",
                                                u"or",
                                                u"that",
                                                u"this",
                                                u"it",
                                                u"its",
                                                u"it's",
                                                u"over",
                                                u"about",
                                                u"nearly",
                                                u"more",
                                                u"than",
                                                u"up",
                                                u"down",
                                                u"grew",
                                                u"growing",
                                                u"rose",
                                                u"fell",
                                                u"year",
                                                u"quarter",
                                                u"month",
                                                u"today",
                                                u"last",
                                                u"next",
                                                u"be",
                                                u"been",
                                                u"will",
                                                u"would",
                                                u"expect",
                                                u"i",
                                                u"march",
                                                u"december",
                                                u"end",
                                                u"also",
                                                u"as",
                                                u"which",
                                                u"they",
                                                u"their",
                                                u"you",
                                                u"above",
                                                u"around",
                                                u"roughly",
                                                u"approximately",
                                                u"reached",
                                                u"stood",
                                                u"passed",
                                                u"ago",
                                                u"per",
                                                u"year-over-year",
                                                u"quarter-over-quarter",
                                                u"sequentially",
                                                u"very",
                                                u"but",
                                                u"well",
                                                u"that's",
                                                u"there",
                                                u"did",
                                                u"who",
                                                u"top",
                                                u"having",
                                                u"part",
                                                u"inclusive",
                                                u"likely",
                                                u"through"});
    return words;
}

/// What a figure is said of, as it was said and as it is compared: without grammar, hedges, time and numbers.
struct Metric
{
    QString subject {};
    QStringList words {};
};

bool tellsAnything(const QString& subject)
{
    const QStringList words = saidWords(subject);
    return std::any_of(words.begin(), words.end(),
                       [](const QString& word) { return !emptyWords().contains(word); });
}

/// What of the theme a sentence names last before a figure, else first: "Fennick" of "we expect Fennick to save".
QString namedBeside(const Quantification& said, const ThemeMatcher& matcher)
{
    const QString& text = said.citation.text;
    const qsizetype at = text.indexOf(said.figureText);
    QString name;
    for (const ThemeMatch& match : matcher.matches(text)) {
        const bool names = match.kind == TermKind::Product || match.kind == TermKind::Explicit;
        if (names && (name.isEmpty() || match.last <= at))
            name = text.sliced(match.first, match.last - match.first);
    }
    return name;
}

Metric metricOf(const Quantification& said, const ThemeMatcher& matcher)
{
    static const QRegularExpression digits(QStringLiteral("[0-9%$€£]"));
    Metric metric {subjectOf(said), {}};
    if (!tellsAnything(metric.subject))
        metric.subject = namedBeside(said, matcher);
    if (metric.subject.isEmpty() && said.unit == u"hours")
        metric.subject = QStringLiteral("hours saved");
    for (const QString& word : saidWords(metric.subject))
        if (!emptyWords().contains(word) && !word.contains(digits) && !metric.words.contains(word))
            metric.words += word;
    return metric;
}

/// A metric in a fixed order, with its kind of unit. Two figures of one identity say the same thing at different times.
QString identityOf(const Metric& metric, const Quantification& said)
{
    QStringList words = metric.words;
    words.sort();
    return words.join(u' ') + u'/' + (said.unit == u"bps" ? QStringLiteral("percent") : said.unit);
}

QString idOf(const Metric& metric, ClaimKind kind)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    QString id = metric.words.mid(0, 4).join(u'_').toLower().replace(other, QStringLiteral("_"));
    while (id.startsWith(u'_'))
        id.remove(0, 1);
    while (id.endsWith(u'_'))
        id.chop(1);
    if (id.isEmpty())
        id = word(kind);
    return id.front().isDigit() ? u'n' + id : id;
}

QString unusedId(const QString& id, const std::vector<Claim>& claims)
{
    const auto taken = [&](const QString& name) {
        return std::any_of(claims.begin(), claims.end(),
                           [&](const Claim& claim) { return claim.id == name; });
    };
    QString name = id;
    for (int next = 2; taken(name); ++next)
        name = QStringLiteral("%1_%2").arg(id).arg(next);
    return name;
}

/// Whether the sentence says that something fell by the figure: a fall is no growth, though its size is told the same way.
bool isFall(const Quantification& said)
{
    const std::vector<SpokenFigure> figures = spokenFigures(said.citation.text);
    return std::any_of(figures.begin(), figures.end(), [&](const SpokenFigure& one) {
        return one.falls && !one.values.empty() && one.values == said.values;
    });
}

/// The subject with what is measured of it, where it does not say so itself: "Trainium" of a run rate is "Trainium run rate".
QString measureOf(const QString& subject, ClaimKind kind, bool falls)
{
    const char* measure = kind == ClaimKind::RunRate                                      ? "run rate"
                        : kind == ClaimKind::GrowthOnly && falls                          ? "fall"
                        : kind == ClaimKind::GrowthOnly                                   ? "growth"
                        : kind == ClaimKind::MarginEdge                                   ? "margin"
                        : kind == ClaimKind::BacklogTotal                                 ? "backlog"
                        : kind == ClaimKind::Commitment                                   ? "commitments"
                        : kind == ClaimKind::CostSaving || kind == ClaimKind::CapexSaving ? "saving"
                                                                                          : "";
    const QString word = QString::fromLatin1(measure);
    return word.isEmpty() || subject.contains(word, Qt::CaseInsensitive) ? subject : subject + u' ' + word;
}

QString capital(QString subject)
{
    if (!subject.isEmpty())
        subject[0] = subject[0].toUpper();
    return subject;
}

Claim claimOf(const Quantification& said, const Metric& metric, const Quantity& quantity, const QString& call,
              const ThemeMatcher& matcher)
{
    Claim claim;
    claim.kind = claimKindOf(said, metric.subject);
    claim.type = claimTypeOf(claim.kind);
    claim.id = idOf(metric, claim.kind);
    claim.title = QStringLiteral("%1: %2").arg(measureOf(capital(metric.subject), claim.kind, isFall(said)),
                                               said.figureText);
    if (!matcher.names(metric.subject + u' ' + said.metric))
        claim.softReason = Words::tr("its words do not say that the figure is of the theme itself");
    claim.figureText = said.figureText;
    claim.period = said.period;
    claim.call = call;
    claim.figures.push_back({QStringLiteral("figure"), quantity, said.citation, true});
    claim.evidence.push_back(said.citation);
    return claim;
}

/// "Tens of millions of items" without a number is colour, not a claim; of money it still sizes something.
bool isOnlyMagnitude(const Quantification& said)
{
    static const QRegularExpression number(QStringLiteral("[0-9]"));
    return said.unit == u"count" && !said.figureText.contains(number) && said.figureText.endsWith(u's');
}

/// The claim that said the same figure of the same kind in other words: "$142 billion" of a run rate, told twice. Equal
/// figures meet by chance, so a word of the metric must be shared too.
Claim* sayingTheSame(std::vector<Claim>& claims, const Claim& again)
{
    const QStringList words = again.id.split(u'_');
    const auto same = [&](const Claim& claim) {
        const Quantity& one = claim.figure()->quantity;
        const Quantity& other = again.figure()->quantity;
        const QStringList known = claim.id.split(u'_');
        return claim.kind == again.kind && one == other
            && std::any_of(words.begin(), words.end(),
                           [&](const QString& word) { return word.size() > 2 && known.contains(word); });
    };
    const auto found = std::find_if(claims.begin(), claims.end(), same);
    return found == claims.end() ? nullptr : &*found;
}

/// Whether a figure of a known metric only says it again, or says in one sentence what it was before. Another figure of
/// another sentence is another claim.
bool saysNothingNew(const Claim& known, const Quantity& quantity, const Quantification& said)
{
    return known.figure()->quantity.value == quantity.value
        || known.figure()->citation.text == said.citation.text;
}

/// The figure as formulas take it: 40 % is 0.4, money carries its currency, a range its middle and both ends. Nothing
/// where the reading holds no value.
std::optional<Quantity> quantityOf(const Quantification& said)
{
    if (said.values.empty())
        return std::nullopt;
    Quantity quantity;
    double factor = 1;
    if (said.unit == u"percent" || said.unit == u"bps") {
        quantity.display = said.unit == u"bps" ? Display::BasisPoints : Display::Percent;
        factor = displayFactor(quantity.display);
    } else if (said.unit == u"USD") {
        quantity.unit = Unit::of(said.unit);
    } else if (said.unit == u"other" && said.qualifier.size() == 3) {
        quantity.unit = Unit::of(said.qualifier);
    } else if (said.unit == u"hours") {
        quantity.unit = Unit::of(u"h");
    }
    quantity.value = said.values.front() / factor;
    quantity.bound = boundFromWord(said.qualifier).value_or(Bound::Exact);
    if (quantity.bound == Bound::Range && said.values.size() > 1) {
        quantity.low = said.values[0] / factor;
        quantity.high = said.values[1] / factor;
        quantity.value = (*quantity.low + *quantity.high) / 2;
    }
    return quantity;
}

} // namespace

std::vector<Claim> claimsFrom(const std::vector<ThemeFigure>& figures, const QString& call,
                              const ThemeMatcher& matcher)
{
    std::vector<Claim> claims;
    QStringList identities;
    for (const ThemeFigure& figure : figures) {
        const std::optional<Quantity> quantity = quantityOf(figure.said);
        if (!quantity)
            continue;
        Quantification said = figure.said;
        said.citation.call = call;
        const Metric metric = metricOf(said, matcher);
        const QString identity = identityOf(metric, said);
        const qsizetype known = identities.indexOf(identity);
        if (known >= 0 && saysNothingNew(claims[std::size_t(known)], *quantity, said)) {
            claims[std::size_t(known)].evidence.push_back(said.citation);
            continue;
        }
        if (isOnlyMagnitude(said) || metric.words.isEmpty())
            continue;
        Claim claim = claimOf(said, metric, *quantity, call, matcher);
        if (Claim* same = sayingTheSame(claims, claim)) {
            same->evidence.push_back(said.citation);
            continue;
        }
        claim.id = unusedId(claim.id, claims);
        claims.push_back(std::move(claim));
        identities += identity;
    }
    return claims;
}

std::vector<Claim> withEarlier(std::vector<Claim> latest, std::vector<Claim> prior)
{
    const std::size_t ofLatest = latest.size();
    for (Claim& earlier : prior) {
        const auto end = latest.begin() + std::ptrdiff_t(ofLatest);
        const auto later = std::find_if(latest.begin(), end, [&](const Claim& claim) {
            return claim.id == earlier.id && claim.kind == earlier.kind && claim.supersedes.isEmpty()
                && claim.figure() != nullptr && earlier.figure() != nullptr
                && claim.figure()->quantity.unit == earlier.figure()->quantity.unit;
        });
        const bool again = later != end;
        const std::ptrdiff_t at = later - latest.begin();
        earlier.id = unusedId(again ? earlier.id + QStringLiteral("_prior") : earlier.id, latest);
        if (again) {
            earlier.kind = ClaimKind::Superseded;
            latest[std::size_t(at)].supersedes = earlier.id;
        }
        latest.push_back(std::move(earlier));
    }
    return latest;
}

} // namespace plumbline
