#include "ui/assumptions/valuefield.h"

#include "ui/common/theme.h"

#include <QKeyEvent>

namespace plumbline {

ValueField::ValueField(QWidget* parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setAlignment(Qt::AlignRight);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    recolour();
}

void ValueField::showValue(const QString& readable, Tone tone)
{
    if (m_tone != tone) {
        m_tone = tone;
        recolour();
    }
    m_readable = readable;
    if (!m_writing && text() != readable) {
        setText(readable);
        setCursorPosition(0);
    }
}

void ValueField::write(const QString& text)
{
    if (m_writing || m_locked)
        return;
    m_writing = true;
    setReadOnly(false);
    setAlignment(Qt::AlignLeft);
    setText(text);
    selectAll();
    setFocus();
    emit writingChanged();
}

void ValueField::stopWriting()
{
    m_writing = false;
    setReadOnly(true);
    setAlignment(Qt::AlignRight);
    setText(m_readable);
    setCursorPosition(0);
    emit writingChanged();
}

bool ValueField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) { // these keys are the field's own while it has the focus
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_F2 || key == Qt::Key_F3 || (key == Qt::Key_Escape && m_writing)) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

bool ValueField::readingKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter: emit writingAsked(); return true;
    case Qt::Key_Up: emit stepped(1); return true;
    case Qt::Key_Down: emit stepped(-1); return true;
    case Qt::Key_PageUp: emit stepped(10); return true;
    case Qt::Key_PageDown: emit stepped(-10); return true;
    default: break;
    }
    const bool typed = !event->text().isEmpty() && event->text().front().isPrint()
                    && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (typed)
        emit writingAsked(); // the text stands selected: what is typed takes its place
    return false;
}

void ValueField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F3) {
        emit chosen();
        return;
    }
    if (m_writing && event->key() == Qt::Key_Escape) {
        emit takenBack();
        return;
    }
    if (m_writing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit entered();
        return;
    }
    if (!m_writing && readingKey(event))
        return;
    if (!m_writing && event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QLineEdit::keyPressEvent(event);
}

void ValueField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (m_writing && event->reason() != Qt::PopupFocusReason
        && event->reason() != Qt::ActiveWindowFocusReason)
        emit entered();
}

void ValueField::mouseReleaseEvent(QMouseEvent* event)
{
    QLineEdit::mouseReleaseEvent(event);
    if (!m_writing && event->button() == Qt::LeftButton)
        emit chosen();
}

void ValueField::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_writing)
        QLineEdit::mouseDoubleClickEvent(event);
    else
        emit writingAsked();
}

void ValueField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ParentChange || event->type() == QEvent::ApplicationPaletteChange)
        recolour();
}

void ValueField::recolour()
{
    QPalette own = palette();
    // From the window's palette: the field's own keeps the colours of the theme before.
    const QColor colour = toneColour(coloursOf(parentWidget() ? parentWidget()->palette() : own), m_tone);
    own.setColor(QPalette::Text, colour);
    setPalette(own);
}

} // namespace plumbline
