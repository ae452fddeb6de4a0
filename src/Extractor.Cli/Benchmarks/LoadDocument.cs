using Extractor.Core.Documents;

namespace Extractor.Cli.Benchmarks;

/// <summary>A text to measure with, and what is known of it.</summary>
sealed record LoadDocument(string Text, DocumentFacts Facts);
