-- What was asked last about a company decides what a refresh asks: found without reading all that was ever asked.
CREATE INDEX fetch_of_company ON fetch(company, kind, fetched);
