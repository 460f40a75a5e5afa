#include "core/reading/ruleenthusiasm.h"

#include "core/text/figures.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Enthusiasm)
};

constexpr int fewestWords = 300;
constexpr int fewestAbout = 10;

void countAbout(RuleEnthusiasm& result, const std::vector<SaidSentence>& sentences,
                const ThemeReading& reading)
{
    QSet<std::size_t> about;
    for (const ThemeQuote& quote : reading.quotes)
        if (quote.about != Aboutness::Context && isManagement(sentences[quote.sentence]))
            about.insert(quote.sentence);
    QSet<std::size_t> withFigure;
    for (const ThemeFigure& figure : reading.figures)
        if (about.contains(figure.sentence))
            withFigure.insert(figure.sentence);
    result.about = static_cast<int>(about.size());
    result.withFigure = static_cast<int>(withFigure.size());
}

EnthusiasmPart partOf(double weight, double value, const std::vector<double>& quantiles)
{
    return {weight, value, shareBelow(quantiles, value)};
}

double inHalves(double value)
{
    return std::round(2 * value) / 2;
}

} // namespace

double shareBelow(const std::vector<double>& quantiles, double value)
{
    if (quantiles.size() < 2)
        return 0;
    const auto last = static_cast<double>(quantiles.size() - 1);
    const auto [first, end] = std::equal_range(quantiles.begin(), quantiles.end(), value);
    const auto from = static_cast<double>(first - quantiles.begin());
    if (first != end) // as many above as below among equals
        return (from + static_cast<double>(end - quantiles.begin()) - 1) / 2 / last;
    if (first == quantiles.begin())
        return 0;
    if (first == quantiles.end())
        return 1;
    const double step = *first - *(first - 1);
    return (from - 1 + (value - *(first - 1)) / step) / last;
}

RuleEnthusiasm enthusiasmOf(const std::vector<SaidSentence>& sentences, const ThemeReading& reading,
                            const LanguageReading& language, const QString& theme,
                            const LanguageReference& reference)
{
    LanguageCounts all = language.prepared.counts;
    all += language.answers.counts;
    RuleEnthusiasm result {.sentences = all.sentences};
    countAbout(result, sentences, reading);
    if (theme != reference.theme) {
        result.value = failure(Error::Kind::NotAvailable,
                               Words::tr("There is no reference of what is usual for this theme."));
        return result;
    }
    if (all.words < fewestWords) {
        result.value = failure(Error::Kind::Unknown,
                               Words::tr("Only %L1 words of management are at hand; %L2 are needed to tell.")
                                   .arg(all.words)
                                   .arg(fewestWords));
        return result;
    }
    if (result.about == 0) {
        result.value = 0;
        return result;
    }
    const Result<double> tone = measured(LanguageMeasure::Tone, all);
    result.density = partOf(0.4, static_cast<double>(result.about) / all.sentences, reference.density);
    result.quantified =
        partOf(0.3, static_cast<double>(result.withFigure) / std::max(result.about, fewestAbout),
               reference.quantified);
    if (!tone) {
        result.value = tl::unexpected(tone.error());
        return result;
    }
    result.tone = partOf(0.3, *tone, reference.tone);
    result.value = inHalves(result.density.points() + result.tone.points() + result.quantified.points());
    return result;
}

QString sentenceOf(const RuleEnthusiasm& enthusiasm, const QString& topic, const QLocale& locale)
{
    if (!enthusiasm.value)
        return enthusiasm.value.error().message;
    const auto whole = [&](double value) { return number(value, 0, locale); };
    if (enthusiasm.about == 0)
        return Words::tr("By rule: none of management's %1 sentences is about %2.")
            .arg(whole(enthusiasm.sentences), topic);
    const auto percent = [&](double share) { return whole(100 * share) + QStringLiteral("\u00A0%"); };
    return Words::tr("By rule: %1 of management's %2 sentences are about %3, more than on %4 of the "
                     "reference calls; net "
                     "tone %5, better than on %6; %7 of the sentences have a figure, more than on %8.")
        .arg(whole(enthusiasm.about), whole(enthusiasm.sentences), topic, percent(enthusiasm.density.below),
             number(enthusiasm.tone.value, 2, locale), percent(enthusiasm.tone.below),
             whole(enthusiasm.withFigure), percent(enthusiasm.quantified.below));
}

Enthusiasm enthusiasmByRule(std::vector<RuledCall> calls, const QString& topic, const QLocale& locale)
{
    const auto key = [](const RuledCall& one) {
        const FiscalPeriod period = FiscalPeriod::parse(one.call).value_or(FiscalPeriod());
        return std::tuple(period.year, period.quarter, one.date, one.call);
    };
    std::sort(calls.begin(), calls.end(),
              [&](const RuledCall& one, const RuledCall& other) { return key(one) > key(other); });
    Enthusiasm result {.author = QStringLiteral("rule")};
    const auto known = [](const RuledCall& one) {
        return one.enthusiasm.value ? std::optional<double>(*one.enthusiasm.value) : std::nullopt;
    };
    for (const RuledCall& one : calls)
        result.trajectory.push_back({one.call, one.date, known(one), QStringLiteral("rule")});
    if (calls.empty())
        return result;
    result.latest = known(calls.front());
    result.rationale = sentenceOf(calls.front().enthusiasm, topic, locale);
    if (calls.size() < 2)
        result.priorUnknown = Words::tr("There is no call before the latest.");
    else if (const Result<double>& prior = calls[1].enthusiasm.value)
        result.prior = *prior;
    else
        result.priorUnknown = prior.error().message;
    return result;
}

} // namespace plumbline
