#include "core/reading/languagefacts.h"
#include "core/report/reportwriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

constexpr qsizetype label = 30;

} // namespace

void ReportWriter::pricedIn()
{
    m_page.heading(QStringLiteral("priced_in"), Words::tr("PRICED IN, BY VOTES"));
    const QString few =
        Words::tr("%1 of %2 measures known; a verdict needs three")
            .arg(count(static_cast<std::size_t>(m_card.votes.known)), count(m_card.votes.votes.size()));
    m_page.labelled(Words::tr("verdict"), wordOr(m_card.votes.verdict, few, Words::tr("priced in, by votes")),
                    label);
    for (const PricedInVote& vote : m_card.votes.votes) {
        const QString value = shown(vote.name, vote.measure);
        const QString voted = QStringLiteral("%1 · %2 · %3").arg(value, vote.vote, vote.why);
        m_page.labelled(vote.measure, vote.vote.isEmpty() ? value : voted, label);
    }
    for (const auto& [name, title] : {std::pair {u"trailing_pe", Words::tr("trailing P/E")},
                                      {u"forward_pe", Words::tr("forward P/E")},
                                      {u"market_cap_to_sales", Words::tr("market cap / sales")},
                                      {u"ev_to_sales", Words::tr("EV / sales")}})
        m_page.labelled(title, shown(QStringLiteral("priced_in.") + QString::fromUtf16(name), title), label);
    worth();
    const Fact* revisions = m_dossier.fact(u"estimate_revisions");
    const QString none = revisions != nullptr && !revisions->unknown.isEmpty()
                           ? revisions->unknown
                           : Words::tr("no earlier estimates are stored to compare with");
    if (m_sheet.find(QStringLiteral("priced_in.eps_revision_90d")) == Sheet::none)
        m_page.labelled(Words::tr("estimate revisions"), wordOr({}, none, Words::tr("estimate revisions")),
                        label);
    QString failed = failureReason(u"priced_in.synthesis");
    if (failed.isEmpty())
        failed = Words::tr("no language model is set up; the votes by rule stand alone");
    m_page.labelled(Words::tr("synthesis"), wordOr({}, failed, Words::tr("synthesis of what is priced in")),
                    label);
}

void ReportWriter::coverage()
{
    m_page.heading(QStringLiteral("coverage"), Words::tr("COVERAGE"));
    const auto& trajectory = m_reading.enthusiasm.trajectory;
    for (std::size_t i = 0; i < trajectory.size(); ++i) {
        const EnthusiasmReading& one = trajectory[i];
        QStringList about {shown(QStringLiteral("coverage.trajectory.%1.enthusiasm").arg(i),
                                 Words::tr("enthusiasm on %1").arg(one.call)),
                           one.date, one.method};
        about.removeAll(QString());
        m_page.labelled(Words::tr("enthusiasm %1").arg(one.call), about.join(QStringLiteral(" · ")), label);
    }
    if (trajectory.size() == 1)
        m_page.text(Words::tr("One call is at hand; where it goes needs two."), 4);
    else if (!trajectory.empty())
        m_page.text(Words::tr("Over the %1 calls at hand, of up to 8 that are looked at.")
                        .arg(count(trajectory.size())),
                    4);
    if (trajectory.empty())
        m_page.labelled(Words::tr("enthusiasm over time"), Words::tr("none: no call was read"), label);
    dated();
    targets();
    grades();
    news();
}

void ReportWriter::options()
{
    m_page.heading(QStringLiteral("options"), Words::tr("OPTIONS (a proxy, no options chain)"));
    const QString inputs = Words::tr("dollar volume, beta or price is not known");
    m_page.labelled(Words::tr("liquidity, by proxy"),
                    wordOr(m_card.optionsLiquidity, inputs, Words::tr("option liquidity")), label);
    const auto line = [&](const char16_t* name, const QString& title) {
        m_page.labelled(title, shown(QString::fromUtf16(name), title), label);
    };
    line(u"options.proxy.dollar_adv", Words::tr("average daily dollar volume"));
    line(u"options.proxy.beta", Words::tr("beta"));
    if (const QString from = sourceOf(QStringLiteral("options.proxy.beta")); !from.isEmpty())
        m_page.labelled(Words::tr("source"), from, label);
    const QString noChain = Words::tr("no options chain is in this workspace");
    for (const QString& title :
         {Words::tr("implied volatility"), Words::tr("bid-ask spread"), Words::tr("open interest")})
        m_page.labelled(title, wordOr({}, noChain, title), label);
}

void ReportWriter::institutions()
{
    for (const auto& [name, title] : {std::pair {u"new", Words::tr("new positions")},
                                      {u"closed", Words::tr("closed positions")},
                                      {u"increased", Words::tr("increased positions")},
                                      {u"reduced", Words::tr("reduced positions")},
                                      {u"ownership_change_pp", Words::tr("change in ownership")},
                                      {u"holders_change", Words::tr("change in holders")},
                                      {u"put_call", Words::tr("puts to calls")},
                                      {u"put_call_before", Words::tr("a quarter before")}})
        if (const QString full = QStringLiteral("confirmation.institutions.") + QString::fromUtf16(name);
            !full.contains(QStringLiteral("put_call")) || m_dossier.fact(full) != nullptr)
            m_page.labelled(title, shown(full, title), label - 2, 4);
    QStringList signs;
    for (const InstitutionSignal& one : m_card.confirmation.institutionSignals)
        signs.append(QStringLiteral("%1 %2").arg(one.name, one.sign > 0   ? Words::tr("up")
                                                           : one.sign < 0 ? Words::tr("down")
                                                                          : Words::tr("level")));
    if (!signs.isEmpty())
        m_page.labelled(Words::tr("signals"), signs.join(QStringLiteral(", ")), label - 2, 4);
    const Fact* opened = m_dossier.fact(u"confirmation.institutions.new");
    if (opened != nullptr && !opened->note.isEmpty())
        m_page.text(opened->note, 4);
}

void ReportWriter::confirmation()
{
    const Confirmation& own = m_card.confirmation;
    m_page.heading(QStringLiteral("confirmation"), Words::tr("CONFIRMATION"));
    m_page.text(own.sentence);
    const auto reading = [&](const QString& title, const SignalReading& signal, const QString& why) {
        QString line = wordOr(signal.direction, why, title);
        if (!signal.direction.isEmpty() && !signal.why.isEmpty())
            line += QStringLiteral(" · ") + signal.why;
        m_page.labelled(title, line, label);
    };
    const auto source = [&](const QString& fact) {
        if (const QString from = sourceOf(fact); !from.isEmpty())
            m_page.labelled(Words::tr("source"), from, label - 2, 4);
    };
    reading(Words::tr("insiders"), own.insiders, own.insiders.why);
    const QString ratio = Words::tr("net purchase ratio");
    m_page.labelled(ratio, shown(QStringLiteral("confirmation.insiders.net_purchase_ratio"), ratio),
                    label - 2, 4);
    if (m_dossier.value(u"confirmation.insiders.usual_ratio")) {
        const QString usual = Words::tr("usual in its half-years");
        m_page.labelled(usual, shown(QStringLiteral("confirmation.insiders.usual_ratio"), usual), label - 2,
                        4);
    }
    source(QStringLiteral("confirmation.insiders.open_market_sells"));
    reading(Words::tr("institutions"), own.institutions, own.institutions.why);
    institutions();
    source(QStringLiteral("confirmation.institutions.new"));
    const QString failed = failureReason(u"confirmation.language");
    reading(Words::tr("management language"), own.language, failed.isEmpty() ? own.language.why : failed);
    if (m_dossier.value(languageScore)) {
        for (const Fact* one : languageBehind(m_dossier))
            m_page.labelled(one->title, shown(one->name, one->title), label - 2, 4);
        source(languageDirection.toString());
    }
}

} // namespace plumbline
