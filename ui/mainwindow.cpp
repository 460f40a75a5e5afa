#include "ui/mainwindow.h"

#include "ui/card/cardpane.h"
#include "ui/common/background.h"
#include "ui/common/names.h"
#include "ui/common/tracepane.h"
#include "ui/ranking/rankingmodel.h"
#include "ui/ranking/rankingview.h"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>

namespace plumbline {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(QSettings& settings, const QLocale& locale, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_locale(locale)
    , m_model(new RankingModel(this))
    , m_ranking(new RankingView(*m_model))
    , m_card(new CardPane(m_locale))
    , m_trace(new TracePane(m_locale))
    , m_pages(new QStackedWidget)
    , m_across(named(new QSplitter(Qt::Horizontal), u"acrossSplitter"_s, tr("Ranking and card")))
    , m_down(named(new QSplitter(Qt::Vertical), u"downSplitter"_s, tr("Card and trace")))
    , m_companies(named(new QLabel, u"companiesLabel"_s, tr("Companies shown")))
    , m_asked(named(new QLabel, u"askedLabel"_s, tr("What is shown")))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Plumbline"));
    setMinimumSize(900, 560);
    makeToolBar();
    m_down->addWidget(m_card);
    m_down->addWidget(m_trace);
    m_down->setStretchFactor(0, 1);
    m_across->addWidget(rankingPane());
    m_across->addWidget(m_down);
    m_across->setStretchFactor(0, 2);
    m_across->setStretchFactor(1, 3);
    for (QSplitter* one : {m_across, m_down}) {
        one->setChildrenCollapsible(false);
        one->setHandleWidth(7);
    }
    m_across->setContentsMargins(7, 7, 7, 7);
    m_pages->addWidget(message());
    m_pages->addWidget(m_across);
    setCentralWidget(m_pages);
    m_companies->setContentsMargins(8, 2, 8, 2);
    m_asked->setContentsMargins(8, 2, 8, 2);
    statusBar()->addWidget(m_companies);
    statusBar()->addPermanentWidget(m_asked);
    statusBar()->setSizeGripEnabled(false);
    connectParts();
    addShortcuts();
    restore();
    showMessage(tr("Opening the workspace …"), {});
}

void MainWindow::connectParts()
{
    connect(m_ranking, &RankingView::chosen, this, &MainWindow::showCard);
    connect(m_ranking, &RankingView::opened, this, [this] { m_card->tabs()->currentWidget()->setFocus(); });
    connect(m_ranking, &RankingView::figureChosen, this, &MainWindow::showFigure);
    connect(m_ranking, &RankingView::filtered, this, &MainWindow::countCompanies);
    connect(m_ranking, &RankingView::typed, this, [this](const QString& letters) {
        m_jump->setText(letters);
        m_jump->setFocus();
        jump(letters);
    });
    connect(m_card, &CardPane::figureChosen, this, &MainWindow::showFigure);
    connect(m_jump, &QLineEdit::textEdited, this, &MainWindow::jump);
    connect(m_jump, &QLineEdit::returnPressed, this, &MainWindow::leaveJump);
    m_jump->installEventFilter(this);
    connect(m_scoringModel, &QComboBox::currentIndexChanged, this, &MainWindow::ask);
    connect(m_scenario, &QComboBox::currentIndexChanged, this, &MainWindow::ask);
}

void MainWindow::showMessage(const QString& what, const QString& next)
{
    m_message->setText(what);
    m_next->setText(next);
    m_pages->setCurrentIndex(0);
    for (QWidget* one : {static_cast<QWidget*>(m_scoringModel), static_cast<QWidget*>(m_scenario)})
        one->setEnabled(m_workspace != nullptr);
}

void MainWindow::openWorkspace(std::shared_ptr<const WorkspaceData> workspace, const QString& name)
{
    m_workspace = std::move(workspace);
    m_scoringModel->setEnabled(true);
    m_scenario->setEnabled(true);
    m_before.clear();
    m_workspaceName->setText(name);
    setWindowTitle(tr("%1 – Plumbline").arg(name));
    const QSignalBlocker quietModel(m_scoringModel);
    const QSignalBlocker quietScenario(m_scenario);
    m_scoringModel->clear();
    for (const ScoringModel& model : m_workspace->scoringModels) {
        m_scoringModel->addItem(model.id, model.id);
        m_scoringModel->setItemData(m_scoringModel->count() - 1, model.title, Qt::ToolTipRole);
    }
    m_scoringModel->model()->sort(0);
    m_scoringModel->setCurrentIndex(std::max(0, m_scoringModel->findData(DeskQuestion().scoringModel)));
    m_scenario->clear();
    for (const Scenario& scenario : m_workspace->decisions.scenarios) {
        m_scenario->addItem(scenario.name, scenario.name);
        m_scenario->setItemData(m_scenario->count() - 1, scenario.note, Qt::ToolTipRole);
    }
    m_scenario->setCurrentIndex(std::max(0, m_scenario->findData(baseScenario)));
    ask();
}

void MainWindow::ask()
{
    if (m_workspace == nullptr)
        return;
    const int question = ++m_question;
    DeskQuestion asked;
    asked.scoringModel = m_scoringModel->currentData().toString();
    asked.scenario = m_scenario->currentData().toString();
    using Ranked = Result<std::shared_ptr<const std::vector<Card>>>;
    const auto work = [workspace = m_workspace, asked, locale = m_locale]() -> Ranked {
        auto ranked = rankedCards(*workspace, {}, asked, locale);
        if (!ranked)
            return tl::unexpected(ranked.error());
        return std::make_shared<const std::vector<Card>>(std::move(*ranked));
    };
    whenReady(inBackground(work), this, [this, question](const Ranked& ranked) {
        if (question != m_question)
            return;
        if (ranked)
            receive(*ranked);
        else
            showMessage(ranked.error().message, tr("Choose another scenario or scoring model above."));
    });
}

void MainWindow::receive(std::shared_ptr<const std::vector<Card>> ranked)
{
    m_ranked = std::move(ranked);
    if (m_before.isEmpty())
        for (const Card& one : *m_ranked)
            m_before.insert(one.coverage.dossier.symbol, one.rank.value_or(0));
    m_model->setRows(rankingRows(*m_ranked, m_before, m_locale));
    if (m_ranked->empty()) {
        showMessage(tr("This workspace holds no company yet."),
                    tr("Make the sample with “plumbline sample FILE” and open it with --workspace FILE."));
        return;
    }
    m_pages->setCurrentIndex(1);
    countCompanies();
    m_asked->setText(
        tr("scenario %1 · scoring model %2 · workspace made %3")
            .arg(m_scenario->currentText(), m_scoringModel->currentText(), m_workspace->made.left(10)));
    const QString figure = m_trace->figure();
    if (m_symbol.isEmpty() || card() == nullptr) {
        m_ranking->choose(0);
        m_ranking->setFocus();
    } else {
        showCard(m_symbol);
        if (!figure.isEmpty())
            showFigure(figure);
    }
}

const Card* MainWindow::card() const
{
    if (m_ranked == nullptr)
        return nullptr;
    const auto found = cardOf(*m_ranked, m_symbol);
    return found ? *found : nullptr;
}

void MainWindow::showCard(const QString& symbol)
{
    m_symbol = symbol;
    if (const Card* own = card()) {
        m_card->showCard(*own);
        m_trace->showFigure(*own, u"aggregate.eps_uplift_percent"_s);
    }
}

void MainWindow::showFigure(const QString& figure)
{
    const Card* own = card();
    if (own != nullptr && own->sheet.find(figure) != Sheet::none)
        m_trace->showFigure(*own, figure);
}

void MainWindow::jump(const QString& typed)
{
    const int row = m_model->rowFor(typed);
    m_ranking->choose(row);
    statusBar()->showMessage(row < 0 && !typed.trimmed().isEmpty()
                                 ? tr("No company shown starts with “%1”.").arg(typed)
                                 : QString(),
                             4000);
}

void MainWindow::leaveJump()
{
    m_jump->clear();
    m_ranking->setFocus();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_jump && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        leaveJump();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::countCompanies()
{
    const auto hidden = static_cast<int>(m_model->companies()) - m_model->rowCount();
    QString words = tr("%n companies shown", nullptr, m_model->rowCount());
    if (hidden > 0)
        words += tr(", %n filtered out", nullptr, hidden);
    if (m_model->undecided() > 0)
        words += tr(", %n of them because a figure is not known", nullptr, m_model->undecided());
    m_companies->setText(words);
}

void MainWindow::setTheme(Theme theme)
{
    m_theme = theme;
    m_themeAction->setText(theme == Theme::Dark ? tr("Light theme") : tr("Dark theme"));
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance()))
        applyTheme(*application, theme);
    m_settings.setValue(u"window/theme"_s, theme == Theme::Dark ? u"dark"_s : u"light"_s);
}

void MainWindow::restore()
{
    setTheme(m_settings.value(u"window/theme"_s).toString() == u"light" ? Theme::Light : Theme::Dark);
    resize(1600, 900);
    m_across->setSizes({708, 882});
    m_down->setSizes({560, 262});
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    m_across->restoreState(m_settings.value(u"window/across"_s).toByteArray());
    m_down->restoreState(m_settings.value(u"window/down"_s).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/across"_s, m_across->saveState());
    m_settings.setValue(u"window/down"_s, m_down->saveState());
    QMainWindow::closeEvent(event);
}

} // namespace plumbline
