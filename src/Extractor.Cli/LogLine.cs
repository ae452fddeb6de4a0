using System.Text.RegularExpressions;

namespace Extractor.Cli;

/// <summary>Makes a message fit for a log: on one line, without commands to a terminal and without passwords.</summary>
static partial class LogLine
{
    public static string Clean(string message) =>
        Address().Replace(Setting().Replace(Terminal.OneLine(message), "$1***"), "$1***@");

    [GeneratedRegex("""((?:password|pwd|passfile)\s*=\s*)(?:"[^"]*"|'[^']*'|[^;\s]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    [GeneratedRegex(@"(://[^:/@\s]*:)[^@\s]*@", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
