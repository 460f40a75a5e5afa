#include "core/report/reportwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

} // namespace

QString verificationWord(const QString& verified)
{
    if (verified == u"exact")
        return Words::tr("exact");
    if (verified == u"normalised")
        return Words::tr("normalised");
    if (verified == u"elided")
        return Words::tr("elided");
    if (verified == u"cited")
        return Words::tr("cited");
    if (verified == u"near")
        return Words::tr("NEAR");
    return verified == u"not_found" ? Words::tr("NOT FOUND") : Words::tr("not checked");
}

QString lineWord(const QString& line)
{
    if (line == u"topline")
        return Words::tr("top line");
    if (line == u"bottomline")
        return Words::tr("bottom line");
    return line == u"both" ? Words::tr("top and bottom line") : QString();
}

QString headline(const Dossier& dossier)
{
    QStringList names {dossier.symbol, dossier.name};
    names.removeAll(QString());
    return names.join(QStringLiteral(" · "));
}

QString lastDay(const Dossier& dossier)
{
    QString last;
    for (const Fact& fact : dossier.facts)
        last = std::max(last, fact.source.asOf);
    return last;
}

} // namespace plumbline
