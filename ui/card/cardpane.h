#pragma once

#include "core/report/card.h"

#include <QFrame>
#include <QLocale>

#include <functional>
#include <memory>

class QSplitter;
class QTabWidget;

namespace plumbline {

class CardHeader;
class FigureTable;
class Overview;
class UpliftPane;
struct TableColumn;

/// One company's card: its head and its tabs. Only the tab in view is filled; the others know that they are stale.
class CardPane : public QFrame
{
    Q_OBJECT

public:
    explicit CardPane(const QLocale& locale, QWidget* parent = nullptr);

    /// Shows a card; `base` is the same company's in scenario base, null where that is what is shown.
    void showCard(std::shared_ptr<const Card> card, const Card* base);
    QTabWidget* tabs() const { return m_tabs; }
    /// Gives the focus to the tab in view.
    void focusTab();
    UpliftPane* uplift() const { return m_uplift; }
    /// Brings what may be chosen into view and gives it the focus.
    void showAssumptions();
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray& state);

signals:
    void figureChosen(const QString& figure);
    void sentenceChosen(const QString& call, int sentence);

private:
    using Fill = std::function<void(const std::shared_ptr<const Card>& card)>;

    struct Page
    {
        Fill fill {};
        QWidget* first =
            nullptr; ///< takes the focus for the tab; a focus proxy would hide its neighbours from Tab
        bool stale = false;
    };
    void add(QWidget* page, QWidget* first, const QString& title, Fill fill);
    void fill(int tab);
    FigureTable* table(const QString& objectName, const QString& accessibleName,
                       std::vector<TableColumn> columns) const;
    void addClaims();
    void addSaid();
    void addSignals();
    void showCounts(const Card& card);

    QLocale m_locale;
    CardHeader* m_header = nullptr;
    QTabWidget* m_tabs = nullptr;
    UpliftPane* m_uplift = nullptr;
    QSplitter* m_claims = nullptr;
    std::vector<Page> m_pages {};
    std::shared_ptr<const Card> m_card {};
};

} // namespace plumbline
