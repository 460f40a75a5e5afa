#include "core/store/fingerprint.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <bit>
#include <concepts>

namespace plumbline {

namespace {

/// Feeds values to a hash so that no two different ones feed the same bytes: each text and list goes with its length.
class Feed
{
public:
    QByteArray result() const { return m_hash.result(); }

    template<typename... Parts>
    void operator()(const Parts&... parts)
    {
        (add(parts), ...);
    }

private:
    void bytes(QByteArrayView view) { m_hash.addData(view); }
    void number(quint64 value)
    {
        std::array<char, sizeof value> raw {};
        qToLittleEndian(value, raw.data());
        bytes(QByteArrayView(raw.data(), qsizetype(raw.size())));
    }
    void add(const QString& text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(quint64(utf8.size()));
        bytes(utf8);
    }
    template<std::integral Whole>
    void add(Whole value)
    {
        number(quint64(value));
    }
    template<typename Word>
    requires std::is_enum_v<Word>
    void add(Word value) { number(quint64(value)); }
    void add(double value) { number(std::bit_cast<quint64>(value)); }
    template<typename T>
    void add(const std::optional<T>& maybe)
    {
        number(maybe ? 1 : 0);
        if (maybe)
            add(*maybe);
    }
    template<typename T>
    void add(const std::vector<T>& list)
    {
        number(list.size());
        for (const T& one : list)
            add(one);
    }
    void add(const Unit& unit) { add(unit.toString()); }
    void add(const Assumption& one)
    {
        (*this)(one.name, one.title, one.subject, one.value, one.display, one.unit, one.low, one.high,
                one.author, one.source, one.note, one.disclosed);
    }
    void add(const ScoringParameter& one) { (*this)(one.name, one.value, one.note); }
    void add(const ScoringFigure& one) { (*this)(one.name, one.title, one.formula, one.display); }
    void add(const ScoringPart& one)
    {
        (*this)(one.name, one.maximum, one.formula, one.guard, one.guardReason);
    }
    void add(const ScoringComponent& one) { (*this)(one.name, one.title, one.why, one.parts); }
    void add(const ScoringModel& one)
    {
        (*this)(one.id, one.title, one.parameters, one.figures, one.components);
    }
    void add(const Choice& one)
    {
        (*this)(one.scenario, one.subject, one.field, one.value, one.low, one.high, one.basedOn, one.note);
    }
    void add(const Scenario& one) { (*this)(one.name, one.note); }
    void add(const Decisions& one) { (*this)(one.choices, one.scenarios); }
    void add(const OwnChange& change)
    {
        number(change.index());
        std::visit([this](const auto& rows) { (*this)(rows.before, rows.after); }, change);
    }
    void add(const Edit& one) { (*this)(one.id, one.at, one.author, one.title, one.changes); }

    QCryptographicHash m_hash {QCryptographicHash::Sha256};
};

template<typename Value>
QByteArray over(const Value& value)
{
    Feed feed;
    feed(value);
    return feed.result();
}

} // namespace

QByteArray fingerprint(const std::vector<Assumption>& assumptions)
{
    return over(assumptions);
}

QByteArray fingerprint(const std::vector<ScoringModel>& models)
{
    return over(models);
}

QByteArray fingerprint(const Decisions& decisions)
{
    return over(decisions);
}

QByteArray fingerprint(const Edit& edit)
{
    return over(edit);
}

} // namespace plumbline
