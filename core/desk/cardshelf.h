#pragma once

#include "core/report/card.h"

#include <QHash>

#include <memory>

namespace plumbline {

/// The cards that were asked for last; the one that was not looked at for longest makes room.
class CardShelf
{
public:
    static constexpr std::size_t places = 16;

    void put(const QString& symbol, const std::shared_ptr<const Card>& card);
    /// The card, null where it is not there; it counts as looked at.
    std::shared_ptr<const Card> take(const QString& symbol);
    std::shared_ptr<const Card> find(const QString& symbol) const;
    void remove(const QString& symbol);
    QStringList symbols() const { return m_order; }
    void clear();

private:
    QHash<QString, std::shared_ptr<const Card>> m_cards {};
    QStringList m_order {}; ///< looked at last stands last
};

} // namespace plumbline
