#pragma once

#include "core/reading/theme.h"
#include "core/store/storethread.h"
#include "core/transcript/search.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace plumbline {

/// What was found for a line; empty lines find nothing.
struct CallsFound
{
    std::vector<Found> found {};
    bool more = false; ///< these are the best of more
};

/// Searches the calls of one workspace beside the window, on a connection of its own: who types never waits for a ranking
/// that is being computed. Only the line asked for last is answered; those before it are not even looked up.
class CallSearch : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t most = 200;

    explicit CallSearch(QObject* parent = nullptr);
    ~CallSearch() override;
    Q_DISABLE_COPY_MOVE(CallSearch)

    /// Another workspace, and the theme that about:ai looks for; what was asked of the one before is dropped.
    void open(const QString& path, const Theme& theme);
    /// Answered by found() or refused(), at once where the line cannot be read.
    void ask(const QString& line);

signals:
    void found(const plumbline::CallsFound& found);
    void refused(const QString& sentence);

private:
    void look(const SearchQuery& query);

    QString m_path {};
    Theme m_theme {};
    std::shared_ptr<std::atomic<quint64>> m_turn = std::make_shared<std::atomic<quint64>>(0);
    std::unique_ptr<StoreThread> m_reader {}; ///< from the first line on
};

} // namespace plumbline
