using Extractor.Core.Claims;

namespace Extractor.Core.Measures;

/// <summary>How a figure stands to its indicator, and the word that says so.</summary>
/// <param name="CueStart">Where the cue begins in the text before the figure, or its length if there is none.</param>
readonly record struct MeasureReading(Measure Measure, Direction? Direction, string? Basis, int CueStart, string Rule);
