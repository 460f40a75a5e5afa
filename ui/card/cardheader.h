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
    explicit CardHeader(const QLocale& locale, QWidget* parent = nullptr);

    /// The head of a card; beside its figures those of `base` where a scenario is shown, else null.
    void showCard(const Card& card, const Card* base);

signals:
    void figureChosen(const QString& figure);

protected:
    bool event(QEvent* event) override;

private:
    Chip* chip(const QString& objectName, QLayout* into);
    void showVerdicts(const Card& card, const Card* base);
    void showComponents(const Card& card);
    QString besideBase(const Card* base, const QString& figure) const;

    QLocale m_locale;
    QLabel* m_symbol = nullptr;
    ElidedLabel* m_name = nullptr;
    ElidedLabel* m_about = nullptr;
    Chip* m_conviction = nullptr;
    QLabel* m_measurable = nullptr;
    Chip* m_eps = nullptr;
    Chip* m_revenue = nullptr;
    Chip* m_versus = nullptr;
    Chip* m_pricedIn = nullptr;
    Chip* m_enthusiasm = nullptr;
    Chip* m_confirmation = nullptr;
    ComponentBar* m_bar = nullptr;
    QLayout* m_legend = nullptr;
};

} // namespace plumbline
