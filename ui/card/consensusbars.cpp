#include "ui/card/consensusbars.h"

#include "ui/common/names.h"
#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 12;
constexpr int rowGap = 12;

/// Where an estimate lies as growth over the base year; only a place on the axis, no figure of its own.
std::optional<double> placeOf(const Card& card, const QString& estimate, const QString& base)
{
    const auto value = card.sheet.value(estimate);
    const auto before = card.sheet.value(base);
    return value && before && *before > 0 ? std::optional(*value / *before - 1) : std::nullopt;
}

} // namespace

ConsensusBars::ConsensusBars(const QLocale& locale, QWidget* parent) : QWidget(parent), m_locale(locale)
{
    named(this, u"consensusBars"_s, tr("Uplift against expected growth"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

ConsensusBars::Bar ConsensusBars::barOf(const Card& card, const QString& title, const QString& uplift,
                                        const QString& growth, const QString& share) const
{
    const Shown own = shown(card.sheet, uplift, m_locale);
    const Shown expected = shown(card.sheet, growth, m_locale);
    const Shown part = shown(card.sheet, share, m_locale);
    Bar bar {.title = title, .uplift = own.value, .mean = expected.value};
    bar.words = tr("uplift %1, expected growth %2").arg(own.text, expected.text);
    bar.share = part.value ? tr("%1 of expected growth").arg(part.text) : part.text;
    return bar;
}

void ConsensusBars::showCard(const Card& card)
{
    Bar revenue = barOf(card, tr("Revenue"), u"aggregate.revenue_uplift_percent"_s,
                        u"consensus.revenue_growth_percent"_s,
                        u"aggregate.share_of_consensus_revenue_growth_percent"_s);
    revenue.low = placeOf(card, u"consensus.revenue_low"_s, u"base.revenue"_s);
    revenue.high = placeOf(card, u"consensus.revenue_high"_s, u"base.revenue"_s);
    Bar income = barOf(card, tr("Net income"), u"aggregate.eps_uplift_percent"_s,
                       u"consensus.net_income_growth_percent"_s,
                       u"aggregate.share_of_consensus_income_growth_percent"_s);
    m_bars = {revenue, income};
    QStringList words;
    for (const Bar& bar : m_bars)
        words.append(u"%1: %2, %3"_s.arg(bar.title, bar.words, bar.share));
    setAccessibleDescription(words.join(u". "_s));
    setToolTip(words.join(u'\n'));
    update();
}

QSize ConsensusBars::sizeHint() const
{
    return {320, 2 * (2 * fontMetrics().height() + barHeight + rowGap)};
}

void ConsensusBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double most = 0.01;
    for (const Bar& bar : m_bars)
        for (const auto& value : {bar.uplift, bar.mean, bar.high})
            most = std::max(most, value.value_or(0));
    const int step = height() / 2;
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        paintBar(painter, QRect(0, static_cast<int>(i) * step, width(), step - rowGap / 2), m_bars[i],
                 most * 1.05);
}

void ConsensusBars::paintBar(QPainter& painter, const QRect& place, const Bar& bar, double most) const
{
    const Colours& colours = coloursOf(palette());
    const int line = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(QRect(place.left(), place.top(), place.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(
                         bar.title, Qt::ElideRight,
                         place.width() - QFontMetrics(bold).horizontalAdvance(bar.share) - line));
    painter.drawText(QRect(place.left(), place.top(), place.width(), line), Qt::AlignRight | Qt::AlignVCenter,
                     bar.share);
    const QRectF track(place.left(), place.top() + line + 3, place.width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.track);
    painter.drawRoundedRect(track, 2, 2);
    const auto at = [&](double value) {
        return track.left() + track.width() * std::clamp(value / most, 0.0, 1.0);
    };
    if (bar.low && bar.high) {
        painter.setBrush(colours.line);
        painter.drawRect(QRectF(QPointF(at(*bar.low), track.top()), QPointF(at(*bar.high), track.bottom())));
    }
    if (bar.uplift && *bar.uplift > 0) {
        const bool above = bar.mean && *bar.uplift > *bar.mean;
        painter.setBrush(above ? colours.down : colours.components.front());
        painter.drawRoundedRect(QRectF(track.topLeft(), QPointF(at(*bar.uplift), track.bottom())), 2, 2);
    }
    if (bar.mean) {
        painter.setBrush(colours.text);
        painter.drawRect(QRectF(at(*bar.mean) - 1, track.top() - 2, 2, track.height() + 4));
    }
    painter.setFont(font());
    painter.setPen(colours.muted);
    painter.drawText(QRect(place.left(), static_cast<int>(track.bottom()) + 2, place.width(), line),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(bar.words, Qt::ElideRight, place.width()));
}

} // namespace plumbline
