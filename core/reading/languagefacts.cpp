#include "core/reading/languagefacts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LanguageFacts)
};

Error notKnown(const QString& why)
{
    return {.kind = Error::Kind::Unknown, .message = why};
}

QString titleOf(LanguageMeasure measure)
{
    switch (measure) {
    case LanguageMeasure::Tone: return Words::tr("tone");
    case LanguageMeasure::Specificity: return Words::tr("figures said");
    case LanguageMeasure::SpecificForward: return Words::tr("outlook in figures");
    case LanguageMeasure::Hedging: return Words::tr("hedging");
    case LanguageMeasure::NonAnswers: return Words::tr("non-answers");
    default: return word(measure); // shown nowhere: not scored
    }
}

Fact factOf(QString name, QString title, const Result<double>& value, const Source& source)
{
    Fact fact {.name = std::move(name), .title = std::move(title), .source = source};
    if (value)
        fact.value = Quantity {.value = *value};
    else
        fact.unknown = value.error().message;
    return fact;
}

Result<double> directionOf(const SectionChange& change)
{
    switch (change.verdict) {
    case LanguageVerdict::LittleChanged: return 0;
    case LanguageVerdict::MoreConfident: return 1;
    case LanguageVerdict::MoreGuarded: return -1;
    case LanguageVerdict::Unknown: break;
    }
    return tl::unexpected(change.score ? notKnown(Words::tr("the answers are too short to tell"))
                                       : change.score.error());
}

std::vector<Fact> verdict(const Result<double>& direction, const Result<double>& score, const Source& source)
{
    return {factOf(languageDirection.toString(), {}, direction, source),
            factOf(languageScore.toString(), Words::tr("score"), score, source)};
}

} // namespace

std::vector<Fact> languageFacts(const SectionChange& change, const Source& source)
{
    std::vector<Fact> facts = verdict(directionOf(change), change.score, source);
    for (const LanguagePart& part : change.parts)
        if (part.weight != 0)
            facts.push_back(factOf(languageParts.toString() + word(part.measure), titleOf(part.measure),
                                   part.move.map([&](const LanguageMove&) { return part.points(); }),
                                   source));
    return facts;
}

std::vector<Fact> languageUnknown(const QString& why, const Source& source)
{
    const Result<double> nothing = tl::unexpected(notKnown(why));
    return verdict(nothing, nothing, source);
}

std::vector<const Fact*> languageBehind(const Dossier& dossier)
{
    std::vector<const Fact*> found = dossier.factsUnder(languageParts);
    if (const Fact* score = dossier.fact(languageScore))
        found.insert(found.begin(), score);
    return found;
}

void takeLanguage(Dossier& dossier, std::vector<Fact> facts)
{
    if (facts.empty())
        return;
    const Fact* known = dossier.fact(languageDirection);
    if (known != nullptr && known->value && known->source.provider != facts.front().source.provider)
        return;
    std::erase_if(dossier.facts, [](const Fact& one) { return one.name.startsWith(languagePrefix); });
    std::move(facts.begin(), facts.end(), std::back_inserter(dossier.facts));
}

} // namespace plumbline
