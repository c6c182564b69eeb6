#!/usr/bin/env python3
"""Prints the golden TF-IDF weights for FeatureTests.swift, computed by scikit-learn."""
from sklearn.feature_extraction.text import TfidfVectorizer

texts = ['a b b c', 'a c d', 'b d d d', 'e a']
vectorizer = TfidfVectorizer(analyzer=str.split, min_df=2, sublinear_tf=True)
rows = vectorizer.fit_transform(texts).toarray()
print(sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.get))
for row in rows:
    print([round(float(x), 7) for x in row])
