namespace Extractor.Cli;

/// <summary>The exit codes, as the README lists them.</summary>
static class ExitCode
{
    public const int Done = 0;
    public const int Found = 1;
    public const int Usage = 2;
    public const int Missing = 3;
    public const int Charset = 4;
    public const int TooLarge = 5;
    public const int Database = 6;
    public const int ServerPrograms = 7;
    public const int Partly = 8;
    public const int Fault = 70;
    public const int Interrupted = 130;
}

/// <summary>An end with a message for the person who typed the command: what, where, and how to mend it.</summary>
sealed class CliException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
