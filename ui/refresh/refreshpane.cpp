#include "ui/refresh/refreshpane.h"

#include "ui/common/figuretable.h"
#include "ui/common/names.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int listEvery = 300;         // milliseconds
constexpr std::size_t mostShown = 300; // lines: nobody reads more, and all of them must be measured

} // namespace

RefreshPane::RefreshPane(const QLocale& locale, QWidget* parent)
    : QFrame(parent)
    , m_locale(locale)
    , m_head(new QWidget(this))
    , m_words(named(new QLabel, u"refreshWords"_s, tr("Progress of the refresh")))
    , m_bar(named(new QProgressBar, u"refreshBar"_s, tr("Companies refreshed")))
    , m_pause(named(new QPushButton, u"refreshPause"_s, tr("Pause the refresh or go on")))
    , m_cancel(named(new QPushButton(tr("Cancel")), u"refreshCancel"_s, tr("Cancel the refresh")))
    , m_again(named(new QPushButton, u"refreshAgain"_s, tr("Try again what failed")))
    , m_note(named(new QLabel, u"refreshNote"_s, tr("What the refresh says")))
    , m_table(named(new FigureTable(refreshColumns()), u"refreshTable"_s, tr("What failed and what changed")))
{
    setObjectName(u"pane"_s);
    setAccessibleName(tr("Refresh"));
    makeHead();
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(10, 4, 10, 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    m_gather.setSingleShot(true);
    m_gather.setInterval(listEvery);
    connect(&m_gather, &QTimer::timeout, this, &RefreshPane::list);
    connect(m_table, &QTableView::activated, this, [this] {
        if (const QStringList symbols = chosen(); !symbols.isEmpty())
            emit companyChosen(symbols.front());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RefreshPane::showButtons);
    clear();
}

void RefreshPane::makeHead()
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(160);
    m_bar->setMaximumHeight(8);
    auto* top = new QHBoxLayout(m_head);
    top->setContentsMargins(0, 0, 0, 0);
    top->addWidget(m_bar);
    top->addWidget(m_words, 1);
    for (QPushButton* button : {m_again, m_pause, m_cancel})
        top->addWidget(button);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_progress.paused ? emit resumeAsked() : emit pauseAsked(); });
    connect(m_cancel, &QPushButton::clicked, this, &RefreshPane::cancelAsked);
    connect(m_again, &QPushButton::clicked, this, [this] {
        QStringList symbols = failed();
        const QStringList rows = chosen();
        const bool some =
            std::any_of(rows.begin(), rows.end(), [&](const QString& one) { return symbols.contains(one); });
        if (some)
            symbols.removeIf([&](const QString& one) { return !rows.contains(one); });
        emit againAsked(symbols);
    });
}

void RefreshPane::clear()
{
    m_lines.clear();
    m_progress = {};
    m_isRunning = false;
    m_end.clear();
    list();
}

void RefreshPane::showProgress(const RefreshProgress& progress)
{
    if (!m_isRunning) {
        m_lines.clear();
        m_end.clear();
        m_recent = 0;
        m_isRunning = true;
        list();
    }
    m_progress = progress;
    m_bar->setMaximum(std::max(1, progress.companies));
    m_bar->setValue(progress.done);
    m_words->setText(progressLine(progress, m_locale));
    m_words->setToolTip(m_words->text());
    showButtons();
}

void RefreshPane::add(const CompanyRefreshed& company)
{
    m_recent += company.asked == 0 && company.remarks.isEmpty() && company.failed.isEmpty();
    for (RefreshLine& line : linesOf(company)) {
        const auto at =
            line.kind == RefreshLine::Kind::Failed
                ? std::find_if(m_lines.begin(), m_lines.end(),
                               [](const RefreshLine& one) { return one.kind != RefreshLine::Kind::Failed; })
                : m_lines.end();
        m_lines.insert(at, std::move(line));
    }
    if (!m_gather.isActive())
        m_gather.start();
}

void RefreshPane::showLeft(const std::vector<RefreshJob>& jobs)
{
    m_lines.clear();
    for (const RefreshJob& job : jobs)
        m_lines.push_back(lineOf(job, m_locale));
    const auto cut =
        std::count_if(jobs.begin(), jobs.end(), [](const RefreshJob& one) { return !one.failed; });
    m_end = cut == 0
              ? tr("Companies that failed last time: %1").arg(m_locale.toString(qulonglong(jobs.size())))
              : tr("The last refresh was cut off; companies left: %1").arg(m_locale.toString(qlonglong(cut)));
    list();
}

void RefreshPane::showEnd(const QString& why)
{
    m_isRunning = false;
    m_progress.paused = false;
    m_end = endOf(why);
    list();
}

QString RefreshPane::endOf(const QString& why) const
{
    if (!why.isEmpty())
        return why;
    if (m_progress.done < m_progress.companies)
        return tr("Cancelled after %1 of %2 companies; what came stays.")
            .arg(m_locale.toString(m_progress.done), m_locale.toString(m_progress.companies));
    if (m_recent == m_progress.done)
        return tr("Everything is recent enough; nothing was asked for. Ctrl+F5 asks all the same.");
    const QString done = tr("Companies refreshed: %1").arg(m_locale.toString(m_progress.done - m_recent));
    return m_recent == 0 ? done : tr("%1; recent enough: %2").arg(done, m_locale.toString(m_recent));
}

void RefreshPane::list()
{
    std::vector<TableRow> rows;
    for (const RefreshLine& line : m_lines) {
        if (rows.size() == mostShown)
            break;
        rows.push_back(rowOf(line));
    }
    m_table->showRows(std::move(rows));
    m_table->setVisible(!m_lines.empty());
    QString note;
    if (m_lines.size() > mostShown)
        note =
            tr("The first %1 of %2 lines are shown.")
                .arg(m_locale.toString(qulonglong(mostShown)), m_locale.toString(qulonglong(m_lines.size())));
    else if (m_lines.empty() && !m_isRunning)
        note = m_end.isEmpty() ? tr(
                   "F5 brings what Financial Modeling Prep has of the company shown, Shift+F5 of all in the "
                   "ranking. What failed, and what changed, is listed here.")
                               : tr("Nothing failed, and nothing changed that you would want to hear of.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    showButtons();
}

void RefreshPane::showButtons()
{
    const bool some = !failed().isEmpty();
    m_pause->setVisible(m_isRunning);
    m_cancel->setVisible(m_isRunning);
    m_bar->setVisible(m_isRunning);
    m_again->setVisible(!m_isRunning && some);
    m_pause->setText(m_progress.paused ? tr("Go on") : tr("Pause"));
    const QStringList rows = chosen();
    const QStringList all = failed();
    const bool isPart =
        std::any_of(rows.begin(), rows.end(), [&](const QString& one) { return all.contains(one); });
    m_again->setText(isPart ? tr("Try the chosen again") : tr("Try all again"));
    if (!m_isRunning) {
        m_words->setText(m_end.isEmpty() ? tr("No refresh is under way.") : m_end);
        m_words->setToolTip(m_words->text());
    }
}

QStringList RefreshPane::failed() const
{
    QStringList symbols;
    for (const RefreshLine& line : m_lines)
        if (line.kind == RefreshLine::Kind::Failed && !symbols.contains(line.symbol))
            symbols += line.symbol;
    return symbols;
}

QStringList RefreshPane::chosen() const
{
    QStringList symbols;
    const QModelIndexList rows = m_table->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : rows)
        if (const auto row = static_cast<std::size_t>(index.row());
            row < m_lines.size() && !symbols.contains(m_lines[row].symbol))
            symbols += m_lines[row].symbol;
    return symbols;
}

} // namespace plumbline
