#pragma once

#include <QFrame>
#include <QLocale>

class QLabel;
class QTimer;
class QTreeView;

namespace plumbline {

class TraceModel;
struct Card;

/// What stands behind the figure chosen last, as a tree down to sentences, fields and assumptions.
class TracePane : public QFrame
{
    Q_OBJECT

public:
    explicit TracePane(const QLocale& locale, QWidget* parent = nullptr);

    void showFigure(const Card& card, const QString& figure);
    const QString& figure() const { return m_figure; }
    void clear();

private:
    QLocale m_locale;
    QString m_figure {};
    QLabel* m_title = nullptr;
    TraceModel* m_model = nullptr;
    QTimer* m_fit = nullptr; ///< rows are fitted once after many changes of width
    QTreeView* m_tree = nullptr;
};

} // namespace plumbline
