#include "core/reading/read.h"

#include "core/reading/readabout.h"
#include "core/reading/readfigures.h"

namespace plumbline {

bool isManagement(const SaidSentence& sentence)
{
    return sentence.voice != SpeakerKind::Analyst && sentence.voice != SpeakerKind::Operator;
}

std::vector<SaidSentence> saidSentences(const Call& call)
{
    std::vector<SaidSentence> said;
    said.reserve(call.sentences.size());
    for (const Sentence& sentence : call.sentences) {
        const bool analyst = !sentence.firm.isEmpty() || sentence.role == u"Analyst";
        const SpeakerKind voice = sentence.role == u"Operator" ? SpeakerKind::Operator
                                : analyst                      ? SpeakerKind::Analyst
                                                               : SpeakerKind::Management;
        said.push_back({sentence.text, sentence.speaker, voice, sentence.turn, sentence.answers});
    }
    return said;
}

std::vector<SaidSentence> saidSentences(const Transcript& transcript)
{
    std::vector<SaidSentence> said;
    said.reserve(transcript.sentences.size());
    for (const SpokenSentence& sentence : transcript.sentences) {
        const Turn& turn = transcript.turnOf(sentence);
        said.push_back(
            {sentence.text, turn.speaker, turn.kind, turn.number, turn.section == CallSection::Questions});
    }
    return said;
}

QString word(Aboutness about)
{
    switch (about) {
    case Aboutness::Explicit: return QStringLiteral("explicit");
    case Aboutness::Product: return QStringLiteral("named_product");
    case Aboutness::Context: return QStringLiteral("context");
    case Aboutness::None: break;
    }
    return {};
}

ThemeReading readTheme(const std::vector<SaidSentence>& sentences, const Theme& theme, const CallFrame& frame)
{
    const ThemeMatcher matcher(theme, frame.company);
    const std::vector<SentenceTopic> topics = topicsOf(sentences, matcher);
    ThemeReading reading;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (topics[i].own != Aboutness::None)
            reading.quotes.push_back({i, topics[i].own});
        if (topics[i].about == Aboutness::None || !isManagement(sentences[i]))
            continue;
        for (Quantification& said : figuresOf(sentences, i, frame))
            reading.figures.push_back({i, topics[i].about, std::move(said)});
    }
    return reading;
}

ThemeReading readTheme(const Transcript& transcript, const Theme& theme)
{
    return readTheme(saidSentences(transcript), theme,
                     {transcript.company, FiscalPeriod::parse(transcript.period)});
}

} // namespace plumbline
