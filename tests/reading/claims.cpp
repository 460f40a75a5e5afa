#include "core/formats/extract.h"
#include "core/reading/claimscope.h"
#include "core/reading/claimsfrom.h"
#include "core/reading/ownproducts.h"
#include "tests/examples.h"
#include "tests/reading/samefigure.h"

#include <QDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Prints what is read as claims: `claims_table` holds the sample's written calls against the claims that the sample states
/// (found, missed, and what is claimed besides); `claims_table FILE ...` lists the claims of transcripts.
namespace {

void print(const char* mark, const Claim& claim)
{
    const Citation& said = claim.evidence.empty() ? claim.figures.front().citation : claim.evidence.front();
    std::printf("%-7s %-10s %-15s %s%s | %s\n", mark, qPrintable(claim.call), qPrintable(word(claim.kind)),
                qPrintable(claim.title), claim.softReason.isEmpty() ? "" : " (soft)", qPrintable(said.text));
}

void printSample()
{
    for (const Coverage& company : sampleWorkspace().companies) {
        if (!company.dossier.fictional)
            continue;
        std::printf("\n%s\n", qPrintable(company.dossier.symbol));
        std::vector<std::vector<SaidSentence>> said;
        for (const Call& call : company.calls)
            said.push_back(saidSentences(call));
        std::printf("%s\n",
                    qPrintable(ownProducts(said, readingRules().theme, company.dossier.name).join(u", "_s)));
        const Reading read =
            readingOf(company.calls, company.dossier.name, readingRules(), QLocale::c()).reading;
        const auto among = [](const Claim& claim, const std::vector<Claim>& claims) {
            return std::any_of(claims.begin(), claims.end(), [&](const Claim& one) {
                return one.figure() != nullptr
                    && sameFigure(one.figure()->quantity, claim.figure()->quantity);
            });
        };
        for (const Claim& claim : company.reading.claims)
            if (claim.figure() != nullptr)
                print(among(claim, read.claims) ? "found" : "MISSED", claim);
        for (const Claim& claim : read.claims)
            if (!among(claim, company.reading.claims))
                print("besides", claim);
    }
}

void printFile(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(name), qPrintable(file.errorString()));
        return;
    }
    const auto transcript = callText(file.readAll()).and_then(readTranscript);
    if (!transcript) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(name), qPrintable(transcript.error().message));
        return;
    }
    const std::vector<SaidSentence> said = saidSentences(*transcript);
    const Theme general = readingRules().theme;
    const QStringList own = ownProducts({said}, general, transcript->company);
    const Theme theme = withProducts(general, own);
    const CallFrame frame {transcript->company, FiscalPeriod::parse(transcript->period)};
    std::printf("\n%s (%s)\n", qPrintable(name), qPrintable(own.join(u", "_s)));
    for (const Claim& claim : claimsFrom(claimFigures(said, theme, frame), transcript->period,
                                         ThemeMatcher(theme, transcript->company)))
        print("claim", claim);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 1)
        printSample();
    for (int i = 1; i < argc; ++i)
        printFile(QString::fromLocal8Bit(argv[i]));
    return 0;
}
