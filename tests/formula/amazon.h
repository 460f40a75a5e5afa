#pragma once

#include "core/formula/sheet.h"

#include <initializer_list>

namespace plumbline::tests {

using namespace Qt::StringLiterals;

inline Unit usd()
{
    return Unit::of(u"USD");
}

/// Within half a unit of the last digit of a printed figure: near(9.9224e9, 9.92e9, 0.01e9).
inline bool near(double value, double printed, double lastDigit)
{
    return value >= printed - lastDigit / 2 && value <= printed + lastDigit / 2;
}

inline Sheet::Id assume(Sheet& sheet, const QString& name, double value, const QString& title = {})
{
    const Origin origin {
        .kind = Origin::Kind::Assumption, .author = u"analyst"_s, .scope = u"company/AMZN"_s};
    return sheet.addLeaf(name, value, {}, Display::Percent, origin, title);
}

/// Facts and assumptions of the worked lines: Amazon in fiscal year 2025.
inline Sheet amazon()
{
    Sheet sheet;
    const Origin filed {.kind = Origin::Kind::Field, .source = {u"FMP"_s, u"income-statement"_s, {}, {}}};
    sheet.addLeaf(u"base.revenue"_s, 716.9e9, usd(), Display::Plain, filed, u"revenue"_s);
    sheet.addLeaf(u"base.net_income"_s, 77.67e9, usd(), Display::Plain, filed, u"net income"_s);
    sheet.addLeaf(u"base.shares"_s, 10.83e9, Unit::of(u"share"), Display::Plain, filed, u"shares"_s);
    assume(sheet, u"margin.aws"_s, 0.25, u"AWS margin"_s);
    assume(sheet, u"recognised.trainium"_s, 0.15, u"recognised in FY2026"_s);
    assume(sheet, u"tax_rate"_s, 0.21, u"tax rate"_s);
    sheet.addLeaf(u"useful_life"_s, 6, {}, Display::Years, {}, u"useful life"_s);
    return sheet;
}

/// What a claim said, under "claim.ID.figure".
inline Sheet::Id said(Sheet& sheet, const QString& claim, double value, const Unit& unit = usd())
{
    const Origin sentence {.kind = Origin::Kind::Sentence,
                           .citation = {u"Q1 FY2026"_s, u"Andy Jassy"_s, 12, u"…"_s, {}}};
    return sheet.add({.name = u"claim."_s + claim + u".figure"_s,
                      .unit = unit,
                      .origin = sentence,
                      .scope = u"claim."_s + claim,
                      .value = value});
}

/// A formula of a claim, under "claim.ID.NAME".
inline Sheet::Id claimFormula(Sheet& sheet, const QString& claim, const QString& name, const QString& text,
                              const Unit& unit = usd(), Display display = Display::Plain)
{
    return sheet.add({.kind = Cell::Kind::Formula,
                      .name = u"claim."_s + claim + u'.' + name,
                      .unit = unit,
                      .display = display,
                      .scope = u"claim."_s + claim,
                      .text = text});
}

/// Lets a claim count with a share of 0 to 1.
inline Sheet::Id counted(Sheet& sheet, const QString& claim, double share)
{
    const QString scope = u"claim."_s + claim;
    const Sheet::Id id = sheet.add(
        {.name = scope + u".counted_share"_s, .display = Display::Percent, .scope = scope, .value = share});
    sheet.addClaim(scope, id);
    return id;
}

inline Sheet::Id unknownOfClaim(Sheet& sheet, const QString& claim, const QString& name,
                                const QString& reason)
{
    const QString scope = u"claim."_s + claim;
    const Sheet::Id id = sheet.addUnknown(scope + u'.' + name, usd(), Display::Plain, reason);
    Cell cell = sheet.cell(id);
    cell.scope = scope;
    return sheet.add(cell);
}

} // namespace plumbline::tests
