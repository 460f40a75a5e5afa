#include "core/reading/languagechange.h"

#include "core/reading/resample.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Language)
};

constexpr int fewestWords = 300;
constexpr std::size_t fewestPassages = 5;
constexpr std::size_t mostMoved = 10;
constexpr double cut = 3;
constexpr double clear = 0.75;

constexpr std::array<std::pair<LanguageMeasure, double>, 10> weights {{
    {LanguageMeasure::Tone, 0.35},
    {LanguageMeasure::Specificity, 0.20},
    {LanguageMeasure::SpecificForward, 0.10},
    {LanguageMeasure::Hedging, -0.15},
    {LanguageMeasure::NonAnswers, -0.20},
    {LanguageMeasure::Certainty, 0},
    {LanguageMeasure::Forward, 0},
    {LanguageMeasure::Directness, 0},
    {LanguageMeasure::AnswerLength, 0},
    {LanguageMeasure::Fog, 0},
}};

/// One side of the comparison: the sentences of those who are compared, and their passages.
struct Side
{
    std::vector<const SentenceLanguage*> sentences {};
    std::vector<LanguageCounts> passages {};
    std::vector<int> refusals {}; ///< refusing sentences of each passage of the section
    LanguageCounts counts {};
};

Side sideOf(const SectionLanguage& section, const QSet<QString>& speakers)
{
    Side side;
    std::vector<LanguageCounts> passages(section.passages.size());
    side.refusals.resize(section.passages.size());
    for (const SentenceLanguage& sentence : section.sentences) {
        if (!speakers.isEmpty() && !speakers.contains(sentence.speaker))
            continue;
        LanguageCounts counts = sentence.counts;
        side.refusals[sentence.passage] += counts.nonAnswers;
        counts.nonAnswers = 0;
        passages[sentence.passage] += counts;
        side.sentences.push_back(&sentence);
    }
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (passages[i].words == 0)
            continue;
        LanguageCounts answer = section.passages[i].answer;
        answer.nonAnswers = side.refusals[i] > 0 ? 1 : 0;
        side.passages.push_back(passages[i] += answer);
        side.counts += passages[i];
    }
    return side;
}

/// Who speaks on both calls, where they say at least half of each and enough to compare; else nobody, for everybody.
QSet<QString> commonSpeakers(const SectionLanguage& latest, const SectionLanguage& prior)
{
    const auto wordsBy = [](const SectionLanguage& section) {
        QHash<QString, int> words;
        for (const SentenceLanguage& sentence : section.sentences)
            words[sentence.speaker] += sentence.counts.words;
        return words;
    };
    const QHash<QString, int> now = wordsBy(latest);
    const QHash<QString, int> then = wordsBy(prior);
    QSet<QString> both;
    int nowWords = 0;
    int thenWords = 0;
    for (auto one = now.begin(); one != now.end(); ++one) {
        if (one.key().isEmpty() || !then.contains(one.key()))
            continue;
        both.insert(one.key());
        nowWords += one.value();
        thenWords += then.value(one.key());
    }
    const auto enough = [](int words, const SectionLanguage& section) {
        return words >= fewestWords && 2 * words >= section.counts.words;
    };
    const bool fits = enough(nowWords, latest) && enough(thenWords, prior);
    return fits ? both : QSet<QString>();
}

LanguagePart partOf(LanguageMeasure measure, double weight, const Side& latest, const Side& prior,
                    const std::vector<Resampled>& resamples)
{
    LanguagePart part {.measure = measure,
                       .weight = weight,
                       .latest = measured(measure, latest.counts),
                       .prior = measured(measure, prior.counts)};
    if (!part.latest || !part.prior) {
        part.move = tl::unexpected(part.latest ? part.prior.error() : part.latest.error());
        return part;
    }
    const Spread spread = spreadOf(measure, resamples);
    if (!spread.known) {
        part.move = failure(Error::Kind::Unknown,
                            Words::tr("There are too few passages to tell a change from chance."));
        return part;
    }
    const double change = *part.latest - *part.prior;
    const double z = change == 0 ? 0 : change / spread.standardError; // infinite where nothing varies: cut
    part.move =
        LanguageMove {change, spread.low, spread.high, spread.standardError, std::clamp(z, -cut, cut)};
    return part;
}

LanguageVerdict verdictOf(double score, const std::vector<LanguagePart>& parts)
{
    const LanguageMove& tone = *parts[0].move;
    const Result<LanguageMove>& refusing = parts[4].move;
    if (score >= clear && tone.low > 0)
        return LanguageVerdict::MoreConfident;
    if (score <= -clear && (tone.high < 0 || (refusing && refusing->low > 0)))
        return LanguageVerdict::MoreGuarded;
    return LanguageVerdict::LittleChanged;
}

/// The score before its parts are cut, for one side's counts: what a sentence moves is the difference without it.
double uncut(const LanguageCounts& counts, const std::vector<LanguagePart>& parts)
{
    double sum = 0;
    for (const LanguagePart& part : parts)
        if (part.weight != 0 && part.move && part.move->error > 0)
            if (const double value = rawMeasure(part.measure, counts); !std::isnan(value))
                sum += part.weight * value / part.move->error;
    return sum;
}

/// The counts without a sentence; an answer goes on refusing while another of its sentences does.
LanguageCounts without(const SentenceLanguage& sentence, const Side& side)
{
    LanguageCounts counts = side.counts;
    counts -= sentence.counts;
    if (side.refusals[sentence.passage] > 1)
        counts.nonAnswers += sentence.counts.nonAnswers;
    return counts;
}

std::vector<MovingSentence> movedBy(const Side& latest, const Side& prior,
                                    const std::vector<LanguagePart>& parts)
{
    std::vector<MovingSentence> moved;
    for (const Side* side : {&latest, &prior}) {
        const double whole = uncut(side->counts, parts);
        for (const SentenceLanguage* one : side->sentences) {
            const double points = (whole - uncut(without(*one, *side), parts)) * (side == &latest ? 1 : -1);
            if (points != 0)
                moved.push_back({side == &latest, one->sentence, one->speaker, one->text, points});
        }
    }
    const auto count = std::min(mostMoved, moved.size());
    std::partial_sort(moved.begin(), moved.begin() + static_cast<std::ptrdiff_t>(count), moved.end(),
                      [](const MovingSentence& a, const MovingSentence& b) {
                          if (std::abs(a.points) != std::abs(b.points))
                              return std::abs(a.points) > std::abs(b.points);
                          return a.latest != b.latest ? a.latest : a.sentence < b.sentence;
                      });
    moved.resize(count);
    return moved;
}

/// Why two parts of calls cannot be compared; nothing where they can.
std::optional<Error> tooLittle(const Side& latest, const Side& prior)
{
    for (const Side* side : {&latest, &prior}) {
        const QString call = side == &latest ? Words::tr("the latest call") : Words::tr("the prior call");
        if (side->counts.words < fewestWords)
            return Error {
                Error::Kind::Unknown,
                Words::tr("Management says %L1 words in this part of %2; %L3 are needed to compare.")
                    .arg(side->counts.words)
                    .arg(call)
                    .arg(fewestWords)};
        if (side->passages.size() < fewestPassages)
            return Error {
                Error::Kind::Unknown,
                Words::tr("This part of %1 has too few passages to tell a change from chance.").arg(call)};
    }
    return std::nullopt;
}

SectionChange sectionChange(const SectionLanguage& latest, const SectionLanguage& prior)
{
    const QSet<QString> speakers = commonSpeakers(latest, prior);
    const Side now = sideOf(latest, speakers);
    const Side then = sideOf(prior, speakers);
    SectionChange change {.repetition = repetition(latest, prior),
                          .speakers = {speakers.begin(), speakers.end()}};
    change.speakers.sort();
    const std::optional<Error> lacking = tooLittle(now, then);
    const std::vector<Resampled> resamples =
        lacking ? std::vector<Resampled>() : resampled(now.passages, then.passages);
    double score = 0;
    for (const auto& [measure, weight] : weights) {
        change.parts.push_back(partOf(measure, weight, now, then, resamples));
        if (lacking)
            change.parts.back().move = tl::unexpected(*lacking);
        score += change.parts.back().points();
    }
    if (const Result<LanguageMove>& tone = change.parts.front().move; !tone) {
        change.score = tl::unexpected(tone.error());
        return change;
    }
    change.score = score;
    change.verdict = verdictOf(score, change.parts);
    change.moved = movedBy(now, then, change.parts);
    return change;
}

} // namespace

QString word(LanguageVerdict verdict)
{
    switch (verdict) {
    case LanguageVerdict::MoreConfident: return QStringLiteral("more confident");
    case LanguageVerdict::LittleChanged: return QStringLiteral("little changed");
    case LanguageVerdict::MoreGuarded: return QStringLiteral("more guarded");
    case LanguageVerdict::Unknown: break;
    }
    return {};
}

LanguageChange changeOf(const LanguageReading& latest, const LanguageReading& prior)
{
    return {sectionChange(latest.prepared, prior.prepared), sectionChange(latest.answers, prior.answers)};
}

Result<double> againstUsual(LanguageMeasure measure, const std::vector<SectionLanguage>& inTime)
{
    constexpr std::size_t fewestBefore = 5;
    if (inTime.size() <= fewestBefore)
        return failure(Error::Kind::Unknown,
                       Words::tr("The company's usual change is known after five calls before the latest."));
    std::vector<double> values;
    for (const SectionLanguage& section : inTime) {
        auto value = section.measure(measure);
        if (!value)
            return value;
        values.push_back(*value);
    }
    double squares = 0;
    for (std::size_t i = 1; i + 1 < values.size(); ++i)
        squares += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
    const double usual = std::sqrt(squares / static_cast<double>(values.size() - 2));
    if (usual == 0)
        return failure(Error::Kind::NotMeaningful, Words::tr("This measure has never changed before."));
    return (values.back() - values[values.size() - 2]) / usual;
}

} // namespace plumbline
