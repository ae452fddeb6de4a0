namespace Extractor.Worker.Ingestion;

public enum IntakeOutcome { New, Changed, Known, Skipped }

/// <summary>What became of one document or file; a row of the report.</summary>
/// <param name="Path">The file, with the line where it holds several documents.</param>
/// <param name="Document">The document's name; null where none could be read.</param>
/// <param name="IsDuplicate">The same text stands under another name already.</param>
/// <param name="Fault">Why it was skipped.</param>
/// <param name="Message">Why, in words, or what was passed over in it.</param>
public sealed record IntakeEntry(
    string Path, string? Document, IntakeOutcome Outcome, bool IsDuplicate = false, InputFault? Fault = null, string? Message = null);
