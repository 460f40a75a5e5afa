#include "core/store/wordcounts.h"

#include "core/store/statement.h"

#include <QSqlDatabase>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace plumbline {

namespace {

/// The length, how many parts the question has, then part, first word and number of words of each place, all as int.
void countWords(const Fts5ExtensionApi* api, Fts5Context* sentence, sqlite3_context* result,
                int /*arguments*/, sqlite3_value** /*values*/)
{
    std::vector<int> counts {0, api->xPhraseCount(sentence)};
    int found = 0;
    int code = api->xColumnSize(sentence, 0, counts.data());
    if (code == SQLITE_OK)
        code = api->xInstCount(sentence, &found);
    for (int i = 0; i < found && code == SQLITE_OK; ++i) {
        int part = 0;
        int column = 0;
        int word = 0;
        code = api->xInst(sentence, i, &part, &column, &word);
        counts.insert(counts.end(), {part, word, api->xPhraseSize(sentence, part)});
    }
    if (code != SQLITE_OK)
        sqlite3_result_error_code(result, code);
    else
        sqlite3_result_blob(result, counts.data(), static_cast<int>(counts.size() * sizeof(int)),
                            SQLITE_TRANSIENT);
}

fts5_api* wordIndex(const QSqlDatabase& database)
{
    sqlite3* handle = handleOf(database);
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (handle != nullptr
        && sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

/// A word's stretch of the bytes.
struct Bytes
{
    int first = 0;
    int last = 0;
};

int keepWord(void* words, int flags, const char* /*word*/, int /*length*/, int first, int last)
{
    if ((flags & FTS5_TOKEN_COLOCATED) == 0)
        static_cast<std::vector<Bytes>*>(words)->push_back({first, last});
    return SQLITE_OK;
}

} // namespace

Result<void> provideWordCounts(const QSqlDatabase& database)
{
    fts5_api* api = wordIndex(database);
    const int code = api == nullptr ? SQLITE_ERROR
                                    : api->xCreateFunction(api, "word_counts", nullptr, countWords, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(storageError(database, code, QStringLiteral("FTS5")));
    return {};
}

WordCounts WordCounts::from(const QByteArray& bytes)
{
    std::vector<int> all(static_cast<std::size_t>(bytes.size()) / sizeof(int));
    std::memcpy(all.data(), bytes.constData(), all.size() * sizeof(int));
    WordCounts counts;
    if (all.size() < 2)
        return counts;
    counts.length = all[0];
    counts.parts = all[1];
    for (std::size_t i = 2; i + 2 < all.size(); i += 3)
        counts.said.push_back({all[i], all[i + 1], all[i + 2]});
    return counts;
}

struct WordPlaces::Tokenizer
{
    fts5_tokenizer calls {};
    Fts5Tokenizer* made = nullptr;

    Tokenizer() = default;
    Q_DISABLE_COPY_MOVE(Tokenizer)
    ~Tokenizer()
    {
        if (made != nullptr)
            calls.xDelete(made);
    }
};

Result<WordPlaces> WordPlaces::of(const QSqlDatabase& database)
{
    fts5_api* api = wordIndex(database);
    auto tokenizer = std::make_shared<Tokenizer>();
    void* context = nullptr;
    // As the table sentence_words has it; stems stand where their words do, so that no stemmer is needed here.
    std::array arguments {"remove_diacritics", "2"};
    int code =
        api == nullptr ? SQLITE_ERROR : api->xFindTokenizer(api, "unicode61", &context, &tokenizer->calls);
    if (code == SQLITE_OK)
        code = tokenizer->calls.xCreate(context, arguments.data(), static_cast<int>(arguments.size()),
                                        &tokenizer->made);
    if (code != SQLITE_OK)
        return tl::unexpected(storageError(database, code, QStringLiteral("FTS5")));
    return WordPlaces(std::move(tokenizer));
}

std::vector<WordPlace> WordPlaces::in(const QString& sentence, const WordCounts& found) const
{
    const QByteArray text = sentence.toUtf8();
    std::vector<Bytes> words;
    m_tokenizer->calls.xTokenize(m_tokenizer->made, &words, FTS5_TOKENIZE_DOCUMENT, text.constData(),
                                 static_cast<int>(text.size()), keepWord);
    std::vector<Bytes> places;
    for (const WordCounts::Said& one : found.said) {
        const auto first = static_cast<std::size_t>(one.word);
        const auto last = first + static_cast<std::size_t>(one.words);
        if (one.words > 0 && last <= words.size())
            places.push_back({words[first].first, words[last - 1].last});
    }
    std::sort(places.begin(), places.end(), [](const Bytes& a, const Bytes& b) { return a.first < b.first; });
    const auto letters = [&](int first, int last) {
        return static_cast<int>(QString::fromUtf8(text.constData() + first, last - first).size());
    };
    std::vector<WordPlace> marked;
    int before = 0; // bytes up to here are `at` letters
    int at = 0;
    int end = 0;
    for (const Bytes& place : places) {
        if (!marked.empty() && place.first < end) {
            if (place.last > end)
                marked.back().length += letters(end, place.last);
        } else {
            at += letters(before, place.first);
            before = place.first;
            marked.push_back({at, letters(place.first, place.last)});
        }
        end = std::max(end, place.last);
    }
    return marked;
}

} // namespace plumbline
