#pragma once

#include "ui/charts/tornadobars.h"

#include <QWidget>

namespace plumbline {

/// What one input at a time does to the uplift over its range: bars around the figure on the card, the widest on top;
/// orange below it, blue above, with the uplift at both ends.
class TornadoChart : public QWidget
{
    Q_OBJECT

public:
    explicit TornadoChart(QWidget* parent = nullptr);

    void showBars(TornadoBars bars);
    const TornadoBars& bars() const { return m_bars; }
    /// What is shown belongs to a card before this one.
    void setStale(bool stale);
    bool isStale() const { return m_stale; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The input behind a bar was clicked.
    void figureChosen(const QString& figure);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    int leastLine() const { return fontMetrics().height(); }
    int mostLine() const { return fontMetrics().height() + 6; }
    int lineHeight() const;
    int numberWidth() const;
    int labelWidth() const;
    std::pair<double, double> reach() const;
    int barAt(const QPoint& point) const;
    void paintBar(QPainter& painter, const QRect& line, const TornadoBar& bar, const QRectF& stretch) const;

    TornadoBars m_bars {};
    bool m_stale = false;
};

} // namespace plumbline
