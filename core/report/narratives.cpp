#include "core/report/narratives.h"

#include "core/formula/explain.h"
#include "core/signals/trend.h"
#include "core/text/figures.h"
#include "core/uplift/claimkinds.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Narratives)
};

/// Writes the paragraphs of one card.
class Writer
{
public:
    Writer(const Card& card, const QLocale& locale)
        : m_card(card)
        , m_sheet(card.sheet)
        , m_dossier(card.coverage.dossier)
        , m_locale(locale)
    {}

    QString rationale() const
    {
        QStringList text {enthusiasmSentence(), whySo(), hardSentence()};
        text += mentions(QStringLiteral("rationale"));
        QStringList moved;
        for (const MetricChange& change : m_card.changes)
            if (!change.latest.isEmpty() && !change.prior.isEmpty())
                moved.append(Words::tr("%1 %2, %3 after %4")
                                 .arg(change.metric, changeWord(change.change), change.latest, change.prior));
        if (!moved.isEmpty())
            text.append(Words::tr("Between the calls: %1.").arg(moved.join(QStringLiteral("; "))));
        text.append(listOf(Words::tr("Inside the company: %1."), [](const Claim& claim) {
            return claim.type == ClaimType::Productivity && claim.kind != ClaimKind::CustomerSaving;
        }));
        text.append(investmentSentence());
        return joined(text);
    }

    QString assumptions() const
    {
        QStringList values;
        for (const QString& name : companyAssumptions(m_card.basis())) {
            const Sheet::Id id = m_sheet.find(name);
            const Cell& cell = m_sheet.cell(id);
            if (cell.origin.scope == u"global" && name != u"tax_rate" && name != u"useful_life"
                && cell.origin.author != u"analyst")
                continue;
            QString value = QStringLiteral("%1 %2").arg(cell.title.isEmpty() ? name : cell.title,
                                                        shownValue(cell, m_locale));
            if (cell.kind == Cell::Kind::Formula && !cell.error && name != u"confidence")
                value = QStringLiteral("%1 %2").arg(cell.title.isEmpty() ? name : cell.title,
                                                    explain(m_sheet, id, m_locale).line);
            if (cell.origin.low && cell.origin.high && !std::isnan(cell.value))
                value += Words::tr(" (%1 to %2)")
                             .arg(shown(cell, *cell.origin.low), shown(cell, *cell.origin.high));
            values.append(value);
        }
        QStringList text {Words::tr("In force: %1.").arg(values.join(QStringLiteral("; ")))};
        text.append(filled(Words::tr("The company's own net margin is {base.net_margin_percent}.")));
        QStringList counted;
        for (const Claim& claim : m_card.coverage.reading.claims)
            if (has(claim, u".revenue_effect") || has(claim, u".income_effect"))
                counted.append(
                    filled(QStringLiteral("%1 {claim.%2.counted_share}").arg(claim.title, claim.id)));
        if (!counted.isEmpty())
            text.append(filled(Words::tr("Counted once: %1; together {aggregate.revenue_effect} of revenue "
                                         "and {aggregate.income_effect} of net income.")
                                   .arg(counted.join(QStringLiteral(", ")))));
        text += m_card.flags;
        text += mentions(QStringLiteral("assumptions"));
        text.append(memoSentence());
        text.append(Words::tr("Shares are taken as constant, so that EPS uplift equals net income uplift."));
        return joined(text);
    }

    QString topLine() const
    {
        QStringList text;
        text.append(filled(Words::tr("Counted once, AI adds {aggregate.revenue_effect} to revenue of "
                                     "{base.revenue}: {aggregate.revenue_uplift_percent}.")));
        if (m_sheet.value(QStringLiteral("consensus.revenue_growth_percent")))
            text.append(filled(Words::tr("Consensus for %1 expects {consensus.revenue_growth_percent} "
                                         "({consensus.revenue_added}), of which this is "
                                         "{aggregate.share_of_consensus_revenue_growth_percent}.")
                                   .arg(m_dossier.consensusYear)));
        QStringList each;
        for (const Claim& claim : m_card.coverage.reading.claims)
            if (has(claim, u".revenue_effect"))
                each.append(filled(QStringLiteral("%1: {claim.%2.revenue_effect}, {claim.%2.revenue_percent}")
                                       .arg(claim.title, claim.id)));
        if (!each.isEmpty())
            text.append(Words::tr("By claim: %1.").arg(each.join(QStringLiteral("; "))));
        text.append(backlogSentence());
        text += mentions(QStringLiteral("top_line"));
        text.append(laterYears());
        return joined(text);
    }

    QString bottomLine() const
    {
        QStringList text;
        text.append(filled(Words::tr(
            "The counted revenue brings {aggregate.income_from_revenue} of net income "
            "({aggregate.income_from_revenue_percent} of {base.net_income}), counted savings "
            "{aggregate.income_from_cost}: "
            "together {aggregate.income_effect}, an EPS uplift of {aggregate.eps_uplift_percent}.")));
        if (m_sheet.value(QStringLiteral("base.net_income")).value_or(1) <= 0)
            text.append(filled(Words::tr("In money a share: {aggregate.income_per_share}.")));
        if (m_sheet.value(QStringLiteral("consensus.income_added")))
            text.append(filled(Words::tr(
                "That is {aggregate.share_of_consensus_income_growth_percent} of the "
                "{consensus.income_added} ({consensus.net_income_growth_percent}) consensus expects.")));
        for (const Claim& claim : m_card.coverage.reading.claims)
            if (claim.kind == ClaimKind::MarginEdge && has(claim, u".income_effect"))
                text.append(filled(Words::tr("%1: {claim.%2.figure} would be {claim.%2.income_effect} after "
                                             "tax, counted {claim.%2.counted_share}.")
                                       .arg(claim.title, claim.id)));
        text.append(memoSentence());
        text.append(listOf(Words::tr("Its edge rests on what is not money: %1."),
                           [](const Claim& claim) { return claim.kind == ClaimKind::Technical; }));
        text.append(investmentSentence());
        if (m_sheet.value(QStringLiteral("aggregate.drag_effect")).value_or(0) != 0)
            text.append(
                filled(Words::tr("Once in full use its depreciation would cost {aggregate.drag_effect} a "
                                 "year ({aggregate.drag_percent} of net income); the uplift does not include "
                                 "it, net of it stands {aggregate.net_eps_percent}.")));
        text += mentions(QStringLiteral("bottom_line"));
        return joined(text);
    }

    QString consensus() const
    {
        if (!m_sheet.value(QStringLiteral("consensus.revenue")))
            return filled(Words::tr(
                "Consensus {consensus.revenue}. Whether the uplift is in the numbers cannot be said."));
        QStringList text;
        text.append(
            filled(Words::tr("Consensus %1: revenue {base.revenue} to {consensus.revenue} "
                             "({consensus.revenue_growth_percent}, {consensus.revenue_added}); net income "
                             "{base.net_income} to {consensus.net_income} "
                             "({consensus.net_income_growth_percent}, {consensus.income_added}); EPS "
                             "{base.diluted_eps} to {consensus.eps} ({consensus.eps_growth_percent}).")
                       .arg(m_dossier.consensusYear)));
        text.append(filled(
            Words::tr("The uplift of {aggregate.revenue_effect} ({aggregate.revenue_uplift_percent}) and "
                      "{aggregate.income_effect} ({aggregate.eps_uplift_percent}) is "
                      "{aggregate.share_of_consensus_revenue_growth_percent} "
                      "of expected revenue growth and {aggregate.share_of_consensus_income_growth_percent} "
                      "of expected income growth.")));
        text.append(verdictSentence());
        text.append(laterYears());
        text.append(backlogSentence());
        text += mentions(QStringLiteral("consensus"));
        text.append(investmentSentence());
        return joined(text);
    }

private:
    QString filled(const QString& text) const { return fill(m_sheet, text, m_locale); }
    QString shown(const Cell& cell, double value) const
    {
        return figure(value, cell.unit, cell.display, m_locale);
    }

    bool has(const Claim& claim, const char16_t* effect) const
    {
        const Sheet::Id id = m_sheet.find(QStringLiteral("claim.") + claim.id + QString::fromUtf16(effect));
        return id != Sheet::none && !m_sheet.cell(id).absent;
    }

    static QString joined(QStringList text)
    {
        text.removeAll(QString());
        return text.join(u' ');
    }

    static QString changeWord(const QString& change)
    {
        if (change == u"raised")
            return Words::tr("raised");
        if (change == u"lowered")
            return Words::tr("lowered");
        return change == u"walked_back" ? Words::tr("walked back") : Words::tr("re-worded");
    }

    QString enthusiasmSentence() const
    {
        const auto latest = m_sheet.value(QStringLiteral("enthusiasm.latest"));
        const auto prior = m_sheet.value(QStringLiteral("enthusiasm.prior"));
        if (!latest || !prior)
            return filled(
                Words::tr("Enthusiasm {enthusiasm.latest} on the %1 call; before: {enthusiasm.prior}.")
                    .arg(m_dossier.latestCall));
        return filled(
            Words::tr("Enthusiasm {enthusiasm.latest} on the %1 call after {enthusiasm.prior} on %2: %3.")
                .arg(m_dossier.latestCall, m_dossier.priorCall, trendWord(trendOf(m_sheet))));
    }

    /// What the enthusiasm was judged by; nothing where it could not be, for then the figure's own reason says it.
    QString whySo() const
    {
        const QString& why = m_card.coverage.reading.enthusiasm.rationale;
        const auto latest = m_sheet.value(QStringLiteral("enthusiasm.latest"));
        return !latest && latest.error().message == why ? QString() : why;
    }

    QString hardSentence() const
    {
        QStringList hard;
        for (const Claim& claim : m_card.coverage.reading.claims)
            if (m_sheet.value(QStringLiteral("claim.%1.soft").arg(claim.id)).value_or(1) == 0)
                hard.append(QStringLiteral("%1 (%2)").arg(claim.title, claim.figureText));
        const QString counts = filled(Words::tr("{claims.hard} hard and {claims.soft} soft claims"));
        return hard.isEmpty() ? Words::tr("%1: no amount in money that can be counted.").arg(counts)
                              : Words::tr("%1; hard: %2.").arg(counts, hard.join(QStringLiteral("; ")));
    }

    template<typename Predicate>
    QString listOf(const QString& sentence, Predicate wanted) const
    {
        QStringList found;
        for (const Claim& claim : m_card.coverage.reading.claims)
            if (wanted(claim) && claim.kind != ClaimKind::Superseded)
                found.append(QStringLiteral("%1 (%2)").arg(claim.title, claim.figureText));
        return found.isEmpty() ? QString() : sentence.arg(found.join(QStringLiteral("; ")));
    }

    QString investmentSentence() const
    {
        QStringList found;
        for (const Claim& claim : m_card.coverage.reading.claims) {
            if (m_sheet.find(QStringLiteral("investment.") + claim.id) == Sheet::none)
                continue;
            const bool annualised =
                m_sheet.find(QStringLiteral("investment.%1.annualised").arg(claim.id)) != Sheet::none;
            const QString share = annualised
                                    ? Words::tr("%1 {claim.%2.figure}, {investment.%2.annualised} a year")
                                    : Words::tr("%1 {claim.%2.figure}, {investment.%2} of revenue");
            found.append(filled(share.arg(claim.title, claim.id)));
        }
        return found.isEmpty()
                 ? QString()
                 : Words::tr("Against it stands investment: %1.").arg(found.join(QStringLiteral("; ")));
    }

    QString memoSentence() const
    {
        for (const Claim& claim : m_card.coverage.reading.claims)
            if (m_sheet.find(QStringLiteral("memo.%1.capex_saved").arg(claim.id)) != Sheet::none)
                return filled(Words::tr("CapEx saved is cash, not income: {claim.%1.figure.2} a year over "
                                        "{useful_life} would spare {memo.%1.capex_saved} of depreciation "
                                        "after tax, at scale; it is not counted.")
                                  .arg(claim.id));
        return {};
    }

    QString backlogSentence() const
    {
        QStringList found;
        for (const Claim& claim : m_card.coverage.reading.claims) {
            const bool backlog = claim.kind == ClaimKind::BacklogTotal || claim.kind == ClaimKind::Commitment;
            if (!backlog || m_sheet.find(QStringLiteral("claim.%1.figure").arg(claim.id)) == Sheet::none)
                continue;
            QString text = filled(QStringLiteral("%1 {claim.%2.figure}").arg(claim.title, claim.id));
            if (m_sheet.find(QStringLiteral("change.") + claim.id) != Sheet::none)
                text += filled(
                    Words::tr(" ({change.%1} against {claim.%2.figure})").arg(claim.id, claim.supersedes));
            found.append(text);
        }
        return found.isEmpty() ? QString()
                               : Words::tr("What lies ahead, mostly beyond %1: %2.")
                                     .arg(m_dossier.consensusYear, found.join(QStringLiteral("; ")));
    }

    QString laterYears() const
    {
        const QString row = QStringLiteral("consensus.later_years.0.");
        const auto revenue = m_sheet.value(row + QStringLiteral("revenue_growth_percent"));
        const auto eps = m_sheet.value(row + QStringLiteral("eps_growth_percent"));
        if (!revenue || !eps)
            return {};
        const int year = QStringView(m_dossier.consensusYear).mid(2).toInt() + 1;
        return filled(Words::tr("For FY%1 consensus expects {%2revenue_growth_percent} more revenue and "
                                "{%2eps_growth_percent} more EPS.")
                          .arg(year)
                          .arg(row));
    }

    QString verdictSentence() const
    {
        if (m_card.versusAnalysts.isEmpty())
            return Words::tr("A verdict is not possible: %1.")
                .arg(m_sheet.value(QStringLiteral("aggregate.versus_analysts")).error().message);
        const QString distance = filled(QStringLiteral("{aggregate.mean_share}"));
        const QString where = m_card.versusAnalysts == u"above"  ? Words::tr("above what analysts expect")
                            : m_card.versusAnalysts == u"inline" ? Words::tr("inside what analysts expect")
                            : m_card.versusAnalysts == u"below"
                                ? Words::tr("a loss against the base")
                                : Words::tr("immaterial beside what analysts expect");
        return filled(Words::tr("By rule it stands %1 (%2); priced in: %3, mean share %4, high below "
                                "{priced_in.high_below}, low above {priced_in.low_above}.")
                          .arg(where, m_card.versusAnalysts, m_card.pricedIn, distance));
    }

    QStringList mentions(const QString& section) const
    {
        QStringList found;
        for (const Fact& fact : m_dossier.facts)
            if (fact.mention.contains(section) && fact.value)
                found.append(filled(
                    QStringLiteral("%1: {%2}%3.")
                        .arg(fact.title, fact.name,
                             fact.note.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(fact.note))));
        return found;
    }

    const Card& m_card;
    const Sheet& m_sheet;
    const Dossier& m_dossier;
    const QLocale& m_locale;
};

/// A percentage of a loss is just n.m. inside a sentence: the flags say why once.
QString unknownWords(const Error& reason)
{
    return reason.kind == Error::Kind::NotMeaningful ? Words::tr("n.m.")
                                                     : Words::tr("unknown (%1)").arg(reason.message);
}

} // namespace

QString fill(const Sheet& sheet, const QString& text, const QLocale& locale)
{
    static const QRegularExpression reference(QStringLiteral("\\{([a-z0-9_.]+)\\}"));
    QString out;
    qsizetype from = 0;
    for (auto found = reference.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const Sheet::Id id = sheet.find(match.captured(1));
        if (id == Sheet::none)
            out += Words::tr("unknown");
        else if (std::isnan(sheet.cell(id).value))
            out += unknownWords(sheet.cell(id).reason);
        else
            out += shownValue(sheet.cell(id), locale);
    }
    out += QStringView(text).sliced(from);
    return out;
}

Narratives narrativesByRule(const Card& card, const QLocale& locale)
{
    const Writer writer(card, locale);
    return {writer.rationale(), writer.assumptions(), writer.topLine(), writer.bottomLine(),
            writer.consensus()};
}

} // namespace plumbline
