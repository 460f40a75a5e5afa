#pragma once

#include "core/reading/reading.h"
#include "core/store/statement.h"

#include <vector>

namespace plumbline {

/// The citations of one reading, each once: claims, figures and the card's quotes often cite the same words. Rows name
/// a citation by its number, which is its place here.
class Citations
{
public:
    Citations() = default;
    explicit Citations(const Reading& reading);

    qint64 numberOf(const Citation& citation) const;
    /// Empty for a number that is none.
    Citation at(qint64 number) const;

    Result<void> write(const QSqlDatabase& database, qint64 reading) const;
    static Result<Citations> read(const QSqlDatabase& database, qint64 reading);

private:
    void add(const Citation& citation);

    std::vector<Citation> m_all {};
};

} // namespace plumbline
