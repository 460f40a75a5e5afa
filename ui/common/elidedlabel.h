#pragma once

#include <QWidget>

namespace plumbline {

/// One line of text that gives way: what does not fit is left out, and said in the tool tip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    const QString& text() const { return m_text; }
    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
    }
    QSize minimumSizeHint() const override { return {30, fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text {};
};

} // namespace plumbline
