#include "ui/refresh/refreshrows.h"

#include <QCoreApplication>
#include <QDateTime>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RefreshRows)
};

QString word(RefreshChange::Kind kind)
{
    switch (kind) {
    case RefreshChange::Kind::NewCompany: return Words::tr("new company");
    case RefreshChange::Kind::NewCall: return Words::tr("new call");
    case RefreshChange::Kind::Consensus: return Words::tr("consensus");
    case RefreshChange::Kind::FiscalYear: return Words::tr("fiscal year");
    case RefreshChange::Kind::NextReport: return Words::tr("next report");
    case RefreshChange::Kind::Insiders: break;
    }
    return Words::tr("insiders");
}

QString timeLeft(qint64 seconds)
{
    if (seconds < 60)
        return Words::tr("less than a minute left");
    if (seconds < 3600)
        return Words::tr("about %n min left", nullptr, static_cast<int>((seconds + 30) / 60));
    return Words::tr("about %n h left", nullptr, static_cast<int>((seconds + 1800) / 3600));
}

} // namespace

std::vector<RefreshLine> linesOf(const CompanyRefreshed& company)
{
    std::vector<RefreshLine> lines;
    using Kind = RefreshLine::Kind;
    if (!company.failed.isEmpty())
        lines.push_back({company.symbol, Kind::Failed, Words::tr("failed"), company.failed});
    for (const QString& remark : company.remarks)
        if (!company.failed.contains(remark))
            lines.push_back({company.symbol, Kind::NotHad, Words::tr("not to be had"), remark});
    for (const RefreshChange& change : company.changes)
        lines.push_back({company.symbol, Kind::Changed, word(change.kind), change.text});
    return lines;
}

RefreshLine lineOf(const RefreshJob& job, const QLocale& locale)
{
    const QString day = locale.toString(QDateTime::fromMSecsSinceEpoch(job.at), QLocale::ShortFormat);
    if (job.failed)
        return {job.symbol, RefreshLine::Kind::Failed, Words::tr("failed"),
                Words::tr("%1 (%2)").arg(job.reason, day)};
    return {job.symbol, RefreshLine::Kind::Failed, Words::tr("cut off"),
            Words::tr("It was to be refreshed when the program ended (%1).").arg(day)};
}

std::vector<TableColumn> refreshColumns()
{
    return {{Words::tr("Symbol"), 92}, {Words::tr("What"), 120}, {Words::tr("In words"), 0}};
}

TableRow rowOf(const RefreshLine& line)
{
    using Kind = RefreshLine::Kind;
    const Tone tone = line.kind == Kind::Failed ? Tone::Warning
                    : line.kind == Kind::NotHad ? Tone::Muted
                                                : Tone::Plain;
    return {TableCell(line.symbol, Tone::Strong), TableCell(line.what, tone), TableCell(line.text)};
}

QString progressLine(const RefreshProgress& progress, const QLocale& locale)
{
    QStringList parts {Words::tr("%1 of %2 companies")
                           .arg(locale.toString(progress.done), locale.toString(progress.companies))};
    if (progress.failed > 0)
        parts += Words::tr("%n failed", nullptr, progress.failed);
    if (progress.calls > 0)
        parts += Words::tr("%1 calls, %2")
                     .arg(locale.toString(progress.calls), locale.formattedDataSize(progress.bytes, 1));
    if (progress.paused)
        parts += progress.why.isEmpty() ? Words::tr("paused") : Words::tr("paused: %1").arg(progress.why);
    else if (progress.secondsLeft > 0)
        parts += timeLeft(progress.secondsLeft);
    return parts.join(QStringLiteral(" · "));
}

} // namespace plumbline
