#pragma once

#include <QString>

#include <vector>

namespace plumbline {

/// One sentence of a call, verbatim, with its place.
struct Sentence
{
    int id = 0;   ///< 1-based within its call
    int turn = 0; ///< 1-based turn of speech
    QString speaker {};
    QString role {};      ///< "CEO", "Operator", or the firm's analyst as announced
    QString firm {};      ///< of an analyst
    bool answers = false; ///< in the questions-and-answers part
    QString text {};
};

/// An earnings call, whole, or as excerpts: only the sentences somebody quoted from it.
struct Call
{
    QString id {};   ///< the fiscal period, "Q1 FY2026"
    QString date {}; ///< ISO day
    bool whole = false;
    std::vector<Sentence> sentences {};
};

} // namespace plumbline
