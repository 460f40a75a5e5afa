#include "core/transcript/facts.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QRegularExpression>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TranscriptFacts)
};

QString periodIn(const QString& line)
{
    static const QRegularExpression shortForm(
        QStringLiteral("\\bF?Q([1-4]) ?(?:FY|CY|fiscal|fiscal year)? ?'?(20[0-9]{2}|[0-9]{2})\\b"));
    static const QRegularExpression longForm(
        QStringLiteral(
            "\\b(first|second|third|fourth)[ -]quarter (?:of )?(?:fiscal )?(?:year )?(20[0-9]{2})"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression turned(
        QStringLiteral("\\b(?:fiscal )?(?:year )?(20[0-9]{2}) (first|second|third|fourth)[ -]quarter"),
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList ordinals {QStringLiteral("first"), QStringLiteral("second"),
                                       QStringLiteral("third"), QStringLiteral("fourth")};
    if (const auto match = shortForm.match(line); match.hasMatch()) {
        const QString year = match.captured(2);
        return QStringLiteral("Q%1 FY%2")
            .arg(match.captured(1), year.size() == 2 ? QStringLiteral("20") + year : year);
    }
    if (const auto match = longForm.match(line); match.hasMatch())
        return QStringLiteral("Q%1 FY%2")
            .arg(ordinals.indexOf(match.captured(1).toLower()) + 1)
            .arg(match.captured(2));
    if (const auto match = turned.match(line); match.hasMatch())
        return QStringLiteral("Q%1 FY%2")
            .arg(ordinals.indexOf(match.captured(2).toLower()) + 1)
            .arg(match.captured(1));
    return {};
}

QString dateIn(const QString& line)
{
    static const QRegularExpression iso(QStringLiteral("\\b(20[0-9]{2})-([01][0-9])-([0-3][0-9])\\b"));
    static const QRegularExpression words(QStringLiteral("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
                                                         "Dec)[a-z]{0,6}\\.? ([0-3]?[0-9]),? (20[0-9]{2})"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression european(
        QStringLiteral("\\b([0-3]?[0-9])[ -](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ "
                       "-](20[0-9]{2})"),
        QRegularExpression::CaseInsensitiveOption);
    static const QString months = QStringLiteral("janfebmaraprmayjunjulaugsepoctnovdec");
    const auto day = [](int year, const QString& month, int number) {
        const QDate date(year, static_cast<int>(months.indexOf(month.toLower())) / 3 + 1, number);
        return date.isValid() ? date.toString(Qt::ISODate) : QString();
    };
    if (const auto match = words.match(line); match.hasMatch())
        return day(match.captured(3).toInt(), match.captured(1), match.captured(2).toInt());
    if (const auto match = european.match(line); match.hasMatch())
        return day(match.captured(3).toInt(), match.captured(2), match.captured(1).toInt());
    const auto match = iso.match(line);
    return match.hasMatch() ? match.captured(0) : QString();
}

/// The day in a line of the head, not the one its quarter ended on.
QString dayOfCall(const QString& line)
{
    for (const QString& part : line.split(u'|'))
        if (QString day = dateIn(part); !day.isEmpty() && !part.contains(u"ended"))
            return day;
    return {};
}

/// "Welcome to the Northgate third quarter 2025 earnings call".
QString companyWelcomed(const QString& sentence)
{
    static const QRegularExpression welcome(
        QStringLiteral("elcome (?:everyone )?to (?:the |today's )?([A-Z][\\w.&' -]{1,40}?)(?:['’]s)? "
                       "(?:Q[1-4]|F?Y?20[0-9]{2}|[Ff]irst|[Ss]econd|"
                       "[Tt]hird|[Ff]ourth|[Ff]iscal|[Ee]arnings|[Tt]eleconference)"));
    const auto match = welcome.match(sentence);
    return match.hasMatch() ? match.captured(1) : QString();
}

void readCompany(Transcript& transcript, const QString& line)
{
    static const QRegularExpression quoted(QStringLiteral(
        "^[#* ]*(?:Full transcript - )?([A-Z][^()]{1,60}) \\((?:[A-Za-z]{2,8}: ?)?([A-Z][A-Z.]{0,6})\\)"));
    if (!transcript.symbol.isEmpty())
        return;
    for (const char16_t* field : {u"Ticker:", u"**Company:**", u"Symbol:"})
        if (line.startsWith(QStringView(field)))
            transcript.symbol = line.sliced(QStringView(field).size()).simplified().section(u' ', 0, 0);
    if (line.startsWith(u"Company: "))
        transcript.company = line.sliced(9).trimmed();
    if (const auto match = quoted.match(line); match.hasMatch()) {
        transcript.company = match.captured(1).trimmed();
        transcript.symbol = match.captured(2);
    }
}

/// Keeps the first of what the text says, and what differs later.
void settle(QString& known, const QString& found, const QString& sentence, QStringList& contradictions)
{
    if (found.isEmpty() || known == found)
        return;
    if (known.isEmpty())
        known = found;
    else if (const QString said = sentence.arg(known, found); !contradictions.contains(said))
        contradictions.append(said);
}

} // namespace

void readFacts(Transcript& transcript, const Source& source)
{
    int lines = 0;
    for (const SourceLine& line : source.lines) {
        if (line.text.isEmpty() || line.text.size() > 300)
            continue;
        if (++lines > 12)
            break;
        const QString words = line.text.toString();
        readCompany(transcript, words);
        if (transcript.period.isEmpty())
            transcript.period = periodIn(words);
        settle(transcript.date, dayOfCall(words),
               Words::tr("The text gives the day of the call as %1 and as %2."), transcript.contradictions);
    }
    for (std::size_t i = 0; i < transcript.sentences.size() && i < 8; ++i)
        if (const QString& words = transcript.sentences[i].text; words.contains(u"elcome")) {
            if (transcript.company.isEmpty())
                transcript.company = companyWelcomed(words.left(400));
            settle(transcript.period, periodIn(words.left(400)),
                   Words::tr("The head of the text says %1, the welcome says %2."),
                   transcript.contradictions);
        }
}

} // namespace plumbline
