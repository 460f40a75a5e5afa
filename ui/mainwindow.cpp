#include "ui/mainwindow.h"

#include "ui/actions/actions.h"
#include "ui/actions/commandbox.h"
#include "ui/actions/palettemodel.h"
#include "ui/askedbar.h"
#include "ui/assumptions/upliftpane.h"
#include "ui/calls/callimport.h"
#include "ui/calls/callpane.h"
#include "ui/calls/searchpane.h"
#include "ui/card/cardexport.h"
#include "ui/card/cardpane.h"
#include "ui/common/names.h"
#include "ui/common/plaintips.h"
#include "ui/common/tracepane.h"
#include "ui/messagepage.h"
#include "ui/ranking/rankingmodel.h"
#include "ui/ranking/rankingview.h"
#include "ui/refresh/refreshpane.h"
#include "ui/statusline.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLabel>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

const QString firstFigure = u"aggregate.eps_uplift_percent"_s;

/// The theme of the settings, put on.
ColourTheme themeIn(const QSettings& settings)
{
    const bool light = settings.value(u"window/theme"_s).toString() == u"light";
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance()))
        applyTheme(*application, light ? ColourTheme::Light : ColourTheme::Dark);
    return light ? ColourTheme::Light : ColourTheme::Dark;
}

} // namespace

MainWindow::MainWindow(Desk& desk, QSettings& settings, const QLocale& locale, Questions questions,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_settings(settings)
    , m_locale(locale)
    , m_questions(std::move(questions))
    , m_theme(themeIn(settings)) // before any part measures its font
    , m_actions(new Actions(this))
    , m_model(new RankingModel(m_locale, this))
    , m_ranking(new RankingView(*m_model))
    , m_card(new CardPane(m_locale))
    , m_trace(new TracePane(m_locale))
    , m_calls(new CallPane)
    , m_import(new CallImport(m_desk, m_locale, this))
    , m_export(new CardExport(m_desk, m_questions, m_locale, this))
    , m_search(new SearchPane(m_locale))
    , m_refresh(new RefreshPane(m_locale))
    , m_searching(new CallSearch(this))
    , m_message(new MessagePage)
    , m_pages(new QStackedWidget)
    , m_status(new StatusLine(m_locale))
    , m_palette(new PaletteModel(*m_actions, this))
{
    named(this, u"mainWindow"_s, tr("Plumbline"));
    setWindowTitle(tr("Plumbline"));
    setMinimumWidth(900); // the height follows from what stands above one another
    setStatusBar(m_status);
    setAcceptDrops(true);
    new PlainTips(this);
    m_model->setAnswers(
        {[this](const QString& symbol, RankedFigure figure) { return m_desk.reason(symbol, figure); },
         [this](const QString& symbol) { return m_desk.rankBefore(symbol); }});
    makePanes();
    makeToolBar();
    makeActions();
    connectPanes();
    connectSearch();
    connectRefresh();
    connectDesk();
    restore();
    showUndo();
    showMessage(tr("Opening the workspace …"), {});
}

MainWindow::~MainWindow() = default;

void MainWindow::connectPanes()
{
    connect(m_ranking, &RankingView::chosen, this, &MainWindow::showCompany);
    connect(m_ranking, &RankingView::opened, m_card, &CardPane::focusTab);
    connect(m_ranking, &RankingView::figureChosen, this, &MainWindow::showFigure);
    connect(m_ranking, &RankingView::filtered, this, &MainWindow::countCompanies);
    connect(m_ranking, &RankingView::typed, this, [this](const QString& letters) {
        m_cameFrom = m_ranking;
        m_command->begin(letters);
    });
    connect(m_card, &CardPane::figureChosen, this, &MainWindow::showFigure);
    connect(m_card, &CardPane::sentenceChosen, this, &MainWindow::showSentence);
    connect(m_trace, &TracePane::figureChosen, this, &MainWindow::showFigure);
    connect(m_trace, &TracePane::sentenceChosen, this, &MainWindow::showSentence);
    connect(m_import, &CallImport::callAsked, this, &MainWindow::showImportedCall);
    connect(m_import, &CallImport::announced, m_status, &StatusLine::announce);
    connect(m_export, &CardExport::announced, m_status, &StatusLine::announce);
    connect(m_command, &CommandBox::companyChosen, this, &MainWindow::openCompany);
    connect(m_command, &CommandBox::actionChosen, this, [this](const QString& id) {
        if (QAction* action = m_actions->find(id))
            action->trigger();
    });
    connect(m_command, &CommandBox::left, this, &MainWindow::leaveCommandBox);
    connect(m_asked, &AskedBar::newScenarioAsked, this, &MainWindow::askNewScenario);
    const UpliftPane* uplift = m_card->uplift();
    connect(uplift, &UpliftPane::previewed, &m_desk, &Desk::preview);
    connect(uplift, &UpliftPane::committed, &m_desk, &Desk::commit);
    connect(uplift, &UpliftPane::resetAsked, &m_desk, &Desk::reset);
    connect(uplift, &UpliftPane::takenBack, &m_desk, &Desk::cancelPreview);
}

void MainWindow::connectDesk()
{
    connect(&m_desk, &Desk::opened, this, &MainWindow::showWorkspace);
    connect(&m_desk, &Desk::failed, this, &MainWindow::showFailure);
    connect(&m_desk, &Desk::progressed, m_status, &StatusLine::showProgress);
    connect(&m_desk, &Desk::rankingChanged, this, &MainWindow::showRanking);
    connect(&m_desk, &Desk::cardReady, this, &MainWindow::showCard);
    connect(&m_desk, &Desk::scenariosChanged, m_asked, &AskedBar::follow);
    connect(&m_desk, &Desk::undoChanged, this, &MainWindow::showUndo);
    connect(&m_desk, &Desk::savingChanged, this, &MainWindow::showSaving);
    connect(&m_desk, &Desk::refused, m_status, &StatusLine::announce);
    connect(&m_desk, &Desk::noticed, m_status, &StatusLine::announce);
}

void MainWindow::showMessage(const QString& what, const QString& next)
{
    m_message->say(what, next);
    m_pages->setCurrentWidget(m_message);
}

void MainWindow::showWorkspace()
{
    m_symbol.clear();
    m_shown.reset();
    m_history.clear();
    m_baseKey.clear();
    m_toShow = {};
    m_searching->open(m_desk.path(), m_desk.rules().theme);
    m_search->askAgain();
    const QString name = QFileInfo(m_desk.path()).fileName();
    m_workspaceName->setText(name);
    m_workspaceName->setToolTip(m_desk.path());
    setWindowTitle(tr("%1 – Plumbline").arg(name));
    m_asked->follow();
    showUndo();
    showSaving();
    showRanking();
}

void MainWindow::showFailure(const Error& error)
{
    if (!m_desk.path().isEmpty()) { // another workspace is open and stays so
        m_status->announce(error.message);
        return;
    }
    showMessage(error.message,
                tr("Open another workspace with Ctrl+O, make a new one with Ctrl+N, or take the sample: "
                   "File → Open the sample."));
}

void MainWindow::showRanking()
{
    const std::shared_ptr<const Ranking> ranking = m_desk.ranking();
    m_model->showRanking(ranking);
    m_palette->setCompanies(ranking);
    m_asked->follow();
    m_status->showAsked(m_desk.scenario(), m_desk.scoringModel());
    m_status->showProgress(m_desk.cardsMade(), m_desk.companies());
    countCompanies();
    if (m_model->companies() == 0) {
        if (m_desk.isComplete() && !m_desk.path().isEmpty())
            showMessage(tr("This workspace holds no company yet."),
                        tr("Drop transcripts of its calls here (Ctrl+I chooses them), take over a card with "
                           "“plumbline "
                           "import card FILE --workspace %1”, or open the sample: File → Open the sample.")
                            .arg(QFileInfo(m_desk.path()).fileName()));
        return;
    }
    m_pages->setCurrentWidget(m_bench);
    if (m_symbol.isEmpty()) {
        m_ranking->choose(0);
        m_ranking->setFocus();
        showCompany(m_ranking->symbol()); // the row may hold who was chosen in the workspace before
    } else {
        m_desk.askForCard(m_symbol);
    }
}

void MainWindow::showCompany(const QString& symbol)
{
    if (symbol == m_symbol || symbol.isEmpty())
        return;
    if (!m_symbol.isEmpty())
        m_history.append(m_symbol);
    m_symbol = symbol;
    m_desk.preferInRefresh({symbol});
    m_actions->find(u"go.back"_s)->setEnabled(!m_history.isEmpty());
    m_desk.askForCard(symbol);
}

void MainWindow::showCard(const QString& symbol)
{
    const std::shared_ptr<const Card> card = symbol == m_symbol ? m_desk.card(symbol) : nullptr;
    if (card == nullptr || (card == m_shown && card->scenario == baseScenario))
        return;
    m_shown = card;
    m_card->showCard(card, baseOf(card).get());
    m_calls->showCard(card);
    m_trace->followCard(card, firstFigure);
    if (const SentencePlace place = std::exchange(m_toShow, {}); place.symbol == symbol)
        showSentence(place.call, place.sentence);
}

/// The same company in scenario base, to stand beside what a scenario gives; made again only after an edit.
std::shared_ptr<const Card> MainWindow::baseOf(const std::shared_ptr<const Card>& card)
{
    if (card->scenario == baseScenario)
        return nullptr;
    const EditLog& edits = m_desk.edits();
    const QString key = u"%1/%2/%3/%4"_s.arg(card->coverage.dossier.symbol, card->scoringModel.id)
                            .arg(edits.done.size())
                            .arg(edits.undone.size());
    if (key != m_baseKey || m_base == nullptr) {
        m_base =
            std::make_shared<const Card>(makeCard(card->coverage, card->global, card->decisions, baseScenario,
                                                  card->scoringModel, m_locale, &card->sheet));
        m_baseKey = key;
    }
    return m_base;
}

void MainWindow::showFigure(const QString& figure)
{
    const std::shared_ptr<const Card> card = m_desk.card(m_symbol);
    if (card != nullptr && card->sheet.find(figure) != Sheet::none)
        m_trace->showFigure(*card, figure);
}

void MainWindow::showUndo()
{
    const Saving saving = m_desk.saving();
    const bool readOnly = saving.state == Saving::State::ReadOnly;
    const auto show = [&](const QString& id, const QString& plain, const QString& titled,
                          const QString& title) {
        QAction* action = m_actions->find(id);
        action->setEnabled(!title.isEmpty() && !readOnly);
        action->setIconText(plain); // a button of the tool bar keeps its width
        action->setText(title.isEmpty() ? plain : titled.arg(QString(title).replace(u'&', u"&&"_s)));
        const QString tip = readOnly        ? saving.reason
                          : title.isEmpty() ? action->statusTip()
                                            : plainText(*action);
        action->setToolTip(u"%1 (%2)"_s.arg(tip, keysOf(*action)));
    };
    show(u"edit.undo"_s, tr("Undo"), tr("Undo: %1"), m_desk.undoTitle());
    show(u"edit.redo"_s, tr("Redo"), tr("Redo: %1"), m_desk.redoTitle());
}

void MainWindow::showSaving()
{
    const Saving saving = m_desk.saving();
    m_status->showSaving(saving);
    const bool readOnly = saving.state == Saving::State::ReadOnly;
    m_card->uplift()->setReadOnly(readOnly, saving.reason);
    for (const QString& id : {u"scenario.new"_s, u"scenario.remove"_s})
        m_actions->find(id)->setEnabled(!readOnly);
    showUndo();
}

void MainWindow::countCompanies()
{
    const auto hidden = static_cast<int>(m_model->companies()) - m_model->rowCount();
    m_status->showCompanies(m_model->rowCount(), hidden, m_model->undecided());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    constexpr int roomForWords = 1100;
    m_asked->showCaptions(event->size().width() >= roomForWords);
    QMainWindow::resizeEvent(event);
}

/// Does it once nothing is left to be saved, or the user has given that up.
void MainWindow::whenSaved(const Questions::Agreed& then)
{
    if (const std::size_t left = m_desk.save(); left == 0)
        then();
    else
        askAboutUnsaved(left, then);
}

void MainWindow::askAboutUnsaved(std::size_t changes, const Questions::Agreed& then)
{
    m_questions.unsaved(
        this, tr("%n changes are not saved.", nullptr, static_cast<int>(changes)),
        tr("%1 Make room and try again; who leaves now loses them.").arg(m_desk.saving().reason),
        [this, then] { whenSaved(then); }, then);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (const std::size_t left = m_isLeaving ? 0 : m_desk.save(); left > 0) {
        event->ignore();
        askAboutUnsaved(left, [this] {
            m_isLeaving = true;
            close();
        });
        return;
    }
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/panes"_s, m_bench->layoutState());
    m_settings.setValue(u"window/claims"_s, m_card->saveLayout());
    m_desk.close();
    QMainWindow::closeEvent(event);
}

} // namespace plumbline
