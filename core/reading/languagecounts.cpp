#include "core/reading/languagecounts.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Language)
};

constexpr int fewestOfTone = 20;

constexpr std::array fields {
    &LanguageCounts::words,         &LanguageCounts::sentences,   &LanguageCounts::positive,
    &LanguageCounts::negative,      &LanguageCounts::hedges,      &LanguageCounts::certain,
    &LanguageCounts::figures,       &LanguageCounts::forward,     &LanguageCounts::specificForward,
    &LanguageCounts::longWords,     &LanguageCounts::answers,     &LanguageCounts::nonAnswers,
    &LanguageCounts::questionWords, &LanguageCounts::answerWords, &LanguageCounts::asked,
    &LanguageCounts::repeated,
};
static_assert(sizeof(LanguageCounts) == fields.size() * sizeof(int), "a field is missing above");

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

/// Why a measure cannot be had; its division is by nothing.
QString reasonFor(LanguageMeasure measure, const LanguageCounts& counts)
{
    if (counts.words == 0)
        return Words::tr("Management says nothing in this part of the call.");
    if (measure == LanguageMeasure::Tone)
        return Words::tr("Management says no word that is good or bad in tone here.");
    if (counts.answers == 0)
        return Words::tr("No answer to an analyst's question was found here.");
    return Words::tr("The questions have no word that carries a topic.");
}

} // namespace

LanguageCounts& LanguageCounts::operator+=(const LanguageCounts& other)
{
    for (const auto field : fields)
        this->*field += other.*field;
    return *this;
}

LanguageCounts& LanguageCounts::operator-=(const LanguageCounts& other)
{
    for (const auto field : fields)
        this->*field -= other.*field;
    return *this;
}

bool inOrder(const LanguageCounts& one, const LanguageCounts& other)
{
    for (const auto field : fields)
        if (one.*field != other.*field)
            return one.*field < other.*field;
    return false;
}

QString word(LanguageMeasure measure)
{
    switch (measure) {
    case LanguageMeasure::Tone: return QStringLiteral("tone");
    case LanguageMeasure::Hedging: return QStringLiteral("hedging");
    case LanguageMeasure::Certainty: return QStringLiteral("certainty");
    case LanguageMeasure::Specificity: return QStringLiteral("specificity");
    case LanguageMeasure::Forward: return QStringLiteral("forward");
    case LanguageMeasure::SpecificForward: return QStringLiteral("specific_forward");
    case LanguageMeasure::Fog: return QStringLiteral("fog");
    case LanguageMeasure::NonAnswers: return QStringLiteral("non_answers");
    case LanguageMeasure::Directness: return QStringLiteral("directness");
    case LanguageMeasure::AnswerLength: return QStringLiteral("answer_length");
    }
    return {};
}

double rawMeasure(LanguageMeasure measure, const LanguageCounts& counts)
{
    constexpr double hundred = 100;
    switch (measure) {
    case LanguageMeasure::Tone:
        return ratio(counts.positive - counts.negative, counts.positive + counts.negative);
    case LanguageMeasure::Hedging: return hundred * ratio(counts.hedges, counts.words);
    case LanguageMeasure::Certainty: return hundred * ratio(counts.certain, counts.words);
    case LanguageMeasure::Specificity: return hundred * ratio(counts.figures, counts.words);
    case LanguageMeasure::Forward: return ratio(counts.forward, counts.sentences);
    case LanguageMeasure::SpecificForward: return ratio(counts.specificForward, counts.sentences);
    case LanguageMeasure::Fog:
        return 0.4
             * (ratio(counts.words, counts.sentences) + hundred * ratio(counts.longWords, counts.words));
    case LanguageMeasure::NonAnswers: return ratio(counts.nonAnswers, counts.answers);
    case LanguageMeasure::Directness: return ratio(counts.repeated, counts.asked);
    case LanguageMeasure::AnswerLength: return ratio(counts.answerWords, counts.questionWords);
    }
    return std::numeric_limits<double>::quiet_NaN();
}

Result<double> measured(LanguageMeasure measure, const LanguageCounts& counts)
{
    const double value = rawMeasure(measure, counts);
    if (std::isnan(value))
        return failure(Error::Kind::Unknown, reasonFor(measure, counts));
    if (measure == LanguageMeasure::Tone && counts.positive + counts.negative < fewestOfTone)
        return failure(Error::Kind::Unknown,
                       Words::tr("Words that are good or bad in tone here: %L1; 20 are needed to tell.")
                           .arg(counts.positive + counts.negative));
    return value;
}

} // namespace plumbline
