#include "core/formats/cardreaderparts.h"
#include "core/formats/coverageparts.h"
#include "core/formats/exactnumber.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardReader)
};

bool isWide(const QString& subject)
{
    return subject == u"global" || subject.startsWith(u"industry/");
}

/// A number of the card, in the unit of its row, as the literal somebody proposed.
QString literalIn(const JsonReader& row, const char* key, const Measure& measure)
{
    const auto written = row.numberIf(key);
    if (!written)
        return {};
    const Display display = measure.display == Display::Points ? Display::Percent : measure.display;
    const QString number = exactLiteral(valueBehind(*written, displayFactor(measure.display)), display);
    const QString currency = measure.unit.leadingCurrency();
    const QString below = measure.unit.toString().mid(currency.size());
    const QString sign = number.startsWith(u'-') ? QStringLiteral("-") : QString();
    return currency.isEmpty() ? number
                              : sign + currency + u' ' + number.mid(sign.size())
                                    + (below.startsWith(u'/') ? below : QString());
}

/// The proposal in a row of the card's assumptions; nothing where the row shows a choice alone. A row speaks of the
/// choice's author, note and range where there is a choice.
std::optional<Assumption> proposalIn(const JsonReader& row, const QString& symbol)
{
    const QString scope = row.textOr("scope");
    if (!row.has("proposed"))
        return std::nullopt;
    const auto measure = measureFromWord(row.textOr("unit"));
    if (!measure)
        row.fail("unit", Words::tr("“%1” is not a unit").arg(row.textOr("unit")));
    const Measure in = measure.value_or(Measure {});
    const bool chosen = row.has("override");
    Assumption proposal {.name = row.text("name"),
                         .subject = scope,
                         .value = row.text("proposed"),
                         .display = in.display,
                         .unit = in.unit,
                         .low = literalIn(row, "low", in),
                         .high = literalIn(row, "high", in),
                         .author = chosen ? QStringLiteral("default") : row.textOr("author"),
                         .source = row.textOr("source"),
                         .note = chosen ? QString() : row.textOr("note")};
    if (const QString claim = scope.section(u'/', 2); scope == claimSubject(symbol, claim))
        proposal.name = proposal.name.mid(QStringLiteral("claim.").size() + claim.size() + 1);
    return proposal;
}

/// A row of "proposals" that is an assumption and no counted share, which the rule proposes anew.
struct ProposalRow
{
    QString subject {};
    QString name {};
    JsonReader row;
};

std::vector<ProposalRow> proposalRows(const JsonReader& card)
{
    std::vector<ProposalRow> rows;
    for (const JsonReader& one : card.objects("proposals")) {
        const QString field = one.text("field");
        if (field.startsWith(u"assumption/"))
            rows.push_back({one.text("subject"), field.section(u'/', 1), one});
    }
    return rows;
}

Assumption* findIn(std::vector<Assumption>& list, const QString& subject, const QString& name)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const Assumption& one) {
        return one.subject == subject && one.name == name;
    });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

void readProposals(const CardParts& parts, CardFile& file)
{
    std::vector<Assumption>& own = file.coverage.assumptions;
    if (parts.asRead)
        for (const JsonReader& one : parts.asRead->objects("assumptions")) {
            const bool wide = isWide(one.textOr("scope"));
            (wide ? file.global : own).push_back(assumptionFrom(one, wide ? QString() : parts.symbol));
        }
    std::vector<Assumption> shown;
    for (const JsonReader& row : parts.card.objects("assumptions"))
        if (auto proposal = proposalIn(row, parts.symbol))
            shown.push_back(std::move(*proposal));
    for (const ProposalRow& one : proposalRows(parts.card)) {
        Assumption* known = findIn(own, one.subject, one.name);
        if (known == nullptr && isWide(one.subject))
            continue;
        if (known == nullptr) {
            const Assumption* row = findIn(shown, one.subject, one.name);
            own.push_back(row != nullptr ? *row : Assumption {.name = one.name, .subject = one.subject});
            known = &own.back();
        }
        known->value = one.row.text("value");
        known->author = one.row.textOr("author", known->author);
        known->note = one.row.textOr("reason", known->note);
    }
    for (Assumption& one : shown) {
        std::vector<Assumption>& list = isWide(one.subject) ? file.global : own;
        if (findIn(list, one.subject, one.name) == nullptr)
            list.push_back(std::move(one));
    }
}

} // namespace plumbline
