#include "core/desk/callsearch.h"
#include "core/desk/readcalls.h"
#include "core/formats/extract.h"
#include "core/store/scale.h"
#include "core/store/store.h"
#include "core/transcript/callfrom.h"
#include "tests/bench/calls.h"
#include "tests/examples.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

constexpr int quarters = 8; ///< calls of one company
constexpr int runs = 5;     ///< of each question

/// A question as one types it, as FTS5 has it, and as a pattern of ripgrep; those that need two patterns have none.
struct Asked
{
    QString line {};
    QString words {};
    QString pattern {};
};

const std::vector<Asked>& questions()
{
    static const std::vector<Asked> all {
        {u"backlog"_s, u"\"backlog\""_s, u"\\bbacklog"_s},
        {u"inference"_s, u"\"inference\""_s, u"\\binference"_s},
        {u"revenue"_s, u"\"revenue\""_s, u"\\brevenue"_s},
        {u"year"_s, u"\"year\""_s, u"\\byears?\\b"_s},
        {u"capac*"_s, u"\"capac\"*"_s, u"\\bcapac"_s},
        {u"\"operating margin\""_s, u"\"operating margin\""_s, u"operating margin"_s},
        {u"\"good morning\""_s, u"\"good morning\""_s, u"good morning"_s},
        {u"margin growth"_s, u"\"margin\" AND \"growth\""_s, u"margin.*growth|growth.*margin"_s},
        {u"tariff OR duties"_s, u"\"tariff\" OR \"duties\""_s, u"tariff|duties"_s},
        {u"NEAR(price customers)"_s, u"NEAR(\"price\" \"customers\", 10)"_s,
         u"price.*customers|customers.*price"_s},
        {u"question -first"_s, u"\"question\" NOT \"first\""_s, {}},
        {u"revenue role:officer"_s, {}, {}},
        {u"customers section:qa"_s, {}, {}},
        {u"revenue company:B7"_s, {}, {}},
    };
    return all;
}

double millisecondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

QString periodOf(int quarter)
{
    return u"Q%1 FY%2"_s.arg(quarter % 4 + 1).arg(2024 + quarter / 4);
}

void check(const Result<void>& done)
{
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

/// The calls to measure with over and over, in a workspace and as one text file each.
void makeCalls(const QTemporaryDir& folder, int count)
{
    std::vector<Call> calls;
    for (const QByteArray& file : measuredCalls())
        calls.push_back(callFrom(callText(file).and_then(readTranscript).value()));
    check(
        writeEmpty(folder.filePath(u"calls.plumbline"_s), examples::resources(), u"2026-05-11T00:00:00Z"_s));
    const auto store = Store::open(folder.filePath(u"calls.plumbline"_s), Store::Access::Write).value();
    QDir(folder.path()).mkdir(u"text"_s);
    std::vector<Coverage> companies;
    for (int i = 0; i < count; ++i) {
        if (i % quarters == 0)
            companies.push_back(newCompany(u"B%1"_s.arg(i / quarters)));
        Call call = calls[static_cast<std::size_t>(i) % calls.size()];
        call.id = periodOf(quarters - 1 - i % quarters);
        call.date = u"2026-04-%1"_s.arg(30 - i % quarters);
        QByteArray text;
        for (const Sentence& one : call.sentences)
            text += one.text.toUtf8() + '\n';
        check(writeWhole(folder.filePath(u"text/%1.txt"_s.arg(i)), text));
        companies.back().calls.push_back(std::move(call));
        if (i == count - 1 || (i + 1) % (quarters * 64) == 0) {
            check(store->keepAll(companies, {}, 1));
            companies.clear();
        }
    }
}

/// Times of one way to search; none where it cannot be asked.
struct Times
{
    QString way {};
    std::vector<double> all {};

    double at(double share) const
    {
        std::vector<double> sorted = all;
        std::sort(sorted.begin(), sorted.end());
        return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
    }
};

/// The first page as the window asks for it: ranked, with the places of the words.
std::size_t searched(const Store& store, const QString& line)
{
    SearchQuery query = searchQueryFrom(line).value();
    query.marksWords = true;
    return store.search(query, {}, CallSearch::most + 1).value().size();
}

/// The same index without Plumbline: the ids and texts of the best.
std::size_t searchedBare(sqlite3* database, const QString& words)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database,
                       "SELECT rowid, text FROM sentence_words WHERE sentence_words MATCH ? ORDER BY rank "
                       "LIMIT 201",
                       -1, &statement, nullptr);
    const QByteArray text = words.toUtf8();
    sqlite3_bind_text(statement, 1, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
    std::size_t rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW)
        ++rows;
    sqlite3_finalize(statement);
    return rows;
}

void grep(const QString& program, const QString& folder, const QString& pattern)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, {u"-i"_s, u"--no-messages"_s, pattern, folder});
    process.waitForFinished(-1);
}

void printTimes(const Times& times)
{
    if (times.all.empty())
        return;
    std::printf("%-22s median %8.1f ms   p95 %8.1f ms   %zu questions\n", qPrintable(times.way),
                times.at(0.5), times.at(0.95), times.all.size());
}

} // namespace

void printSearch()
{
    const int count = std::max(quarters, qEnvironmentVariable("PLUMBLINE_BENCH_CALLS", u"10000"_s).toInt());
    const QTemporaryDir folder;
    std::printf("\n%d calls made in %.0f s\n", count,
                millisecondsOf([&] { makeCalls(folder, count); }) / 1e3);
    std::fflush(stdout);
    const QString path = folder.filePath(u"calls.plumbline"_s);
    const auto store = Store::open(path, Store::Access::Read).value();
    sqlite3* database = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    const QString ripgrep = QStandardPaths::findExecutable(u"rg"_s);
    Times ours {u"Plumbline"_s};
    Times bare {u"FTS5 alone"_s};
    Times scan {u"ripgrep"_s};
    std::printf("%-24s %6s %10s %10s %10s\n", "question", "rows", "Plumbline", "FTS5 alone", "ripgrep");
    for (const Asked& question : questions()) {
        std::size_t rows = 0;
        Times mine, bares, scans;
        for (int run = 0; run < runs; ++run) {
            mine.all.push_back(millisecondsOf([&] { rows = searched(*store, question.line); }));
            if (!question.words.isEmpty())
                bares.all.push_back(millisecondsOf([&] { searchedBare(database, question.words); }));
            if (!question.pattern.isEmpty() && !ripgrep.isEmpty() && run < 2)
                scans.all.push_back(
                    millisecondsOf([&] { grep(ripgrep, folder.filePath(u"text"_s), question.pattern); }));
        }
        const auto median = [](const Times& times) {
            return times.all.empty() ? u"-"_s : QString::number(times.at(0.5), 'f', 1);
        };
        std::printf("%-24s %6zu %10s %10s %10s\n", qPrintable(question.line), rows, qPrintable(median(mine)),
                    qPrintable(median(bares)), qPrintable(median(scans)));
        std::fflush(stdout);
        ours.all.insert(ours.all.end(), mine.all.begin(), mine.all.end());
        bare.all.insert(bare.all.end(), bares.all.begin(), bares.all.end());
        scan.all.insert(scan.all.end(), scans.all.begin(), scans.all.end());
    }
    sqlite3_close(database);
    std::printf("(aim: the first page in less than 30 ms at the 95th percentile)\n");
    printTimes(ours);
    printTimes(bare);
    printTimes(scan);
    if (ripgrep.isEmpty())
        std::printf("ripgrep is not installed here\n");
}

} // namespace plumbline
