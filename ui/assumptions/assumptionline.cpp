#include "ui/assumptions/assumptionline.h"

#include "ui/assumptions/linenote.h"
#include "ui/assumptions/linepicture.h"
#include "ui/assumptions/rangeslider.h"
#include "ui/assumptions/valuefield.h"
#include "ui/common/names.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int restOfMilliseconds = 400;

} // namespace

AssumptionLine::AssumptionLine(const QLocale& locale, Checked checked, QWidget* parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_checked(std::move(checked))
    , m_slider(new RangeSlider(this))
    , m_field(new ValueField(this))
    , m_reset(new QToolButton(this))
    , m_note(new LineNote(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_reset->setAutoRaise(true);
    for (QWidget* part : {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_field)})
        part->installEventFilter(this);
    for (QTimer* timer : {&m_rest, &m_written}) {
        timer->setSingleShot(true);
        timer->setInterval(restOfMilliseconds);
    }
    connectSlider();
    connectField();
    connect(m_reset, &QToolButton::clicked, this, &AssumptionLine::askReset);
    connect(m_note, &LineNote::keepAsked, this, &AssumptionLine::keep);
    connect(m_note, &LineNote::takeAsked, this, &AssumptionLine::askReset);
}

void AssumptionLine::connectSlider()
{
    connect(m_slider, &QSlider::valueChanged, this, &AssumptionLine::moved);
    connect(m_slider, &QSlider::sliderReleased, this, &AssumptionLine::finishMove);
    connect(&m_rest, &QTimer::timeout, this, &AssumptionLine::finishMove);
}

void AssumptionLine::connectField()
{
    connect(m_field, &ValueField::writingAsked, this, &AssumptionLine::write);
    connect(m_field, &ValueField::writingChanged, this, &AssumptionLine::arrange);
    connect(m_field, &ValueField::entered, this, &AssumptionLine::wrote);
    connect(m_field, &ValueField::takenBack, this, &AssumptionLine::takeBack);
    connect(m_field, &ValueField::chosen, this, [this] { emit figureChosen(m_row.figure); });
    connect(m_field, &ValueField::stepped, this, [this](int steps) {
        if (m_slider->isEnabled())
            m_slider->setValue(m_slider->value() + steps);
    });
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_written.start(); });
    connect(&m_written, &QTimer::timeout, this, &AssumptionLine::tryWritten);
}

void AssumptionLine::showRow(const AssumptionRow& row)
{
    if (row == m_row)
        return;
    const bool another = row.key() != m_row.key();
    const bool taller = row.review != m_row.review;
    m_row = row;
    if (another) {
        m_error.clear();
        nameParts();
    }
    if (!isMoving())
        showSlider();
    m_reset->setEnabled(row.resettable && m_locked.isEmpty());
    m_reset->setText(row.overridden ? u"↺"_s : QString());
    const QString reset = !row.overridden ? tr("nothing to take back: it stands as proposed")
                        : !row.resettable ? row.resetTo
                                          : tr("back to %1").arg(row.resetTo);
    if (m_reset->toolTip() != reset)
        m_reset->setToolTip(reset);
    if (another || taller)
        showNote();
    update();
}

/// Names that a test or a script finds: "slider:company/AMZN:assumption/margin.aws".
void AssumptionLine::nameParts()
{
    const QString key = m_row.key();
    setObjectName(u"assumption:"_s + key);
    m_slider->setObjectName(u"slider:"_s + key);
    named(m_field, u"value:"_s + key, tr("%1, value").arg(m_row.name));
    named(m_reset, u"reset:"_s + key, tr("%1, back to what is proposed").arg(m_row.name));
    setAccessibleName(m_row.name);
    m_note->nameFor(m_row);
}

QWidget* AssumptionLine::tabAfter(QWidget* before)
{
    for (QWidget* part :
         {static_cast<QWidget*>(m_field), static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_reset)}) {
        if (before != nullptr)
            setTabOrder(before, part);
        before = part;
    }
    return before;
}

Tone AssumptionLine::toneOf() const
{
    if (!m_moving.isEmpty() || m_row.overridden)
        return Tone::Override;
    return !m_row.value ? Tone::Muted : m_row.computed ? Tone::Plain : Tone::Input;
}

bool AssumptionLine::isMoving() const
{
    return m_slider->isSliderDown() || !m_moving.isEmpty();
}

void AssumptionLine::showSlider()
{
    m_showing = true;
    m_slider->setRange(0, m_row.scale.last());
    m_slider->setPageStep(std::max(1, m_row.scale.last() / 10));
    m_slider->setValue(m_row.value ? m_row.scale.placeOf(*m_row.value) : 0);
    m_slider->setEnabled(!m_row.scale.isEmpty() && m_locked.isEmpty());
    m_showing = false;
    showValue(m_row.text, toneOf());
}

void AssumptionLine::showValue(const QString& readable, Tone tone)
{
    m_field->showValue(narrowText(readable, m_row.display), tone);
    m_slider->setTone(tone == Tone::Override ? tone : Tone::Input);
    const QString name = tr("%1, slider, %2").arg(m_row.name, readable);
    if (m_slider->accessibleName() != name)
        m_slider->setAccessibleName(name);
}

void AssumptionLine::setLocked(const QString& reason)
{
    m_locked = reason;
    m_field->setLocked(!reason.isEmpty());
    m_slider->setEnabled(reason.isEmpty() && !m_row.scale.isEmpty());
    m_reset->setEnabled(reason.isEmpty() && m_row.resettable);
    showNote();
}

// ── Dragging and stepping ──

void AssumptionLine::moved(int place)
{
    if (m_showing)
        return;
    if (m_moving.isEmpty()) {
        m_before = m_row.text;
        m_formulaBefore = m_row.formula;
    }
    m_moving = canonicalText(m_row.scale.valueAt(place), m_row.unit, m_row.display);
    showValue(readableText(m_moving, m_row.unit, m_row.display, m_locale), Tone::Override);
    emit previewed(m_row.subject, m_row.field, m_moving);
    if (!m_slider->isSliderDown())
        m_rest.start();
}

void AssumptionLine::finishMove()
{
    m_rest.stop();
    if (m_moving.isEmpty() || m_slider->isSliderDown())
        return;
    const QString value = std::exchange(m_moving, {});
    const QString readable = readableText(value, m_row.unit, m_row.display, m_locale);
    if (readable == m_before || value == m_formulaBefore) {
        showSlider();
        emit takenBack();
    } else {
        emit committed(m_row.subject, m_row.field, value, changeTitle(m_before, readable));
    }
}

void AssumptionLine::takeBack()
{
    m_rest.stop();
    m_written.stop();
    m_moving.clear();
    if (m_field->isWriting())
        m_field->stopWriting();
    refuse({});
    m_showing = true; // letting go is no move
    m_slider->setSliderDown(false);
    m_showing = false;
    if (!m_before.isEmpty())
        m_row.text = m_before; // what a preview had put there; the next card says it again
    showSlider();
    m_before.clear();
    emit takenBack();
}

void AssumptionLine::settle()
{
    if (m_slider->isSliderDown())
        m_slider->setSliderDown(false);
    finishMove();
    m_written.stop();
    if (m_field->isWriting())
        m_field->stopWriting();
    refuse({});
}

// ── Writing ──

void AssumptionLine::write()
{
    finishMove();
    m_before = m_row.text;
    m_formulaBefore = m_row.formula;
    m_field->write(m_row.formula);
}

void AssumptionLine::wrote()
{
    m_written.stop();
    const QString formula = m_formulaBefore;
    if (m_field->text() == formula) { // nothing was written
        if (m_row.formula != formula)
            takeBack();
        m_field->stopWriting();
        refuse({});
        return;
    }
    const auto canonical = m_checked(m_row, m_field->text());
    if (!canonical) {
        refuse(canonical.error());
        return;
    }
    m_field->stopWriting();
    refuse({});
    if (*canonical == formula)
        takeBack();
    else
        emit committed(m_row.subject, m_row.field, *canonical,
                       changeTitle(m_before, readableText(*canonical, m_row.unit, m_row.display, m_locale)));
}

/// Somebody rests while writing: show what it would mean, or say what is wrong, and leave the text to him.
void AssumptionLine::tryWritten()
{
    if (!m_field->isWriting())
        return;
    const auto canonical = m_checked(m_row, m_field->text());
    if (canonical) {
        refuse({});
        emit previewed(m_row.subject, m_row.field, *canonical);
        return;
    }
    const int cursor = m_field->cursorPosition();
    refuse(canonical.error());
    m_field->setCursorPosition(cursor);
}

void AssumptionLine::refuse(const Error& error)
{
    if (error.position > 0 && m_field->isWriting())
        m_field->setCursorPosition(error.position - 1);
    if (m_error == error.message)
        return;
    m_error = error.message;
    m_field->setAccessibleDescription(m_error);
    showNote();
}

// ── The proposal ──

void AssumptionLine::askReset()
{
    emit resetAsked(m_row.subject, m_row.field,
                    changeTitle(m_row.text, m_row.proposed.isEmpty() ? tr("as proposed") : m_row.proposed));
}

/// Chooses the same again, now against today's proposal.
void AssumptionLine::keep()
{
    emit committed(m_row.subject, m_row.field, m_row.formula, tr("%1 stays %2").arg(m_row.name, m_row.text));
}

QString AssumptionLine::changeTitle(const QString& from, const QString& to) const
{
    return tr("%1 %2 → %3").arg(m_row.name, from, to);
}

// ── What is seen ──

void AssumptionLine::showNote()
{
    m_note->say(m_error, m_row.review, m_row.resettable && m_locked.isEmpty());
    updateGeometry();
    arrange();
}

QSize AssumptionLine::sizeHint() const
{
    return {440, LinePlaces::height + m_note->heightFor(width() - 2 * LinePlaces::side)};
}

LinePlaces AssumptionLine::places() const
{
    return LinePlaces::of(width(), fontMetrics());
}

void AssumptionLine::arrange()
{
    const LinePlaces at = places();
    m_field->setGeometry(m_field->isWriting() ? at.writing() : at.value);
    if (m_field->isWriting())
        m_field->raise();
    m_slider->setGeometry(at.slider);
    m_reset->setGeometry(at.reset);
    m_note->setGeometry(LinePlaces::side, LinePlaces::height, width() - 2 * LinePlaces::side,
                        std::max(0, height() - LinePlaces::height));
}

void AssumptionLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!m_note->isHidden())
        updateGeometry(); // its words may need another line
    arrange();
}

void AssumptionLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintLine(painter, places(), m_row, *this);
}

bool AssumptionLine::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), lineTip(places(), help->pos(), m_row, m_locked), this);
        return true;
    }
    return QWidget::event(event);
}

bool AssumptionLine::eventFilter(QObject* watched, QEvent* event)
{
    auto* part = qobject_cast<QWidget*>(watched);
    if (part != nullptr && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(),
                           lineTip(places(), part->mapToParent(help->pos()), m_row, m_locked), part);
        return true;
    }
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (watched != m_slider || (!override && event->type() != QEvent::KeyPress))
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool own = key == Qt::Key_F2 || key == Qt::Key_F3 || (key == Qt::Key_Escape && isMoving());
    if (!own)
        return false;
    if (override)
        event->accept();
    else if (key == Qt::Key_F2)
        write();
    else if (key == Qt::Key_F3)
        emit figureChosen(m_row.figure);
    else
        takeBack();
    return true;
}

} // namespace plumbline
