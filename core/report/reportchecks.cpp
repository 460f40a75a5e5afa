#include "core/report/reportwriter.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

QString outcome(const Check& check)
{
    if (!check.holds)
        return Words::tr("not checkable");
    return *check.holds ? Words::tr("holds") : Words::tr("does not hold");
}

} // namespace

void ReportWriter::checks()
{
    m_page.heading(QStringLiteral("checks"), Words::tr("SELF-CHECKS"));
    if (m_card.checks.empty())
        m_page.text(Words::tr("None: this card has nothing that could be checked."));
    for (const Check& one : m_card.checks) {
        QString line = one.detail.isEmpty() ? one.check : QStringLiteral("%1: %2").arg(one.check, one.detail);
        if (one.judgement && one.holds && !*one.holds)
            line += Words::tr(" (for you to judge)");
        m_page.labelled(outcome(one), line, 16);
    }
}

void ReportWriter::failures()
{
    m_page.heading(QStringLiteral("failures"), Words::tr("FAILURES"));
    if (m_card.coverage.failures.empty())
        m_page.text(Words::tr("None: every part of the card could be made."));
    for (const Failure& one : m_card.coverage.failures) {
        QString line = one.kind.isEmpty() ? one.reason : QStringLiteral("%1: %2").arg(one.kind, one.reason);
        if (!one.at.isEmpty())
            line += Words::tr(" (%1)").arg(one.at);
        m_page.labelled(one.section, line, 28);
    }
}

void ReportWriter::notKnown()
{
    m_page.heading(QStringLiteral("not_known"), Words::tr("WHAT IS NOT KNOWN"));
    if (m_missing.empty())
        m_page.text(Words::tr("Nothing is missing: every figure of the card is known."));
    for (const Missing& one : m_missing)
        missingLine(one);
}

void ReportWriter::missingLine(const Missing& one)
{
    QStringList what;
    for (const Missing::Topic& topic : one.topics) {
        const QString labels = topic.labels.join(QStringLiteral(", "));
        what.append(topic.name.isEmpty() ? labels : QStringLiteral("%1: %2").arg(topic.name, labels));
    }
    const QString words = one.meaningful ? QStringLiteral("%1 — %2") : Words::tr("%1 — n.m., %2");
    m_page.labelled(QStringLiteral("·"), words.arg(what.join(QStringLiteral("; ")), one.reason), 3);
}

} // namespace plumbline
