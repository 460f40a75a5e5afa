#pragma once

#include "core/reading/wordlists.h"

#include <QHash>
#include <QRegularExpression>

namespace plumbline {

/// Looks words up in the lists, one hash for all of them.
class WordMatcher
{
public:
    enum Kind : unsigned {
        Positive = 1,
        Negative = 2,
        Hedge = 4,
        Certain = 8,
        Negator = 16,
        Forward = 32,
        ForwardExclude = 64,
        Stop = 128,
        Opens = 256, ///< a word that phrases begin with
    };

    /// Something of the lists found at a word: its kinds, and how many words it has.
    struct Found
    {
        unsigned kinds = 0;
        qsizetype length = 1;
    };

    explicit WordMatcher(const WordLists& lists);

    /// What the word alone is.
    unsigned kindsOf(const QString& word) const;
    /// The longest phrase of two words or more that begins at a word of these kinds; length 0 where there is none.
    Found phraseAt(const QStringList& words, qsizetype at, unsigned kinds) const;
    /// How a text does not answer: "refuse", "unable", "deferral"; empty where it says nothing of the kind.
    QString nonAnswerOf(const QString& text) const;

private:
    struct Phrase
    {
        QStringList words {};
        unsigned kind = 0;
    };
    struct Part ///< a word with a `*`
    {
        QString text {};
        bool atEnd = false; ///< "*n't"
        unsigned kind = 0;
    };

    void add(const QStringList& list, unsigned kind);

    QHash<QString, unsigned> m_words {};
    QHash<QString, std::vector<Phrase>> m_phrases {}; ///< by first word
    std::vector<Part> m_parts {};
    QRegularExpression m_nonAnswers {};
    QStringList m_nonAnswerKinds {};
};

} // namespace plumbline
