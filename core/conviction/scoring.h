#pragma once

#include "core/formula/sheet.h"
#include "core/values/result.h"

#include <QString>

#include <vector>

namespace plumbline {

/// One measurable part of a component: its points are a formula over the company's figures.
struct ScoringPart
{
    QString name {}; ///< empty where the component has this one part
    double maximum = 0;
    QString formula {};
    QString guard {}; ///< a comparison that must hold for the part to count as measured
    QString guardReason {};

    friend bool operator==(const ScoringPart&, const ScoringPart&) = default;
};

/// One component of conviction, e.g. impact, with the words that explain it.
struct ScoringComponent
{
    QString name {};
    QString title {};
    QString why {};
    std::vector<ScoringPart> parts {};

    double maximum() const;

    friend bool operator==(const ScoringComponent&, const ScoringComponent&) = default;
};

/// A named number of a scoring model that its formulas use: "score.impact_full_uplift".
struct ScoringParameter
{
    QString name {};
    QString value {}; ///< literal
    QString note {};

    friend bool operator==(const ScoringParameter&, const ScoringParameter&) = default;
};

/// An intermediate figure of a scoring model: the share that is priced in, the uplift that is not.
struct ScoringFigure
{
    QString name {};
    QString title {};
    QString formula {};
    Display display = Display::Plain;

    friend bool operator==(const ScoringFigure&, const ScoringFigure&) = default;
};

/// A scoring model as data. An analyst's own model is an edited copy under another id.
struct ScoringModel
{
    QString id {};
    QString title {};
    std::vector<ScoringParameter> parameters {};
    std::vector<ScoringFigure> figures {}; ///< must hold "score.unpriced_uplift", which breaks ties
    std::vector<ScoringComponent> components {};

    friend bool operator==(const ScoringModel&, const ScoringModel&) = default;
};

/// Refuses a model whose maxima do not add to 100, or whose formulas cannot be read.
Result<ScoringModel> checked(ScoringModel model);

/// Adds the model's figures: "conviction.impact", its "….measurable" and "….max", and "conviction.total". What is not
/// measured scores nothing, and its maximum leaves the measurable total.
void addConviction(Sheet& sheet, const ScoringModel& model);

/// The figures every scoring model may use beside the company's own: counts of hard and soft claims, coverage.
void addScoringInputs(Sheet& sheet, const QStringList& claims, bool analystsKnown);

} // namespace plumbline
