namespace Extractor.Web.Answers;

/// <summary>Parameters that take one of a few words.</summary>
static class Words
{
    public static readonly string[] Measures = ["level", "change", "growth", "share", "multiple"];
    public static readonly string[] Directions = ["up", "down"];
    public static readonly string[] Statuses = ["actual", "planned", "forecast"];
    public static readonly string[] JobStates = ["ready", "leased", "done", "cancelled", "parked"];

    /// <exception cref="BadRequestException">It is another word.</exception>
    public static string? Among(this string? word, string[] words, string name) =>
        word is null || words.Contains(word) ? word : throw new BadRequestException($"{name} is “{word}”; use one of {string.Join(", ", words)}");

    /// <summary>Null for a parameter that is there without a value, as forms send it.</summary>
    public static string? Said(this string? word) =>
        string.IsNullOrWhiteSpace(word) ? null
        : word.Contains('\0', StringComparison.Ordinal) ? throw new BadRequestException("a parameter holds a NUL character")
        : word.Trim();
}
