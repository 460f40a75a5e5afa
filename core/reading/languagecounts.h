#pragma once

#include "core/values/result.h"

#include <array>

namespace plumbline {

/// What was counted in a stretch of speech; counts of two stretches add up.
struct LanguageCounts
{
    int words = 0;
    int sentences = 0;
    int positive = 0; ///< words of good tone, and of bad tone behind a "not"
    int negative = 0; ///< the other way round
    int hedges = 0;
    int certain = 0;
    int figures = 0;         ///< money, shares, points, counts with a unit
    int forward = 0;         ///< sentences that look ahead
    int specificForward = 0; ///< of these, with a figure and a period
    int longWords = 0;       ///< three syllables or more
    int answers = 0;         ///< answers to an analyst's question
    int nonAnswers = 0;      ///< of these, refusing, unable or deferring; of a sentence: 1 where it is one
    int questionWords = 0;   ///< of the questions answered
    int answerWords = 0;     ///< of their answers
    int asked = 0;           ///< different words of the questions that carry a topic
    int repeated = 0;        ///< of these, said in the answer too

    LanguageCounts& operator+=(const LanguageCounts& other);
    LanguageCounts& operator-=(const LanguageCounts& other);

    friend bool operator==(const LanguageCounts&, const LanguageCounts&) = default;
};

/// An order of counts, field by field; it means nothing but is always the same.
bool inOrder(const LanguageCounts& one, const LanguageCounts& other);

/// What is measured of management's language. Shares are 0 to 1.
enum class LanguageMeasure : std::uint8_t {
    Tone,            ///< (positive - negative) / (positive + negative), -1 to 1; under 20 such words unknown
    Hedging,         ///< hedges in 100 words
    Certainty,       ///< words of certainty in 100 words
    Specificity,     ///< figures in 100 words
    Forward,         ///< share of sentences that look ahead
    SpecificForward, ///< share of sentences that do so with a figure and a period
    Fog,             ///< 0.4 (words a sentence + long words in 100): shown, never scored
    NonAnswers,      ///< share of answers that refuse, cannot or defer
    Directness,      ///< share of the questions' words that their answers take up
    AnswerLength,    ///< words of the answers for each word of the questions
};

inline constexpr std::array languageMeasures {LanguageMeasure::Tone,       LanguageMeasure::Hedging,
                                              LanguageMeasure::Certainty,  LanguageMeasure::Specificity,
                                              LanguageMeasure::Forward,    LanguageMeasure::SpecificForward,
                                              LanguageMeasure::Fog,        LanguageMeasure::NonAnswers,
                                              LanguageMeasure::Directness, LanguageMeasure::AnswerLength};

/// A measure's code, for JSON: "tone", "specific_forward".
QString word(LanguageMeasure measure);

/// A measure from its counts; unknown with the reason where nothing was said that it could rest on.
Result<double> measured(LanguageMeasure measure, const LanguageCounts& counts);

/// The formula alone, for resampling: NaN where it divides by nothing.
double rawMeasure(LanguageMeasure measure, const LanguageCounts& counts);

} // namespace plumbline
