#include "core/reading/claimids.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace plumbline {

namespace {

/// What a claim measures, by its title: "AI revenue" of "AI revenue: $4 billion".
QString measured(const Claim& claim)
{
    return claim.title.section(QStringLiteral(": "), 0, 0);
}

bool sharesASentence(const Claim& one, const Claim& other)
{
    const auto within = [](const QString& text, const Citation& said) {
        return !text.isEmpty() && !said.text.isEmpty()
            && (text.contains(said.text) || said.text.contains(text));
    };
    return std::any_of(one.evidence.begin(), one.evidence.end(), [&](const Citation& mine) {
        return std::any_of(other.evidence.begin(), other.evidence.end(),
                           [&](const Citation& said) { return within(mine.text, said); });
    });
}

bool sameFigure(const Claim& one, const Claim& other)
{
    return one.figure() != nullptr && other.figure() != nullptr
        && one.figure()->quantity == other.figure()->quantity;
}

bool sameMetric(const Claim& one, const Claim& other)
{
    return one.figure() != nullptr && other.figure() != nullptr && measured(one) == measured(other)
        && one.figure()->quantity.unit == other.figure()->quantity.unit;
}

/// Which claim of before each claim is; empty where it is new.
std::vector<QString> earlierIds(const std::vector<Claim>& now, const std::vector<Claim>& before)
{
    std::vector<QString> ids(now.size());
    QSet<QString> taken;
    const auto match = [&](auto same) {
        for (std::size_t i = 0; i < now.size(); ++i)
            for (const Claim& one : before)
                if (ids[i].isEmpty() && one.call == now[i].call && !taken.contains(one.id)
                    && same(now[i], one)) {
                    ids[i] = one.id;
                    taken.insert(one.id);
                }
    };
    match([](const Claim& one, const Claim& other) {
        return sameFigure(one, other) && sharesASentence(one, other) && sameMetric(one, other);
    });
    match([](const Claim& one, const Claim& other) {
        return sameFigure(one, other) && sharesASentence(one, other);
    });
    match(sameMetric);
    return ids;
}

} // namespace

void keepIds(std::vector<Claim>& now, const std::vector<Claim>& before)
{
    std::vector<QString> ids = earlierIds(now, before);
    QSet<QString> used;
    for (const Claim& claim : before)
        used.insert(claim.id);
    QHash<QString, QString> renamed;
    for (std::size_t i = 0; i < now.size(); ++i) {
        QString& id = ids[i];
        if (id.isEmpty()) {
            id = now[i].id;
            for (int next = 2; used.contains(id); ++next)
                id = QStringLiteral("%1_%2").arg(now[i].id).arg(next);
            used.insert(id);
        }
        renamed.insert(now[i].id, id);
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        now[i].id = ids[i];
        for (QString* other : {&now[i].supersedes, &now[i].subsetOf, &now[i].qualifies})
            *other = renamed.value(*other, *other);
    }
}

} // namespace plumbline
