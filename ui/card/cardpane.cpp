#include "ui/card/cardpane.h"

#include "ui/card/cardheader.h"
#include "ui/card/overview.h"
#include "ui/card/rows.h"
#include "ui/common/figuretable.h"
#include "ui/common/names.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

enum Tab { OverviewTab, ClaimsTab, AssumptionsTab, QuotesTab, QuestionsTab, SignalsTab, ChecksTab };

} // namespace

CardPane::CardPane(const QLocale& locale, QWidget* parent)
    : QFrame(parent)
    , m_locale(locale)
    , m_header(new CardHeader(m_locale))
    , m_tabs(named(new QTabWidget, u"cardTabs"_s, tr("Card")))
    , m_overview(new Overview(m_locale))
{
    setObjectName(u"pane"_s);
    setBackgroundRole(QPalette::Base);
    m_assumptions = table(u"assumptionsTable"_s, tr("Assumptions"),
                          {{tr("Assumption"), 190},
                           {tr("Value"), 88, true},
                           {tr("Range"), 96},
                           {tr("Author"), 76},
                           {tr("In force"), 120},
                           {tr("Note"), 0}});
    m_questions = table(u"questionsTable"_s, tr("Questions and answers"),
                        {{tr("Call"), 82}, {tr("Analyst"), 130}, {tr("Question"), 0}, {tr("Answer"), 0}});
    m_signals = table(u"signalsTable"_s, tr("Priced in and confirmation"),
                      {{tr("Measure"), 220},
                       {tr("Value"), 90, true},
                       {tr("Reading"), 90},
                       {tr("Why, and where it comes from"), 0}});
    m_checks = table(u"checksTable"_s, tr("Checks and unknowns"),
                     {{tr("Outcome"), 110}, {tr("What"), 0}, {tr("Why"), 0}});
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(claims(), tr("Claims && uplift"));
    m_tabs->addTab(m_assumptions, tr("Assumptions"));
    m_tabs->addTab(said(), tr("Quotes"));
    m_tabs->addTab(m_questions, tr("Q&&A"));
    m_tabs->addTab(m_signals, tr("Priced in && confirmation"));
    m_tabs->addTab(m_checks, tr("Checks && unknowns"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs, 1);
    connect(m_header, &CardHeader::figureChosen, this, &CardPane::figureChosen);
    connect(m_overview, &Overview::figureChosen, this, &CardPane::figureChosen);
}

FigureTable* CardPane::table(const QString& objectName, const QString& accessibleName,
                             std::vector<TableColumn> columns) const
{
    auto* own = named(new FigureTable(std::move(columns)), objectName, accessibleName);
    connect(own, &FigureTable::figureChosen, this, &CardPane::figureChosen);
    return own;
}

/// The claims with a line under them that keeps its place while they scroll.
QWidget* CardPane::claims()
{
    const std::vector<TableColumn> columns {
        {tr("Claim"), 168},        {tr("Kind"), 88},        {tr("Figure"), 118},    {tr("Arithmetic"), 0},
        {tr("Counted"), 68, true}, {tr("Rev %"), 54, true}, {tr("EPS %"), 54, true}};
    m_claims = table(u"claimsTable"_s, tr("Claims and uplift"), columns);
    m_total = table(u"totalTable"_s, tr("Total of the counted claims"), columns);
    m_total->horizontalHeader()->hide();
    m_total->setAsHighAsRows();
    m_total->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_total->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto follow = [this](int column, int, int size) { m_total->setColumnWidth(column, size); };
    connect(m_claims->horizontalHeader(), &QHeaderView::sectionResized, m_total, follow);
    m_total->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_claims, 1);
    layout->addWidget(m_total);
    page->setFocusProxy(m_claims);
    return page;
}

QWidget* CardPane::said()
{
    m_quotes = table(
        u"quotesTable"_s, tr("Quotes"),
        {{tr("Call"), 82}, {tr("Speaker"), 130}, {tr("Quote"), 0}, {tr("Against the transcript"), 150}});
    m_quantifications = table(
        u"quantificationsTable"_s, tr("Figures said"),
        {{tr("Figure said about"), 190}, {tr("Figure"), 130}, {tr("Sentence"), 0}, {tr("Speaker"), 130}});
    auto* both = named(new QSplitter(Qt::Vertical), u"quotesSplitter"_s, tr("Quotes and figures said"));
    both->addWidget(m_quotes);
    both->addWidget(m_quantifications);
    both->setChildrenCollapsible(false);
    both->setFocusProxy(m_quotes);
    return both;
}

void CardPane::showCard(const Card& card)
{
    m_header->showCard(card);
    m_overview->showCard(card);
    m_claims->showRows(claimRows(card, m_locale));
    m_total->showRows(totalRows(card, m_locale));
    m_assumptions->showRows(assumptionRows(card, m_locale));
    m_quotes->showRows(quoteRows(card));
    m_quantifications->showRows(quantificationRows(card));
    m_questions->showRows(questionRows(card));
    m_signals->showRows(signalRows(card, m_locale));
    m_checks->showRows(checkRows(card));
    showCounts(card);
}

void CardPane::showCounts(const Card& card)
{
    const Reading& reading = card.coverage.reading;
    const auto count = [this](int tab, const QString& title, std::size_t number) {
        m_tabs->setTabText(tab, title + u' ' + m_locale.toString(static_cast<qulonglong>(number)));
    };
    count(ClaimsTab, tr("Claims && uplift"), reading.claims.size());
    count(QuotesTab, tr("Quotes"), reading.quotes.size());
    count(QuestionsTab, tr("Q&&A"), reading.questions.size());
}

} // namespace plumbline
