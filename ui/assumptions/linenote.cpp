#include "ui/assumptions/linenote.h"

#include "ui/common/names.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

LineNote::LineNote(QWidget* parent)
    : QWidget(parent)
    , m_words(new QLabel)
    , m_keep(new QToolButton)
    , m_take(new QToolButton)
{
    m_words->setWordWrap(true);
    m_words->setForegroundRole(QPalette::BrightText);
    m_keep->setText(tr("Keep mine"));
    m_take->setText(tr("Take it"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 2);
    layout->setSpacing(6);
    layout->addWidget(m_words, 1);
    for (QToolButton* button : {m_keep, m_take})
        layout->addWidget(button, 0, Qt::AlignTop);
    connect(m_keep, &QToolButton::clicked, this, &LineNote::keepAsked);
    connect(m_take, &QToolButton::clicked, this, &LineNote::takeAsked);
    hide();
}

void LineNote::nameFor(const AssumptionRow& row)
{
    const QString key = row.key();
    named(m_words, u"note:"_s + key, tr("Remark on %1").arg(row.name));
    named(m_keep, u"keep:"_s + key, tr("%1: keep mine").arg(row.name));
    named(m_take, u"take:"_s + key, tr("%1: take what is proposed").arg(row.name));
}

void LineNote::say(const QString& error, const QString& review, bool answerable)
{
    const bool answers = error.isEmpty() && !review.isEmpty();
    m_words->setText(answers ? tr("Review: %1").arg(review) : error);
    for (QToolButton* button : {m_keep, m_take}) {
        button->setVisible(answers);
        button->setEnabled(answerable);
    }
    setVisible(answers || !error.isEmpty());
}

int LineNote::heightFor(int width) const
{
    return isHidden() ? 0 : std::max(layout()->heightForWidth(width), layout()->minimumSize().height());
}

} // namespace plumbline
