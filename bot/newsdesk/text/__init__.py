"""What every stage needs of a text: words, sentences, numbers, addresses, tables of phrases."""
