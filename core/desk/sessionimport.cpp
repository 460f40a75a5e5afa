#include "core/desk/background.h"
#include "core/desk/session.h"

#include <QFileInfo>

namespace plumbline {

/// Read on the pool, kept by the writer; the window hears of every file.
void Session::importCalls(std::vector<CallSource> sources, const CallGiven& given, const ReadingRules& rules)
{
    if (!mayEdit())
        return;
    if (isImporting()) {
        emit refused(tr("Calls are being imported; the next ones can follow in a moment."));
        return;
    }
    m_import = std::make_shared<std::atomic<bool>>(false);
    onPool(
        m_pool, this,
        [this, sources = std::move(sources), stop = m_import] {
            ReadFiles read;
            for (const CallSource& source : sources) {
                if (*stop)
                    return ReadFiles {};
                if (auto file = callFileFrom(source))
                    read.files.push_back(std::move(*file));
                else
                    read.refused.push_back({QFileInfo(source.path).fileName(), file.error().message});
                const auto done = static_cast<int>(read.files.size() + read.refused.size());
                QMetaObject::invokeMethod(
                    this,
                    [this, done, of = static_cast<int>(sources.size())] { emit importProgressed(done, of); },
                    Qt::QueuedConnection);
            }
            return read;
        },
        [this, given, rules](ReadFiles read) { keepCalls(std::move(read), given, rules); });
}

void Session::cancelImport()
{
    if (m_import != nullptr)
        *m_import = true;
}

void Session::keepCalls(ReadFiles read, const CallGiven& given, const ReadingRules& rules)
{
    if (*m_import || read.files.empty()) {
        endImport({{}, std::move(read.refused)});
        return;
    }
    whenGiven(m_saver.importCalls(std::move(read.files), given, rules, m_locale), this,
              [this, unread = std::move(read.refused)](Result<CallsImported> imported) {
                  if (!imported) {
                      emit refused(imported.error().message);
                      imported = CallsImported {};
                  }
                  imported->refused.insert(imported->refused.begin(), unread.begin(), unread.end());
                  takeCalls(*imported);
              });
}

void Session::takeCalls(const CallsImported& imported)
{
    QStringList symbols;
    for (const ImportedCall& one : imported.calls)
        symbols += one.symbol;
    if (!symbols.isEmpty())
        followCompanies(symbols);
    endImport(imported);
}

/// Companies whose data came in get another card; one that is new here has everything made anew.
void Session::followCompanies(const QStringList& symbols)
{
    auto known = m_reader->run([](Store& store) {
        return store.frame().map([](const WorkspaceFrame& frame) { return frame.symbols; });
    });
    whenGiven(known, this, [this, symbols](const Result<QStringList>& now) {
        if (!now) {
            emit refused(now.error().message);
        } else if (*now == m_frame.symbols && m_universe != nullptr) {
            ++m_turn; // cards under way were made from what was known before
            for (const QString& symbol : symbols) {
                if (m_shelf.find(symbol) != nullptr)
                    m_wanted.insert(symbol);
                m_shelf.remove(symbol);
                makeCard(symbol);
            }
        } else {
            m_frame.symbols = *now;
            m_shelf.clear();
            ++m_turn;
            makeUniverse();
        }
    });
}

void Session::endImport(const CallsImported& imported)
{
    m_import.reset();
    emit callsImported(imported);
}

} // namespace plumbline
