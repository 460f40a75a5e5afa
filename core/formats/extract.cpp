#include "core/formats/extract.h"

#include "core/formats/cardwriter.h"
#include "core/formats/jsonreader.h"
#include "core/reading/readtense.h"

#include <QCoreApplication>

#include <set>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExtractFormat)
};

QString textAt(const Json& json, const char* key)
{
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() && found->is_string()
             ? QString::fromStdString(found->get_ref<const std::string&>())
             : QString();
}

/// One paragraph a turn; line breaks inside would end it.
void addTurn(QString& text, const QString& speaker, const QString& words)
{
    text += (speaker.isEmpty() ? QString() : speaker + QStringLiteral(": ")) + words.simplified()
          + QStringLiteral("\n\n");
}

QString spokenList(const Json& list, const Json& names)
{
    QString text;
    for (const Json& turn : list) {
        QString speaker = textAt(turn, "speaker");
        if (names.is_object() && names.contains(utf8(speaker))) {
            const Json& known = names[utf8(speaker)];
            const QString title = textAt(known, "title");
            speaker = textAt(known, "name") + (title.isEmpty() ? QString() : QStringLiteral(", ") + title);
        }
        addTurn(text, speaker, textAt(turn, "text") + textAt(turn, "speech"));
    }
    return text;
}

/// The participants a reply lists, as a list the layouts know.
QString participants(const Json& json)
{
    QString text;
    const auto list = json.find("participants");
    if (list == json.end() || !list->is_array())
        return text;
    text = QStringLiteral("Call participants:\n");
    for (const Json& one : *list)
        if (one.is_string())
            text += QString::fromStdString(one.get_ref<const std::string&>()) + u'\n';
    return text;
}

QString unwrapped(const Json& json)
{
    if (json.is_array())
        return json.empty() ? QString() : unwrapped(json.front());
    if (!json.is_object())
        return {};
    for (const char* whole : {"transcript", "content", "text"})
        if (QString text = textAt(json, whole); !text.isEmpty())
            return text;
    QString text;
    const Json none;
    if (const auto list = json.find("speakers"); list != json.end() && list->is_array())
        return spokenList(*list, json.contains("speaker_name_map_v2") ? json["speaker_name_map_v2"] : none);
    for (const char* part : {"prepared_remarks", "questions_and_answers", "q_and_a", "qa_section"}) {
        if (const auto list = json.find(part); list != json.end() && list->is_array() && !list->empty()) {
            if (part != std::string_view("prepared_remarks"))
                text += QStringLiteral("Questions and Answers\n\n");
            text += spokenList(*list, none);
        } else {
            text += textAt(json, part);
        }
    }
    return text.isEmpty() ? text : text + participants(json);
}

Json orNull(const QString& text)
{
    return text.isEmpty() ? Json() : toJson(text);
}

Json quoteJson(const Transcript& transcript, const ThemeQuote& quote)
{
    const SpokenSentence& said = transcript.sentences[quote.sentence];
    const Turn& turn = transcript.turnOf(said);
    return {{"text", toJson(said.text)},
            {"speaker", orNull(turn.speaker)},
            {"role", orNull(turn.title)},
            {"speaker_type", toJson(word(turn.kind))},
            {"section", turn.section == CallSection::Prepared ? "prepared" : "qa"},
            {"ai", toJson(word(quote.about))},
            {"start", said.place.first},
            {"end", said.place.last}};
}

Json figureJson(const Transcript& transcript, const ThemeFigure& figure)
{
    const SpokenSentence& said = transcript.sentences[figure.sentence];
    const Quantification& one = figure.said;
    return {{"text", toJson(said.text)},
            {"metric", orNull(one.metric)},
            {"value", one.values},
            {"unit", toJson(one.unit)},
            {"qualifier", orNull(one.qualifier)},
            {"period", orNull(one.period)},
            {"line", toJson(one.line)},
            {"tense", toJson(tenseOf(one.bucket))},
            {"speaker", orNull(transcript.turnOf(said).speaker)},
            {"ai", toJson(word(figure.about))},
            {"start", said.place.first},
            {"end", said.place.last}};
}

/// A table of one word a line: word, speaker, times, the mark behind it.
QByteArray fromTokens(const QByteArray& table)
{
    QByteArray text;
    QByteArray speaker;
    const QList<QByteArray> rows = table.split('\n');
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const QList<QByteArray> fields = rows[i].trimmed().split('|');
        if (fields.size() < 5)
            continue;
        if (fields[1] != speaker) {
            speaker = fields[1];
            text += (text.isEmpty() ? "spk" : "\n\nspk") + speaker + ':';
        }
        text += ' ' + fields[0] + fields[4];
    }
    return text + '\n';
}

} // namespace

Result<QByteArray> callText(const QByteArray& file)
{
    if (file.startsWith("token|speaker|"))
        return fromTokens(file);
    const QByteArray start = file.left(64).trimmed();
    if (!start.startsWith('{') && !start.startsWith("[{") && !(start.startsWith('[') && start.contains('{')))
        return file;
    const auto json = parseJson(file, Words::tr("The transcript"));
    if (!json)
        return tl::unexpected(json.error());
    const QString text = unwrapped(*json);
    if (text.trimmed().isEmpty())
        return failure(Error::Kind::BadData, Words::tr("The JSON holds no transcript of a call."));
    return text.toUtf8();
}

QByteArray extractToJson(const Transcript& transcript, const ThemeReading& reading,
                         const std::vector<Exchange>& questions)
{
    const QString name = transcript.company.isEmpty() ? transcript.symbol : transcript.company;
    Json out;
    out["calls"] = Json::array({Json {{"company", orNull(name)},
                                      {"period", orNull(transcript.period)},
                                      {"date", orNull(transcript.date)},
                                      {"format", toJson(word(transcript.layout))},
                                      {"turns", transcript.turns.size()},
                                      {"sentences", transcript.sentences.size()}}});
    out["ai_quotes"] = Json::array();
    std::set<int> turns; // that speak of the theme
    for (const ThemeQuote& quote : reading.quotes) {
        if (quote.about == Aboutness::Context)
            continue;
        out["ai_quotes"].push_back(quoteJson(transcript, quote));
        turns.insert(transcript.sentences[quote.sentence].turn);
    }
    out["quantifications"] = Json::array();
    for (const ThemeFigure& figure : reading.figures)
        out["quantifications"].push_back(figureJson(transcript, figure));
    Json list = Json::array();
    for (const Exchange& one : questions)
        list.push_back({{"analyst", orNull(one.analyst)},
                        {"firm", orNull(one.firm)},
                        {"question", toJson(one.question)},
                        {"answer", orNull(one.answer)},
                        {"answered_by", orNull(one.answeredBy.join(QStringLiteral("; ")))},
                        {"about_ai", turns.contains(one.turn)}});
    out["questions"] = std::move(list);
    return QByteArray::fromStdString(out.dump(1)) + '\n';
}

} // namespace plumbline
