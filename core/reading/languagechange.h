#pragma once

#include "core/reading/language.h"

#include <QStringList>

namespace plumbline {

/// How a measure moved between two calls.
struct LanguageMove
{
    double change = 0; ///< latest less prior
    double low = 0;    ///< 5 % of resamples lie below
    double high = 0;   ///< 5 % above
    double error = 0;  ///< standard error: how far chance alone moves it
    double z = 0;      ///< change / error, cut at 3 either way
};

/// One measure in both calls, and what it brings to the score: its weight times z.
struct LanguagePart
{
    LanguageMeasure measure = LanguageMeasure::Tone;
    double weight = 0; ///< 0: shown, not scored
    Result<double> latest {};
    Result<double> prior {};
    Result<LanguageMove> move {};

    double points() const { return move ? weight * move->z : 0; }
};

enum class LanguageVerdict : std::uint8_t { Unknown, LittleChanged, MoreConfident, MoreGuarded };

/// "more confident", "little changed", "more guarded"; empty for unknown.
QString word(LanguageVerdict verdict);

/// A sentence and what the score would lose without it.
struct MovingSentence
{
    bool latest = true;       ///< said on the latest call, else on the prior one
    std::size_t sentence = 0; ///< index into what was read of that call
    QString speaker {};
    QString text {};
    double points = 0;
};

/// One part of the call against the same part of the prior one.
struct SectionChange
{
    LanguageVerdict verdict = LanguageVerdict::Unknown;
    Result<double> score {};              ///< the sum of all points; unknown with the reason
    std::vector<LanguagePart> parts {};   ///< the five that are scored, then the others
    Result<double> repetition {};         ///< cosine of the words
    QStringList speakers {};              ///< whose words were compared; empty: everybody's
    std::vector<MovingSentence> moved {}; ///< the ten sentences that moved the score most
};

struct LanguageChange
{
    SectionChange prepared {};
    SectionChange answers {}; ///< the verdict on the call: answers carry more than what was prepared
};

/// How management's language changed between two calls. Chance is told from change by drawing the passages of each call
/// again, 1,000 times, from a fixed seed: the same calls give the same bits on any machine, whatever the order of turns.
/// Where those who speak on both calls say at least half of each, only they are compared.
LanguageChange changeOf(const LanguageReading& latest, const LanguageReading& prior);

/// The last change of a measure over the company's usual one (the root of the mean square of the changes before);
/// `inTime` is one section of each call, oldest first. Unknown with less than five calls before the latest.
Result<double> againstUsual(LanguageMeasure measure, const std::vector<SectionLanguage>& inTime);

} // namespace plumbline
