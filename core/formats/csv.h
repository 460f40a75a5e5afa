#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace plumbline {

/// One record of a table as RFC 4180 has it, cell by cell; `ended` gives it with its end of line.
class CsvRecord
{
public:
    /// Text as it can be shown, quoted where it must be. What a spreadsheet would take for a formula gets an apostrophe.
    CsvRecord& text(const QString& plain);
    /// A number as short as it reads back the same; nothing where it is not known.
    CsvRecord& number(const std::optional<double>& value);

    QByteArray ended() const { return m_cells + "\r\n"; }

private:
    void add(const QByteArray& cell);

    QByteArray m_cells {};
    bool m_begun = false;
};

} // namespace plumbline
