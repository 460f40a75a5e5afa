#pragma once

#include <QHeaderView>

#include <vector>

class QAction;
class QLineEdit;

namespace plumbline {

/// A table's header with a row of fields under the titles, one for each column that can be filtered.
class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FilterHeader(QWidget* parent = nullptr);

    /// A field under a column; its name is "filter" and the column's number.
    void addField(int column, const QString& accessibleName, const QString& placeholder);
    /// A filter that cannot be read wears a warning that says so.
    void markBroken(int column, bool broken);
    /// Takes every filter away.
    void clear();

    QSize sizeHint() const override;

signals:
    void filterChanged(int column, const QString& text);

protected:
    void updateGeometries() override;
    /// The order's arrow stands beside the title, where the eye looks, not in the row of fields.
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;

private:
    void place();

    struct Field
    {
        int column;
        QLineEdit* edit;
        QAction* mark;
    };
    std::vector<Field> m_fields {};
};

} // namespace plumbline
