#pragma once

#include "core/reading/languagecounts.h"
#include "core/reading/read.h"
#include "core/reading/wordlists.h"

#include <QHash>

namespace plumbline {

class WordMatcher;

/// What was counted in one sentence of management.
struct SentenceLanguage
{
    std::size_t sentence = 0; ///< index into what was read
    std::size_t passage = 0;
    QString speaker {};
    QString text {};
    LanguageCounts counts {}; ///< without what only whole answers have
};

/// Sentences that stand together: an answer, or up to eight of the prepared remarks. Chance works on these as a whole.
struct Passage
{
    LanguageCounts answer {}; ///< what only whole answers have; nothing where no question was asked
};

/// One part of a call, management alone.
struct SectionLanguage
{
    LanguageCounts counts {};
    std::vector<SentenceLanguage> sentences {};
    std::vector<Passage> passages {};
    QHash<QString, int> topics {}; ///< how often each word that carries a topic was said

    Result<double> measure(LanguageMeasure one) const { return measured(one, counts); }
};

struct LanguageReading
{
    SectionLanguage prepared {};
    SectionLanguage answers {};
};

/// Counts one sentence.
LanguageCounts countsOf(const QString& sentence, const WordMatcher& matcher);

/// Counts how management speaks, in the prepared remarks and in the answers. Operators and analysts are left out. One pass.
LanguageReading languageOf(const std::vector<SaidSentence>& sentences, const WordLists& lists);
LanguageReading languageOf(const Transcript& transcript, const WordLists& lists);

/// How alike the words of one part of two calls are: the cosine of their counts, stop words left out; 1 is word for
/// word. Unknown where one of them is empty.
Result<double> repetition(const SectionLanguage& latest, const SectionLanguage& prior);

/// Syllables of a word in small letters, by its groups of vowels; 1 for a number.
int syllables(QStringView word);

} // namespace plumbline
