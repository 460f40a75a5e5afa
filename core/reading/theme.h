#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace plumbline {

/// What a word of a theme does in a sentence.
enum class TermKind : std::uint8_t {
    Explicit, ///< names the topic itself: "AI", "language model"
    Product,  ///< a name that belongs to it: "Trainium"
    Ordinary, ///< a product whose name is also a word: not at the beginning of a sentence
    Bare,     ///< belongs to it only in a call that speaks of it anyway: "agents"
    Near,     ///< does not make a quote, but carries figures where neighbours speak of the topic: "CapEx"
    Not,      ///< a phrase in which nothing counts: "travel agent"
    Company,  ///< a company's name that contains a term, or the name of the company that speaks
};

/// One word or phrase. Small letters match any letters; a capital asks for a capital.
struct ThemeTerm
{
    QString text {};
    TermKind kind = TermKind::Explicit;
    QStringList needs {}; ///< of a bare word: the call must also say one of these terms ("agent": "agentic")
};

/// How speech recognition hears a term, or a scan reads it: "Tranium", "Al". Where neighbours are given, one of them
/// must stand before or after it.
struct ThemeAlias
{
    QString as {};
    QString means {};
    QStringList before {}; ///< words it stands before
    QStringList after {};  ///< words it stands after
};

/// A topic one looks for in calls. Which words belong to it is data.
struct Theme
{
    QString id {};
    QString title {};
    std::vector<ThemeTerm> terms {};
    std::vector<ThemeAlias> aliases {};
    QStringList introducers {}; ///< what a company calls a product of the theme: "assistant"
    QStringList brings {};      ///< beginnings of words for what it brings, near it: "saved", "hours"
    QStringList around {};      ///< for what it is part of and costs, on a call about it: "backlog"
};

/// Where a term stands in the text as it was written.
struct ThemeMatch
{
    qsizetype first = 0;
    qsizetype last = 0; ///< one behind the end
    TermKind kind = TermKind::Explicit;
    QString term {};      ///< as the theme has it
    QStringList needs {}; ///< terms of which the call must say one, or none
};

/// Finds the terms of a theme: the leftmost, of these the longest, in one pass. What is compared is a folded copy (letters,
/// plurals, trailing digits of versions, aliases); what is returned are places in the original.
class ThemeMatcher
{
public:
    /// `company` is the name of the company that speaks; it names itself all day and means nothing by it.
    explicit ThemeMatcher(const Theme& theme, const QString& company = {});

    std::vector<ThemeMatch> matches(const QString& text) const;
    /// Whether a text names the theme itself: by the topic's own words or a product's name.
    bool names(const QString& text) const;

private:
    struct Node
    {
        QHash<QString, int> next {};
        int term = -1;
    };
    struct Word
    {
        QString folded;
        qsizetype first = 0;
        qsizetype last = 0;
        bool opens = false; ///< first of its sentence
    };

    static std::vector<Word> wordsOf(const QString& text);
    void add(const QString& text, const ThemeTerm& term, bool replaces);
    void addCompany(const QString& name);
    int child(int node, const QString& word) const;
    bool fits(const QString& text, const std::vector<Word>& words, std::size_t from, std::size_t count,
              const ThemeTerm& term) const;
    const ThemeAlias* scannedAt(const QString& text, const std::vector<Word>& words, std::size_t at) const;

    std::vector<Node> m_nodes {Node {}};
    std::vector<ThemeTerm> m_terms {};
    std::vector<ThemeAlias> m_scanned {};
};

} // namespace plumbline
