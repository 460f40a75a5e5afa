#include "core/reading/theme.h"

#include <algorithm>

namespace plumbline {

namespace {

bool joins(QChar c)
{
    return c.isSpace() || c == u'-' || c == u'/' || c == u'‑' || c == u'–' || c == u'.' || c == u'+';
}

/// Nothing but spaces and hyphens stands between two words of one phrase; a full stop only within a name ("C3.ai").
bool joined(const QString& text, qsizetype from, qsizetype until)
{
    for (qsizetype i = from; i < until; ++i)
        if (!joins(text[i]) || (text[i] == u'.' && until - from > 1))
            return false;
    return true;
}

QString withoutDigits(const QString& word)
{
    qsizetype end = word.size();
    while (end > 0 && word[end - 1].isDigit())
        --end;
    return end >= 3 && end < word.size() ? word.first(end) : QString();
}

/// Words are compared without case and plural.
QString folded(QStringView word)
{
    QString result = word.toString().toCaseFolded().remove(u'.');
    if (result.size() > 2 && result.endsWith(u's') && !result.endsWith(u"ss"))
        result.chop(1);
    return result;
}

bool isLegalForm(const QString& word)
{
    static const QStringList forms {
        QStringLiteral("inc"),     QStringLiteral("corp"),     QStringLiteral("corporation"),
        QStringLiteral("company"), QStringLiteral("co"),       QStringLiteral("ltd"),
        QStringLiteral("limited"), QStringLiteral("plc"),      QStringLiteral("llc"),
        QStringLiteral("se"),      QStringLiteral("ag"),       QStringLiteral("nv"),
        QStringLiteral("group"),   QStringLiteral("holdings"), QStringLiteral("com")};
    return forms.contains(word);
}

} // namespace

ThemeMatcher::ThemeMatcher(const Theme& theme, const QString& company)
{
    for (const ThemeTerm& term : theme.terms)
        add(term.text, term, false);
    for (const ThemeAlias& alias : theme.aliases) {
        if (!alias.before.isEmpty() || !alias.after.isEmpty()) {
            m_scanned.push_back(alias);
            continue;
        }
        const auto meant = std::find_if(theme.terms.begin(), theme.terms.end(),
                                        [&](const ThemeTerm& term) { return term.text == alias.means; });
        if (meant != theme.terms.end())
            add(alias.as, {alias.as.toLower(), meant->kind, meant->needs}, false);
    }
    addCompany(company);
}

void ThemeMatcher::addCompany(const QString& name)
{
    std::vector<Word> words = wordsOf(name);
    while (!words.empty() && isLegalForm(words.back().folded))
        words.pop_back();
    if (words.empty())
        return;
    const QString whole = name.sliced(words.front().first, words.back().last - words.front().first);
    add(whole, {whole, TermKind::Company, {}}, true);
    const int first = child(0, words.front().folded); // "NVIDIA" of "NVIDIA Corporation"
    if (first >= 0 && m_nodes[static_cast<std::size_t>(first)].term >= 0
        && m_terms[static_cast<std::size_t>(m_nodes[static_cast<std::size_t>(first)].term)].kind
               == TermKind::Product)
        add(words.front().folded, {words.front().folded, TermKind::Company, {}}, true);
}

void ThemeMatcher::add(const QString& text, const ThemeTerm& term, bool replaces)
{
    std::size_t node = 0;
    for (const Word& word : wordsOf(text)) {
        int next = m_nodes[node].next.value(word.folded, -1);
        if (next < 0) {
            next = static_cast<int>(m_nodes.size());
            m_nodes[node].next.insert(word.folded, next);
            m_nodes.emplace_back();
        }
        node = static_cast<std::size_t>(next);
    }
    if (node == 0 || (m_nodes[node].term >= 0 && !replaces))
        return;
    m_nodes[node].term = static_cast<int>(m_terms.size());
    m_terms.push_back(term);
}

std::vector<ThemeMatcher::Word> ThemeMatcher::wordsOf(const QString& text)
{
    std::vector<Word> words;
    bool opens = true;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (!c.isLetterOrNumber()) {
            opens = opens || c == u'.' || c == u'?' || c == u'!' || c == u'\n';
            ++i;
            continue;
        }
        const qsizetype first = i;
        while (i < text.size() && text[i].isLetterOrNumber())
            ++i;
        if (i - first == 1 && text.mid(first, 3) == u"A.I") // "A.I."
            i = first + 3;
        if (i < text.size() && text[i] == u'+')
            ++i;
        words.push_back({folded(QStringView(text).sliced(first, i - first)), first, i, opens});
        opens = false;
    }
    return words;
}

int ThemeMatcher::child(int node, const QString& word) const
{
    const auto& next = m_nodes[static_cast<std::size_t>(node)].next;
    const auto find = [&](const QString& text) { return text.isEmpty() ? -1 : next.value(text, -1); };
    for (const QString& text : {word, withoutDigits(word)})
        if (const int found = find(text); found >= 0)
            return found;
    return word.endsWith(u'+') ? find(word.chopped(1)) : -1;
}

bool ThemeMatcher::fits(const QString& text, const std::vector<Word>& words, std::size_t from,
                        std::size_t count, const ThemeTerm& term) const
{
    if (term.kind == TermKind::Ordinary && words[from].opens)
        return false;
    if (term.kind == TermKind::Not || term.kind == TermKind::Company)
        return true;
    const std::vector<Word> wanted = wordsOf(term.text);
    for (std::size_t i = 0; i < wanted.size() && i < count; ++i) {
        const Word& word = words[from + i];
        if (term.text[wanted[i].first].isUpper() && !text[word.first].isUpper())
            return false;
        const qsizetype size = wanted[i].last - wanted[i].first;
        const QString exact = term.text.sliced(wanted[i].first, size);
        if (size == 2 && exact.isUpper() && text.mid(word.first, size) != exact) // "ML" is no volume
            return false;
    }
    return true;
}

const ThemeAlias* ThemeMatcher::scannedAt(const QString& text, const std::vector<Word>& words,
                                          std::size_t at) const
{
    const QString written = text.sliced(words[at].first, words[at].last - words[at].first);
    const auto neighbour = [&](std::size_t one, const QStringList& list) {
        if (one >= words.size())
            return false;
        const QString word = text.sliced(words[one].first, words[one].last - words[one].first).toLower();
        if (!list.contains(word))
            return false;
        const qsizetype from = std::min(words[at].last, words[one].last);
        return joined(text, from, std::max(words[at].first, words[one].first));
    };
    for (const ThemeAlias& alias : m_scanned)
        if (written == alias.as
            && (neighbour(at + 1, alias.before) || (at > 0 && neighbour(at - 1, alias.after))))
            return &alias;
    return nullptr;
}

std::vector<ThemeMatch> ThemeMatcher::matches(const QString& text) const
{
    const std::vector<Word> words = wordsOf(text);
    std::vector<ThemeMatch> found;
    for (std::size_t at = 0; at < words.size();) {
        if (const ThemeAlias* scanned = scannedAt(text, words, at)) {
            found.push_back({words[at].first, words[at].last, TermKind::Explicit, scanned->means, {}});
            ++at;
            continue;
        }
        std::size_t longest = 0;
        int best = -1;
        int node = 0;
        for (std::size_t i = at; i < words.size(); ++i) {
            if (i > at && !joined(text, words[i - 1].last, words[i].first))
                break;
            node = child(node, words[i].folded);
            if (node < 0)
                break;
            const int term = m_nodes[static_cast<std::size_t>(node)].term;
            if (term >= 0 && fits(text, words, at, i + 1 - at, m_terms[static_cast<std::size_t>(term)])) {
                best = term;
                longest = i + 1 - at;
            }
        }
        if (best < 0) {
            ++at;
            continue;
        }
        const ThemeTerm& term = m_terms[static_cast<std::size_t>(best)];
        if (term.kind != TermKind::Not)
            found.push_back(
                {words[at].first, words[at + longest - 1].last, term.kind, term.text, term.needs});
        at += longest;
    }
    return found;
}

bool ThemeMatcher::names(const QString& text) const
{
    const std::vector<ThemeMatch> found = matches(text);
    return std::any_of(found.begin(), found.end(), [](const ThemeMatch& match) {
        return match.kind == TermKind::Explicit || match.kind == TermKind::Product;
    });
}

} // namespace plumbline
