#pragma once

#include "core/report/card.h"

#include <QLocale>
#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace plumbline {

class ConsensusBars;
class FigureTable;

/// The card in words: what management says, what is assumed, what it adds up to, and how that stands against analysts.
class Overview : public QScrollArea
{
    Q_OBJECT

public:
    explicit Overview(const QLocale& locale, QWidget* parent = nullptr);

    void showCard(const Card& card);

signals:
    void figureChosen(const QString& figure);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* section(QVBoxLayout* into, const QString& objectName, const QString& title);

    QLocale m_locale;
    QBoxLayout* m_columns = nullptr;
    QLabel* m_rationale = nullptr;
    QLabel* m_topLine = nullptr;
    QLabel* m_bottomLine = nullptr;
    QLabel* m_aggregate = nullptr;
    QLabel* m_assumptions = nullptr;
    ConsensusBars* m_bars = nullptr;
    QLabel* m_consensus = nullptr;
    FigureTable* m_estimates = nullptr;
    QLabel* m_flags = nullptr;
};

} // namespace plumbline
