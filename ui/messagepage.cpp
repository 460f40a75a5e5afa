#include "ui/messagepage.h"

#include "ui/common/names.h"

#include <QLabel>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

MessagePage::MessagePage(QWidget* parent)
    : QWidget(parent)
    , m_what(named(new QLabel, u"messageLabel"_s, tr("Message")))
    , m_next(named(new QLabel, u"nextLabel"_s, tr("What to do next")))
{
    m_next->setForegroundRole(QPalette::PlaceholderText);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_what->setFont(large);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    for (QLabel* one : {m_what, m_next}) {
        one->setAlignment(Qt::AlignHCenter);
        one->setWordWrap(true);
        one->setTextFormat(Qt::PlainText);
        one->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(one);
    }
    layout->addStretch();
}

void MessagePage::say(const QString& what, const QString& next)
{
    m_what->setText(what);
    m_next->setText(next);
}

} // namespace plumbline
