#include "core/store/canonical.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <bit>
#include <cmath>

namespace plumbline {

namespace {

/// Appends values one after the other, each with its length or in a fixed width, so that no two sequences of values
/// give the same bytes. The structures are taken apart by name on purpose: a member that is added to one of them and
/// not here does not compile, and what is here must stand in a table.
class Canonical
{
public:
    explicit Canonical(Canon canon) : m_canon(canon) {}

    QByteArray bytes() const { return m_bytes; }

    void add(const QString& text)
    {
        QStringView bare(text);
        while (bare.startsWith(QChar::ByteOrderMark)) // SQLite drops it
            bare = bare.mid(1);
        const QByteArray utf8 = bare.toUtf8();
        add(static_cast<qint64>(utf8.size()));
        m_bytes += utf8;
    }
    void add(qint64 number)
    {
        const quint64 ordered = qToBigEndian(static_cast<quint64>(number));
        m_bytes.append(reinterpret_cast<const char*>(&ordered), sizeof ordered);
    }
    void add(int number) { add(static_cast<qint64>(number)); }
    void add(bool flag) { m_bytes += flag ? '1' : '0'; }
    void add(double number) { add(std::bit_cast<qint64>(number + 0.0)); } // minus zero is zero
    void add(const std::optional<double>& number)
    {
        const bool known = number && !std::isnan(*number);
        add(known);
        if (known)
            add(*number);
    }
    template<typename T>
    void add(const std::vector<T>& list)
    {
        add(static_cast<qint64>(list.size()));
        for (const T& one : list)
            add(one);
    }
    void add(const QStringList& list)
    {
        add(static_cast<qint64>(list.size()));
        for (const QString& one : list)
            add(one);
    }
    void add(const Unit& unit) { add(unit.toString()); }
    void add(Display display) { add(displayWord(display)); }
    void add(Bound bound) { add(word(bound)); }
    void add(ClaimType type) { add(word(type)); }
    void add(ClaimKind kind) { add(word(kind)); }

    void add(const Quantity& quantity)
    {
        const auto& [value, low, high, bound, unit, display] = quantity;
        all(value, low, high, bound, unit, display);
    }
    void add(const Source& source)
    {
        const auto& [provider, field, asOf, fetched] = source;
        all(provider, field, asOf, m_canon == Canon::Everything ? fetched : QString());
    }
    void add(const Citation& citation)
    {
        const auto& [call, speaker, sentence, text, verified] = citation;
        all(call, speaker, sentence, text, verified);
    }
    void add(const Fact& fact)
    {
        const auto& [name, title, value, unknown, source, mention, note] = fact;
        all(name, title, value.has_value(), value.value_or(Quantity {}), unknown, source, mention, note);
    }
    void add(const Dossier& dossier)
    {
        const auto& [symbol, name, industry, currency, yearEnd, fictional, baseYear, consensusYear, latest,
                     prior, nextReport, facts] = dossier;
        all(symbol, name, industry, currency, yearEnd, fictional, baseYear, consensusYear, latest, prior,
            nextReport, facts);
    }
    void add(const Sentence& sentence)
    {
        const auto& [id, turn, speaker, role, firm, answers, text] = sentence;
        all(id, turn, speaker, role, firm, answers, text);
    }
    void add(const Call& call)
    {
        const auto& [id, date, whole, sentences] = call;
        all(id, date, whole, sentences);
    }
    void add(const Assumption& assumption)
    {
        const auto& [name, title, subject, value, display, unit, low, high, author, source, note, disclosed] =
            assumption;
        all(name, title, subject, value, display, unit, low, high, author, source, note, disclosed);
    }
    void add(const OverlapGroup& group)
    {
        const auto& [id, title] = group;
        all(id, title);
    }
    void add(const Printed& figure)
    {
        const auto& [name, printed, note] = figure;
        all(name, printed, note);
    }
    void add(const Failure& failure)
    {
        const auto& [section, kind, reason, at] = failure;
        all(section, kind, reason, m_canon == Canon::Everything ? at : QString());
    }
    void add(const ClaimFigure& figure)
    {
        const auto& [name, quantity, citation, inQuote] = figure;
        all(name, quantity, citation, inQuote);
    }
    void add(const EarlierFigure& figure)
    {
        const auto& [quantity, citation] = figure;
        all(quantity, citation);
    }
    void add(const Claim& claim)
    {
        const auto& [id, title, type, kind, figureText, period, call, group, margin, recognised, scopeRevenue,
                     realisation, subsetOf, qualifies, supersedes, softReason, note, baseDisclosed, figures,
                     evidence, was, revenueFormula, incomeFormula] = claim;
        all(id, title, type, kind, figureText, period, call, group, margin, recognised, scopeRevenue);
        all(realisation, subsetOf, qualifies, supersedes, softReason, note, baseDisclosed, figures, evidence);
        all(was, revenueFormula, incomeFormula);
    }
    void add(const Quantification& said)
    {
        const auto& [metric, figureText, values, unit, qualifier, period, line, bucket, citation,
                     numberInQuote] = said;
        all(metric, figureText, values, unit, qualifier, period, line, bucket, citation, numberInQuote);
    }
    void add(const Quote& quote)
    {
        const auto& [citation, role] = quote;
        all(citation, role);
    }
    void add(const Question& asked)
    {
        const auto& [call, analyst, firm, question, answer, answeredBy, aboutAi] = asked;
        all(call, analyst, firm, question, answer, answeredBy, aboutAi);
    }
    void add(const EnthusiasmReading& one)
    {
        const auto& [call, date, value, method] = one;
        all(call, date, value, method);
    }
    void add(const Enthusiasm& enthusiasm)
    {
        const auto& [latest, prior, priorUnknown, author, rationale, trajectory] = enthusiasm;
        all(latest, prior, priorUnknown, author, rationale, trajectory);
    }
    void add(const Catalyst& catalyst)
    {
        const auto& [date, kind, text, source, citation] = catalyst;
        all(date, kind, text, source, citation);
    }
    void add(const Reading& reading)
    {
        const auto& [claims, quantifications, quotes, questions, enthusiasm, catalysts] = reading;
        all(claims, quantifications, quotes, questions, enthusiasm, catalysts);
    }
    void add(const Coverage& coverage)
    {
        const auto& [dossier, calls, reading, assumptions, groups, printed, failures] = coverage;
        all(dossier, calls, reading, assumptions, groups, printed, failures);
    }

private:
    template<typename... Values>
    void all(const Values&... values)
    {
        (add(values), ...);
    }

    Canon m_canon;
    QByteArray m_bytes {};
};

template<typename T>
QByteArray bytesOf(const T& value, Canon canon = Canon::Everything)
{
    Canonical canonical(canon);
    canonical.add(value);
    return canonical.bytes();
}

} // namespace

QByteArray canonicalBytes(const Coverage& coverage, Canon canon)
{
    return bytesOf(coverage, canon);
}

QByteArray canonicalBytes(const Call& call)
{
    return bytesOf(call);
}

QByteArray canonicalBytes(const Reading& reading)
{
    return bytesOf(reading);
}

QByteArray checksum(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace plumbline
