#include "ui/common/tracepane.h"

#include "core/formula/explain.h"
#include "ui/common/celldelegate.h"
#include "ui/common/names.h"
#include "ui/common/shown.h"
#include "ui/common/tracemodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

TracePane::TracePane(const QLocale& locale, QWidget* parent)
    : QFrame(parent)
    , m_locale(locale)
    , m_title(named(new QLabel, u"traceTitle"_s, tr("Trace")))
    , m_model(new TraceModel(this))
    , m_fit(new QTimer(this))
    , m_tree(named(new QTreeView, u"traceTree"_s, tr("What stands behind the figure")))
{
    setObjectName(u"pane"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setContentsMargins(10, 6, 10, 6);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new CellDelegate(m_tree));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(false);
    m_tree->header()->setSectionResizeMode(TraceModel::From, QHeaderView::Stretch);
    m_tree->header()->resizeSection(TraceModel::Name, 270);
    m_tree->header()->resizeSection(TraceModel::Value, 90);
    m_tree->header()->setStretchLastSection(true);
    m_fit->setSingleShot(true);
    m_fit->setInterval(0);
    connect(m_fit, &QTimer::timeout, m_tree, &QTreeView::doItemsLayout);
    connect(m_tree->header(), &QHeaderView::sectionResized, m_fit, qOverload<>(&QTimer::start));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_tree);
    clear();
}

void TracePane::showFigure(const Card& card, const QString& figure)
{
    m_figure = figure;
    m_model->setFigure(card, figure, m_locale);
    const Shown value = shown(card.sheet, figure, m_locale);
    const QString claim = claimOf(card, figure);
    const QString title =
        claim.isEmpty() ? titleFor(card, figure) : tr("%1 of %2").arg(titleFor(card, figure), claim);
    m_title->setText(u"%1: %2"_s.arg(title, value.reason.isEmpty() ? value.text : value.reason));
    m_title->setToolTip(figure);
    if (m_model->figures() <= 40)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(1);
}

void TracePane::clear()
{
    m_figure.clear();
    m_model->clear();
    m_title->setText(tr("Choose a figure, or press F3 on it, to see what stands behind it."));
}

} // namespace plumbline
