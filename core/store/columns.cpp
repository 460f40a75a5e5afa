#include "core/store/columns.h"

#include "core/reading/claim.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace plumbline {

namespace {

QString json(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayIn(const QString& text)
{
    return text == u"[]" ? QJsonArray() : QJsonDocument::fromJson(text.toUtf8()).array();
}

/// "USD^2/h^2" as the unit's reader takes it: "USD*USD/h/h".
QString withoutPowers(const QString& unit)
{
    QString text;
    const QStringList parts = unit.split(u'/');
    for (int i = 0; i < parts.size(); ++i) {
        QStringList symbols;
        for (const QString& factor : parts.at(i).split(u'*'))
            for (int power = 0; power < std::max(1, factor.section(u'^', 1).toInt()); ++power)
                symbols.append(factor.section(u'^', 0, 0));
        text += i == 0 ? symbols.join(u'*') : u'/' + symbols.join(u'/');
    }
    return text;
}

} // namespace

QVariant column(double number)
{
    return std::isnan(number) ? QVariant() : QVariant(number);
}

QVariant column(const std::optional<double>& number)
{
    return number ? column(*number) : QVariant();
}

QVariant column(const QStringList& list)
{
    return list.isEmpty() ? QStringLiteral("[]") : json(QJsonArray::fromStringList(list));
}

QVariant column(const std::vector<double>& numbers)
{
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return json(array);
}

QVariant column(const Unit& unit)
{
    const QString text = unit.toString();
    return text.contains(u'^') ? withoutPowers(text) : text;
}

QVariant column(Display display)
{
    return displayWord(display);
}

double Columns::real()
{
    return number().value_or(std::numeric_limits<double>::quiet_NaN());
}

std::optional<double> Columns::number()
{
    const QVariant value = m_row.value(m_next++);
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

QStringList Columns::list()
{
    QStringList list;
    const QJsonArray array = arrayIn(text());
    for (const auto value : array)
        list.append(value.toString());
    return list;
}

std::vector<double> Columns::numbers()
{
    std::vector<double> numbers;
    const QJsonArray array = arrayIn(text());
    numbers.reserve(static_cast<std::size_t>(array.size()));
    for (const auto value : array)
        numbers.push_back(value.toDouble(std::numeric_limits<double>::quiet_NaN()));
    return numbers;
}

Unit Columns::unit()
{
    return Unit::parse(text()).value_or(Unit());
}

Display Columns::display()
{
    return displayFromWord(text()).value_or(Display::Plain);
}

Quantity Columns::quantity()
{
    return {.value = real(),
            .low = number(),
            .high = number(),
            .bound = boundFromWord(text()).value_or(Bound::Exact),
            .unit = unit(),
            .display = display()};
}

std::optional<Quantity> Columns::quantityIf()
{
    constexpr int unitColumn = 4;
    const bool known = !m_row.isNull(m_next + unitColumn);
    const Quantity read = quantity();
    return known ? std::optional(read) : std::nullopt;
}

QVariantList columns(const std::optional<Quantity>& quantity)
{
    if (!quantity)
        return {QVariant(), QVariant(), QVariant(), QString(), QVariant(), QString()};
    return {column(quantity->value), column(quantity->low),  column(quantity->high),
            word(quantity->bound),   column(quantity->unit), column(quantity->display)};
}

QString insertInto(const QString& table, const QString& columns)
{
    const QStringList marks(columns.count(u',') + 1, QStringLiteral("?"));
    return QStringLiteral("INSERT INTO %1(%2) VALUES(%3)").arg(table, columns, marks.join(u", "));
}

Result<void> addRows(const QSqlDatabase& database, const QString& table, const QString& columns,
                     const std::vector<QVariantList>& rows)
{
    if (rows.empty())
        return {};
    auto insert = Statement::prepare(database, insertInto(table, columns));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const QVariantList& row : rows)
        if (auto added = insert->run(row); !added)
            return added;
    return {};
}

} // namespace plumbline
