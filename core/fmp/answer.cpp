#include "core/fmp/answer.h"

#include <QCoreApplication>

#include <array>

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

struct Mark
{
    const char* text;
    AnswerKind kind;
};

/// The messages FMP writes, the more telling first. "Maxmium" is FMP's spelling.
constexpr std::array<Mark, 12> marks {{
    {"Bandwidth Limit", AnswerKind::BandwidthLimit},
    {"Limit Reach", AnswerKind::CallLimit},
    {"Invalid API KEY", AnswerKind::WrongKey},
    {"Legacy Endpoint", AnswerKind::Legacy},
    {"set for 'symbol'", AnswerKind::SymbolNotInPlan},
    {"Premium Query Parameter", AnswerKind::ValueNotInPlan},
    {"Restricted Endpoint", AnswerKind::EndpointNotInPlan},
    {"Exclusive Endpoint", AnswerKind::EndpointNotInPlan},
    {"Special Endpoint", AnswerKind::EndpointNotInPlan},
    {"Maxmium Query Parameter", AnswerKind::BadRequest},
    {"Query Error", AnswerKind::BadRequest},
    {"Invalid or missing query parameter", AnswerKind::BadRequest},
}};

AnswerKind byStatus(int status)
{
    switch (status) {
    case 400: return AnswerKind::BadRequest;
    case 401: return AnswerKind::WrongKey;
    case 402: return AnswerKind::EndpointNotInPlan;
    case 404: return AnswerKind::UnknownPath; // its body is a valid empty list: not "no data"
    case 429: return AnswerKind::CallLimit;
    default: return status >= 500 ? AnswerKind::ServiceDown : AnswerKind::NotUnderstood;
    }
}

} // namespace

AnswerKind classify(int status, const QByteArray& body)
{
    const QByteArray text = body.left(64).trimmed();
    if (text.startsWith('['))
        return status == 200 ? AnswerKind::Rows : byStatus(status);
    if (text.startsWith('<'))
        return status == 200 ? AnswerKind::ServiceDown : byStatus(status);
    const QByteArray message = body.left(2000);
    for (const Mark& mark : marks)
        if (message.contains(mark.text))
            return mark.kind;
    return byStatus(status);
}

QString sentenceFor(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Rows:
    case AnswerKind::NotAsked: return {};
    case AnswerKind::WrongKey:
        return Words::tr("FMP does not accept the key. Check it, or enter another one.");
    case AnswerKind::EndpointNotInPlan: return Words::tr("Your FMP plan does not include these data.");
    case AnswerKind::SymbolNotInPlan: return Words::tr("Your FMP plan does not include this company.");
    case AnswerKind::ValueNotInPlan: return Words::tr("Your FMP plan does not allow this many rows.");
    case AnswerKind::Legacy:
        return Words::tr(
            "FMP no longer serves these data at this address. Check the address in the settings.");
    case AnswerKind::CallLimit:
        return Words::tr("The calls of your FMP plan are used up for now. Try again later.");
    case AnswerKind::BandwidthLimit:
        return Words::tr("The bandwidth of your FMP plan is used up. Try again tomorrow.");
    case AnswerKind::BadRequest: return Words::tr("FMP refused the request as incomplete or out of range.");
    case AnswerKind::UnknownPath:
        return Words::tr("FMP knows no such address. Check the address in the settings.");
    case AnswerKind::ServiceDown: return Words::tr("FMP is not working at the moment. Try again later.");
    case AnswerKind::NotUnderstood: return Words::tr("FMP's answer is not understood.");
    }
    return {};
}

} // namespace plumbline::fmp
