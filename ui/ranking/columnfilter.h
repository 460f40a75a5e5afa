#pragma once

#include <QRegularExpression>
#include <QString>

#include <functional>
#include <optional>

namespace plumbline {

/// What is typed under a column's header: "text", "/expression/", "> 15", "<= 2", "5~10", "= 3", "<> high", and "?" for
/// what is not known. An unknown number is neither above nor below anything, so every comparison leaves it undecided.
class ColumnFilter
{
public:
    enum class Match { No, Yes, Undecided };

    ColumnFilter() = default;
    explicit ColumnFilter(const QString& text);

    bool isEmpty() const { return m_kind == Kind::None; }
    /// A filter that cannot be understood lets everything through and says so.
    bool isValid() const { return m_kind != Kind::Broken; }

    Match match(const QString& text, bool known) const;
    /// A figure; its text is asked for only where the filter reads it.
    Match match(std::optional<double> value, const std::function<QString()>& text) const;

private:
    enum class Kind { None, Broken, Contains, Without, Expression, Range, Unknown };

    Kind m_kind = Kind::None;
    QString m_text {};
    QRegularExpression m_expression {};
    double m_low = 0;
    double m_high = 0;
    bool m_lowIncluded = true;
    bool m_highIncluded = true;
};

} // namespace plumbline
