#include "core/formats/cardwriter.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Trace)
};

Json leafSource(const Origin& origin)
{
    if (origin.kind == Origin::Kind::Sentence) {
        const Citation& said = origin.citation;
        Json sentence =
            said.sentence == 0 ? Json() : toJson(QStringLiteral("%1/%2").arg(said.call).arg(said.sentence));
        return {{"call", toJson(said.call)},
                {"speaker", toJson(said.speaker)},
                {"sentence_id", std::move(sentence)},
                {"text", toJson(said.text)},
                {"verified", toJson(said.verified)}};
    }
    if (origin.kind == Origin::Kind::Field)
        return toJson(origin.source);
    const auto orNull = [](const std::optional<double>& value) { return value ? Json(*value) : Json(); };
    return {{"author", toJson(origin.author)}, {"scope", toJson(origin.scope)},
            {"low", orNull(origin.low)},       {"high", orNull(origin.high)},
            {"note", toJson(origin.note)},     {"source", toJson(origin.source.provider)}};
}

const char* leafWord(Origin::Kind kind)
{
    return kind == Origin::Kind::Sentence ? "sentence" : kind == Origin::Kind::Field ? "field" : "assumption";
}

Json nodeToJson(const TraceNode& node)
{
    Json out = {{"path", toJson(node.path)}};
    const bool leaf = node.formula.isEmpty();
    if (leaf)
        out["leaf"] = leafWord(node.origin.kind);
    out["value"] = std::isnan(node.value) ? Json() : Json(node.value);
    out["unit"] = toJson(node.unit.toString());
    out["shown"] = std::isnan(node.value) ? Json() : toJson(node.shown);
    if (!node.reason.isEmpty())
        out["unknown"] = toJson(node.reason);
    if (leaf) {
        out["source"] = leafSource(node.origin);
        return out;
    }
    out["formula"] = toJson(node.formula);
    out["inputs"] = Json::array();
    for (const TraceNode& input : node.inputs)
        out["inputs"].push_back(nodeToJson(input));
    return out;
}

} // namespace

QByteArray traceToJson(const TraceNode& node)
{
    return QByteArray::fromStdString(nodeToJson(node).dump(1)) + '\n';
}

QByteArray tracesToJson(const std::vector<TraceNode>& nodes)
{
    QByteArray out = "[\n";
    for (std::size_t i = 0; i < nodes.size(); ++i)
        out += QByteArray::fromStdString(nodeToJson(nodes[i]).dump()) + (i + 1 < nodes.size() ? ",\n" : "\n");
    return out + "]\n";
}

std::vector<TraceNode> allTraces(const Card& card, const std::vector<const Card*>& ranked,
                                 const QLocale& locale)
{
    std::vector<TraceNode> nodes;
    for (const CardNumber& number : numbersOf(card)) {
        nodes.push_back(trace(card.sheet, number.cell, locale));
        nodes.back().path = number.path;
        if (number.path == u"conviction.measurable")
            nodes.push_back(rankTrace(card, ranked, locale));
    }
    return nodes;
}

Result<TraceNode> traceAt(const Card& card, const QString& path, const std::vector<const Card*>& ranked,
                          const QLocale& locale)
{
    if (path == u"conviction.rank")
        return rankTrace(card, ranked, locale);
    QString wanted = path;
    static const QRegularExpression claims(QStringLiteral("^claims\\."));
    static const QRegularExpression assumptions(QStringLiteral("^assumptions\\."));
    wanted.replace(claims, QStringLiteral("claim.")).replace(assumptions, QStringLiteral("assumption."));
    Sheet::Id id = Sheet::none;
    for (const CardNumber& number : numbersOf(card))
        if (number.path == wanted)
            id = number.cell;
    if (id == Sheet::none)
        id = card.sheet.resolve(wanted, {});
    if (id == Sheet::none)
        return failure(
            Error::Kind::NotFound,
            Words::tr("The card of %1 has no figure at %2.").arg(card.coverage.dossier.symbol, path));
    TraceNode node = trace(card.sheet, id, locale);
    node.path = wanted;
    return node;
}

TraceNode rankTrace(const Card& card, const std::vector<const Card*>& ranked, const QLocale& locale)
{
    static const QRegularExpression notOfAWord(QStringLiteral("[^a-z0-9]"));
    const QString total = QStringLiteral("conviction.total");
    TraceNode node {.path = QStringLiteral("conviction.rank"),
                    .value = card.rank ? *card.rank : std::nan("")};
    node.shown = card.rank ? QString::number(*card.rank) : QString();
    node.inputs.push_back(trace(card.sheet, card.sheet.find(total), locale));
    QStringList terms {QStringLiteral("1")};
    bool before = true;
    for (const Card* other : ranked) {
        if (other == &card) {
            before = false;
            continue;
        }
        const QString name =
            QStringLiteral("rank.%1.total")
                .arg(other->coverage.dossier.symbol.toLower().replace(notOfAWord, QStringLiteral("_")));
        const Sheet::Id theirs = other->sheet.find(total);
        if (!other->sheet.value(theirs)) // stands behind all that have one
            continue;
        TraceNode input = trace(other->sheet, theirs, locale);
        input.path = name;
        if (input.value == node.inputs.front().value) // a tie is decided by unpriced uplift, then by ticker
            terms.append(before ? QStringLiteral("if(%1 >= conviction.total, 1, 0)").arg(name)
                                : QStringLiteral("if(%1 > conviction.total, 1, 0)").arg(name));
        else
            terms.append(QStringLiteral("if(%1 > conviction.total, 1, 0)").arg(name));
        node.inputs.push_back(std::move(input));
    }
    node.formula = terms.join(QStringLiteral(" + "));
    return node;
}

} // namespace plumbline
