#pragma once

#include "core/report/simulatecard.h"
#include "ui/charts/distributionchart.h"
#include "ui/charts/tornadobars.h"

#include <QLocale>
#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;

namespace plumbline {

class ElidedLabel;
class TornadoChart;

/// What the uplift rests on, and where it lies against consensus. The tornado follows an edit one frame behind the
/// figures, which so stand sooner; the draws are made beside the window's thread, some times a second, so that they do not keep cards waiting
/// while a slider moves. Until they are there those before stay, dimmed.
class WhatMatters : public QWidget
{
    Q_OBJECT

public:
    static constexpr int draws = 20'000;

    explicit WhatMatters(const QLocale& locale, QWidget* parent = nullptr);

    void showCard(std::shared_ptr<const Card> card);
    QSize sizeHint() const override { return {400, 330}; }

signals:
    void figureChosen(const QString& figure);
    /// The draws are those of the card shown last.
    void settled();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void follow();
    void drawSoon();
    void draw();
    void take(const DistributionPicture& picture, const std::shared_ptr<const Card>& of);

    QLocale m_locale;
    std::shared_ptr<const Card> m_card {};  ///< what is to be shown
    std::shared_ptr<const Card> m_drawn {}; ///< what the draws are of
    bool m_drawing = false;
    QTimer m_frame {}; ///< until the figures are painted
    QTimer m_rest {};  ///< between what is to be drawn and the drawing
    ElidedLabel* m_figure;
    QLabel* m_caption;
    TornadoChart* m_tornado;
    DistributionChart* m_distribution;
};

} // namespace plumbline
