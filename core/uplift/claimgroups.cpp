#include "core/uplift/claimgroups.h"

#include "core/uplift/claimkinds.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

/// Words of ids that claims about different money share.
bool tellsNothingApart(const QString& word)
{
    static const QSet<QString> words {
        u"ai"_s,           u"revenue"_s,    u"business"_s,   u"run"_s,         u"rate"_s,
        u"annual"_s,       u"annualized"_s, u"customers"_s,  u"commitments"_s, u"savings"_s,
        u"saving"_s,       u"cost"_s,       u"costs"_s,      u"sales"_s,       u"subscriptions"_s,
        u"subscription"_s, u"total"_s,      u"generative"_s, u"prior"_s,       u"million"_s,
        u"billion"_s,      u"signed"_s,     u"contracts"_s,  u"productivity"_s};
    return words.contains(word) || word.size() < 2 || word.front().isDigit();
}

QSet<QString> productWords(const Claim& claim)
{
    QSet<QString> words;
    for (const QString& word : claim.id.split(u'_'))
        if (!tellsNothingApart(word))
            words.insert(word);
    return words;
}

/// "AI run rate": what the theme brings as a whole, every product of it included.
bool isOfTheWhole(const Claim& claim)
{
    return claim.kind == ClaimKind::RunRate && productWords(claim).isEmpty();
}

bool overlap(const Claim& one, const Claim& other)
{
    if (one.call != other.call || one.type != other.type)
        return false;
    const bool whole = one.type == ClaimType::Revenue && (isOfTheWhole(one) || isOfTheWhole(other));
    return whole || productWords(one).intersects(productWords(other));
}

} // namespace

void proposeGroups(Coverage& coverage)
{
    std::vector<Claim*> hard;
    for (Claim& claim : coverage.reading.claims) {
        claim.group.clear();
        if (isHardByRule(claim))
            hard.push_back(&claim);
    }
    std::vector<std::size_t> leader(hard.size());
    for (std::size_t i = 0; i < hard.size(); ++i) {
        leader[i] = i;
        for (std::size_t j = 0; j < i; ++j) {
            if (leader[j] == leader[i] || !overlap(*hard[i], *hard[j]))
                continue;
            const std::size_t from = std::max(leader[i], leader[j]);
            const std::size_t to = std::min(leader[i], leader[j]);
            std::replace(leader.begin(), leader.begin() + std::ptrdiff_t(i) + 1, from, to);
        }
    }
    coverage.groups.clear();
    for (std::size_t i = 0; i < hard.size(); ++i) {
        if (std::count(leader.begin(), leader.end(), leader[i]) < 2)
            continue;
        Claim& first = *hard[leader[i]];
        if (leader[i] == i)
            coverage.groups.push_back({first.id, first.title.section(u": "_s, 0, 0)});
        hard[i]->group = first.id;
    }
}

} // namespace plumbline
