#include "core/fmp/rowreader.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

QString kindOf(const Json& value)
{
    if (value.is_string())
        return Words::tr("a text");
    if (value.is_number())
        return Words::tr("a number");
    if (value.is_boolean())
        return Words::tr("true or false");
    return value.is_array() ? Words::tr("a list") : Words::tr("an object");
}

QString textOf(const Json& value)
{
    return QString::fromStdString(value.get<std::string>());
}

} // namespace

Result<Json> parseAnswer(const QByteArray& bytes, const QString& what)
{
    constexpr int deepest = 20; // rows of objects need three
    bool tooDeep = false;
    const auto notDeeper = [&tooDeep](int depth, Json::parse_event_t, const Json&) {
        tooDeep = tooDeep || depth > deepest;
        return !tooDeep;
    };
    try {
        Json json = Json::parse(bytes.begin(), bytes.end(), notDeeper);
        if (!tooDeep)
            return json;
    } catch (const Json::parse_error& error) {
        if (!tooDeep)
            return tl::unexpected(
                Error {Error::Kind::BadData,
                       Words::tr("%1: not complete JSON; it breaks off or goes wrong at byte %L2")
                           .arg(what)
                           .arg(error.byte)});
    } catch (const Json::out_of_range&) {
        return failure(Error::Kind::BadData, Words::tr("%1: a number too large to be one").arg(what));
    }
    return failure(Error::Kind::BadData, Words::tr("%1: nested too deeply to be data").arg(what));
}

const Json* RowReader::find(const char* key) const
{
    const auto found = m_row.find(key);
    return found == m_row.end() || found->is_null() ? nullptr : &*found;
}

void RowReader::fail(const char* key, const QString& expected) const
{
    if (m_error)
        return;
    const Json* found = find(key);
    m_error = Error {Error::Kind::BadData,
                     Words::tr("%1, %2: %3 where %4 is expected")
                         .arg(m_place, QString::fromUtf8(key),
                              found == nullptr ? Words::tr("nothing") : kindOf(*found), expected)};
}

void RowReader::take(const char* key, QString& to) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return;
    if (!found->is_string())
        return fail(key, Words::tr("a text"));
    to = textOf(*found);
    if (to == "null"_L1) // FMP writes the word where it knows no cik
        to.clear();
}

void RowReader::take(const char* key, std::optional<double>& to) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return;
    if (!found->is_number())
        return fail(key, Words::tr("a number"));
    to = found->get<double>();
}

void RowReader::takeCount(const char* key, std::optional<double>& to) const
{
    const Json* found = find(key);
    if (found == nullptr || !found->is_string())
        return take(key, to);
    bool understood = false;
    const double number = textOf(*found).toDouble(&understood);
    if (understood)
        to = number;
    else if (!found->get_ref<const std::string&>().empty())
        fail(key, Words::tr("a number"));
}

void RowReader::take(const char* key, std::optional<bool>& to) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return;
    if (!found->is_boolean())
        return fail(key, Words::tr("true or false"));
    to = found->get<bool>();
}

void RowReader::take(const char* key, std::optional<int>& to) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return;
    constexpr int latest = 2200; // no company speaks of a later year
    bool understood = false;
    if (found->is_number()) { // compared as it came: a whole number of any size may stand here
        const double number = found->get<double>();
        understood = number >= 0 && number <= latest && number == std::floor(number);
        to = understood ? int(number) : 0;
    } else if (found->is_string()) {
        const QString text = textOf(*found);
        to = (text.startsWith(u'Q') ? text.sliced(1) : text).toInt(&understood);
        understood = understood && *to >= 0 && *to <= latest;
    }
    if (!understood) {
        to.reset();
        fail(key, Words::tr("a year or a quarter"));
    }
}

void RowReader::take(const char* key, QDate& to) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return;
    if (found->is_string())
        to = QDate::fromString(textOf(*found).left(10), Qt::ISODate);
    if (to.isValid() && (to.year() < 1900 || to.year() > 2200))
        to = {};
    if (!to.isValid() && !(found->is_string() && found->get_ref<const std::string&>().empty()))
        fail(key, Words::tr("a date"));
}

void RowReader::takeNewYork(const char* key, QDateTime& to) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return;
    if (found->is_string()) {
        const QDateTime wall = QDateTime::fromString(textOf(*found), u"yyyy-MM-dd HH:mm:ss"_s);
        if (wall.isValid())
            to = QDateTime(wall.date(), wall.time(), QTimeZone("America/New_York")).toUTC();
    }
    if (!to.isValid())
        fail(key, Words::tr("a date and time"));
}

} // namespace plumbline::fmp
