#include "ui/actions/commandbox.h"
#include "ui/assumptions/editorrows.h"
#include "ui/assumptions/upliftpane.h"
#include "ui/calls/callimport.h"
#include "ui/calls/callpane.h"
#include "ui/calls/searchpane.h"
#include "ui/card/cardpane.h"
#include "ui/common/chip.h"
#include "ui/common/copy.h"
#include "ui/common/roles.h"
#include "ui/common/tracepane.h"
#include "ui/mainwindow.h"
#include "ui/ranking/rankingmodel.h"
#include "ui/ranking/rankingview.h"
#include "ui/statusline.h"
#include "ui/workbench.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTreeView>

/// Where the window's actions lead: each is one step of whoever sits before it.
namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

/// The figure that has the focus: a cell's, or a chip's.
QString figureInFocus()
{
    const QWidget* focus = QApplication::focusWidget();
    if (const auto* view = qobject_cast<const QAbstractItemView*>(focus))
        return view->currentIndex().data(FigureRole).toString();
    const auto* chip = qobject_cast<const Chip*>(focus);
    return chip == nullptr ? QString() : chip->figure();
}

/// The key of the assumption whose row in the editor has the focus.
QString rowInFocus()
{
    for (const QWidget* one = QApplication::focusWidget(); one != nullptr; one = one->parentWidget())
        if (one->objectName().startsWith(u"assumption:"))
            return one->objectName().section(u':', 1);
    return {};
}

/// Shows the dock of a pane before those it shares tabs with.
QDockWidget* broughtForward(const QWidget* pane)
{
    auto* dock = qobject_cast<QDockWidget*>(pane->parentWidget());
    if (dock != nullptr) {
        dock->show();
        dock->raise();
    }
    return dock;
}

} // namespace

/// The companies of the ranking that its filters leave, in the order shown.
QStringList MainWindow::companiesShown() const
{
    QStringList symbols;
    for (int row = 0; row < m_model->rowCount(); ++row)
        symbols.append(m_model->index(row, static_cast<int>(RankingColumn::Symbol)).data().toString());
    return symbols;
}

void MainWindow::openCompany(const QString& symbol)
{
    const int row = m_model->rowOf(symbol);
    if (row >= 0) {
        m_ranking->choose(row);
    } else {
        showCompany(symbol);
        m_status->announce(tr("%1 is shown; the filters of the ranking leave it out.").arg(symbol));
    }
}

void MainWindow::leaveCommandBox()
{
    QWidget* to = m_cameFrom != nullptr && m_cameFrom != m_command ? m_cameFrom.data() : m_ranking;
    to->setFocus(Qt::OtherFocusReason);
}

void MainWindow::goBack()
{
    if (m_history.isEmpty())
        return;
    const QString symbol = m_history.takeLast();
    m_symbol.clear(); // so that going back is not a step forward
    if (const int row = m_model->rowOf(symbol); row >= 0)
        m_ranking->choose(row);
    showCompany(symbol);
}

void MainWindow::openTrace()
{
    if (QApplication::focusWidget() == m_trace->tree()) {
        m_trace->openCurrent();
        return;
    }
    const QString figure = figureInFocus();
    if (figure.isEmpty()) {
        m_status->announce(tr("No figure is chosen: move to one with the arrow keys."));
        return;
    }
    broughtForward(m_trace);
    showFigure(figure);
}

void MainWindow::connectSearch()
{
    connect(m_search, &SearchPane::asked, m_searching, &CallSearch::ask);
    connect(m_searching, &CallSearch::found, m_search, &SearchPane::showFound);
    connect(m_searching, &CallSearch::refused, m_search, &SearchPane::showRefusal);
    connect(m_search, &SearchPane::sentenceChosen, this, &MainWindow::showSentenceOf);
    connect(&m_desk, &Desk::callsImported, m_search, &SearchPane::askAgain);
}

void MainWindow::openSearch()
{
    constexpr int someResults = 290;
    if (QDockWidget* dock = broughtForward(m_search))
        m_bench->giveHeight(dock, someResults);
    m_search->begin();
}

/// A sentence of any company: its card comes first. The focus stays in the results, to go on from.
void MainWindow::showSentenceOf(const QString& symbol, const QString& call, int sentence)
{
    if (m_shown != nullptr && symbol == m_symbol && m_shown->coverage.dossier.symbol == symbol) {
        showSentence(call, sentence);
        return;
    }
    m_toShow = {symbol, call, sentence};
    openCompany(symbol);
}

void MainWindow::openCall()
{
    if (QApplication::focusWidget() != nullptr && m_search->isAncestorOf(QApplication::focusWidget())) {
        m_search->openCurrent();
        return;
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(QApplication::focusWidget());
    if (view == nullptr)
        return;
    const QModelIndex current = view->currentIndex();
    for (int i = -1; current.isValid() && i < current.model()->columnCount(current.parent()); ++i) {
        const QModelIndex index = i < 0 ? current : current.siblingAtColumn(i);
        if (const QString call = index.data(CallRole).toString(); !call.isEmpty()) {
            showSentence(call, index.data(SentenceRole).toInt());
            return;
        }
    }
    m_status->announce(tr("What is chosen quotes no call."));
}

void MainWindow::showSentence(const QString& call, int sentence)
{
    if (QApplication::focusWidget() != nullptr && m_calls->isAncestorOf(QApplication::focusWidget()))
        return;                         // it is being read there
    constexpr int sevenSentences = 290; // what was said before and after stays in view
    if (QDockWidget* dock = broughtForward(m_calls))
        m_bench->giveHeight(dock, sevenSentences);
    m_calls->showSentence(call, sentence);
    if (sentence == 0)
        m_status->announce(tr("The call does not hold this sentence."));
}

/// The card of the call's company comes first; the call is shown with it.
void MainWindow::showImportedCall(const QString& symbol, const QString& call)
{
    m_baseKey.clear(); // base was made from the calls before
    const std::shared_ptr<const Card> card = symbol == m_symbol ? m_desk.card(symbol) : nullptr;
    const bool shown = card != nullptr && card == m_shown
                    && std::any_of(card->coverage.calls.begin(), card->coverage.calls.end(),
                                   [&](const Call& one) { return one.id == call && one.whole; });
    if (symbol != m_symbol || shown) {
        showSentenceOf(symbol, call, 1);
        return;
    }
    m_toShow = {symbol, call, 1};
    m_desk.askForCard(symbol);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (CallImport::holdsFiles(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    m_import->beginDropped(*event->mimeData());
}

/// The assumption behind the figure in focus, else the one whose row has the focus, else the first.
void MainWindow::editAssumption()
{
    const std::shared_ptr<const Card> card = m_desk.card(m_symbol);
    if (card == nullptr)
        return;
    const QString figure = figureInFocus();
    QString key = rowInFocus();
    for (const AssumptionRow& row : editorRows(*card, m_locale))
        if (key.isEmpty() && (figure.isEmpty() || row.figure == figure))
            key = row.key();
    if (key.isEmpty()) {
        m_status->announce(tr("%1 is no assumption; its trace shows what it rests on.").arg(figure));
        return;
    }
    m_card->showAssumptions();
    if (auto* field = m_card->uplift()->findChild<QLineEdit*>(u"value:"_s + key)) {
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
    }
}

void MainWindow::copy(bool withHeaders)
{
    if (const auto* view = qobject_cast<const QAbstractItemView*>(QApplication::focusWidget()))
        copySelection(*view, withHeaders ? CopyHeaders::Yes : CopyHeaders::No);
}

void MainWindow::askNewScenario()
{
    m_questions.scenarioName(this, [this](const QString& name) {
        m_desk.addScenario(name, {});
        const std::vector<Scenario> all = m_desk.scenarios();
        if (std::any_of(all.begin(), all.end(), [&](const Scenario& one) { return one.name == name; }))
            m_desk.setScenario(name);
    });
}

void MainWindow::askRemoveScenario()
{
    const QString name = m_desk.scenario();
    if (name == baseScenario) {
        m_status->announce(tr("Scenario base stays: the others lie over it."));
        return;
    }
    m_questions.confirm(this, tr("Remove scenario %1?").arg(name),
                        tr("Its choices go with it. Undo brings both back."), [this, name] {
                            m_desk.setScenario(baseScenario);
                            m_desk.removeScenario(name);
                        });
}

} // namespace plumbline
