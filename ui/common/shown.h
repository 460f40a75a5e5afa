#pragma once

#include "core/formula/sheet.h"
#include "core/report/card.h"
#include "ui/common/roles.h"

#include <QLocale>

namespace plumbline {

/// A figure as the window shows it.
struct Shown
{
    QString figure {}; ///< its name
    QString text {};   ///< "10.30 %", "unknown", "n.m."
    QString reason {}; ///< why it is not known
    std::optional<double> value {};

    friend bool operator==(const Shown&, const Shown&) = default;
};

Shown shown(const Sheet& sheet, const QString& name, const QLocale& locale);

/// Words for what a figure is called: its title, or what it is of its claim or component; else its name.
QString titleFor(const Card& card, const QString& name);
/// The title of the claim a figure belongs to; empty for figures of the company.
QString claimOf(const Card& card, const QString& name);

QString versusAnalystsWord(const QString& verdict);
QString pricedInWord(const QString& verdict);
QString verifiedWord(const QString& verified);

/// Where a leaf comes from: the sentence and who said it, the field and its day, or who assumed it in which range.
QString originWords(const Cell& cell, const QLocale& locale);

} // namespace plumbline
