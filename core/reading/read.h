#pragma once

#include "core/reading/reading.h"
#include "core/reading/theme.h"
#include "core/transcript/transcript.h"
#include "core/values/fiscalperiod.h"

namespace plumbline {

/// One sentence as the reader needs it, in the order of the call.
struct SaidSentence
{
    QString text {};
    QString speaker {};
    SpeakerKind voice = SpeakerKind::Management;
    int turn = 0;         ///< sentences of one turn stand together
    bool answers = false; ///< in the questions-and-answers part
};

/// Whether management speaks: everybody but operators and analysts.
bool isManagement(const SaidSentence& sentence);

/// The sentences of a call as it is kept; who is an operator or analyst follows from role and firm.
std::vector<SaidSentence> saidSentences(const Call& call);

/// The sentences of a transcript, one for one: index i is `transcript.sentences[i]`.
std::vector<SaidSentence> saidSentences(const Transcript& transcript);

/// How a sentence or figure belongs to the theme.
enum class Aboutness : std::uint8_t {
    None,
    Context,  ///< only through its neighbours
    Product,  ///< by a product's name
    Explicit, ///< by the topic's own words
};

/// "explicit", "named_product", "context".
QString word(Aboutness about);

/// One sentence about the theme.
struct ThemeQuote
{
    std::size_t sentence = 0; ///< index into what was read
    Aboutness about = Aboutness::Explicit;
};

/// A figure about the theme; its values are those of the gold of reading: base units, percent numbers for percent.
struct ThemeFigure
{
    std::size_t sentence = 0;
    Aboutness about = Aboutness::Explicit;
    Quantification said {};
};

struct ThemeReading
{
    std::vector<ThemeQuote> quotes {};
    std::vector<ThemeFigure> figures {};
};

/// What a call is and who gives it: names the company's own products by nothing else, and tells "this year" apart.
struct CallFrame
{
    QString company {};
    std::optional<FiscalPeriod> period {};
};

/// Reads what a call says about a theme: the sentences, and the figures with metric, period, line and tense.
/// Operators are never quoted; figures of analysts are theirs, not the company's, and left out.
ThemeReading readTheme(const std::vector<SaidSentence>& sentences, const Theme& theme,
                       const CallFrame& frame);

/// The same of a transcript: a quote's or figure's `sentence` is an index into `transcript.sentences`.
ThemeReading readTheme(const Transcript& transcript, const Theme& theme);

} // namespace plumbline
