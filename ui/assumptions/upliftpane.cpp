#include "ui/assumptions/upliftpane.h"

#include "ui/assumptions/assumptionseditor.h"
#include "ui/charts/whatmatters.h"
#include "ui/common/names.h"

#include <QFrame>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrow = 700;

QFrame* framed(QWidget* inner, int margin)
{
    auto* frame = new QFrame;
    frame->setObjectName(u"pane"_s);
    frame->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(inner);
    return frame;
}

} // namespace

UpliftPane::UpliftPane(const QLocale& locale, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_assumptions(new AssumptionsEditor(locale))
    , m_whatMatters(new WhatMatters(locale))
{
    named(this, u"upliftPane"_s, tr("Assumptions and what matters"));
    m_layout->setContentsMargins(8, 8, 8, 8);
    m_layout->setSpacing(8);
    m_layout->addWidget(framed(m_assumptions, 1), 5);
    m_layout->addWidget(framed(m_whatMatters, 1), 4);
    connect(m_assumptions, &AssumptionsEditor::previewed, this, &UpliftPane::previewed);
    connect(m_assumptions, &AssumptionsEditor::committed, this, &UpliftPane::committed);
    connect(m_assumptions, &AssumptionsEditor::resetAsked, this, &UpliftPane::resetAsked);
    connect(m_assumptions, &AssumptionsEditor::takenBack, this, &UpliftPane::takenBack);
    connect(m_assumptions, &AssumptionsEditor::figureChosen, this, &UpliftPane::figureChosen);
    connect(m_whatMatters, &WhatMatters::figureChosen, this, &UpliftPane::figureChosen);
}

void UpliftPane::setReadOnly(bool readOnly, const QString& reason)
{
    m_assumptions->setReadOnly(readOnly, reason);
}

void UpliftPane::showCard(const std::shared_ptr<const Card>& card)
{
    m_assumptions->showCard(card);
    m_whatMatters->showCard(card);
}

void UpliftPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto wanted = event->size().width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_layout->direction() != wanted)
        m_layout->setDirection(wanted);
}

} // namespace plumbline
