#pragma once

#include "core/reading/language.h"
#include "core/reading/reading.h"

#include <QLocale>

namespace plumbline {

/// What is usual on calls, to hold one call against: quantiles at equal steps from 0 to 1. It is fixed and comes with the
/// program, so that a call's enthusiasm does not hang on what else somebody has imported.
struct LanguageReference
{
    QString theme {}; ///< the theme it was made for
    int calls = 0;    ///< it was made from so many
    QString note {};
    std::vector<double> density {};    ///< share of management's sentences that are about the theme
    std::vector<double> tone {};       ///< net tone of all that management says
    std::vector<double> quantified {}; ///< share of the sentences about the theme that have a figure
};

/// The share of a distribution that lies below a value, 0 to 1; half of what equals it counts.
double shareBelow(const std::vector<double>& quantiles, double value);

/// One of the three measures enthusiasm is made from.
struct EnthusiasmPart
{
    double weight = 0;
    double value = 0;
    double below = 0; ///< share of the reference calls below it, 0 to 1

    double points() const { return 10 * weight * below; }
};

/// Enthusiasm about a theme by rule: 10 (0.4 density + 0.3 tone + 0.3 quantified), each as its share of the reference, in
/// halves.
struct RuleEnthusiasm
{
    Result<double> value {}; ///< 0 to 10
    EnthusiasmPart density {};
    EnthusiasmPart tone {};
    EnthusiasmPart quantified {};
    int sentences = 0;  ///< of management
    int about = 0;      ///< of these, about the theme
    int withFigure = 0; ///< of these, with a figure
};

/// How enthusiastic management sounds about a theme on one call. 0 where it does not speak of it; unknown where little of the
/// call is at hand, its tone cannot be told, or the reference was made for another theme. Fewer than ten sentences
/// about the theme count as ten where their share with a figure is taken: one of one is not all.
RuleEnthusiasm enthusiasmOf(const std::vector<SaidSentence>& sentences, const ThemeReading& reading,
                            const LanguageReading& language, const QString& theme,
                            const LanguageReference& reference);

/// Enthusiasm in one sentence, with what it was made from.
QString sentenceOf(const RuleEnthusiasm& enthusiasm, const QString& topic, const QLocale& locale);

/// A call whose enthusiasm was told by rule.
struct RuledCall
{
    QString call {}; ///< "Q1 FY2026"
    QString date {}; ///< ISO day
    RuleEnthusiasm enthusiasm {};
};

/// The enthusiasm of a company from its calls, in whatever order they come: latest, prior, and over time; marked "rule".
Enthusiasm enthusiasmByRule(std::vector<RuledCall> calls, const QString& topic, const QLocale& locale);

} // namespace plumbline
