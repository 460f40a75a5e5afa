#include "ui/card/overview.h"

#include "core/text/figures.h"
#include "ui/card/consensusbars.h"
#include "ui/card/rows.h"
#include "ui/common/figuretable.h"
#include "ui/common/names.h"
#include "ui/common/paragraph.h"

#include <QBoxLayout>
#include <QLabel>
#include <QResizeEvent>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

QLabel* heading(const QString& title)
{
    auto* own = new QLabel(title);
    QFont font = own->font();
    font.setBold(true);
    own->setFont(font);
    own->setContentsMargins(0, 8, 0, 0);
    return own;
}

} // namespace

Overview::Overview(const QLocale& locale, QWidget* parent)
    : QScrollArea(parent)
    , m_locale(locale)
    , m_bars(new ConsensusBars(m_locale))
    , m_estimates(named(new FigureTable({{{}, 0}, {{}, 92, true}, {{}, 92, true}, {{}, 92, true}}),
                        u"estimatesTable"_s, tr("Base year and estimates")))
{
    named(this, u"overviewPage"_s, tr("Overview"));
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, page);
    m_columns->setContentsMargins(14, 4, 14, 14);
    m_columns->setSpacing(24);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (auto* one : {left, right})
        one->setSpacing(4);
    m_columns->addLayout(left, 11);
    m_columns->addLayout(right, 9);

    m_aggregate = section(left, u"aggregateText"_s, tr("Each dollar counted once"));
    m_topLine = section(left, u"topLineText"_s, tr("Top line"));
    m_bottomLine = section(left, u"bottomLineText"_s, tr("Bottom line"));
    m_rationale = section(left, u"rationaleText"_s, tr("Enthusiasm"));
    m_assumptions = section(left, u"assumptionsText"_s, tr("Assumptions in words"));
    left->addStretch();

    right->addWidget(heading(tr("Against consensus")));
    right->addWidget(m_bars);
    right->addSpacing(6);
    right->addWidget(m_estimates);
    m_flags = section(right, u"flagsText"_s, tr("Flags"));
    m_consensus = section(right, u"consensusText"_s, tr("Consensus in words"));
    right->addStretch();
    m_estimates->setAsHighAsRows();
    connect(m_estimates, &FigureTable::figureChosen, this, &Overview::figureChosen);
    setWidget(page);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

/// Where there is no room for two columns they stand one above the other.
void Overview::resizeEvent(QResizeEvent* event)
{
    constexpr int roomForTwo = 760;
    const bool two = event->size().width() >= roomForTwo;
    m_columns->setDirection(two ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(two ? 24 : 4);
    QScrollArea::resizeEvent(event);
}

QLabel* Overview::section(QVBoxLayout* into, const QString& objectName, const QString& title)
{
    if (!title.isEmpty())
        into->addWidget(heading(title));
    auto* own = named(new Paragraph, objectName, title);
    into->addWidget(own);
    return own;
}

void Overview::showCard(const Card& card)
{
    const auto say = [](QLabel* label, const QString& text, const QString& otherwise) {
        label->setText(text.isEmpty() ? otherwise : unbroken(text));
        label->heightForWidth(label->width()); // glyphs are formed here, lines when the page is laid out
    };
    const QString nothing = tr("Nothing can be said: no figure behind it is known.");
    const Narratives& words = card.narratives;
    say(m_rationale, words.rationale, tr("No call was read."));
    say(m_topLine, words.topLine, nothing);
    say(m_bottomLine, words.bottomLine, nothing);
    say(m_aggregate, aggregateArithmetic(card, m_locale).replace(u" · "_s, u"\n"_s), nothing);
    say(m_assumptions, words.assumptions, nothing);
    say(m_consensus, words.consensus, nothing);
    say(m_flags, card.flags.isEmpty() ? QString() : u"⚠ "_s + card.flags.join(u"\n⚠ "_s), tr("None."));
    m_bars->showCard(card);
    QStringList titles {QString()};
    titles.append(consensusYears(card));
    m_estimates->setTitles(titles);
    m_estimates->showRows(consensusRows(card, m_locale));
    ensureVisible(0, 0);
}

} // namespace plumbline
