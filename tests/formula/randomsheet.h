#pragma once

#include "core/formula/sheet.h"
#include "tests/formula/randomformula.h"

#include <QMap>

namespace plumbline::tests {

using namespace Qt::StringLiterals;

/// A company made up from a seed: leaves, claims with an effect, company formulas over both, totals and a known sum.
class RandomCompany
{
public:
    static constexpr int formulas = 6;

    explicit RandomCompany(Seeded& random)
    {
        for (const QString& name : {u"tax"_s, u"fade"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            m_leaves.insert(name, random.operand());
        const QStringList facts = m_leaves.keys();
        for (const QString& claim : claims()) {
            m_leaves.insert(claim + u".figure"_s, random.operand());
            m_leaves.insert(claim + u".counted_share"_s, random.once(3) ? 0 : random.operand());
            m_texts.insert(claim + u".effect"_s,
                           random.formula(facts + QStringList {u"figure"_s, u"figure"_s}, literals(), 2));
        }
        for (int i = 0; i < formulas; ++i)
            rewrite(random, i);
    }

    static QStringList claims() { return {u"claim.p"_s, u"claim.q"_s, u"claim.r"_s}; }
    static QStringList literals() { return {u"0"_s, u"1"_s, u"2"_s, u"12"_s, u"25%"_s, u"1.5"_s}; }
    static QStringList shared() { return {u"tax"_s, u"fade"_s}; } ///< the same for all companies

    /// Company formula number `i` becomes another one, over what stands before it.
    void rewrite(Seeded& random, int i)
    {
        QStringList names {u"total(effect)"_s, u"total(effect * a)"_s, u"total(1)"_s, u"claim.p.effect"_s,
                           u"known"_s};
        names += {u"tax"_s, u"fade"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        for (int k = 0; k < i; ++k)
            names.append(u"f%1"_s.arg(k));
        const QString name = u"f%1"_s.arg(i);
        m_texts.insert(name, random.formula(names, literals(), 3));
        m_guards.insert(name, random.once(3) ? random.comparison(names, literals(), 1) : QString());
    }

    void set(const QString& leaf, double value) { m_leaves.insert(leaf, value); }
    double leaf(const QString& name) const { return m_leaves.value(name); }
    QStringList leaves() const { return m_leaves.keys(); }
    QStringList names() const
    {
        QStringList all = m_leaves.keys();
        all.append(m_texts.keys());
        return all;
    }

    /// The company as a sheet; `instead` puts a number in the place of a formula.
    Sheet sheet(const QMap<QString, double>& instead = {}) const
    {
        Sheet sheet;
        for (auto leaf = m_leaves.begin(); leaf != m_leaves.end(); ++leaf)
            sheet.add(leafCell(leaf.key(), instead.value(leaf.key(), leaf.value())));
        for (const QString& claim : claims())
            sheet.addClaim(claim, sheet.find(claim + u".counted_share"_s));
        for (auto text = m_texts.begin(); text != m_texts.end(); ++text) {
            if (instead.contains(text.key()))
                sheet.add(leafCell(text.key(), instead.value(text.key())));
            else
                sheet.add({.kind = Cell::Kind::Formula,
                           .name = text.key(),
                           .scope = scopeOf(text.key()),
                           .text = *text,
                           .guard = m_guards.value(text.key()),
                           .guardReason = u"not asked"_s});
        }
        sheet.add({.kind = Cell::Kind::KnownSum,
                   .name = u"known"_s,
                   .terms = {{sheet.find(u"a"_s), sheet.find(u"b"_s)},
                             {sheet.find(u"c"_s), sheet.find(u"tax"_s)}}});
        sheet.compile();
        return sheet;
    }

private:
    static QString scopeOf(const QString& name)
    {
        return name.startsWith(u"claim.") ? name.left(7) : QString();
    }
    static Cell leafCell(const QString& name, double value)
    {
        const QString owner = shared().contains(name) ? u"global"_s : u"company/X"_s;
        return {.name = name,
                .origin = {.kind = Origin::Kind::Assumption, .scope = owner},
                .scope = scopeOf(name),
                .value = value,
                .reason = {Error::Kind::Unknown, u"%1 is not known"_s.arg(name)}};
    }

    QMap<QString, double> m_leaves;
    QMap<QString, QString> m_texts;
    QMap<QString, QString> m_guards;
};

} // namespace plumbline::tests
