#include "core/formats/cardreader.h"

#include "core/formats/cardreaderparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardReader)
};

tl::unexpected<Error> noCard(const QString& why)
{
    return failure(Error::Kind::BadData, Words::tr("This file is no card: %1.").arg(why));
}

/// Refuses what is JSON and something else: a ranking, a workspace, the trace of a figure.
Result<void> isCard(const Json& json)
{
    if (json.is_array())
        return noCard(Words::tr("it holds a list, as a ranking does"));
    if (!json.is_object())
        return noCard(Words::tr("an object was expected"));
    if (json.value("kind", Json()) == "plumbline workspace")
        return noCard(Words::tr("it is a workspace"));
    for (const char* key : {"symbol", "base", "claims"})
        if (!json.contains(key))
            return noCard(Words::tr("it has no “%1”").arg(QString::fromLatin1(key)));
    return {};
}

void checkWritten(const JsonReader& in, const char* key, const QRegularExpression& pattern,
                  const QString& expected)
{
    const QString text = in.textOr(key);
    if (!text.isEmpty() && !pattern.match(text).hasMatch())
        in.fail(key, Words::tr("“%1” where %2 was expected").arg(text.left(40), expected));
}

void checkCompany(const JsonReader& card)
{
    static const QRegularExpression symbol(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9.^=-]{0,19}$"));
    static const QRegularExpression currency(QStringLiteral("^[A-Z]{3}$"));
    static const QRegularExpression year(QStringLiteral("^FY[0-9]{4}$"));
    checkWritten(card, "symbol", symbol, Words::tr("a symbol such as AMZN"));
    checkWritten(card, "currency", currency, Words::tr("a currency such as USD"));
    for (const char* section : {"base", "consensus"})
        if (const auto in = card.object(section))
            checkWritten(*in, "fiscal_year", year, Words::tr("a fiscal year such as FY2025"));
}

/// Another company's figures are none of this card's business.
bool concerns(const QString& subject, const QString& symbol)
{
    return subject == u"global" || subject.startsWith(u"industry/") || subject == companySubject(symbol)
        || subject.startsWith(claimSubject(symbol, {}));
}

void readDecisions(const CardParts& parts, CardFile& file)
{
    for (const JsonReader& one : parts.card.objects("scenarios"))
        file.scenarios.push_back({one.text("name"), one.textOr("note")});
    const auto named = [&](const QString& name) {
        return std::any_of(file.scenarios.begin(), file.scenarios.end(),
                           [&](const Scenario& one) { return one.name == name; });
    };
    if (!named(baseScenario))
        file.scenarios.insert(file.scenarios.begin(), {baseScenario, {}});
    for (const JsonReader& one : parts.card.objects("choices")) {
        file.choices.push_back({one.text("scenario"), one.text("subject"), one.text("field"),
                                one.text("value"), one.textOr("low"), one.textOr("high"),
                                one.textOr("based_on"), one.textOr("note")});
        const Choice& choice = file.choices.back();
        if (!named(choice.scenario))
            one.fail("scenario", Words::tr("the card has no scenario “%1”").arg(choice.scenario.left(40)));
        if (!concerns(choice.subject, parts.symbol))
            one.fail("subject", Words::tr("“%1” is not about this company").arg(choice.subject.left(40)));
    }
}

void readLists(const CardParts& parts, Coverage& coverage)
{
    for (const JsonReader& one : parts.card.objects("failures"))
        coverage.failures.push_back(
            {one.textOr("section"), one.textOr("class"), one.textOr("reason"), one.textOr("at")});
    if (parts.asRead)
        for (const JsonReader& one : parts.asRead->objects("printed"))
            coverage.printed.push_back({one.text("name"), one.textOr("printed"), one.textOr("note")});
}

} // namespace

Result<CardFile> cardFromJson(const QByteArray& bytes)
{
    const auto json = parseJson(bytes, Words::tr("The card"));
    if (!json)
        return tl::unexpected(json.error());
    if (const auto card = isCard(*json); !card)
        return tl::unexpected(card.error());
    std::optional<Error> error;
    const JsonReader card(*json, {}, error);
    const CardParts parts {card, card.object("as_read"), card.object("unknown"), card.text("symbol")};
    checkCompany(card);
    CardFile file;
    readCompany(parts, file.coverage.dossier);
    readDecisions(parts, file);
    readProposals(parts, file);
    readClaims(parts, file.choices, file.coverage);
    readCalls(parts, file.coverage.reading);
    readLists(parts, file.coverage);
    if (const auto conviction = card.object("conviction"))
        file.scoringModel = conviction->textOr("model");
    if (const auto made = card.object("made"))
        file.workspaceTime = made->textOr("workspace_time");
    if (!error)
        return file;
    error->message =
        Words::tr("The card of %1 cannot be read. %2")
            .arg(parts.symbol.isEmpty() ? Words::tr("a company") : parts.symbol.left(20), error->message);
    return tl::unexpected(*error);
}

} // namespace plumbline
