#include "core/formula/parse.h"
#include "ui/assumptions/editorrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CheckedValue)
};

/// A share, a rate of tax or a score beyond its bounds.
Result<void> withinBounds(const AssumptionRow& row, const QString& canonical)
{
    const auto said = parseLiteral(canonical);
    const bool share = row.field == u"counted_share" || row.field == u"assumption/tax_rate";
    if (said && share && said->display != Display::Plain && (said->value < 0 || said->value > 1))
        return failure(Error::Kind::Invalid, Words::tr("It lies between 0 % and 100 %."));
    if (said && share && said->value < 0)
        return failure(Error::Kind::Invalid, Words::tr("It lies between 0 % and 100 %."));
    if (said && row.display == Display::Score && (said->value < 0 || said->value > 10))
        return failure(Error::Kind::Invalid, Words::tr("It lies between 0 and 10."));
    return {};
}

/// The choices of the card with this one in place of the row's own.
std::vector<Choice> choicesWith(const Card& card, const AssumptionRow& row, const QString& canonical)
{
    std::vector<Choice> choices = card.decisions.choices;
    const auto own = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
        return choice.scenario == card.scenario && choice.subject == row.subject && choice.field == row.field;
    });
    if (own != choices.end())
        own->value = canonical;
    else
        choices.push_back(
            {.scenario = card.scenario, .subject = row.subject, .field = row.field, .value = canonical});
    return choices;
}

} // namespace

Result<QString> checkedValue(const Card& card, const AssumptionRow& row, const QString& typed,
                             const QLocale& locale)
{
    const QString text = typedText(typed, locale);
    if (text.isEmpty())
        return failure(Error::Kind::Invalid, Words::tr("Write a value, such as %1, or a formula.")
                                                 .arg(row.display == Display::Percent ? u"20%"_s : u"2"_s));
    const auto expression = parse(text);
    if (!expression)
        return tl::unexpected(expression.error());
    const QString canonical = print(*expression);
    if (const auto bounds = withinBounds(row, canonical); !bounds)
        return tl::unexpected(bounds.error());
    // Whether units fit and no ring comes about is known best by what will compute it.
    const std::vector<Choice> choices = choicesWith(card, row, canonical);
    const Sheet sheet =
        sheetFor({card.coverage, card.global, card.shares, choices, card.scenario}, card.scoringModel);
    const Sheet::Id id = sheet.find(row.figure);
    if (id != Sheet::none && sheet.cell(id).error)
        return tl::unexpected(*sheet.cell(id).error);
    return canonical;
}

} // namespace plumbline
