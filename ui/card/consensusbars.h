#pragma once

#include "core/report/card.h"
#include "ui/common/shown.h"

#include <QWidget>

namespace plumbline {

/// The uplift against the growth analysts expect, in revenue and in earnings: a bar, with lowest, mean and highest
/// estimate marked on it.
class ConsensusBars : public QWidget
{
    Q_OBJECT

public:
    explicit ConsensusBars(const QLocale& locale, QWidget* parent = nullptr);

    void showCard(const Card& card);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Bar
    {
        QString title {};
        QString words {};
        QString share {};
        std::optional<double> uplift {};
        std::optional<double> mean {};
        std::optional<double> low {};
        std::optional<double> high {};
    };
    Bar barOf(const Card& card, const QString& title, const QString& uplift, const QString& growth,
              const QString& share) const;
    void paintBar(QPainter& painter, const QRect& place, const Bar& bar, double most) const;

    QLocale m_locale;
    std::vector<Bar> m_bars {};
};

} // namespace plumbline
