#include "ui/ranking/columnfilter.h"

#include <limits>

namespace plumbline {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::optional<double> numberIn(QStringView text)
{
    bool fits = false;
    const double value = text.trimmed().toDouble(&fits);
    return fits ? std::optional(value) : std::nullopt;
}

ColumnFilter::Match decided(bool matches)
{
    return matches ? ColumnFilter::Match::Yes : ColumnFilter::Match::No;
}

} // namespace

ColumnFilter::ColumnFilter(const QString& text) : m_text(text.trimmed()), m_low(-infinite), m_high(infinite)
{
    const QStringView all(m_text);
    if (all.isEmpty())
        return;
    if (all == u"?") {
        m_kind = Kind::Unknown;
    } else if (all.startsWith(u'/')) {
        QStringView pattern = all.sliced(1);
        if (pattern.endsWith(u'/'))
            pattern.chop(1);
        m_expression.setPattern(pattern.toString());
        m_expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
        m_kind = m_expression.isValid() ? Kind::Expression : Kind::Broken;
    } else if (all.startsWith(u"<>")) {
        m_text = all.sliced(2).trimmed().toString();
        m_kind = m_text.isEmpty() ? Kind::Broken : Kind::Without;
    } else if (all.startsWith(u'>') || all.startsWith(u'<') || all.startsWith(u'=')) {
        const bool included = all.startsWith(u'=') || all.startsWith(u">=") || all.startsWith(u"<=");
        const auto edge = numberIn(all.sliced(all.startsWith(u'=') || !included ? 1 : 2));
        m_kind = edge ? Kind::Range : Kind::Broken;
        if (!all.startsWith(u'<'))
            m_low = edge.value_or(0);
        if (!all.startsWith(u'>'))
            m_high = edge.value_or(0);
        (all.startsWith(u'>') ? m_lowIncluded : m_highIncluded) = included;
    } else if (const qsizetype tilde = all.indexOf(u'~'); tilde > 0) {
        const auto low = numberIn(all.first(tilde));
        const auto high = numberIn(all.sliced(tilde + 1));
        m_kind = low && high ? Kind::Range : Kind::Broken;
        m_low = low.value_or(0);
        m_high = high.value_or(0);
    } else {
        m_kind = Kind::Contains;
    }
}

ColumnFilter::Match ColumnFilter::match(const QString& text, bool known) const
{
    switch (m_kind) {
    case Kind::None:
    case Kind::Broken: return Match::Yes;
    case Kind::Contains: return decided(text.contains(m_text, Qt::CaseInsensitive));
    case Kind::Without:
        return known ? decided(!text.contains(m_text, Qt::CaseInsensitive)) : Match::Undecided;
    case Kind::Expression: return decided(m_expression.match(text).hasMatch());
    case Kind::Range: return known ? Match::No : Match::Undecided;
    case Kind::Unknown: return decided(!known);
    }
    return Match::Yes;
}

ColumnFilter::Match ColumnFilter::match(std::optional<double> value,
                                        const std::function<QString()>& text) const
{
    if (m_kind != Kind::Range)
        return match(text(), value.has_value());
    if (!value)
        return Match::Undecided;
    const bool above = m_lowIncluded ? *value >= m_low : *value > m_low;
    const bool below = m_highIncluded ? *value <= m_high : *value < m_high;
    return decided(above && below);
}

} // namespace plumbline
