#include "ui/common/paragraph.h"

#include <QtMath>

namespace plumbline {

namespace {

constexpr int letters = 60; ///< a line that reads well
constexpr int leastLetters = 16;

} // namespace

Paragraph::Paragraph(QWidget* parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

/// Forms the glyphs of a text that is new.
void Paragraph::take() const
{
    if (m_measured == text() && m_glyphs.font() == font())
        return;
    m_measured = text();
    m_glyphs.setText(QString(m_measured).replace(u'\n', QChar::LineSeparator));
    m_glyphs.setFont(font());
    m_glyphs.setCacheEnabled(true);
    QTextOption wrapped;
    wrapped.setWrapMode(QTextOption::WordWrap);
    m_glyphs.setTextOption(wrapped);
}

int Paragraph::heightForWidth(int width) const
{
    take();
    const QMargins around = contentsMargins();
    double height = 0;
    m_glyphs.beginLayout();
    for (QTextLine line = m_glyphs.createLine(); line.isValid(); line = m_glyphs.createLine()) {
        line.setLineWidth(width - around.left() - around.right());
        height += line.height();
    }
    m_glyphs.endLayout();
    return qCeil(height) + around.top() + around.bottom();
}

QSize Paragraph::sizeHint() const
{
    const int width = letters * fontMetrics().averageCharWidth();
    return {width, heightForWidth(width)};
}

QSize Paragraph::minimumSizeHint() const
{
    return {leastLetters * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

} // namespace plumbline
