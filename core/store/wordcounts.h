#pragma once

#include "core/transcript/search.h"

#include <QByteArray>

#include <memory>

class QSqlDatabase;

namespace plumbline {

/// Adds `word_counts(sentence_words)` to a connection: for a sentence that was found, how long it is and where the parts of
/// the question stand in it. FTS5's own bm25() counts every sentence of the workspace first, and highlight() has to find the
/// sentence once more.
Result<void> provideWordCounts(const QSqlDatabase& database);

/// What word_counts() gives for one sentence.
struct WordCounts
{
    /// Words that answer a part of the question; the first word of the sentence is 0.
    struct Said
    {
        int part = 0;
        int word = 0;
        int words = 0;
    };

    int length = 0; ///< in words
    int parts = 0;  ///< of the question
    std::vector<Said> said {};

    static WordCounts from(const QByteArray& bytes);
};

/// Cuts sentences into the words that the index of sentences has.
class WordPlaces
{
public:
    static Result<WordPlaces> of(const QSqlDatabase& database);

    /// Where the words that were found stand in the sentence; what runs into each other is one place.
    std::vector<WordPlace> in(const QString& sentence, const WordCounts& found) const;

private:
    struct Tokenizer;
    explicit WordPlaces(std::shared_ptr<Tokenizer> tokenizer) : m_tokenizer(std::move(tokenizer)) {}

    std::shared_ptr<Tokenizer> m_tokenizer;
};

} // namespace plumbline
