#pragma once

#include <QString>

#include <optional>

namespace plumbline {

/// Who the operator calls to ask.
struct Announced
{
    QString name {};
    QString firm {};
};

/// Reads "Your next question comes from the line of A. Name with Firm. Please go ahead." in its many forms; nothing when
/// the words call nobody.
std::optional<Announced> announcedIn(QStringView words);

/// Whether two ways of writing a name can be the same person's: the surnames agree and the first letters do, or one
/// name's words are all in the other.
bool maySamePerson(QStringView one, QStringView other);

} // namespace plumbline
