#pragma once

#include "core/report/card.h"

#include <QLocale>
#include <QScrollArea>

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
    explicit Overview(QLocale locale, QWidget* parent = nullptr);

    void showCard(const Card& card);

signals:
    void figureChosen(const QString& figure);

private:
    QLabel* section(QVBoxLayout* into, const QString& objectName, const QString& title);

    QLocale m_locale;
    QLabel* m_rationale;
    QLabel* m_topLine;
    QLabel* m_bottomLine;
    QLabel* m_aggregate;
    QLabel* m_assumptions;
    ConsensusBars* m_bars;
    QLabel* m_consensus;
    FigureTable* m_estimates;
    QLabel* m_flags;
};

} // namespace plumbline
