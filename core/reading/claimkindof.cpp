#include "core/reading/claimkindof.h"

#include <array>

namespace plumbline {

namespace {

enum class Of : std::uint8_t { Money, Share, Hours, Any }; ///< Any: all but money

/// Kind, the unit it needs, and words of which one must stand near the figure; words that must not.
struct Row
{
    ClaimKind kind = ClaimKind::Count;
    Of unit = Of::Any;
    QLatin1StringView words {}; ///< apart by |
    QLatin1StringView without {};
};

using Words = QLatin1StringView;

/// The order decides: what is special stands before what is general.
constexpr std::array rows {
    Row {ClaimKind::OneOff, Of::Money, Words("one-time|one time|one-off|settlement|severance|impairment")},
    Row {ClaimKind::CapexSaving, Of::Money, Words("save us|saving of capex|savings in capex"),
         Words("cost savings")},
    Row {
        ClaimKind::CapexSpend, Of::Money,
        Words(
            "capex|capital expenditure|capital spending|technology capital|will invest|to invest|we invest")},
    Row {ClaimKind::CustomerSaving, Of::Hours, Words("customer|client|their ")},
    Row {ClaimKind::HoursSaved, Of::Hours, Words("hour")},
    Row {ClaimKind::BacklogTotal, Of::Money,
         Words("backlog|remaining performance obligation|rpo|contracted revenue|order book")},
    Row {ClaimKind::Commitment, Of::Money,
         Words("commitment|committed|minimums|signed|multiyear|multi-year|booked orders|awards")},
    Row {ClaimKind::RunRate, Of::Money, Words("run rate|run-rate|annualized|annualised|arr"),
         Words("saving|cost out")},
    Row {ClaimKind::CostSaving, Of::Money,
         Words("save|saving|cost out|takes out|out of our|reduce cost|lower cost|out of hosting")},
    Row {ClaimKind::MarginEdge, Of::Share, Words("margin")},
    Row {ClaimKind::Technical, Of::Share,
         Words("price performance|price-performance|throughput|faster|latency|accuracy|memory|error|without "
               "a person")},
    Row {ClaimKind::CustomerSaving, Of::Share,
         Words("reduces|reduced|fewer|less time|saved|saving|lower cost"), Words(" our ")},
    Row {ClaimKind::Engagement, Of::Share,
         Words("users|developers using|engagement|usage|active|adoption|attach|deals|questions|more likely")},
    Row {ClaimKind::GrowthOnly, Of::Share, Words("grew|growth|growing|grow|rose|increase|up ")},
    Row {ClaimKind::Capacity, Of::Any, Words("gigawatt|megawatt|power capacity")},
    Row {ClaimKind::Engagement, Of::Any, Words("users|used |active|engagement|visits")},
    Row {ClaimKind::Units, Of::Any,
         Words("chips|tokens|units|gpus|conversations|robots|vehicles|transactions")},
};

bool isLetterAt(const QString& text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetter();
}

/// Whether a word of the table begins there as a word, not within another ("signed" in "designed"). It may go on
/// ("saving" in "savings"), but for short ones ("arr" in "arrived").
bool standsAt(const QString& text, qsizetype at, QStringView word)
{
    constexpr qsizetype shortWord = 3;
    const bool starts = !word.front().isLetter() || !isLetterAt(text, at - 1);
    const bool mayGoOn = word.size() > shortWord || !word.back().isLetter();
    return starts && (mayGoOn || !isLetterAt(text, at + word.size()));
}

bool says(const QString& text, QLatin1StringView words)
{
    const QString list(words);
    for (const QStringView word : QStringView(list).split(u'|', Qt::SkipEmptyParts))
        for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
            if (standsAt(text, at, word))
                return true;
    return false;
}

bool isMoney(const Quantification& said)
{
    return said.unit == u"USD" || (said.unit == u"other" && said.qualifier.size() == 3);
}

bool fits(Of unit, const Quantification& said)
{
    const bool share = said.unit == u"percent" || said.unit == u"bps" || said.unit == u"ratio";
    return (unit == Of::Any && !isMoney(said)) || (unit == Of::Money && isMoney(said))
        || (unit == Of::Share && share) || (unit == Of::Hours && said.unit == u"hours");
}

} // namespace

ClaimKind claimKindOf(const Quantification& said, const QString& subject)
{
    const QString near = u' ' + subject.toLower() + u' ' + said.metric.toLower() + u' ';
    const QString sentence = u' ' + said.citation.text.toLower() + u' ';
    for (const QString& text : {near, sentence}) // the words nearest the figure decide first
        for (const Row& row : rows)
            if (fits(row.unit, said) && says(text, row.words)
                && (row.without.isEmpty() || !says(sentence, row.without)))
                return row.kind;
    return said.unit == u"ratio" || said.unit == u"bps" ? ClaimKind::Technical : ClaimKind::Count;
}

ClaimType claimTypeOf(ClaimKind kind)
{
    switch (kind) {
    case ClaimKind::RunRate:
    case ClaimKind::GrowthOnBase:
    case ClaimKind::GrowthOnly:
    case ClaimKind::Commitment:
    case ClaimKind::BacklogTotal: return ClaimType::Revenue;
    case ClaimKind::MarginEdge:
    case ClaimKind::CostSaving:
    case ClaimKind::CapexSaving:
    case ClaimKind::CapexSpend:
    case ClaimKind::OneOff: return ClaimType::Cost;
    case ClaimKind::HoursSaved:
    case ClaimKind::PersonYears:
    case ClaimKind::CustomerSaving: return ClaimType::Productivity;
    case ClaimKind::Engagement: return ClaimType::Engagement;
    default: return ClaimType::Other;
    }
}

} // namespace plumbline
