#pragma once

#include "ui/assumptions/editorrows.h"
#include "ui/common/roles.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QToolButton;

namespace plumbline {

class LineNote;
struct LinePlaces;
class RangeSlider;
class ValueField;

/// One row of the editor: title, value, range with its slider, author, reset; beneath, when there is need, why what was
/// typed cannot stand, or that the proposal has moved. While somebody drags, steps or writes, what is shown anew from
/// outside leaves slider and value alone.
class AssumptionLine : public QWidget
{
    Q_OBJECT

public:
    /// Whether a text can stand in a row: as canonical text, or why not.
    using Checked = std::function<Result<QString>(const AssumptionRow& row, const QString& typed)>;

    AssumptionLine(const QLocale& locale, Checked checked, QWidget* parent = nullptr);

    void showRow(const AssumptionRow& row);
    const AssumptionRow& row() const { return m_row; }
    /// Commits what is under way; before another row takes this place.
    void settle();
    /// Nothing can be changed, and why; empty: it can.
    void setLocked(const QString& reason);
    /// Puts value, slider and reset into the order of Tab behind a widget; gives the last of them.
    QWidget* tabAfter(QWidget* before);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {360, sizeHint().height()}; }

signals:
    void previewed(const QString& subject, const QString& field, const QString& value);
    void committed(const QString& subject, const QString& field, const QString& value, const QString& title);
    void resetAsked(const QString& subject, const QString& field, const QString& title);
    void takenBack();
    void figureChosen(const QString& figure);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    LinePlaces places() const;
    void arrange();
    void connectSlider();
    void connectField();
    void nameParts();
    void showSlider();
    void showValue(const QString& readable, Tone tone);
    void showNote();
    Tone toneOf() const;
    bool isMoving() const;

    void moved(int place);
    void finishMove();
    void takeBack();
    void write();
    void wrote();
    void tryWritten();
    void refuse(const Error& error);
    void askReset();
    void keep();
    QString changeTitle(const QString& from, const QString& to) const;

    QLocale m_locale;
    Checked m_checked;
    AssumptionRow m_row {};
    RangeSlider* m_slider;
    ValueField* m_field;
    QToolButton* m_reset;
    LineNote* m_note;
    QTimer m_rest {};    ///< how long a stepped value stands before it is kept
    QTimer m_written {}; ///< how long a text stands before it is looked at
    QString m_moving {}; ///< the value under way, canonical; empty: none
    QString m_before {}; ///< what was shown when it began
    QString m_formulaBefore {};
    QString m_error {};
    QString m_locked {};
    bool m_showing = false;
};

} // namespace plumbline
