#pragma once

#include "core/store/statement.h"
#include "core/values/quantity.h"

#include <QStringList>

#include <vector>

namespace plumbline {

/// How values stand in columns. What is missing is NULL; a list is a short JSON text.
QVariant column(const std::optional<double>& number);
QVariant column(const QStringList& list);
QVariant column(const std::vector<double>& numbers);
QVariant column(const Unit& unit);
QVariant column(Display display);
/// A number that must be there; NULL stands for one that is not a number.
QVariant column(double number);

/// Reads the columns of a row one after the other, in the order of the SELECT. A word that is not known becomes its
/// type's default: the company's checksum then says that the row was damaged.
class Columns
{
public:
    explicit Columns(const Statement& row, int first = 0) : m_row(row), m_next(first) {}

    QString text() { return m_row.text(m_next++); }
    qint64 integer() { return m_row.integer(m_next++); }
    int small() { return static_cast<int>(integer()); }
    bool flag() { return integer() != 0; }
    QByteArray bytes() { return m_row.bytes(m_next++); }
    double real();
    std::optional<double> number();
    QStringList list();
    std::vector<double> numbers();
    Unit unit();
    Display display();
    /// value, low, high, bound, unit, display
    Quantity quantity();
    /// The same where a NULL in `unit` says that there is none.
    std::optional<Quantity> quantityIf();

private:
    const Statement& m_row;
    int m_next = 0;
};

/// The six columns of a quantity, as Columns::quantity() reads them; without one, unit is NULL.
QVariantList columns(const std::optional<Quantity>& quantity);

/// INSERT with so many `?` as there are columns.
QString insertInto(const QString& table, const QString& columns);
Result<void> addRows(const QSqlDatabase& database, const QString& table, const QString& columns,
                     const std::vector<QVariantList>& rows);

} // namespace plumbline
