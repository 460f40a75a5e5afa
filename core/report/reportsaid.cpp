#include "core/report/reportwords.h"
#include "core/report/reportwriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

QString changeWord(const QString& change)
{
    if (change == u"raised")
        return Words::tr("raised");
    if (change == u"lowered")
        return Words::tr("lowered");
    if (change == u"new")
        return Words::tr("new");
    if (change == u"dropped")
        return Words::tr("dropped");
    return change == u"walked_back" ? Words::tr("walked back") : Words::tr("re-worded");
}

QString changeText(const MetricChange& change)
{
    if (change.prior.isEmpty())
        return Words::tr("%1: %2").arg(change.metric, change.latest);
    if (change.latest.isEmpty())
        return Words::tr("%1: not said again, before %2").arg(change.metric, change.prior);
    return Words::tr("%1: %2, before %3").arg(change.metric, change.latest, change.prior);
}

} // namespace

void ReportWriter::citation(const Citation& citation, qsizetype indent, const QString& role)
{
    m_page.text(QStringLiteral("“%1”").arg(citation.text), indent);
    QStringList who {citation.speaker.isEmpty() ? Words::tr("speaker not named") : citation.speaker, role,
                     citation.call};
    who.removeAll(QString());
    m_page.text(
        QStringLiteral("— %1 · %2").arg(who.join(QStringLiteral(", ")), verificationWord(citation.verified)),
        indent);
}

void ReportWriter::quantification(const Quantification& said, const Citation& before)
{
    QStringList about {said.period, lineWord(said.line)};
    about.removeAll(QString());
    m_page.text(QStringLiteral("%1: %2").arg(said.metric, said.figureText), 4);
    if (!about.isEmpty())
        m_page.text(about.join(QStringLiteral(" · ")), 6);
    if (!said.numberInQuote)
        m_page.text(Words::tr("attention: the quote does not say this figure"), 6);
    if (said.citation == before)
        m_page.text(Words::tr("(the same quote)"), 6);
    else
        citation(said.citation, 6);
}

void ReportWriter::quantifications()
{
    m_page.heading(QStringLiteral("quantifications"), Words::tr("QUANTIFICATIONS"));
    const auto& all = m_reading.quantifications;
    if (all.empty()) {
        m_page.text(Words::tr("None: no figure about AI was found in the calls at hand."));
        return;
    }
    for (const auto& [bucket, title] : {std::pair {u"past", Words::tr("PAST")},
                                        {u"current", Words::tr("CURRENT")},
                                        {u"forward", Words::tr("FORWARD")}}) {
        m_page.text(title);
        const Quantification* before = nullptr;
        for (const Quantification& said : all) {
            if (said.bucket != bucket)
                continue;
            quantification(said, before == nullptr ? Citation {} : before->citation);
            before = &said;
        }
        if (before == nullptr)
            m_page.text(Words::tr("none: the calls state no such figure"), 4);
        m_page.blank();
    }
}

void ReportWriter::quotes()
{
    m_page.heading(QStringLiteral("quotes"), Words::tr("QUOTES"));
    if (m_reading.quotes.empty())
        m_page.text(Words::tr("None: no quote was chosen from the calls at hand."));
    for (const Quote& quote : m_reading.quotes) {
        citation(quote.citation, 2, quote.role);
        m_page.blank();
    }
}

void ReportWriter::questions()
{
    m_page.heading(QStringLiteral("questions"), Words::tr("QUESTIONS"));
    if (m_reading.questions.empty())
        m_page.text(Words::tr("None: no analyst's question was found in the calls at hand."));
    for (const Question& one : m_reading.questions) {
        QStringList who {one.call, one.analyst, one.firm};
        if (!one.aboutAi)
            who.append(Words::tr("not about AI"));
        who.removeAll(QString());
        m_page.text(who.join(QStringLiteral(" · ")));
        m_page.labelled(Words::tr("Q"), one.question, 3, 4);
        m_page.labelled(Words::tr("A"), one.answer.isEmpty() ? Words::tr("(no answer is held)") : one.answer,
                        3, 4);
        m_page.blank();
    }
}

void ReportWriter::changes()
{
    m_page.heading(QStringLiteral("changes"), Words::tr("CHANGES BETWEEN THE CALLS"));
    if (m_card.changes.empty())
        m_page.text(Words::tr("None: no metric is stated on both calls."));
    for (const MetricChange& one : m_card.changes) {
        m_page.labelled(changeWord(one.change), changeText(one), 13);
        if (!one.latestSaid.isEmpty() && !one.latest.isEmpty())
            m_page.labelled(QString(), Words::tr("said: “%1”").arg(one.latestSaid), 13);
        if (!one.priorSaid.isEmpty())
            m_page.labelled(QString(), Words::tr("before: “%1”").arg(one.priorSaid), 13);
    }
}

} // namespace plumbline
