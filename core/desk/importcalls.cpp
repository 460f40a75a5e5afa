#include "core/desk/importcalls.h"

#include "core/desk/readcalls.h"
#include "core/transcript/callfrom.h"
#include "core/values/fiscalperiod.h"

#include <QCoreApplication>
#include <QDate>
#include <QMultiHash>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImportCalls)
};

constexpr double sameCall = 0.5; ///< so much of the shorter text stands in the other: two layouts of one call

/// A company's name without what it is incorporated as: "Amazon.com, Inc." is "amazoncom".
QString foldedName(const QString& name)
{
    static const QStringList forms {
        u"inc"_s, u"incorporated"_s, u"corp"_s, u"corporation"_s, u"co"_s,       u"company"_s,
        u"ltd"_s, u"limited"_s,      u"plc"_s,  u"llc"_s,         u"sa"_s,       u"se"_s,
        u"ag"_s,  u"nv"_s,           u"the"_s,  u"group"_s,       u"holdings"_s, u"fictional"_s};
    QString folded;
    for (const QString& part : name.toLower().split(u' ', Qt::SkipEmptyParts)) {
        QString word;
        for (const QChar c : part)
            if (c.isLetterOrNumber())
                word += c;
        if (!forms.contains(word))
            folded += word;
    }
    return folded;
}

/// Not taken; or, with an error, the workspace itself could not be read.
struct Stop
{
    Refusal refusal {};
    std::optional<Error> error {};
};

template<typename T>
using Taken = tl::expected<T, Stop>;

tl::unexpected<Stop> refused(const CallFile& file, const QString& sentence,
                             Refusal::Needs needs = Refusal::Needs::Nothing)
{
    return tl::unexpected(Stop {{file.name, sentence, needs}, {}});
}

tl::unexpected<Stop> stopped(const Error& error)
{
    return tl::unexpected(Stop {{}, error});
}

/// How the quotes of a call stand now, in one sentence; empty where there are none.
QString standingOf(const Coverage& coverage, const QString& call)
{
    std::map<QString, int> classes;
    for (const Quote& one : coverage.reading.quotes)
        if (one.citation.call == call)
            ++classes[one.citation.verified];
    QStringList parts;
    for (const auto& [verified, count] : classes)
        parts.append(Words::tr("%1 %2").arg(count).arg(verified));
    return parts.isEmpty() ? QString() : Words::tr("Its quotes on the card: %1.").arg(parts.join(u", "_s));
}

/// The companies that are touched, each read once.
class Companies
{
public:
    Companies(const Store& store, QStringList symbols) : m_store(store), m_symbols(std::move(symbols)) {}

    Result<Coverage*> of(const QString& symbol, const QString& name)
    {
        if (const auto known = m_read.find(symbol); known != m_read.end())
            return &known->second;
        Coverage coverage = newCompany(symbol, name);
        if (m_symbols.contains(symbol)) {
            auto read = m_store.coverage(symbol);
            if (!read)
                return tl::unexpected(read.error());
            coverage = std::move(*read);
        }
        return &m_read.emplace(symbol, std::move(coverage)).first->second;
    }

    /// The symbol of the company of this name; empty where none or several have it, or where it cannot be read.
    Result<QString> named(const QString& name)
    {
        if (!m_named) {
            const auto names = m_store.names();
            if (!names)
                return tl::unexpected(names.error());
            m_named.emplace();
            for (const CompanyName& one : *names)
                m_named->insert(foldedName(one.name), one.symbol);
        }
        const QString wanted = foldedName(name);
        const QStringList symbols = wanted.isEmpty() ? QStringList() : m_named->values(wanted);
        return symbols.size() == 1 && m_store.coverage(symbols[0]) ? symbols[0] : QString();
    }

    /// What was read of their calls, once all are in place; the remark for each company.
    std::map<QString, QString> readAnew(const ReadingRules& rules, const QLocale& locale)
    {
        std::map<QString, QString> remarks;
        for (auto& [symbol, coverage] : m_read)
            remarks[symbol] = readCalls(coverage, rules, locale);
        return remarks;
    }

    /// How the quotes of a call stand on the card as it is now; empty where it has none.
    QString standing(const ImportedCall& call) const
    {
        return standingOf(m_read.at(call.symbol), call.period);
    }

    std::vector<Coverage> all() &&
    {
        std::vector<Coverage> companies;
        for (auto& [symbol, coverage] : m_read)
            companies.push_back(std::move(coverage));
        return companies;
    }

private:
    const Store& m_store;
    QStringList m_symbols;
    std::map<QString, Coverage> m_read {};
    std::optional<QMultiHash<QString, QString>>
        m_named {}; ///< folded name: symbol, from the first file without one on
};

Taken<QString> symbolOf(const CallFile& file, const CallGiven& given, Companies& companies)
{
    const Transcript& transcript = file.transcript;
    if (!given.symbol.isEmpty() && !transcript.symbol.isEmpty() && given.symbol != transcript.symbol)
        return refused(
            file, Words::tr("It says it is a call of %1, not of %2.").arg(transcript.symbol, given.symbol));
    if (!given.symbol.isEmpty())
        return given.symbol;
    if (!transcript.symbol.isEmpty())
        return transcript.symbol;
    const auto named = companies.named(transcript.company);
    if (!named)
        return stopped(named.error());
    if (!named->isEmpty())
        return *named;
    return refused(
        file,
        transcript.company.isEmpty()
            ? Words::tr("It does not say whose call it is.")
            : Words::tr("It is a call of %1, whose symbol is not known here.").arg(transcript.company),
        Refusal::Needs::Symbol);
}

Taken<QString> periodOf(const CallFile& file, const CallGiven& given)
{
    const Transcript& transcript = file.transcript;
    const auto said = FiscalPeriod::parse(transcript.period);
    const auto wanted = FiscalPeriod::parse(given.period);
    if (!given.period.isEmpty() && !wanted)
        return refused(file, Words::tr("“%1” is no fiscal period; write “Q1 FY2026”.").arg(given.period));
    if (wanted && said && *wanted != *said)
        return refused(
            file,
            Words::tr("It says it is the call of %1, not of %2.").arg(said->toString(), wanted->toString()));
    if (!wanted && !transcript.contradictions.isEmpty())
        return refused(file, transcript.contradictions.join(u' '), Refusal::Needs::Period);
    if (!wanted && !said)
        return refused(file, Words::tr("It does not say which quarter it is."), Refusal::Needs::Period);
    return (wanted ? *wanted : *said).toString();
}

Taken<QString> dayOf(const CallFile& file, const CallGiven& given)
{
    if (given.date.isEmpty())
        return file.transcript.date;
    if (!QDate::fromString(given.date, Qt::ISODate).isValid())
        return refused(file, Words::tr("“%1” is no day; write 2026-04-30.").arg(given.date));
    return given.date;
}

bool isOlder(const Call& one, const Call& other)
{
    const auto a = FiscalPeriod::parse(one.id).value_or(FiscalPeriod {});
    const auto b = FiscalPeriod::parse(other.id).value_or(FiscalPeriod {});
    return std::pair(a.year, a.quarter) < std::pair(b.year, b.quarter);
}

std::size_t lettersIn(const Call& call)
{
    std::size_t letters = 0;
    for (const Sentence& one : call.sentences)
        letters += static_cast<std::size_t>(one.text.size());
    return letters;
}

bool sameWords(const Call& one, const Call& other)
{
    return std::equal(one.sentences.begin(), one.sentences.end(), other.sentences.begin(),
                      other.sentences.end(), [](const Sentence& a, const Sentence& b) {
                          return a.text == b.text && a.speaker == b.speaker && a.turn == b.turn;
                      });
}

/// Puts the call into its company.
Taken<void> place(Call call, const CallFile& file, Coverage& coverage, ImportedCall& done)
{
    const auto known = std::find_if(coverage.calls.begin(), coverage.calls.end(),
                                    [&](const Call& one) { return one.id == call.id; });
    if (known != coverage.calls.end() && known->whole) {
        done.outcome = ImportedCall::Outcome::Kept;
        if (sameWords(*known, call)) {
            done.remarks += Words::tr("It is here already; nothing was changed.");
            return {};
        }
        const double shared = sharedSentences(*known, call);
        if (shared < sameCall)
            return refused(file,
                           Words::tr("The call of %1 for %2 in this workspace says other things (%3 % of the "
                                     "sentences are the same). If it is another call, say whose and which.")
                               .arg(coverage.dossier.symbol, call.id)
                               .arg(static_cast<int>(100 * shared)));
        done.remarks += Words::tr("The same call is here in another text.");
        if (lettersIn(*known) >= lettersIn(call)) {
            done.remarks += Words::tr("That one is as complete and stays.");
            return {};
        }
    }
    if (known != coverage.calls.end()) {
        done.outcome = ImportedCall::Outcome::Replaced;
        if (call.date.isEmpty())
            call.date = known->date;
        *known = std::move(call);
    } else {
        coverage.calls.push_back(std::move(call));
    }
    std::stable_sort(coverage.calls.begin(), coverage.calls.end(),
                     [](const Call& a, const Call& b) { return isOlder(b, a); });
    holdAgainst(coverage, done.period);
    return {};
}

/// Of the names that its calls give a company of which nothing else is known the longest stays, whichever came first.
void settleName(Dossier& dossier, const QString& said)
{
    const auto rank = [&](const QString& name) {
        return std::tuple(name != dossier.symbol, name.size(), name);
    };
    if (!said.isEmpty() && onlyCallsKnow(dossier) && rank(dossier.name) < rank(said))
        dossier.name = said;
}

Taken<ImportedCall> importCall(const CallFile& file, const CallGiven& given, Companies& companies)
{
    const auto symbol = symbolOf(file, given, companies);
    if (!symbol)
        return tl::unexpected(symbol.error());
    const auto period = periodOf(file, given);
    if (!period)
        return tl::unexpected(period.error());
    const auto day = dayOf(file, given);
    if (!day)
        return tl::unexpected(day.error());
    const auto coverage = companies.of(*symbol, file.transcript.company);
    if (!coverage)
        return stopped(coverage.error());
    Call call = callFrom(file.transcript);
    call.id = *period;
    call.date = *day;
    ImportedCall done {.file = file.name,
                       .symbol = *symbol,
                       .period = *period,
                       .date = *day,
                       .sentences = call.sentences.size(),
                       .remarks = file.transcript.notes};
    if ((*coverage)->calls.empty() && (*coverage)->dossier.facts.empty())
        done.remarks +=
            Words::tr("%1 is new here: nothing but this call is known of it, and its currency is taken for "
                      "the one most of its figures are in.")
                .arg(*symbol);
    if (call.date.isEmpty())
        done.remarks += Words::tr("Its day is not known; --date says it.");
    if (auto placed = place(std::move(call), file, **coverage, done); !placed)
        return tl::unexpected(placed.error());
    if (done.outcome != ImportedCall::Outcome::Kept)
        settleName((*coverage)->dossier, file.transcript.company);
    return done;
}

} // namespace

Result<CallsImported> importCalls(Store& store, const std::vector<CallFile>& files, const CallGiven& given,
                                  const ReadingRules& rules, const QLocale& locale, qint64 seen)
{
    const auto frame = store.frame();
    if (!frame)
        return tl::unexpected(frame.error());
    Companies companies(store, frame->symbols);
    CallsImported imported;
    for (const CallFile& file : files) {
        auto one = importCall(file, given, companies);
        if (one)
            imported.calls.push_back(std::move(*one));
        else if (one.error().error)
            return tl::unexpected(*one.error().error);
        else
            imported.refused.push_back(one.error().refusal);
    }
    const bool changes =
        std::any_of(imported.calls.begin(), imported.calls.end(),
                    [](const ImportedCall& one) { return one.outcome != ImportedCall::Outcome::Kept; });
    if (!changes)
        return imported;
    const auto remarks = companies.readAnew(rules, locale);
    for (ImportedCall& one : imported.calls) {
        if (one.outcome == ImportedCall::Outcome::Kept)
            continue;
        for (const QString& remark : {companies.standing(one), remarks.at(one.symbol)})
            if (!remark.isEmpty())
                one.remarks += remark;
    }
    if (const auto kept = store.keepAll(std::move(companies).all(), {}, seen); !kept)
        return tl::unexpected(kept.error());
    return imported;
}

} // namespace plumbline
