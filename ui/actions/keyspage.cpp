#include "ui/actions/keyspage.h"

#include "ui/actions/actions.h"
#include "ui/common/figuretable.h"
#include "ui/common/names.h"
#include "ui/common/sizes.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

TableRow keyRow(const QString& keys, const QString& action, const QString& meaning)
{
    return {TableCell(action), TableCell(keys, Tone::Strong), TableCell(meaning, Tone::Muted)};
}

} // namespace

KeysPage::KeysPage(const Actions& actions, QWidget* parent) : QDialog(parent)
{
    named(this, u"keysPage"_s, tr("Keys"));
    setWindowTitle(tr("Keys"));
    resize(within(parent, {860, 640}));
    std::vector<TableRow> rows {
        {TableCell(tr("In tables"), Tone::Heading)},
        keyRow(tr("letters"), tr("Jump"), tr("In the ranking: find a ticker or a name")),
        keyRow(tr("Enter"), tr("Open"),
               tr("In the ranking: go to the card. On a sentence: open the call there")),
        keyRow(tr("↑ ↓ ← →"), tr("Move"), tr("Another row or column; on a figure, its trace follows"))};
    for (std::size_t i = 0; i < static_cast<std::size_t>(ActionGroup::Count); ++i) {
        const auto group = static_cast<ActionGroup>(i);
        rows.push_back({TableCell(titleOf(group).remove(u'&'), Tone::Heading)});
        for (const QAction* action : actions.all())
            if (actions.groupOf(action) == group && !action->shortcuts().isEmpty())
                rows.push_back(keyRow(keysOf(*action), plainText(*action), action->statusTip()));
    }
    auto* table = named(new FigureTable({{tr("Action"), 260}, {tr("Keys"), 170}, {tr("What it does"), 0}}),
                        u"keysTable"_s, tr("Keys"));
    table->showRows(std::move(rows));
    auto* buttons = named(new QDialogButtonBox(QDialogButtonBox::Close), u"keysButtons"_s, tr("Close"));
    for (QAbstractButton* one : buttons->buttons())
        named(one, u"keysClose"_s, tr("Close the page of keys"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
}

} // namespace plumbline
