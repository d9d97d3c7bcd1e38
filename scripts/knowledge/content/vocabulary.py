"""Closed lists of terms with a label and a definition in both languages, from docs/data/vocabularies/."""

from knowledge.content.languages import Record, Text, Words


class Term(Record):
    """One term of a closed list."""

    id: Words
    label: Text
    definition: Text
