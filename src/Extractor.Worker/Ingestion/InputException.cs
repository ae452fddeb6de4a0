namespace Extractor.Worker.Ingestion;

/// <summary>Why an input was passed over.</summary>
public enum InputFault
{
    Missing,
    Unreadable,
    Charset,
    TooLarge,

    /// <summary>A fact of it is wrong: in the file of facts, a sidecar, front matter or the path.</summary>
    Facts,

    /// <summary>A line of JSON Lines that is no document.</summary>
    Line,

    /// <summary>A pipe, socket or device among files, or a link that leads out of the folder.</summary>
    Irregular,

    /// <summary>It is still being written.</summary>
    Unfinished,

    /// <summary>The database does not take it.</summary>
    Refused,

    /// <summary>It was erased for good, and is not taken in again.</summary>
    Erased,
}

/// <summary>An input that cannot be taken. The message names the file, the place and the remedy.</summary>
public sealed class InputException(InputFault fault, string message) : Exception(message)
{
    public InputFault Fault => fault;

    /// <summary>What the message begins with: the file, with its line where there is one.</summary>
    public string Place { get; } = message.Split(": ", 2)[0];

    /// <summary>The same page would be refused again; a missing or unreadable one may come back.</summary>
    public bool IsFinal => fault is not (InputFault.Missing or InputFault.Unreadable or InputFault.Unfinished);
}
