#include "ui/common/chip.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>

namespace plumbline {

namespace {

constexpr int gap = 4;

} // namespace

Chip::Chip(Look look, QWidget* parent) : QAbstractButton(parent), m_look(look)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFont own = font();
    own.setPointSizeF(own.pointSizeF() * 0.94);
    setFont(own);
}

void Chip::say(const QString& word, const QString& value, const QString& after)
{
    if (word == m_word && value == m_value && after == m_after)
        return;
    const QSize before = sizeHint();
    m_word = word;
    m_value = value;
    m_after = after;
    QStringList all {word, value, after};
    all.removeAll(QString());
    setText(all.join(u' '));
    setAccessibleName(text());
    m_hint = {};
    if (sizeHint() != before) // digits are of one width: most edits leave the lines as they are
        updateGeometry();
    update();
}

void Chip::setMark(std::size_t component)
{
    m_mark = static_cast<int>(component);
    m_hint = {};
}

void Chip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_hint = {};
    QAbstractButton::changeEvent(event);
}

QFont Chip::strong() const
{
    QFont own = font();
    own.setBold(true);
    return own;
}

QSize Chip::sizeHint() const
{
    if (!m_hint.isValid())
        m_hint = measured();
    return m_hint;
}

QSize Chip::measured() const
{
    const QFontMetrics plain(font());
    int width = QFontMetrics(strong()).horizontalAdvance(m_value) + markWidth();
    for (const QString& words : {m_word, m_after})
        if (!words.isEmpty())
            width += plain.horizontalAdvance(words) + gap;
    if (m_after.startsWith(u'/'))
        width -= gap;
    const bool outlined = m_look == Look::Outlined;
    return {width + (outlined ? 16 : 4), plain.height() + (outlined ? 7 : 3)};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& colours = coloursOf(palette());
    const bool outlined = m_look == Look::Outlined;
    if (outlined || hasFocus() || underMouse()) {
        painter.setPen(hasFocus() || underMouse() ? colours.accent : colours.line);
        painter.setBrush(outlined ? colours.raised : QColor(Qt::transparent));
        const double round = outlined ? height() / 2.0 - 1 : 3;
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    }
    int left = outlined ? 8 : 2;
    if (m_mark >= 0) {
        const auto component = static_cast<std::size_t>(m_mark) % colours.components.size();
        painter.fillRect(QRectF(left, height() / 2.0 - 4, 8, 8), colours.components[component]);
        left += markWidth();
    }
    const auto write = [&](const QString& words, const QFont& own, const QColor& colour) {
        if (words.isEmpty())
            return;
        painter.setFont(own);
        painter.setPen(colour);
        const int width = QFontMetrics(own).horizontalAdvance(words);
        painter.drawText(QRect(left, 0, width + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, words);
        left += width + gap;
    };
    write(m_word, font(), colours.muted);
    write(m_value, strong(), colours.text);
    if (m_after.startsWith(u'/'))
        left -= gap;
    write(m_after, font(), colours.muted);
}

} // namespace plumbline
