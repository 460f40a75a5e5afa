#include "ui/card/componentbar.h"

#include "ui/common/names.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace plumbline {

ComponentBar::ComponentBar(QWidget* parent) : QWidget(parent)
{
    named(this, QStringLiteral("componentBar"), tr("Components of conviction"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ComponentBar::setParts(ComponentParts parts, const QString& words)
{
    m_parts = std::move(parts);
    setToolTip(words);
    setAccessibleDescription(words);
    update();
}

void ComponentBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintComponents(painter, rect(), m_parts, coloursOf(palette()));
}

} // namespace plumbline
