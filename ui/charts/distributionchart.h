#pragma once

#include "core/report/simulatecard.h"

#include <QLocale>
#include <QWidget>

namespace plumbline {

/// A histogram of draws, and what it is held against. All places are uplifts.
struct DistributionPicture
{
    double from = 0;
    double to = 0;
    std::vector<std::size_t> bins {};   ///< empty: there is nothing to show, see `reason`
    std::optional<double> consensus {}; ///< all the growth expected
    double card = 0;                    ///< the figure on the card
    QString consensusWords {};          ///< "expected +22.0 %"
    QString cardWords {};               ///< "card 10.30 %"
    QString caption {};
    QString reason {};

    friend bool operator==(const DistributionPicture&, const DistributionPicture&) = default;
};

/// Pure. The caption: "20,000 draws · P(above expected +22.0 %) 3 % · median 10.4 % · 5–95 % 7.6–13.8 %".
DistributionPicture distributionPicture(const Result<CardSimulation>& simulation, const QLocale& locale,
                                        std::size_t bins = 48);

/// How the draws of a card's uplift lie; what lies above all that analysts expect is coloured.
class DistributionChart : public QWidget
{
    Q_OBJECT

public:
    explicit DistributionChart(QWidget* parent = nullptr);

    void showPicture(DistributionPicture picture);
    const DistributionPicture& picture() const { return m_picture; }
    /// What is shown belongs to a card before this one.
    void setStale(bool stale);
    bool isStale() const { return m_stale; }

    QSize sizeHint() const override { return {380, 110}; }
    QSize minimumSizeHint() const override { return {220, 80}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBins(QPainter& painter, const QRectF& place) const;
    void paintMarks(QPainter& painter, const QRectF& place) const;

    DistributionPicture m_picture {};
    bool m_stale = false;
};

} // namespace plumbline
