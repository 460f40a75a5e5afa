#include "core/text/figures.h"
#include "ui/card/rows.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClaimRows)
};

/// A claim's figure in a cell of its own: a percent without its sign where the header has it.
class ClaimRow
{
public:
    ClaimRow(const Card& card, const Claim& claim, const QLocale& locale)
        : m_card(card)
        , m_claim(claim)
        , m_locale(locale)
        , m_scope(u"claim."_s + claim.id)
    {
        const Sheet::Id soft = card.sheet.find(m_scope + u".soft"_s);
        m_soft = soft != Sheet::none && card.sheet.cell(soft).value != 0;
        m_softReason = m_soft ? card.sheet.cell(soft).origin.note : QString();
    }

    bool soft() const { return m_soft; }

    TableRow cells() const
    {
        const Tone tone = m_soft ? Tone::Muted : Tone::Plain;
        const QString arithmetic = unbroken(claimArithmetic(m_card, m_claim, m_locale));
        const QString why = m_soft ? Words::tr("soft: %1").arg(m_softReason) : QString();
        TableCell title(m_claim.title, m_soft ? Tone::Muted : Tone::Strong);
        title.tip = m_claim.note;
        TableCell figure(m_claim.figureText.isEmpty() ? Words::tr("no figure was said") : m_claim.figureText,
                         tone, m_claim.period);
        if (!m_claim.figures.empty())
            figure.figure = m_scope + u'.' + m_claim.figures.front().name;
        if (const Citation* said = evidence()) {
            title.call = said->call;
            title.sentence = said->sentence;
            title.tip += (title.tip.isEmpty() ? QString() : u"\n"_s)
                       + Words::tr("“%1” — %2, %3. Enter opens the call.")
                             .arg(said->text, said->speaker, said->call);
        }
        TableCell reasoned = arithmetic.isEmpty() ? TableCell(why, tone) : TableCell(arithmetic, tone, why);
        for (const ClaimFigure& one : m_claim.figures)
            if (!one.inQuote) {
                reasoned.note +=
                    (reasoned.note.isEmpty() ? QString() : u" · "_s)
                    + Words::tr("the quote does not say %1").arg(plumbline::figure(one.quantity, m_locale));
                reasoned.tone = Tone::Warning;
            }
        return {title,
                TableCell(word(m_claim.kind).replace(u'_', u' '), tone),
                figure,
                reasoned,
                counted(),
                effect(u"revenue"_s, u"revenue_percent"_s),
                effect(u"income"_s, u"eps_percent"_s)};
    }

private:
    /// The sentence that says the claim's figure, else the first that speaks of it.
    const Citation* evidence() const
    {
        if (!m_claim.figures.empty() && !m_claim.figures.front().citation.call.isEmpty())
            return &m_claim.figures.front().citation;
        return m_claim.evidence.empty() ? nullptr : &m_claim.evidence.front();
    }

    TableCell counted() const
    {
        const QString name = m_scope + u".counted_share"_s;
        TableCell cell(shown(m_card.sheet, name, m_locale), Tone::Input);
        const QString subject = claimSubject(m_card.coverage.dossier.symbol, m_claim.id);
        const Choice* choice =
            choiceFor(m_card.decisions.choices, m_card.scenario, subject, u"counted_share"_s);
        if (choice != nullptr) {
            cell.tone = Tone::Override;
            cell.tip = choice->note.isEmpty() ? Words::tr("overridden by the analyst") : choice->note;
            for (const Assumption& share : m_card.shares)
                if (share.subject == subject)
                    cell.tip += u'\n' + Words::tr("proposed: %1").arg(share.value);
        } else if (m_soft) {
            cell.tone = Tone::Muted;
        }
        return cell;
    }

    TableCell effect(const QString& effect, const QString& percent) const
    {
        const Sheet::Id id = m_card.sheet.find(m_scope + u'.' + effect + u"_effect"_s);
        if (id == Sheet::none || m_card.sheet.cell(id).absent) {
            TableCell none(u"–"_s, Tone::Muted);
            none.tip = Words::tr("This claim has no such effect.");
            none.raw = QString();
            return none;
        }
        Shown own = shown(m_card.sheet, m_scope + u'.' + percent, m_locale);
        TableCell cell(own, m_soft ? Tone::Muted : effect == u"income" ? Tone::Strong : Tone::Plain);
        if (own.value) {
            const double value = *own.value * displayFactor(Display::Percent);
            cell.text = number(value, 2, m_locale);
            cell.raw = value;
        }
        return cell;
    }

    const Card& m_card;
    const Claim& m_claim;
    const QLocale& m_locale;
    QString m_scope;
    bool m_soft = false;
    QString m_softReason {};
};

TableCell totalCell(const Card& card, const QString& name, const QLocale& locale)
{
    const Shown own = shown(card.sheet, name, locale);
    TableCell cell(own, Tone::Strong);
    if (own.value) {
        const double value = *own.value * displayFactor(Display::Percent);
        cell.text = number(value, 2, locale);
        cell.raw = value;
    }
    return cell;
}

} // namespace

std::vector<TableRow> claimRows(const Card& card, const QLocale& locale)
{
    std::vector<TableRow> hard;
    std::vector<TableRow> soft;
    for (const Claim& claim : card.coverage.reading.claims) {
        const ClaimRow row(card, claim, locale);
        (row.soft() ? soft : hard).push_back(row.cells());
    }
    hard.insert(hard.end(), soft.begin(), soft.end());
    if (hard.empty())
        hard.push_back({TableCell(Words::tr("No claim about AI was found in the calls at hand."))});
    return hard;
}

std::vector<TableRow> totalRows(const Card& card, const QLocale& locale)
{
    TableCell whole(Words::tr("Each dollar counted once"), Tone::Strong,
                    unbroken(aggregateArithmetic(card, locale).replace(u" · "_s, u"\n"_s)));
    whole.tip = card.flags.join(u'\n');
    whole.span = 5;
    return {{whole, TableCell(), TableCell(), TableCell(), TableCell(),
             totalCell(card, u"aggregate.revenue_uplift_percent"_s, locale),
             totalCell(card, u"aggregate.eps_uplift_percent"_s, locale)}};
}

} // namespace plumbline
