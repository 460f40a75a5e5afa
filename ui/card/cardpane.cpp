#include "ui/card/cardpane.h"

#include "ui/assumptions/upliftpane.h"
#include "ui/card/cardheader.h"
#include "ui/card/overview.h"
#include "ui/card/rows.h"
#include "ui/common/figuretable.h"
#include "ui/common/names.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

enum Tab { OverviewTab, ClaimsTab, QuotesTab, QuestionsTab };

} // namespace

CardPane::CardPane(const QLocale& locale, QWidget* parent)
    : QFrame(parent)
    , m_locale(locale)
    , m_header(new CardHeader(m_locale))
    , m_tabs(named(new QTabWidget, u"cardTabs"_s, tr("Card")))
    , m_uplift(new UpliftPane(m_locale))
{
    setObjectName(u"pane"_s);
    setBackgroundRole(QPalette::Base);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    auto* overview = new Overview(m_locale);
    connect(overview, &Overview::figureChosen, this, &CardPane::figureChosen);
    add(overview, overview, tr("Overview"),
        [overview](const std::shared_ptr<const Card>& card) { overview->showCard(*card); });
    addClaims();
    addSaid();
    addSignals();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs, 1);
    connect(m_header, &CardHeader::figureChosen, this, &CardPane::figureChosen);
    connect(m_uplift, &UpliftPane::figureChosen, this, &CardPane::figureChosen);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CardPane::fill);
}

void CardPane::add(QWidget* page, QWidget* first, const QString& title, Fill fill)
{
    m_tabs->addTab(page, title);
    m_pages.push_back({.fill = std::move(fill), .first = first});
}

FigureTable* CardPane::table(const QString& objectName, const QString& accessibleName,
                             std::vector<TableColumn> columns) const
{
    auto* own = named(new FigureTable(std::move(columns)), objectName, accessibleName);
    connect(own, &FigureTable::figureChosen, this, &CardPane::figureChosen);
    connect(own, &FigureTable::sentenceChosen, this, &CardPane::sentenceChosen);
    return own;
}

/// The claims with a line under them that keeps its place while they scroll, and below what may be chosen.
void CardPane::addClaims()
{
    const std::vector<TableColumn> columns {
        {tr("Claim"), 172},        {.title = tr("Kind"), .width = 108, .spare = true},
        {tr("Figure"), 124},       {tr("Arithmetic"), 0},
        {tr("Counted"), 76, true}, {tr("Rev %"), 62, true},
        {tr("EPS %"), 62, true}};
    FigureTable* claims = table(u"claimsTable"_s, tr("Claims and uplift"), columns);
    FigureTable* total = table(u"totalTable"_s, tr("Total of the counted claims"), columns);
    total->horizontalHeader()->hide();
    total->setAsHighAsRows();
    total->viewport()->setBackgroundRole(QPalette::AlternateBase);
    total->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto follow = [total](int column, int, int size) { total->setColumnWidth(column, size); };
    connect(claims->horizontalHeader(), &QHeaderView::sectionResized, total, follow);
    total->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* above = new QWidget;
    auto* layout = new QVBoxLayout(above);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(claims, 1);
    layout->addWidget(total);
    above->setMinimumHeight(250);
    m_claims = named(new QSplitter(Qt::Vertical), u"claimsSplitter"_s, tr("Claims and assumptions"));
    m_claims->addWidget(above);
    m_claims->addWidget(m_uplift);
    m_claims->setChildrenCollapsible(false);
    m_claims->setStretchFactor(0, 3);
    m_claims->setStretchFactor(1, 2);
    auto* page = named(new QScrollArea, u"claimsPage"_s, tr("Claims and assumptions")); // for low screens
    page->setWidgetResizable(true);
    page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page->setWidget(m_claims);
    add(page, claims, tr("Claims && uplift"), [this, claims, total](const std::shared_ptr<const Card>& card) {
        claims->showRows(claimRows(*card, m_locale));
        total->showRows(totalRows(*card, m_locale));
        m_uplift->showCard(card);
    });
}

void CardPane::addSaid()
{
    FigureTable* quotes =
        table(u"quotesTable"_s, tr("Quotes"),
              {{tr("Call"), 82}, {tr("Speaker"), 130}, {tr("Quote"), 0}, {tr("Transcript"), 150}});
    FigureTable* figures = table(
        u"quantificationsTable"_s, tr("Figures said"),
        {{tr("Figure said about"), 190}, {tr("Figure"), 130}, {tr("Sentence"), 0}, {tr("Speaker"), 130}});
    auto* both = named(new QSplitter(Qt::Vertical), u"quotesSplitter"_s, tr("Quotes and figures said"));
    both->addWidget(quotes);
    both->addWidget(figures);
    both->setChildrenCollapsible(false);
    add(both, quotes, tr("Quotes"), [quotes, figures](const std::shared_ptr<const Card>& card) {
        quotes->showRows(quoteRows(*card));
        figures->showRows(quantificationRows(*card));
    });
    FigureTable* questions =
        table(u"questionsTable"_s, tr("Questions and answers"),
              {{tr("Call"), 82}, {tr("Analyst"), 130}, {tr("Question"), 0}, {tr("Answer"), 0}});
    add(questions, questions, tr("Q&&A"),
        [questions](const std::shared_ptr<const Card>& card) { questions->showRows(questionRows(*card)); });
}

void CardPane::addSignals()
{
    FigureTable* priced = table(u"signalsTable"_s, tr("Priced in and confirmation"),
                                {{tr("Measure"), 220},
                                 {tr("Value"), 90, true},
                                 {tr("Reading"), 110},
                                 {tr("Why, and where it comes from"), 0}});
    add(priced, priced, tr("Priced in && confirmation"),
        [this, priced](const std::shared_ptr<const Card>& card) {
            priced->showRows(signalRows(*card, m_locale));
        });
    FigureTable* checks = table(u"checksTable"_s, tr("Checks and unknowns"),
                                {{tr("Outcome"), 110}, {tr("What"), 0}, {tr("Why"), 0}});
    add(checks, checks, tr("Checks && unknowns"),
        [checks](const std::shared_ptr<const Card>& card) { checks->showRows(checkRows(*card)); });
}

void CardPane::showCard(std::shared_ptr<const Card> card, const Card* base)
{
    m_card = std::move(card);
    m_header->showCard(*m_card, base);
    showCounts(*m_card);
    for (Page& page : m_pages)
        page.stale = true;
    fill(m_tabs->currentIndex());
}

void CardPane::fill(int tab)
{
    if (m_card == nullptr || tab < 0)
        return;
    Page& page = m_pages[static_cast<std::size_t>(tab)];
    if (!page.stale)
        return;
    page.stale = false;
    page.fill(m_card);
}

void CardPane::focusTab()
{
    m_pages[static_cast<std::size_t>(m_tabs->currentIndex())].first->setFocus();
}

void CardPane::showAssumptions()
{
    m_tabs->setCurrentIndex(ClaimsTab);
}

QByteArray CardPane::saveLayout() const
{
    return m_claims->saveState();
}

void CardPane::restoreLayout(const QByteArray& state)
{
    if (!m_claims->restoreState(state))
        m_claims->setSizes({330, 260});
}

void CardPane::showCounts(const Card& card)
{
    const Reading& reading = card.coverage.reading;
    const auto count = [this](int tab, const QString& title, std::size_t number) {
        const QString text = title + u' ' + m_locale.toString(static_cast<qulonglong>(number));
        if (m_tabs->tabText(tab) != text) // a bar lays itself out anew for the same text, too
            m_tabs->setTabText(tab, text);
    };
    count(ClaimsTab, tr("Claims && uplift"), reading.claims.size());
    count(QuotesTab, tr("Quotes"), reading.quotes.size());
    count(QuestionsTab, tr("Q&&A"), reading.questions.size());
}

} // namespace plumbline
