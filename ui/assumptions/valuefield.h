#pragma once

#include "ui/common/roles.h"

#include <QLineEdit>

namespace plumbline {

/// A value that is read until somebody writes: F2, Enter, a double click or simply typing begins, as in a spreadsheet.
class ValueField : public QLineEdit
{
    Q_OBJECT

public:
    explicit ValueField(QWidget* parent = nullptr);

    /// What is read; leaves a text alone that is being written.
    void showValue(const QString& readable, Tone tone);
    bool isWriting() const { return m_writing; }
    /// Begins with this text, selected; nothing if it may not be written.
    void write(const QString& text);
    /// Back to what was read before.
    void stopWriting();
    void setLocked(bool locked) { m_locked = locked; }

signals:
    void writingAsked();
    void writingChanged(); ///< it has begun, or is over
    void entered();        ///< Enter, or the focus has gone elsewhere
    void takenBack();      ///< Esc
    void chosen();         ///< F3, or a click: to see where it comes from
    void stepped(int steps);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void recolour();
    bool readingKey(QKeyEvent* event);

    QString m_readable {};
    Tone m_tone = Tone::Input;
    bool m_writing = false;
    bool m_locked = false;
};

} // namespace plumbline
