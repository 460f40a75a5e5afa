#pragma once

#include "core/report/card.h"

#include <QFrame>
#include <QLocale>

class QTabWidget;

namespace plumbline {

class CardHeader;
class FigureTable;
class Overview;

/// One company's card: its head and its tabs.
class CardPane : public QFrame
{
    Q_OBJECT

public:
    explicit CardPane(QLocale locale, QWidget* parent = nullptr);

    void showCard(const Card& card);
    QTabWidget* tabs() const { return m_tabs; }

signals:
    void figureChosen(const QString& figure);

private:
    FigureTable* table(const QString& objectName, const QString& accessibleName,
                       std::vector<struct TableColumn> columns);
    QWidget* claims();
    QWidget* said();
    void showCounts(const Card& card);

    QLocale m_locale;
    CardHeader* m_header;
    QTabWidget* m_tabs;
    Overview* m_overview;
    FigureTable* m_claims;
    FigureTable* m_total;
    FigureTable* m_assumptions;
    FigureTable* m_quotes;
    FigureTable* m_quantifications;
    FigureTable* m_questions;
    FigureTable* m_signals;
    FigureTable* m_checks;
};

} // namespace plumbline
