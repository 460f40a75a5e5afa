#include "core/desk/refresh.h"

#include "core/desk/callfiles.h"
#include "core/desk/importcalls.h"
#include "core/desk/readcalls.h"
#include "core/desk/revisions.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Refresh)
};

bool isHere(const Store& store, const QString& symbol)
{
    const auto frame = store.frame();
    return frame && frame->symbols.contains(symbol);
}

/// Whether anything at all was said of the company.
bool isKnown(const Findings& findings)
{
    const fmp::Answers& answers = findings.answers;
    return (answers.profile && !answers.profile->empty()) || (answers.quote && !answers.quote->empty())
        || (answers.statements && !answers.statements->empty());
}

/// The calls as files are read: what their text does not say of itself, FMP does.
std::vector<CallFile> filesOf(const Findings& findings, CompanyRefreshed& done)
{
    std::vector<CallFile> files;
    for (const CallFound& call : findings.calls) {
        const QString name = Words::tr("FMP's call of %1, %2").arg(findings.symbol, call.period);
        auto file = callFileFrom({name, call.content.toUtf8()});
        const QString said = file ? file->transcript.period : QString();
        if (!file) {
            done.remarks += Words::tr("the call of %1: %2").arg(call.period, file.error().message);
        } else if (!said.isEmpty() && said != call.period) {
            done.remarks += Words::tr("the call that FMP names %1 says it is of %2, and was not taken")
                                .arg(call.period, said);
        } else {
            file->transcript.symbol = findings.symbol;
            file->transcript.period = call.period;
            if (file->transcript.date.isEmpty())
                file->transcript.date = call.date;
            file->transcript.contradictions.clear(); // of the period, which FMP has told
            files.push_back(std::move(*file));
        }
    }
    return files;
}

Result<void> bringCalls(Store& store, const Findings& findings, CompanyRefreshed& done,
                        const ReadingRules& rules, const QLocale& locale)
{
    const auto files = filesOf(findings, done);
    if (files.empty())
        return {};
    const auto brought = importCalls(store, files, {.symbol = findings.symbol}, rules, locale,
                                     findings.at.toMSecsSinceEpoch());
    if (!brought)
        return tl::unexpected(brought.error());
    for (const ImportedCall& one : brought->calls)
        if (one.outcome != ImportedCall::Outcome::Kept)
            done.calls += one.period;
    for (const Refusal& one : brought->refused)
        done.remarks += Words::tr("%1: %2").arg(one.file, one.sentence);
    return {};
}

CompanyRefreshed countsOf(const Findings& findings)
{
    CompanyRefreshed done {.symbol = findings.symbol, .remarks = findings.remarks};
    done.asked = static_cast<int>(findings.asked.size());
    for (const AskedRecord& one : findings.asked)
        done.answered += one.outcome == AskedRecord::Outcome::Answered;
    done.failed = findings.failed.join(QLatin1Char(' '));
    return done;
}

/// A company of which nothing is known, neither here nor at FMP.
tl::unexpected<Error> notKnown(const Findings& findings)
{
    if (findings.failed.isEmpty() && findings.remarks.isEmpty())
        return failure(Error::Kind::NotFound,
                       Words::tr("FMP knows no company %1. Class shares are written with a hyphen "
                                 "(BRK-B), shares of other countries with their exchange (VOD.L).")
                           .arg(findings.symbol));
    return failure(Error::Kind::NotAvailable,
                   (findings.failed.isEmpty() ? findings.remarks : findings.failed).front());
}

} // namespace

/// Three steps, each whole: the figures, the calls, and only then that they were asked for. Who is stopped in between asks
/// again and gets to the same end.
Result<CompanyRefreshed> keepFindings(Store& store, const Findings& findings, const ReadingRules& rules,
                                      const QLocale& locale)
{
    CompanyRefreshed done = countsOf(findings);
    const bool here = isHere(store, findings.symbol);
    auto before = here ? store.coverage(findings.symbol) : newCompany(findings.symbol);
    if (!before)
        return tl::unexpected(before.error());
    done.isNew = before->calls.empty() && before->dossier.facts.empty();
    const qint64 seen = findings.at.toMSecsSinceEpoch();
    if (done.isNew && !isKnown(findings)) {
        const auto unknown = notKnown(findings);
        if (here)
            if (const auto noted = store.endRefresh(findings.symbol, unknown.value().message, seen); !noted)
                return tl::unexpected(noted.error());
        return unknown;
    }
    Coverage after = *before;
    fmp::assemble(after, findings.answers, findings.at, rules.theme);
    if (const auto added = addEarlierConsensus(after, store, findings.at); !added)
        return tl::unexpected(added.error());
    if (!findings.calls.empty()) {
        const auto kept = store.keep(after, seen).and_then([&] {
            return bringCalls(store, findings, done, rules, locale);
        });
        if (!kept)
            return tl::unexpected(kept.error());
    }
    const bool isKept = !findings.calls.empty();
    const auto kept = store.keepRefreshed(findings.symbol, isKept ? std::nullopt : std::optional(after),
                                          findings.asked, done.failed, seen);
    if (!kept)
        return tl::unexpected(kept.error());
    done.changes = changesBetween(*before, after, locale);
    for (const QString& call : std::as_const(done.calls))
        done.changes.push_back({RefreshChange::Kind::NewCall, Words::tr("New call: %1").arg(call)});
    return done;
}

} // namespace plumbline
