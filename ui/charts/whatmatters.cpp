#include "ui/charts/whatmatters.h"

#include "core/desk/background.h"
#include "ui/charts/tornadochart.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/frame.h"
#include "ui/common/names.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int restOfMilliseconds = 120;
constexpr std::uint64_t seed = 1; ///< the same card, the same picture

QLabel* headed(const QString& title, const QString& objectName)
{
    auto* label = new QLabel(title);
    label->setObjectName(objectName);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QLabel* quiet(const QString& objectName)
{
    auto* label = new QLabel;
    label->setObjectName(objectName);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}

} // namespace

WhatMatters::WhatMatters(const QLocale& locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_figure(new ElidedLabel)
    , m_caption(quiet(u"distributionCaption"_s))
    , m_tornado(new TornadoChart)
    , m_distribution(new DistributionChart)
{
    named(this, u"whatMatters"_s, tr("What matters"));
    m_figure->setObjectName(u"tornadoFigure"_s);
    m_figure->setForegroundRole(QPalette::PlaceholderText);
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(headed(tr("What matters"), u"whatMattersTitle"_s));
    top->addWidget(m_figure, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_tornado);
    layout->addSpacing(4);
    layout->addWidget(headed(tr("Against consensus"), u"againstConsensusTitle"_s));
    layout->addWidget(m_caption);
    layout->addWidget(m_distribution, 1);
    connect(m_tornado, &TornadoChart::figureChosen, this, &WhatMatters::figureChosen);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restOfMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &WhatMatters::draw);
    m_frame.setSingleShot(true);
    m_frame.setInterval(frameMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, &WhatMatters::follow);
}

void WhatMatters::showCard(std::shared_ptr<const Card> card)
{
    if (card == m_card)
        return;
    const bool another =
        m_card == nullptr || m_card->coverage.dossier.symbol != card->coverage.dossier.symbol;
    m_card = std::move(card);
    if (another)
        follow(); // bars of another company would be wrong, not late
    else
        m_frame.start();
}

/// The bars and what the draws are of.
void WhatMatters::follow()
{
    m_frame.stop();
    const TornadoBars bars = tornadoRows(*m_card, tornadoOf(*m_card), m_locale);
    m_figure->setText(bars.base.isEmpty() ? bars.figure : tr("%1, base %2").arg(bars.figure, bars.base));
    m_tornado->showBars(bars);
    m_distribution->setStale(true);
    drawSoon();
}

void WhatMatters::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    drawSoon();
}

/// After a rest that further cards do not prolong: draws take a core as long as making several cards.
void WhatMatters::drawSoon()
{
    if (!m_drawing && !m_rest.isActive() && isVisible())
        m_rest.start();
}

/// One card at a time; what came meanwhile follows, and of several only the last.
void WhatMatters::draw()
{
    if (m_drawing || m_card == nullptr || m_card == m_drawn || !isVisible())
        return;
    m_drawing = true;
    const auto look = [card = m_card, locale = m_locale] {
        return distributionPicture(simulateCard(*card, draws, seed), locale);
    };
    whenGiven(inBackground(look), this, [this, card = m_card](const DistributionPicture& picture) {
        m_drawing = false;
        take(picture, card);
        if (m_card != m_drawn)
            drawSoon();
    });
}

void WhatMatters::take(const DistributionPicture& picture, const std::shared_ptr<const Card>& of)
{
    if (of->coverage.dossier.symbol != m_card->coverage.dossier.symbol)
        return; // of no use to a reader of another company
    m_drawn = of;
    m_caption->setText(picture.caption);
    m_caption->setVisible(!picture.caption.isEmpty());
    m_distribution->showPicture(picture);
    m_distribution->setStale(m_card != of);
    if (m_card == of)
        emit settled();
}

} // namespace plumbline
