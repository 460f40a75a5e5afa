#pragma once

#include "core/desk/cards.h"

#include <QStringList>

namespace plumbline {

/// A command line taken apart. What could not be understood is in `problem`, one sentence.
struct Arguments
{
    QString workspace {};
    QString command {};
    QStringList operands {};
    QString format {};
    QString out {};
    QString sort {};
    QString page {};    ///< card --format pdf: a4 or letter
    QString symbol {};  ///< extract, import: whose call it is; search: of one company
    QString period {};  ///< import: which call it is
    QString date {};    ///< import: its day
    QString speaker {}; ///< search: said by one person
    QString fmpUrl {};  ///< refresh: where FMP is, if not at its own address
    bool all = false;
    bool again = false;     ///< refresh: also what is recent enough
    int callsPerMinute = 0; ///< refresh: of the plan; 0: as usual
    bool global = false;    ///< assume: everywhere, not one company
    bool digest = false;
    int companies = 0; ///< sample: how many made-up ones; 0: the sample's own
    int draws = 20000;
    quint64 seed = 1;
    DeskQuestion question {};
    bool help = false;
    bool version = false;
    QString problem {};
};

Arguments argumentsFrom(const QStringList& words);

/// What --help prints.
QString usage();

} // namespace plumbline
