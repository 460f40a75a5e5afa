#include "ui/calls/importpage.h"

#include "ui/common/figuretable.h"
#include "ui/common/names.h"
#include "ui/common/paragraph.h"
#include "ui/common/sizes.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

QString outcomeOf(const ImportedCall& call)
{
    switch (call.outcome) {
    case ImportedCall::Outcome::Added: return ImportPage::tr("Imported.");
    case ImportedCall::Outcome::Replaced: return ImportPage::tr("Imported, in place of what was here.");
    case ImportedCall::Outcome::Kept: break;
    }
    return ImportPage::tr("Not changed.");
}

} // namespace

ImportPage::ImportPage(std::vector<CallSource> sources, CallsImported imported, const QLocale& locale,
                       QWidget* parent)
    : QDialog(parent)
    , m_sources(std::move(sources))
    , m_imported(std::move(imported))
    , m_locale(locale)
    , m_table(
          named(new FigureTable(
                    {{tr("File"), 200}, {tr("Company"), 120}, {tr("Call"), 130}, {tr("What came of it"), 0}}),
                u"importTable"_s, tr("Imported calls")))
{
    named(this, u"importPage"_s, tr("Imported calls"));
    setWindowTitle(tr("Imported calls"));
    resize(within(parent, {860, 520}));
    auto* summary = named(new Paragraph, u"importSummary"_s, tr("Summary"));
    summary->setText(tr("Calls read: %1. Files not taken: %2.")
                         .arg(m_locale.toString(static_cast<qulonglong>(m_imported.calls.size())),
                              m_locale.toString(static_cast<qulonglong>(m_imported.refused.size()))));
    auto* buttons = named(new QDialogButtonBox(QDialogButtonBox::Close), u"importButtons"_s, tr("Close"));
    named(buttons->button(QDialogButtonBox::Close), u"importClose"_s, tr("Close the page of imported calls"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    m_form = makeForm();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_form);
    layout->addWidget(buttons);
    fill();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportPage::showForm);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { openRow(index.row()); });
    const auto asking = std::find_if(m_imported.refused.begin(), m_imported.refused.end(),
                                     [](const Refusal& one) { return one.needs != Refusal::Needs::Nothing; });
    m_table->selectRow(
        asking == m_imported.refused.end() ? 0 : static_cast<int>(asking - m_imported.refused.begin()));
    showForm();
}

QWidget* ImportPage::makeForm()
{
    auto* form = new QWidget;
    m_asks = named(new Paragraph, u"importAsks"_s, tr("What is asked"));
    m_symbol = named(new QLineEdit, u"importSymbol"_s, tr("Symbol"));
    m_period = named(new QLineEdit, u"importPeriod"_s, tr("Quarter"));
    m_day = named(new QLineEdit, u"importDay"_s, tr("Day"));
    m_symbol->setPlaceholderText(tr("AMZN"));
    m_period->setPlaceholderText(tr("as its text says, or Q1 FY2026"));
    m_day->setPlaceholderText(tr("as its text says, or 2026-04-30"));
    auto* again =
        named(new QPushButton(tr("Import it")), u"importAgain"_s, tr("Import it with what is said here"));
    connect(again, &QPushButton::clicked, this, &ImportPage::takeAgain);
    for (QLineEdit* field : {m_symbol, m_period, m_day})
        connect(field, &QLineEdit::returnPressed, this, &ImportPage::takeAgain);
    again->setAutoDefault(false);
    auto* fields = new QFormLayout;
    fields->addRow(tr("&Symbol"), m_symbol);
    fields->addRow(tr("&Quarter"), m_period);
    fields->addRow(tr("&Day"), m_day);
    again->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    fields->addRow(QString(), again);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_asks);
    layout->addLayout(fields);
    return form;
}

/// What was not taken stands first: there is something to do.
void ImportPage::fill()
{
    std::vector<TableRow> rows;
    for (const Refusal& one : m_imported.refused)
        rows.push_back(
            {TableCell(one.file), TableCell(), TableCell(), TableCell(one.sentence, Tone::Warning)});
    for (const ImportedCall& one : m_imported.calls) {
        QStringList said {outcomeOf(one),
                          tr("%1 sentences.").arg(m_locale.toString(static_cast<qulonglong>(one.sentences)))};
        TableCell call(one.period);
        call.call = one.period;
        rows.push_back({TableCell(one.file), TableCell(one.symbol, Tone::Strong), call,
                        TableCell(said.join(u' '), Tone::Plain, one.remarks.join(u' '))});
    }
    m_table->showRows(std::move(rows));
}

const Refusal* ImportPage::chosen() const
{
    const auto row = static_cast<std::size_t>(std::max(0, m_table->currentIndex().row()));
    return row < m_imported.refused.size() ? &m_imported.refused[row] : nullptr;
}

void ImportPage::showForm()
{
    const Refusal* refusal = chosen();
    m_form->setVisible(refusal != nullptr && refusal->needs != Refusal::Needs::Nothing);
    if (m_form->isHidden())
        return;
    m_asks->setText(tr("%1: %2").arg(refusal->file, refusal->sentence));
}

void ImportPage::openRow(int row)
{
    const auto call = static_cast<std::size_t>(row) - m_imported.refused.size();
    if (row >= 0 && call < m_imported.calls.size())
        emit callAsked(m_imported.calls[call].symbol, m_imported.calls[call].period);
    else if (!m_form->isHidden())
        m_symbol->setFocus();
}

void ImportPage::takeAgain()
{
    const Refusal* refusal = chosen();
    if (refusal == nullptr)
        return;
    const auto source = std::find_if(m_sources.begin(), m_sources.end(), [&](const CallSource& one) {
        return QFileInfo(one.path).fileName() == refusal->file;
    });
    if (source != m_sources.end())
        emit againAsked(*source, {m_symbol->text().trimmed().toUpper(), m_period->text().trimmed(),
                                  m_day->text().trimmed()});
}

} // namespace plumbline
