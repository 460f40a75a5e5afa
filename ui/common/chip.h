#pragma once

#include <QAbstractButton>
#include <QColor>

namespace plumbline {

/// A figure with its word, "EPS uplift 10.30 %"; pressing it opens the figure's trace.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Look { Outlined, Bare };
    explicit Chip(Look look, QWidget* parent = nullptr);

    /// The quiet word, the figure, and what may follow it.
    void say(const QString& word, const QString& value, const QString& after = {});
    void setFigure(const QString& figure) { m_figure = figure; }
    const QString& figure() const { return m_figure; }
    /// A small square before the text, one of the theme's component colours.
    void setMark(std::size_t component);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QFont strong() const;
    QSize measured() const;
    int markWidth() const { return m_mark < 0 ? 0 : 12; }

    Look m_look;
    QString m_word {};
    QString m_value {};
    QString m_after {};
    QString m_figure {};
    int m_mark = -1;
    mutable QSize m_hint {}; ///< invalid: to be measured
};

} // namespace plumbline
