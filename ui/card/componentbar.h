#pragma once

#include "ui/common/components.h"

#include <QWidget>

namespace plumbline {

/// The components of conviction end to end; what is missing to the full hundred stays empty.
class ComponentBar : public QWidget
{
    Q_OBJECT

public:
    explicit ComponentBar(QWidget* parent = nullptr);

    void setParts(ComponentParts parts, const QString& words);
    QSize sizeHint() const override { return {200, 12}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ComponentParts m_parts {};
};

} // namespace plumbline
