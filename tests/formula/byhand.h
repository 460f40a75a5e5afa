#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <cmath>
#include <optional>

namespace plumbline::tests {

using namespace Qt::StringLiterals;

/// What a reader makes of a printed figure: its value, and half a unit of the last digit he sees.
struct Read
{
    double value = 0;
    double half = 0;
};

inline std::optional<Read> readBack(const QString& shown)
{
    static const QRegularExpression pattern(
        u"^(−)?(?:[$€£¥]|[A-Z]{3} )?([0-9,]+)(?:\\.([0-9]+))?([BMK])?(?:/[a-z]+| (%|bps|points|years|hours|shares))?$"_s);
    const auto match = pattern.match(shown);
    if (!match.hasMatch())
        return std::nullopt;
    static const QHash<QString, double> sizes {{u"K"_s, 1e3},  {u"M"_s, 1e6},    {u"B"_s, 1e9},
                                               {u"%"_s, 1e-2}, {u"bps"_s, 1e-4}, {u"points"_s, 1e-2}};
    const double size = sizes.value(match.captured(4), 1) * sizes.value(match.captured(5), 1);
    const double digits = (match.captured(2).remove(u',') + u'.' + match.captured(3)).toDouble();
    const double sign = match.captured(1).isEmpty() ? 1 : -1;
    return Read {sign * digits * size,
                 0.5 * std::pow(10.0, -static_cast<double>(match.captured(3).size())) * size};
}

/// Works out a line of plain figures as a reader would with pen and paper.
class ByHand
{
public:
    explicit ByHand(QString line) : m_line(std::move(line)) { m_line.remove(u' '); }
    double sum()
    {
        double value = product();
        while (peek() == u'+' || peek() == u'−')
            value += take() == u'+' ? product() : -product();
        return value;
    }

private:
    QChar peek() const { return m_at < m_line.size() ? m_line[m_at] : QChar(); }
    QChar take() { return m_line[m_at++]; }
    double product()
    {
        double value = signedPower();
        while (peek() == u'×' || peek() == u'÷')
            value = take() == u'×' ? value * signedPower() : value / signedPower();
        return value;
    }
    double signedPower()
    {
        if (peek() == u'−')
            return take(), -signedPower();
        const double base = atom();
        return peek() == u'^' ? (take(), std::pow(base, signedPower())) : base;
    }
    double atom()
    {
        if (peek() == u'(') {
            take();
            const double inner = sum();
            take();
            return inner;
        }
        const qsizetype start = m_at;
        while (peek().isDigit() || peek() == u'.' || peek() == u',')
            ++m_at;
        return m_line.mid(start, m_at - start).remove(u',').toDouble();
    }
    QString m_line;
    qsizetype m_at = 0;
};

} // namespace plumbline::tests
