#include "ui/actions/palettemodel.h"

#include "ui/actions/actions.h"
#include "ui/common/roles.h"

#include <algorithm>
#include <array>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostCompanies = 8;

/// How well a company fits what was typed: 0 best, 4 not at all.
std::size_t distance(const RankedCompany& company, const QString& typed)
{
    if (company.symbol.compare(typed, Qt::CaseInsensitive) == 0)
        return 0;
    if (company.symbol.startsWith(typed, Qt::CaseInsensitive))
        return 1;
    if (company.name.startsWith(typed, Qt::CaseInsensitive))
        return 2;
    return company.name.contains(u' ' + typed, Qt::CaseInsensitive) ? 3 : 4;
}

/// Every word typed begins a word of the text.
bool fits(const QString& text, const QString& typed)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const QStringList wanted = typed.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& one) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString& word) { return word.startsWith(one, Qt::CaseInsensitive); });
    });
}

} // namespace

PaletteModel::PaletteModel(const Actions& actions, QObject* parent)
    : QAbstractListModel(parent)
    , m_actions(actions)
{}

void PaletteModel::suggest(const QString& typed)
{
    beginResetModel();
    m_entries.clear();
    const QString text = typed.trimmed();
    if (!text.isEmpty())
        matchCompanies(text);
    matchActions(text);
    endResetModel();
}

void PaletteModel::matchCompanies(const QString& typed)
{
    if (m_companies == nullptr)
        return;
    std::array<std::vector<const RankedCompany*>, 4> found;
    for (const RankedCompany& company : *m_companies)
        if (const std::size_t place = distance(company, typed);
            place < found.size() && found[place].size() < mostCompanies)
            found[place].push_back(&company);
    for (const auto& some : found)
        for (const RankedCompany* company : some)
            if (m_entries.size() < mostCompanies)
                m_entries.push_back({company->symbol, company->name, company->symbol});
}

void PaletteModel::matchActions(const QString& typed)
{
    for (const QAction* action : m_actions.all()) {
        const QString text = plainText(*action);
        const QString group = titleOf(m_actions.groupOf(action)).remove(u'&');
        if (fits(group + u' ' + text, typed))
            m_entries.push_back({u"%1: %2"_s.arg(group, text),
                                 keysOf(*action),
                                 {},
                                 action->objectName(),
                                 action->isEnabled()});
    }
}

QString PaletteModel::symbolAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : m_entries[static_cast<std::size_t>(row)].symbol;
}

QString PaletteModel::actionAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : m_entries[static_cast<std::size_t>(row)].action;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return entry.text;
    case Qt::AccessibleTextRole: return u"%1 %2"_s.arg(entry.text, entry.note);
    case NoteRole: return entry.note;
    case SymbolRole: return entry.symbol;
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    return entry.enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                         : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

} // namespace plumbline
