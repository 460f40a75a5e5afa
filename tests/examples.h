#pragma once

#include "core/desk/cards.h"
#include "core/formats/coverage.h"
#include "core/formats/languagereference.h"
#include "core/formats/theme.h"
#include "core/formats/wordlists.h"
#include "core/formula/parse.h"
#include "core/reading/readingof.h"
#include "core/store/workspace.h"

#include <QFile>
#include <QLocale>

#include <cmath>
#include <limits>

/// Companies, claims and questions for tests, in few words.
namespace plumbline::examples {

inline QString resources()
{
    return QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources");
}

inline QByteArray fileNamed(const QString& name)
{
    QFile file(resources() + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The assumptions every company starts from, as they are shipped.
inline std::vector<Assumption> defaults()
{
    return assumptionsFromJson(fileNamed(QStringLiteral("defaults.json"))).value();
}

inline ScoringModel scoringModel(const QString& id)
{
    return scoringModelFromJson(fileNamed(QStringLiteral("scoring/%1.json").arg(id))).value();
}

/// What the built-in reader reads with, as it is shipped.
inline ReadingRules readingRules()
{
    return {themeFromJson(fileNamed(QStringLiteral("themes/ai.json"))).value(),
            wordListsFromJson(fileNamed(QStringLiteral("words/own-lists.json"))).value(),
            languageReferenceFromJson(fileNamed(QStringLiteral("words/reference.json"))).value()};
}

/// The sample as it is read from a workspace file.
inline WorkspaceData sampleWorkspace()
{
    return workspaceFromJson(
               workspaceToJson(sampleDocuments(resources()).value(), QStringLiteral("2026-05-11T00:00:00Z")))
        .value();
}

/// "$15B", "300bps", "1.56M h".
inline Quantity amount(const QString& literal)
{
    return parseLiteral(literal).value();
}

inline Fact fact(const QString& name, const QString& literal)
{
    return {.name = name,
            .value = amount(literal),
            .source = {.provider = QStringLiteral("test"), .asOf = QStringLiteral("2026-05-11")}};
}

/// A value proposed for a company, a claim ("claim/AMZN/x") or everybody ("global"); a literal brings its unit along.
inline Assumption assume(const QString& name, const QString& value,
                         const QString& subject = QStringLiteral("company/AMZN"))
{
    const Quantity literal = parseLiteral(value).value_or(Quantity {.display = Display::Percent});
    return {.name = name,
            .subject = subject,
            .value = value,
            .display = literal.display,
            .unit = literal.unit,
            .author = QStringLiteral("reader")};
}

/// The base year and the consensus of Amazon's card, and no claims.
inline Coverage amazonBase()
{
    Coverage coverage;
    coverage.dossier = {.symbol = QStringLiteral("AMZN"),
                        .name = QStringLiteral("Amazon.com, Inc."),
                        .industry = QStringLiteral("Specialty Retail"),
                        .currency = QStringLiteral("USD"),
                        .baseYear = QStringLiteral("FY2025"),
                        .consensusYear = QStringLiteral("FY2026"),
                        .latestCall = QStringLiteral("Q1 FY2026"),
                        .priorCall = QStringLiteral("Q4 FY2025")};
    coverage.dossier.facts = {
        fact(QStringLiteral("price"), QStringLiteral("$258.68/share")),
        fact(QStringLiteral("market_cap"), QStringLiteral("$2787.9B")),
        fact(QStringLiteral("base.revenue"), QStringLiteral("$716.924B")),
        fact(QStringLiteral("base.net_income"), QStringLiteral("$77.67B")),
        fact(QStringLiteral("base.diluted_eps"), QStringLiteral("$7.17/share")),
        fact(QStringLiteral("consensus.revenue"), QStringLiteral("$823.9B")),
        fact(QStringLiteral("consensus.net_income"), QStringLiteral("$94.74B")),
        fact(QStringLiteral("consensus.eps"), QStringLiteral("$8.79/share")),
    };
    coverage.assumptions = {assume(QStringLiteral("margin.aws"), QStringLiteral("25%"))};
    return coverage;
}

/// A claim with figures "figure", "figure.2", … and a quote that holds; its margin is that of AWS.
inline Claim claim(const QString& id, ClaimKind kind, const QStringList& figures)
{
    Claim made {.id = id, .title = id, .kind = kind, .margin = QStringLiteral("aws")};
    made.evidence = {{.call = QStringLiteral("Q1 FY2026"),
                      .text = QStringLiteral("said so"),
                      .verified = QStringLiteral("exact")}};
    for (const QString& figure : figures)
        made.figures.push_back({.name = made.figures.empty()
                                          ? QStringLiteral("figure")
                                          : QStringLiteral("figure.%1").arg(made.figures.size() + 1),
                                .quantity = amount(figure)});
    return made;
}

inline Card cardOf(const Coverage& coverage, const std::vector<Choice>& choices = {},
                   const QString& scenario = baseScenario, const QString& model = QStringLiteral("v1"))
{
    return makeCard(coverage, defaults(), {choices, {{baseScenario, {}}}}, scenario, scoringModel(model),
                    QLocale::c());
}

/// A figure rounded to `decimals`, so that it reads as printed; NaN where it is unknown or missing.
inline double printed(const Sheet& sheet, const QString& figure, int decimals, double unit = 1)
{
    const double scale = std::pow(10, decimals);
    const auto value = sheet.value(figure);
    return value ? std::round(*value / unit * scale) / scale : std::numeric_limits<double>::quiet_NaN();
}

inline double percent(const Sheet& sheet, const QString& figure, int decimals = 2)
{
    return printed(sheet, figure, decimals, 0.01);
}

inline double billions(const Sheet& sheet, const QString& figure, int decimals = 2)
{
    return printed(sheet, figure, decimals, 1e9);
}

/// Why a figure is not known; empty where it is.
inline QString reason(const Sheet& sheet, const QString& figure)
{
    const auto value = sheet.value(figure);
    return value ? QString() : value.error().message;
}

} // namespace plumbline::examples
