#include "core/desk/cardshelf.h"

namespace plumbline {

void CardShelf::put(const QString& symbol, const std::shared_ptr<const Card>& card)
{
    m_cards.insert(symbol, card);
    if (!m_order.contains(symbol))
        m_order.append(symbol);
    if (static_cast<std::size_t>(m_order.size()) > places)
        m_cards.remove(m_order.takeFirst());
}

std::shared_ptr<const Card> CardShelf::take(const QString& symbol)
{
    if (m_order.removeOne(symbol))
        m_order.append(symbol);
    return find(symbol);
}

std::shared_ptr<const Card> CardShelf::find(const QString& symbol) const
{
    return m_cards.value(symbol);
}

void CardShelf::remove(const QString& symbol)
{
    m_cards.remove(symbol);
    m_order.removeOne(symbol);
}

void CardShelf::clear()
{
    m_cards.clear();
    m_order.clear();
}

} // namespace plumbline
