#include "core/formula/explain.h"
#include "core/reading/languagefacts.h"
#include "core/text/figures.h"
#include "ui/card/rows.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SignalRows)
};

QString sourceOf(const Card& card, const QString& name)
{
    const Fact* fact = card.coverage.dossier.fact(name);
    if (fact == nullptr)
        return {};
    QStringList parts {fact->source.provider, fact->source.field,
                       fact->source.asOf.isEmpty() ? QString()
                                                   : Words::tr("as of %1").arg(fact->source.asOf)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString failureOf(const Card& card, QStringView section)
{
    for (const Failure& failure : card.coverage.failures)
        if (failure.section == section)
            return failure.reason;
    return {};
}

/// Writes rows of measure, value, verdict and reason.
class SignalTable
{
public:
    SignalTable(const Card& card, const QLocale& locale) : m_card(card), m_locale(locale) {}

    std::vector<TableRow> rows()
    {
        pricedIn();
        multiples();
        confirmation();
        dated();
        views();
        news();
        options();
        return std::move(m_rows);
    }

private:
    void heading(const QString& title) { m_rows.push_back({TableCell(title)}); }

    void figure(const QString& title, const QString& name, const TableCell& verdict = {},
                const QString& why = {})
    {
        const Shown own = shown(m_card.sheet, name, m_locale);
        QString because = own.value ? why : own.reason;
        if (because.isEmpty())
            because = sourceOf(m_card, name);
        if (because.isEmpty() && m_card.sheet.cell(m_card.sheet.find(name)).kind == Cell::Kind::Formula)
            because = unbroken(explain(m_card.sheet, m_card.sheet.find(name), m_locale).line);
        m_rows.push_back({TableCell(title), TableCell(own), verdict, TableCell(because, Tone::Muted)});
    }

    void figureIfKnown(const QString& title, const QString& name)
    {
        if (m_card.sheet.find(name) != Sheet::none && shown(m_card.sheet, name, m_locale).value)
            figure(title, name);
    }

    void unknown(const QString& title, const QString& reason)
    {
        m_rows.push_back({TableCell(title), TableCell(Words::tr("unknown"), Tone::Muted), TableCell(),
                          TableCell(reason, Tone::Muted)});
    }

    void pricedIn()
    {
        const PricedInVotes& votes = m_card.votes;
        const QString known = Words::tr("%1 of %2 measures known").arg(votes.known).arg(votes.votes.size());
        heading(
            votes.verdict.isEmpty()
                ? Words::tr("Priced in, by votes: unknown, a verdict needs three measures (%1)").arg(known)
                : Words::tr("Priced in, by votes: %1 (%2)").arg(pricedInWord(votes.verdict), known));
        for (const PricedInVote& vote : votes.votes)
            figure(vote.measure, vote.name,
                   vote.vote.isEmpty() ? TableCell() : TableCell(pricedInWord(vote.vote), Tone::Strong),
                   vote.why);
        const QString failed = failureOf(m_card, u"priced_in.synthesis");
        unknown(Words::tr("synthesis by a language model"),
                failed.isEmpty() ? Words::tr("no language model is set up; the votes by rule stand alone")
                                 : failed);
    }

    void multiples()
    {
        heading(Words::tr("Multiples"));
        for (const auto& [name, title] : {std::pair {u"trailing_pe"_s, Words::tr("trailing P/E")},
                                          {u"forward_pe"_s, Words::tr("forward P/E")},
                                          {u"market_cap_to_sales"_s, Words::tr("market cap / sales")},
                                          {u"ev_to_sales"_s, Words::tr("EV / sales")}})
            figure(title, u"priced_in."_s + name);
        for (const auto& [name, title] :
             {std::pair {u"priced_in.net_debt"_s, Words::tr("debt less cash")},
              {u"priced_in.enterprise_value"_s, Words::tr("enterprise value")},
              {u"priced_in.ttm_pe"_s, Words::tr("P/E, last twelve months")},
              {u"priced_in.ttm_market_cap_to_sales"_s, Words::tr("market cap / sales, last twelve months")},
              {u"priced_in.ttm_ev_to_sales"_s, Words::tr("EV / sales, last twelve months")},
              {u"priced_in.implied_growth"_s, Words::tr("growth the price implies")}})
            figureIfKnown(title, name);
        const Fact* revisions = m_card.coverage.dossier.fact(u"estimate_revisions");
        if (m_card.sheet.find(u"priced_in.eps_revision_90d"_s) == Sheet::none) {
            unknown(Words::tr("estimate revisions"),
                    revisions != nullptr && !revisions->unknown.isEmpty()
                        ? revisions->unknown
                        : Words::tr("no earlier estimates are stored to compare with"));
            return;
        }
        for (const auto& [name, title] :
             {std::pair {u"eps_revision_30d"_s, Words::tr("consensus EPS revised in 30 days")},
              {u"eps_revision_90d"_s, Words::tr("consensus EPS revised in 90 days")},
              {u"revenue_revision_30d"_s, Words::tr("consensus revenue revised in 30 days")},
              {u"revenue_revision_90d"_s, Words::tr("consensus revenue revised in 90 days")}})
            figure(title, u"priced_in."_s + name);
    }

    void reading(const QString& title, const SignalReading& signal, const QString& failed = {})
    {
        const bool known = !signal.direction.isEmpty();
        const TableCell direction(known ? signal.direction : Words::tr("unknown"),
                                  known ? Tone::Strong : Tone::Muted);
        m_rows.push_back({TableCell(title, Tone::Strong), TableCell(), direction,
                          TableCell(known || failed.isEmpty() ? signal.why : failed, Tone::Muted)});
    }

    void confirmation()
    {
        const Confirmation& own = m_card.confirmation;
        heading(own.verdict.isEmpty() ? Words::tr("Confirmation")
                                      : Words::tr("Confirmation: %1").arg(own.verdict));
        m_rows.push_back(
            {TableCell(Words::tr("in words")), TableCell(), TableCell(), TableCell(own.sentence)});
        reading(Words::tr("insiders"), own.insiders);
        const QString insiders = u"confirmation.insiders."_s;
        figure(Words::tr("open-market buys"), insiders + u"open_market_buys"_s);
        figure(Words::tr("open-market sells"), insiders + u"open_market_sells"_s);
        figure(Words::tr("net purchase ratio"), insiders + u"net_purchase_ratio"_s);
        figureIfKnown(Words::tr("usual in its half-years"), insiders + u"usual_ratio"_s);
        reading(Words::tr("institutions"), own.institutions);
        for (const auto& [name, title] : {std::pair {u"new"_s, Words::tr("new positions")},
                                          {u"closed"_s, Words::tr("closed positions")},
                                          {u"increased"_s, Words::tr("increased positions")},
                                          {u"reduced"_s, Words::tr("reduced positions")},
                                          {u"ownership_change_pp"_s, Words::tr("change in ownership")},
                                          {u"holders_change"_s, Words::tr("change in holders")}})
            figure(title, u"confirmation.institutions."_s + name);
        figureIfKnown(Words::tr("puts to calls"), u"confirmation.institutions.put_call"_s);
        figureIfKnown(Words::tr("puts to calls a quarter before"),
                      u"confirmation.institutions.put_call_before"_s);
        const Fact* opened = m_card.coverage.dossier.fact(u"confirmation.institutions.new");
        if (opened != nullptr && !opened->note.isEmpty())
            m_rows.push_back({TableCell(), TableCell(), TableCell(), TableCell(opened->note, Tone::Muted)});
        reading(Words::tr("management language"), own.language, failureOf(m_card, u"confirmation.language"));
        const Dossier& dossier = m_card.coverage.dossier;
        if (dossier.value(languageScore))
            for (const Fact* one : languageBehind(dossier))
                figure(one->title, one->name);
    }

    QString whyNot(QStringView section) const
    {
        const QString failed = failureOf(m_card, section);
        return failed.isEmpty() ? Words::tr("no source for it is in this workspace") : failed;
    }

    /// A line of a list: its day, what it says, who said it.
    void listed(const Fact& one, const QString& about)
    {
        m_rows.push_back({TableCell(one.source.asOf), TableCell(), TableCell(),
                          TableCell(about.isEmpty() ? one.title : one.title + u" · "_s + about)});
    }

    void list(const QString& prefix, bool named)
    {
        for (int i = 0;; ++i) {
            const Fact* one = m_card.coverage.dossier.fact(prefix + QString::number(i));
            if (one == nullptr)
                return;
            listed(*one, named ? one->source.field : QString());
        }
    }

    /// What has a date: the next report, and what the calls promise, each with its sentence.
    void dated()
    {
        heading(Words::tr("Dates ahead"));
        const QString& report = m_card.coverage.dossier.nextReport;
        const auto row = [&](const QString& date, const QString& text) {
            m_rows.push_back({TableCell(date), TableCell(), TableCell(), TableCell(text)});
        };
        if (!report.isEmpty())
            row(report, Words::tr("next report, as projected"));
        for (const Catalyst& one : m_card.coverage.reading.catalysts) {
            QStringList parts {one.text, one.citation.text, one.source};
            parts.removeAll(QString());
            row(one.date, parts.join(u" · "_s));
        }
        if (m_card.coverage.reading.catalysts.empty())
            unknown(Words::tr("promises"),
                    Words::tr("no sentence about the theme in the calls at hand names a date ahead"));
    }

    void views()
    {
        heading(Words::tr("Price targets and grades"));
        if (m_card.sheet.find(u"targets.upside"_s) == Sheet::none)
            unknown(Words::tr("price target"), whyNot(u"coverage.price_target"));
        else
            for (const auto& [name, title] : {std::pair {u"consensus"_s, Words::tr("price target, mean")},
                                              {u"low"_s, Words::tr("lowest price target")},
                                              {u"high"_s, Words::tr("highest price target")},
                                              {u"upside"_s, Words::tr("mean target against the price")},
                                              {u"change"_s, Words::tr("change since the latest report")}})
                if (m_card.sheet.find(u"targets."_s + name) != Sheet::none)
                    figure(title, u"targets."_s + name);
        if (m_card.coverage.dossier.fact(u"grades.buy") == nullptr)
            unknown(Words::tr("grades"), whyNot(u"coverage.grades"));
        for (const char16_t* name : {u"grades.strong_buy", u"grades.buy", u"grades.hold", u"grades.sell",
                                     u"grades.strong_sell", u"grades.changed.up", u"grades.changed.down"})
            if (const Fact* one = m_card.coverage.dossier.fact(name); one != nullptr)
                figure(one->title, one->name);
        list(u"grades.changes."_s, false);
    }

    void news()
    {
        const Fact* searched = m_card.coverage.dossier.fact(u"news.searched");
        heading(Words::tr("News with a term of the theme"));
        if (searched == nullptr)
            return unknown(Words::tr("news"), whyNot(u"news"));
        figure(searched->title, searched->name);
        if (m_card.coverage.dossier.fact(u"news.0") == nullptr)
            unknown(Words::tr("news"), Words::tr("none of them holds a term of the theme"));
        list(u"news."_s, true);
    }

    void options()
    {
        const QString& liquidity = m_card.optionsLiquidity;
        heading(liquidity.isEmpty() ? Words::tr("Options, by proxy: unknown")
                                    : Words::tr("Options, by proxy: liquidity %1").arg(liquidity));
        figure(Words::tr("average daily dollar volume"), u"options.proxy.dollar_adv"_s);
        figure(Words::tr("beta"), u"options.proxy.beta"_s);
        unknown(Words::tr("implied volatility, spread, open interest"),
                Words::tr("no options chain is in this workspace"));
    }

    const Card& m_card;
    const QLocale& m_locale;
    std::vector<TableRow> m_rows {};
};

} // namespace

std::vector<TableRow> signalRows(const Card& card, const QLocale& locale)
{
    return SignalTable(card, locale).rows();
}

} // namespace plumbline
