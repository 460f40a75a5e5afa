#include "core/conviction/scoring.h"

#include "core/formula/parse.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Scoring)
};

Cell parameterCell(const QString& name, const Quantity& value, const QString& note, const QString& model)
{
    Origin origin {.kind = Origin::Kind::Assumption,
                   .author = QStringLiteral("scoring model"),
                   .scope = QStringLiteral("scoring/") + model,
                   .note = note};
    return {.name = name,
            .unit = value.unit,
            .display = value.display,
            .origin = std::move(origin),
            .result = true,
            .value = value.value};
}

/// A component of several parts, or the total: the parts that are known, and their maxima.
void addKnownSum(Sheet& sheet, const QString& name, const std::vector<Sheet::Id>& parts,
                 const std::vector<Sheet::Id>& values)
{
    Cell sum {.kind = Cell::Kind::KnownSum, .name = name, .display = Display::Score, .result = true};
    for (std::size_t i = 0; i < parts.size(); ++i)
        sum.terms.push_back({parts[i], values[i]});
    sheet.add(std::move(sum));
}

} // namespace

double ScoringComponent::maximum() const
{
    double sum = 0;
    for (const ScoringPart& part : parts)
        sum += part.maximum;
    return sum;
}

Result<ScoringModel> checked(ScoringModel model)
{
    double sum = 0;
    for (const ScoringComponent& component : model.components) {
        sum += component.maximum();
        for (const ScoringPart& part : component.parts) {
            if (const auto formula = parse(part.formula); !formula)
                return failure(Error::Kind::Invalid,
                               Words::tr("Scoring model %1, %2: %3")
                                   .arg(model.id, component.name, formula.error().message),
                               formula.error().position);
            if (const auto guard = part.guard.isEmpty() ? Result<Expression>() : parseComparison(part.guard);
                !guard)
                return failure(Error::Kind::Invalid,
                               Words::tr("Scoring model %1, %2: %3")
                                   .arg(model.id, component.name, guard.error().message),
                               guard.error().position);
        }
    }
    for (const ScoringParameter& parameter : model.parameters)
        if (const auto value = parseLiteral(parameter.value); !value)
            return failure(
                Error::Kind::Invalid,
                Words::tr("Scoring model %1, %2: %3").arg(model.id, parameter.name, value.error().message));
    if (std::abs(sum - 100) > 1e-9)
        return failure(
            Error::Kind::Invalid,
            Words::tr("The maxima of scoring model %1 add to %2, not to 100.").arg(model.id).arg(sum));
    return model;
}

void addScoringInputs(Sheet& sheet, const QStringList& claims, bool analystsKnown)
{
    QStringList hard;
    QStringList soft;
    for (const QString& claim : claims) {
        hard.append(QStringLiteral("(1 - claim.%1.soft) * claim.%1.quote_holds").arg(claim));
        soft.append(QStringLiteral("claim.%1.soft * claim.%1.quote_holds").arg(claim));
    }
    // Long lists are added up in portions, since one formula has a limited number of parts.
    const auto count = [&sheet](const QString& name, const QStringList& terms, const QString& title) {
        constexpr qsizetype portion = 20;
        QStringList sums;
        for (qsizetype first = 0; first < terms.size(); first += portion) {
            const QString part = QStringLiteral("%1_%2").arg(name).arg(first / portion + 1);
            sheet.addFormula(part, terms.mid(first, portion).join(QStringLiteral(" + ")), {}, Display::Count,
                             title);
            sums.append(part);
        }
        sheet.addFormula(name, sums.isEmpty() ? QStringLiteral("0") : sums.join(QStringLiteral(" + ")), {},
                         Display::Count, title);
    };
    count(QStringLiteral("claims.hard"), hard, Words::tr("hard claims"));
    count(QStringLiteral("claims.soft"), soft, Words::tr("soft claims"));
    sheet.addFormula(QStringLiteral("claims.hard_share_percent"),
                     QStringLiteral("claims.hard / max(1, claims.hard + claims.soft)"), {}, Display::Percent,
                     Words::tr("hard share"));
    sheet.addFormula(QStringLiteral("coverage_discount"),
                     analystsKnown ? QStringLiteral("max(0, 1 - 2% * max(0, consensus.analysts - 10))")
                                   : QStringLiteral("1"),
                     {}, Display::Percent, Words::tr("discount for wide coverage"));
}

void addConviction(Sheet& sheet, const ScoringModel& model)
{
    for (const ScoringParameter& parameter : model.parameters)
        if (const auto value = parseLiteral(parameter.value))
            sheet.add(parameterCell(parameter.name, *value, parameter.note, model.id));

    for (const ScoringFigure& figure : model.figures)
        sheet.addFormula(figure.name, figure.formula, {}, figure.display, figure.title);

    std::vector<Sheet::Id> allPoints;
    std::vector<Sheet::Id> allMaxima;
    for (const ScoringComponent& component : model.components) {
        const QString prefix = QStringLiteral("conviction.") + component.name;
        std::vector<Sheet::Id> points;
        std::vector<Sheet::Id> maxima;
        QStringList maximumNames;
        for (const ScoringPart& part : component.parts) {
            const QString name =
                part.name.isEmpty() ? prefix + QStringLiteral(".measured") : prefix + u'.' + part.name;
            points.push_back(sheet.add({.kind = Cell::Kind::Formula,
                                        .name = name,
                                        .display = Display::Score,
                                        .result = true,
                                        .text = part.formula,
                                        .guard = part.guard,
                                        .guardReason = part.guardReason}));
            maxima.push_back(sheet.add(parameterCell(name + QStringLiteral("_max"),
                                                     {.value = part.maximum, .display = Display::Score},
                                                     Words::tr("most points this can have"), model.id)));
            maximumNames.append(name + QStringLiteral("_max"));
        }
        addKnownSum(sheet, prefix, points, points);
        addKnownSum(sheet, prefix + QStringLiteral(".measurable"), points, maxima);
        sheet.addFormula(prefix + QStringLiteral(".max"), maximumNames.join(QStringLiteral(" + ")), {},
                         Display::Score);
        allPoints.insert(allPoints.end(), points.begin(), points.end());
        allMaxima.insert(allMaxima.end(), maxima.begin(), maxima.end());
    }
    addKnownSum(sheet, QStringLiteral("conviction.total"), allPoints, allPoints);
    addKnownSum(sheet, QStringLiteral("conviction.measurable"), allPoints, allMaxima);
}

} // namespace plumbline
