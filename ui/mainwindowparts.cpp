#include "ui/card/cardpane.h"
#include "ui/common/names.h"
#include "ui/mainwindow.h"
#include "ui/ranking/rankingview.h"

#include <QAction>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

void MainWindow::makeToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    named(bar, u"toolBar"_s, tr("Tools"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    auto* mark = named(new QLabel(tr("Plumbline")), u"markLabel"_s, tr("Plumbline"));
    QFont bold = mark->font();
    bold.setBold(true);
    mark->setFont(bold);
    m_workspaceName = named(new QLabel, u"workspaceLabel"_s, tr("Workspace"));
    m_workspaceName->setForegroundRole(QPalette::PlaceholderText);
    m_workspaceName->setContentsMargins(4, 0, 8, 0);
    m_jump = named(new QLineEdit, u"jumpBox"_s, tr("Jump to a company"));
    m_jump->setPlaceholderText(tr("Type a ticker or a name (Ctrl+K)"));
    m_jump->setClearButtonEnabled(true);
    m_jump->setMaximumWidth(460);
    m_scoringModel = named(new QComboBox, u"scoringModelBox"_s, tr("Scoring model"));
    m_scenario = named(new QComboBox, u"scenarioBox"_s, tr("Scenario"));
    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    const auto caption = [](const QString& text, QWidget* of) {
        auto* own = new QLabel(text);
        own->setForegroundRole(QPalette::PlaceholderText);
        own->setBuddy(of);
        return own;
    };
    bar->addWidget(mark);
    bar->addWidget(m_workspaceName);
    bar->addWidget(m_jump);
    bar->addWidget(gap);
    bar->addWidget(caption(tr("Scoring model"), m_scoringModel));
    bar->addWidget(m_scoringModel);
    bar->addWidget(caption(tr("Scenario"), m_scenario));
    bar->addWidget(m_scenario);
    m_themeAction = bar->addAction(tr("Dark / light"));
    m_themeAction->setObjectName(u"themeAction"_s);
    m_themeAction->setToolTip(tr("Switch between the dark and the light theme (Ctrl+T)"));
    m_themeAction->setShortcut(Qt::CTRL | Qt::Key_T);
    connect(m_themeAction, &QAction::triggered, this,
            [this] { setTheme(m_theme == Theme::Dark ? Theme::Light : Theme::Dark); });
    named(bar->widgetForAction(m_themeAction), u"themeButton"_s, tr("Dark or light theme"));
}

QWidget* MainWindow::rankingPane()
{
    auto* pane = new QFrame;
    pane->setObjectName(u"pane"_s);
    auto* title = new QLabel(tr("Ranking"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setContentsMargins(10, 7, 10, 7);
    title->setBuddy(m_ranking);
    auto* layout = new QVBoxLayout(pane);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_ranking);
    return pane;
}

QWidget* MainWindow::message()
{
    m_message = named(new QLabel, u"messageLabel"_s, tr("Message"));
    m_next = named(new QLabel, u"nextLabel"_s, tr("What to do next"));
    m_next->setForegroundRole(QPalette::PlaceholderText);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->addStretch();
    for (QLabel* one : {m_message, m_next}) {
        one->setAlignment(Qt::AlignHCenter);
        one->setWordWrap(true);
        one->setTextFormat(Qt::PlainText);
        one->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(one);
    }
    layout->addStretch();
    QFont large = m_message->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_message->setFont(large);
    return page;
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto&& action) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    on(Qt::CTRL | Qt::Key_K, [this] {
        m_jump->setFocus();
        m_jump->selectAll();
    });
    on(Qt::Key_BracketLeft, [this] { m_ranking->step(-1); });
    on(Qt::Key_BracketRight, [this] { m_ranking->step(1); });
    for (int i = 0; i < m_card->tabs()->count(); ++i)
        on(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] {
            m_card->tabs()->setCurrentIndex(i);
            m_card->tabs()->currentWidget()->setFocus();
        });
    on(Qt::ALT | Qt::Key_Up, [this] { m_ranking->step(-1); });
    on(Qt::ALT | Qt::Key_Down, [this] { m_ranking->step(1); });
}

} // namespace plumbline
