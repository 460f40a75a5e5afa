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
    explicit CardPane(const QLocale& locale, QWidget* parent = nullptr);

    void showCard(const Card& card);
    QTabWidget* tabs() const { return m_tabs; }

signals:
    void figureChosen(const QString& figure);

private:
    FigureTable* table(const QString& objectName, const QString& accessibleName,
                       std::vector<struct TableColumn> columns) const;
    QWidget* claims();
    QWidget* said();
    void showCounts(const Card& card);

    QLocale m_locale;
    CardHeader* m_header = nullptr;
    QTabWidget* m_tabs = nullptr;
    Overview* m_overview = nullptr;
    FigureTable* m_claims = nullptr;
    FigureTable* m_total = nullptr;
    FigureTable* m_assumptions = nullptr;
    FigureTable* m_quotes = nullptr;
    FigureTable* m_quantifications = nullptr;
    FigureTable* m_questions = nullptr;
    FigureTable* m_signals = nullptr;
    FigureTable* m_checks = nullptr;
};

} // namespace plumbline
