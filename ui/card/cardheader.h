#pragma once

#include "core/report/card.h"

#include <QLocale>
#include <QWidget>

class QLabel;

namespace plumbline {

class Chip;
class ComponentBar;
class ElidedLabel;

/// The head of a card: who it is, how convinced the scoring model is, the verdicts, and the components as one bar.
class CardHeader : public QWidget
{
    Q_OBJECT

public:
    explicit CardHeader(QLocale locale, QWidget* parent = nullptr);

    void showCard(const Card& card);

signals:
    void figureChosen(const QString& figure);

private:
    Chip* chip(const QString& objectName, QLayout* into);
    void showVerdicts(const Card& card);
    void showComponents(const Card& card);

    QLocale m_locale;
    QLabel* m_symbol;
    QLabel* m_name;
    ElidedLabel* m_about;
    Chip* m_conviction;
    QLabel* m_measurable;
    Chip* m_eps;
    Chip* m_revenue;
    Chip* m_versus;
    Chip* m_pricedIn;
    Chip* m_enthusiasm;
    Chip* m_confirmation;
    ComponentBar* m_bar;
    QLayout* m_legend;
};

} // namespace plumbline
