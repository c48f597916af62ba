//! What the words of a title say.
