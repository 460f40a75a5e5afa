#include "core/desk/callsearch.h"

#include "core/desk/background.h"
#include "core/desk/searchfit.h"

namespace plumbline {

namespace {

Result<CallsFound> lookedUp(const Store& store, const SearchQuery& query, const Theme& theme)
{
    std::function<bool(const Found&)> fits;
    if (query.aboutTheme || query.hasFigure)
        fits = fitOf(query, theme);
    auto found = store.search(query, fits, CallSearch::most + 1);
    if (!found)
        return tl::unexpected(found.error());
    const bool more = found->size() > CallSearch::most;
    if (more)
        found->pop_back();
    return CallsFound {std::move(*found), more};
}

} // namespace

CallSearch::CallSearch(QObject* parent) : QObject(parent) {}

CallSearch::~CallSearch()
{
    ++*m_turn; // what still waits is not looked up
}

void CallSearch::open(const QString& path, const Theme& theme)
{
    ++*m_turn;
    m_path = path;
    m_theme = theme;
    m_reader.reset();
}

void CallSearch::ask(const QString& line)
{
    ++*m_turn;
    if (line.trimmed().isEmpty() || m_path.isEmpty()) {
        emit found({});
        return;
    }
    auto query = searchQueryFrom(line);
    if (!query) {
        emit refused(query.error().message);
        return;
    }
    query->marksWords = true;
    look(*query);
}

void CallSearch::look(const SearchQuery& query)
{
    if (m_reader == nullptr)
        m_reader = std::make_unique<StoreThread>(m_path, Store::Access::Read);
    const quint64 mine = *m_turn;
    auto given =
        m_reader->run([query, mine, turn = m_turn, theme = m_theme](Store& store) -> Result<CallsFound> {
            if (mine != *turn)
                return CallsFound {};
            return lookedUp(store, query, theme);
        });
    whenGiven(given, this, [this, mine](const Result<CallsFound>& outcome) {
        if (mine != *m_turn)
            return; // another line was asked for since
        if (outcome)
            emit found(*outcome);
        else
            emit refused(outcome.error().message);
    });
}

} // namespace plumbline
